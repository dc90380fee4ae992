"""Writing papers. Whoever acts on a paper must see it: otherwise it is missing, and says so in the same words."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from django.db import IntegrityError, transaction

from secretariat.access.actions import NotSeen, new_id, place
from secretariat.access.rules import SECRETARIAT, Compartment, Viewer, see
from secretariat.audit.actions import log
from secretariat.audit.rules import SEALED, Actor, content_hash
from secretariat.papers import models
from secretariat.papers.queries import outcome_of, paper, wording_of
from secretariat.papers.rules import LONGEST_TITLE, Paper, PaperKind, StepKind, accepted_file, last_step
from secretariat.search.actions import index_rows
from secretariat.search.rules import Wording


class UnableToWrite(Exception):
    """The paper cannot be written as it stands: ``reason`` is a word the pages have in two languages."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason.replace("_", " "))


class WrittenMeanwhile(Exception):
    """Somebody else wrote a newer version: ``current`` is the paper as it is, nothing of either text is lost."""

    def __init__(self, current: Paper) -> None:
        self.current = current
        super().__init__(f"version {current.version.number} is newer")


def _entry(actor: Actor, it: Compartment, *, action: str, what: str, stated: object) -> None:
    """Log an act on a paper; what the secretariat may not see leaves a sealed entry that nobody is shown."""
    is_open = see(SECRETARIAT, it)
    log(
        actor if is_open else SEALED,
        action=action,
        object_name=what if is_open else "papers",
        hashes=[content_hash(stated)],
    )


def _seen(viewer: Viewer, key: str) -> Paper:
    found = paper(viewer, key)
    if found is None:
        raise NotSeen(key)
    return found


def _own(viewer: Viewer, key: str) -> Paper:
    """A paper that the viewer's organisation may still write."""
    found = _seen(viewer, key)
    reason = "" if viewer.organisation in found.compartment.originators else "not_originator"
    if not reason and last_step(found.steps, StepKind.ISSUED) is not None:
        reason = "paper_issued"
    if reason:
        raise UnableToWrite(reason)
    return found


def begin_paper(
    actor: Actor,
    viewer: Viewer,
    *,
    kind: PaperKind,
    title: str,
    body: Mapping[str, Any],
    compartment: Compartment,
    about: str = "",
) -> str:
    """Make a paper with its first version in its first compartment. The id of the paper.

    Raises :class:`UnableToWrite` and :class:`..access.rules.UnableToPlace`.
    """
    key = new_id()
    with transaction.atomic():
        row = models.Paper.objects.create(
            key=key,
            kind=kind.value,
            about=about,
            organisation=viewer.organisation,
            person=viewer.person,
            created_at=datetime.now(UTC),
        )
        place(actor, viewer, key, compartment)
        _write(actor, viewer, row, compartment, number=1, title=title, body=body)
    return key


def _write(
    actor: Actor,
    viewer: Viewer,
    row: models.Paper,
    it: Compartment,
    *,
    number: int,
    title: str,
    body: Mapping[str, Any],
) -> None:
    stated_title = title.strip()
    if not stated_title or len(stated_title) > LONGEST_TITLE:
        reason = "title_needed" if not stated_title else "title_too_long"
        raise UnableToWrite(reason)
    now = datetime.now(UTC)
    stated = {"paper": row.key, "number": number, "title": stated_title, "body": body}
    written = models.Version.objects.create(
        key=f"{row.key}.{number}",
        paper=row,
        number=number,
        title=stated_title,
        body=dict(body),
        at=now,
        person=viewer.person,
        content_hash=content_hash(stated),
    )
    index_rows([wording_of(written)])
    _entry(actor, it, action="write paper", what=f"papers.Paper: {row.key}", stated=stated)


def every_wording() -> Iterator[Wording]:
    """What every version of every paper says to somebody who searches: for the index alone."""
    yield from map(wording_of, models.Version.objects.order_by("pk").iterator())


def write_paper(actor: Actor, viewer: Viewer, key: str, *, base: int, title: str, body: Mapping[str, Any]) -> int:
    """Add a version, written from version ``base``; the number of the newest version afterwards.

    A text that changes nothing adds none. Raises :class:`NotSeen`, :class:`UnableToWrite` where the viewer's
    organisation did not originate the paper or it was issued, and :class:`WrittenMeanwhile` where ``base`` is not the
    newest version.
    """
    with transaction.atomic():
        found = _own(viewer, key)
        if found.version.number != base:
            raise WrittenMeanwhile(found)
        if found.version.title == title.strip() and dict(found.version.body) == dict(body):
            return base
        try:
            with transaction.atomic():
                row = models.Paper.objects.get(key=key)
                _write(actor, viewer, row, found.compartment, number=base + 1, title=title, body=body)
        except IntegrityError as error:  # another process was faster than the look above
            raise WrittenMeanwhile(_seen(viewer, key)) from error
    return base + 1


