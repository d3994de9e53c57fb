"""Who says what of which quantity: frozen values, no pandas."""
