"""Viewers and marks as every room above names them; a later version adds delegations and distribution lists here."""

from secretariat.kernel.viewers import PUBLIC, SECRETARIAT, Body, Mark, Viewer, delegation_of

__all__ = ["PUBLIC", "SECRETARIAT", "Body", "Mark", "Viewer", "delegation_of"]
