"""From results to documents for people; nothing is computed here."""
