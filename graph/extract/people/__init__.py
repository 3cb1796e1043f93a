"""Mentions of persons, and craftsmen by their honorary names."""
