"""Reading the log."""

from secretariat.audit.models import AuditEntry
from secretariat.audit.rules import SEALED, Entry
from secretariat.kernel.viewers import Body, Viewer


def audit_entries(viewer: Viewer, *, limit: int = 100) -> list[Entry]:
    """The newest entries, newest first, without those of sealed acts.

    The log is the secretariat's: the public reads none of it.
    """
    if viewer.body is not Body.SECRETARIAT:
        return []
    return [
        Entry(row.recorded_at, row.actor, row.action, row.object, row.count, row.content_hash)
        for row in AuditEntry.objects.exclude(actor=SEALED.name).order_by("-sequence")[:limit]
    ]


def newest_leaves(viewer: Viewer, *, count: int = 64) -> tuple[str, ...]:  # noqa: ARG001  # says nothing of what it is
    """The hashes of the newest entries, newest first: equal at two instants, nothing was recorded between them.

    Never to be shown. More than one, because with PostgreSQL a line that took its number first may be seen later than
    the next one. One query.
    """
    return tuple(AuditEntry.objects.order_by("-sequence").values_list("leaf_hash", flat=True)[:count])


def first_leaf(viewer: Viewer) -> str:  # noqa: ARG001  # says nothing of what it is
    """The hash of the oldest entry, which tells one register from another; empty where nothing was recorded.

    Never to be shown. One query.
    """
    return AuditEntry.objects.order_by("sequence").values_list("leaf_hash", flat=True).first() or ""
