"""Words into values: figures, dates and units as people write them."""
