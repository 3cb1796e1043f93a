"""A page file -> its text, its paragraphs, its articles."""
