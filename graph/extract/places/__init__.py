"""China's administrative divisions, and the places that a text names."""
