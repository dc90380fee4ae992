"""The one filter that every query of every room passes through."""

from django.db.models import Q

from secretariat.access.rules import Mark, Viewer


def scope(viewer: Viewer) -> Q:
    """The rows that exist for ``viewer``, as a condition on any table with a ``mark``."""
    return Q(mark__in=[mark.value for mark in Mark if viewer.sees(mark)])
