"""The same people and register as for the rule of access."""

from tests.access.conftest import register, world

__all__ = ["register", "world"]
