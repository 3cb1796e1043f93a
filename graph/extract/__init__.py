"""Text to records: reads a page and finds its mentions, entities, relations and statistics."""
