"""Where heavy work runs; private."""
