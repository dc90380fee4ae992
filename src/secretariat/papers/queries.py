"""Reading papers: a paper that a viewer may not see is in no list, no count, no error."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from secretariat.access.queries import compartments, exists_for, visible_placements
from secretariat.access.rules import Distribution, Stage, Viewer
from secretariat.kernel import LocalizedText
from secretariat.papers import models
from secretariat.papers.rules import Attachment, Paper, PaperCard, PaperKind, Step, StepKind, Version, lines_of
from secretariat.search.queries import Shown
from secretariat.search.rules import Wording

SEARCHED = "papers.version"
"""The table as the index knows it."""


def visible_papers(viewer: Viewer) -> QuerySet[models.Paper]:
    """The rows of the papers that exist for ``viewer``: what every list, count and search starts from."""
    return models.Paper.objects.filter(exists_for(viewer))


def papers(
    viewer: Viewer,
    *,
    kinds: Iterable[PaperKind] | None = None,
    about: str | None = None,
    about_within: str | None = None,
    keys: Iterable[str] | None = None,
) -> list[Paper]:
    """Papers by the instant they were begun, newest first. Six queries, however many there are.

    ``about`` is what they are about, ``about_within`` what that begins with.
    """
    rows = visible_papers(viewer)
    if kinds is not None:
        rows = rows.filter(kind__in=[kind.value for kind in kinds])
    if about is not None:
        rows = rows.filter(about=about)
    if about_within is not None:
        rows = rows.filter(about__startswith=about_within)
    if keys is not None:
        rows = rows.filter(key__in=list(keys))
    # the content of a file is read only when somebody opens it
    files = models.Attachment.objects.defer("content").order_by("at", "key")
    found = list(
        rows.order_by("-created_at", "key").prefetch_related(
            Prefetch("versions", models.Version.objects.order_by("number")),
            Prefetch("steps", models.Step.objects.order_by("number")),
            Prefetch("attachments", files),
        )
    )
    placed = compartments(viewer, [row.key for row in found])
    return [
        Paper(
            key=row.key,
            kind=PaperKind(row.kind),
            about=row.about,
            organisation=row.organisation,
            person=row.person,
            created_at=row.created_at,
            compartment=placed[row.key],
            version=_version(list(row.versions.all())[-1]),
            steps=tuple(_step(step) for step in row.steps.all()),
            attachments=tuple(_attachment(file) for file in row.attachments.all()),
        )
        for row in found
        if row.key in placed  # placed anew between the two readings: it is gone
    ]


def cards(viewer: Viewer) -> list[PaperCard]:
    """Every paper that exists for ``viewer`` as a list shows it, the one that changed last first. Three queries.

    Lists, counts and feeds are made of these and of nothing else: what is hidden cannot be counted.
    """
    placed = {
        key: (stage, mark) for key, stage, mark in visible_placements(viewer).values_list("object", "stage", "mark")
    }
    newest = {
        paper: (number, title, at)
        for paper, number, title, at in models.Version.objects.filter(paper__in=visible_papers(viewer))
        .order_by("number")
        .values_list("paper_id", "number", "title", "at")
    }
    found = [
        PaperCard(
            key=row.key,
            kind=PaperKind(row.kind),
            about=row.about,
            title=newest[row.key][1],
            organisation=row.organisation,
            person=row.person,
            stage=Stage(placed[row.key][0]),
            mark=Distribution(placed[row.key][1]),
            version=newest[row.key][0],
            created_at=row.created_at,
            changed_at=newest[row.key][2],
        )
        for row in visible_papers(viewer)
        if row.key in placed and row.key in newest
    ]
    return sorted(found, key=lambda card: (card.changed_at, card.key), reverse=True)


def paper(viewer: Viewer, key: str) -> Paper | None:
    """One paper, or ``None``: the same for one that is hidden and one that never was."""
    return next(iter(papers(viewer, keys=[key])), None)


def _newest_versions(viewer: Viewer) -> QuerySet[models.Version]:
    newer = models.Version.objects.filter(paper=OuterRef("paper"), number__gt=OuterRef("number"))
    return models.Version.objects.filter(~Exists(newer), paper__in=visible_papers(viewer))


def searched_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:  # noqa: ARG001  # as every room
    """The newest versions of the papers that exist for ``viewer`` now, whatever day is asked about. No query."""
    return {SEARCHED: Shown(partial(_newest_versions, viewer))}


def wording_of(row: models.Version) -> Wording:
    """What a version says to somebody who searches."""
    said = LocalizedText(*["\n".join(lines_of("", row.body)[1:])] * 2)
    return Wording(
        table=SEARCHED,
        key=row.key,
        identity=row.paper_id,
        place=row.paper_id,
        title=LocalizedText(en=row.title, ru=row.title),
        texts=(said,),
        day=row.at.date(),
    )


def versions(viewer: Viewer, key: str) -> list[Version]:
    """Every version of a paper, oldest first; none where the viewer does not see the paper."""
    rows = models.Version.objects.filter(paper__in=visible_papers(viewer).filter(key=key))
    return [_version(row) for row in rows.order_by("number")]


def versions_of(viewer: Viewer, keys: Iterable[str]) -> dict[str, list[Version]]:
    """Every version of some papers, oldest first, by paper; without those that the viewer does not see. One query."""
    rows = models.Version.objects.filter(paper__in=visible_papers(viewer).filter(key__in=list(keys)))
    found: dict[str, list[Version]] = {}
    for row in rows.order_by("paper", "number"):
        found.setdefault(row.paper_id, []).append(_version(row))
    return found


def file_content(viewer: Viewer, key: str) -> tuple[Attachment, bytes] | None:
    """A file and what is in it, if the viewer sees its paper."""
    row = models.Attachment.objects.filter(key=key, paper__in=visible_papers(viewer)).first()
    return (_attachment(row), bytes(row.content)) if row else None


def unsent(viewer: Viewer, form: str) -> models.Unsent | None:
    """What the viewer has typed into a form and not sent."""
    return models.Unsent.objects.filter(person=viewer.person, form=form).first() if viewer.person else None


def outcome_of(viewer: Viewer, token: str) -> str | None:
    """Where a form led that the viewer has sent already; ``None`` for one that was not sent yet."""
    return models.Submission.objects.filter(token=token, person=viewer.person).values_list("outcome", flat=True).first()


def _version(row: Any) -> Version:
    return Version(row.number, row.title, row.body, row.at, row.person, row.content_hash)


def _step(row: Any) -> Step:
    return Step(
        row.number, StepKind(row.kind), row.at, row.person, row.organisation, row.version, row.text, row.receipt
    )


def _attachment(row: Any) -> Attachment:
    return Attachment(row.key, row.name, row.media_type, row.size, row.sha256, row.at, row.person)
