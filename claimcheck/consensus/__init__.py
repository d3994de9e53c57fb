"""What the sources agree on."""
