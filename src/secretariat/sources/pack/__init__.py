"""The organisation pack: reading, checking, loading and writing it, for every room's tables."""

from secretariat.sources.pack.citations import TABLES

__all__ = ["TABLES"]
