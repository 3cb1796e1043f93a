"""Mentions of initiatives, quoted and not; the sentences and themes of each."""
