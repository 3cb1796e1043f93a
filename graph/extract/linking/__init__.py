"""Mentions -> entities: which body, place, person or thing each form means."""
