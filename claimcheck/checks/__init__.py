"""One file a check, and the registry that runs them."""
