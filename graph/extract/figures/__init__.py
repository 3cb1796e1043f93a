"""Figures, what they measure, and whose they are."""
