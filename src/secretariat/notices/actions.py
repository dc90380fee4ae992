"""Writing notices, marking them as read, and sending e-mail about them."""

import logging
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db.models.functions import Now

from secretariat.access.actions import new_id
from secretariat.access.queries import Mailbox, mailboxes
from secretariat.access.rules import Viewer
from secretariat.kernel import LocalizedText
from secretariat.notices.models import Notice
from secretariat.notices.queries import to_mail
from secretariat.notices.rules import MailChoice, is_own_link, mail_text

_logger = logging.getLogger(__name__)
_NOTHING = LocalizedText()


class UnableToNotify(ValueError):
    """The link of a notice leads out of the register."""


def notify(
    persons: Iterable[str],
    *,
    kind: str,
    subject: LocalizedText,
    text: LocalizedText = _NOTHING,
    link: str = "",
    once: str = "",
) -> None:
    """Tell persons, by their ids, that something concerns them; each once. One query, in the caller's transaction.

    What stands in ``subject`` and ``text`` is shown to them on their own page only; it may say what they may see, and
    no e-mail repeats it. ``link`` is the address of a page, from the first slash. With ``once``, whoever was told of
    this already is not told again. Raises :class:`UnableToNotify`.
    """
    if not is_own_link(link):
        msg = f"a notice leads to a page of the register, not to {link!r}"
        raise UnableToNotify(msg)
    Notice.objects.bulk_create(
        (
            Notice(
                id=new_id(), person=person, kind=kind, subject=asdict(subject), text=asdict(text), link=link, once=once
            )
            for person in dict.fromkeys(persons)
            if person
        ),
        ignore_conflicts=bool(once),
    )


def mark_read(viewer: Viewer, *, notice: str = "") -> int:
    """Mark one own notice as read, or all without ``notice``; how many were. One query."""
    if not viewer.person:
        return 0
    own = Notice.objects.filter(person=viewer.person, read_at__isnull=True)
    return (own.filter(id=notice) if notice else own).update(read_at=Now())


def _send(box: Mailbox, count: int) -> bool:
    """Write one e-mail; whether the server took it."""
    subject, text = mail_text(
        language="ru" if box.language == "ru" else "en", count=count, link=f"{settings.PUBLIC_ADDRESS}/notices"
    )
    try:
        send_mail(subject, text, None, [box.email])
    except (SMTPException, OSError):
        # The address stays out of the log: who hears of what is nobody's business.
        _logger.warning("an e-mail about notices was not taken by the server; tried again soon", exc_info=True)
        return False
    return True


def mail_pending(choice: MailChoice, *, now: datetime) -> int:
    """Write one e-mail to each person who chose ``choice`` and has notices nobody wrote about; how many were sent.

    Not in a transaction, since mail servers are slow: notices are claimed first, so that a second sender leaves them,
    and given back when the server refuses.
    """
    sent = 0
    pending = to_mail(choice, now=now)
    boxes = mailboxes(pending)
    for person, ids in pending.items():
        if person not in boxes:
            continue
        claimed = Notice.objects.filter(id__in=ids, mailed_at__isnull=True).update(mailed_at=now)
        if not claimed:
            continue
        if _send(boxes[person], claimed):
            sent += 1
        else:
            Notice.objects.filter(id__in=ids, mailed_at=now).update(mailed_at=None)
    return sent
