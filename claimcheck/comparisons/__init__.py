"""From the claim table to the pair table."""
