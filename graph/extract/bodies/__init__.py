"""Mentions of union bodies, companies and other organisations."""
