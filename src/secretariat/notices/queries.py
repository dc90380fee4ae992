"""Reading notices. A notice exists for the person it is meant for and for nobody else."""

from datetime import datetime

from django.db.models import QuerySet

from secretariat.access.queries import mailboxes
from secretariat.access.rules import Viewer
from secretariat.kernel import LocalizedText
from secretariat.notices.models import Notice
from secretariat.notices.rules import MAILED_WITHIN, MailChoice, NoticeCard

SHOWN = 100


def _own(viewer: Viewer) -> QuerySet[Notice]:
    return Notice.objects.filter(person=viewer.person) if viewer.person else Notice.objects.none()


def notices(viewer: Viewer) -> list[NoticeCard]:
    """The viewer's last notices, the newest first. One query."""
    return [
        NoticeCard(
            id=row.id,
            kind=row.kind,
            subject=LocalizedText.of(row.subject),
            text=LocalizedText.of(row.text),
            link=row.link,
            created_at=row.created_at,
            is_read=row.read_at is not None,
        )
        for row in _own(viewer)[:SHOWN]
    ]


def unread_notices(viewer: Viewer) -> int:
    """How many notices the viewer has not read. One query, none where nobody is signed in."""
    return _own(viewer).filter(read_at__isnull=True).count() if viewer.person else 0


def to_mail(choice: MailChoice, *, now: datetime) -> dict[str, list[str]]:
    """The notices to write to people about who chose ``choice``: ids by person. For sending only. Two queries."""
    found: dict[str, list[str]] = {}
    waiting = Notice.objects.filter(mailed_at__isnull=True, read_at__isnull=True, created_at__gt=now - MAILED_WITHIN)
    for person, notice in waiting.order_by("created_at", "id").values_list("person", "id"):
        found.setdefault(person, []).append(notice)
    boxes = mailboxes(found)
    return {person: ids for person, ids in found.items() if person in boxes and boxes[person].mail == choice.value}
