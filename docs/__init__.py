"""The documentation, and what writes its reference pages: ``python -m docs.generate``."""
