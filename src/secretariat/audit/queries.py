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