def hold_paper(key: str) -> None:
    """Let others who act on this paper wait until the transaction ends: what was read stays true. For rooms above."""
    list(models.Paper.objects.select_for_update().filter(key=key).values_list("pk"))


def take_step(actor: Actor, viewer: Viewer, key: str, kind: StepKind, *, text: str = "") -> str:
    """Record a step; its receipt: a hash over the paper, the version, the step and the instant.

    Which steps may follow which is the business of the room that works with the kind of paper. Raises :class:`NotSeen`.
    """
    with transaction.atomic():
        hold_paper(key)
        found = _seen(viewer, key)
        now = datetime.now(UTC)
        number = len(found.steps) + 1
        stated = {
            "paper": key,
            "version": found.version.content_hash,
            "step": kind.value,
            "number": number,
            "at": now.isoformat(),
            "organisation": viewer.organisation,
            "text": text,
        }
        receipt = content_hash(stated)
        models.Step.objects.create(
            paper_id=key,
            number=number,
            kind=kind.value,
            at=now,
            person=viewer.person,
            organisation=viewer.organisation,
            version=found.version.number,
            text=text,
            receipt=receipt,
        )
        _entry(actor, found.compartment, action=f"paper {kind.value}", what=f"papers.Paper: {key}", stated=stated)
    return receipt


def attach_file(
    actor: Actor,
    viewer: Viewer,
    key: str,
    *,
    name: str,
    content: bytes,
    media_type: str = "",  # noqa: ARG001  # what the sender calls it; the file itself is asked
) -> str:
    """Put a file to a paper of the viewer's own organisation. The id of the file.

    Raises :class:`NotSeen`, :class:`UnableToWrite` where another organisation originated the paper, and
    :class:`..rules.UnableToTakeFile` for a file that is not taken: of another kind, too large, or marked as classified.
    """
    kept_name, kind = accepted_file(name, content)
    return attach_made(actor, viewer, key, name=kept_name, content=content, media_type=kind)


def attach_made(actor: Actor, viewer: Viewer, key: str, *, name: str, content: bytes, media_type: str) -> str:
    """Put a file that this program has made to a paper of the viewer's own organisation; its kind is not asked.

    The id of the file. Raises :class:`NotSeen`, and :class:`UnableToWrite` as :func:`write_paper`.
    """
    with transaction.atomic():
        found = _own(viewer, key)
        row = models.Attachment.objects.create(
            key=new_id(),
            paper_id=key,
            name=name,
            media_type=media_type,
            size=len(content),
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
            at=datetime.now(UTC),
            person=viewer.person,
        )
        stated = {"paper": key, "file": row.key, "sha256": row.sha256, "name": row.name}
        _entry(actor, found.compartment, action="attach file", what=f"papers.Paper: {key}", stated=stated)
    return row.key


def keep_unsent(viewer: Viewer, form: str, *, fields: Mapping[str, Any], base: int = 0) -> datetime:
    """Keep what the viewer has typed so far; the instant of keeping. An empty form is forgotten.

    Raises :class:`NotSeen` for somebody who is not signed in.
    """
    if not viewer.person:
        raise NotSeen(form)
    now = datetime.now(UTC)
    if fields:
        models.Unsent.objects.update_or_create(
            person=viewer.person, form=form, defaults={"fields": dict(fields), "base": base, "saved_at": now}
        )
    else:
        forget_unsent(viewer, form)
    return now


def forget_unsent(viewer: Viewer, form: str) -> None:
    """What was typed has been sent, or is given up."""
    models.Unsent.objects.filter(person=viewer.person, form=form).delete()


def remember_outcome(viewer: Viewer, token: str, outcome: str) -> str:
    """Keep where a form led, in the transaction of what it did; sent again it leads there and does nothing else.

    Raises ``IntegrityError`` where the same form is being sent twice at once: the second one's transaction ends.
    """
    models.Submission.objects.create(token=token, person=viewer.person, at=datetime.now(UTC), outcome=outcome)
    return outcome


def earlier_outcome(viewer: Viewer, token: str) -> str | None:
    """Where this form led when it was sent before."""
    return outcome_of(viewer, token) if token else None


def once(viewer: Viewer, token: str, act: Callable[[], str]) -> str:
    """Do what a form asks, once: sent again with the same ``token`` it leads where it led before and does nothing.

    ``act`` answers with the address it leads to; an error in it undoes everything, the remembering too.
    """
    earlier = earlier_outcome(viewer, token)
    if earlier is not None:
        return earlier
    try:
        with transaction.atomic():
            outcome = act()
            return remember_outcome(viewer, token, outcome) if token else outcome
    except IntegrityError:  # the same form is being sent twice at this moment, and the other one came first
        earlier = earlier_outcome(viewer, token)
        if earlier is None:
            raise
        return earlier
