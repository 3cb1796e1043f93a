"""Records to pages for people: the offline network view, the region matrix, the local server."""
