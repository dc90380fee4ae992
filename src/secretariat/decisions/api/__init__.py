"""Decisions, commitments and the pace of their implementation, for programs."""

from secretariat.decisions.api import pacing
from secretariat.decisions.api.register import TABLES, router

__all__ = ["TABLES", "pacing", "router"]
