"""Claims as frames: columns, schemas, kernels on arrays."""
