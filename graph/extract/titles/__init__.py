"""Names that stand between marks or are given: documents, honours, and what goes on behind a quotation."""
