"""The organisation pack: reading, checking, loading and writing it, for every room's tables."""

from secretariat.sources.pack import citations, releases

TABLES = (*citations.TABLES, *releases.TABLES)

__all__ = ["TABLES"]
