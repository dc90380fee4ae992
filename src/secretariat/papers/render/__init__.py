"""A paper as a document."""
