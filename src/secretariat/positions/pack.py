"""This room's part of the organisation pack."""

from secretariat.sources.pack.tables import PackTable

TABLES: tuple[PackTable, ...] = ()
