"""The review: the document the ministers sit down with, every figure traced to its source."""
