"""Reading decisions and what they say."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import connections
from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce, Collate

from secretariat.access.rules import Viewer
from secretariat.decisions import models
from secretariat.decisions.queries.commitments import CommitmentView, commitments
from secretariat.decisions.rules import Collective, Decision, Force, Procedure, Provision
from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.sources.queries import as_known, as_of, basis_of


@dataclass(frozen=True, slots=True)
class ProvisionNode:
    """A provision with the commitments under it and the provisions inside it."""

    provision: Provision
    commitments: tuple[CommitmentView, ...]
    children: "tuple[ProvisionNode, ...]"


@dataclass(frozen=True, slots=True)
class DecisionDetail:
    """A decision, what it says, who has to do what, and which decisions replaced it."""

    decision: Decision
    provisions: tuple[ProvisionNode, ...]
    commitments: tuple[CommitmentView, ...]
    replaced_by: tuple[str, ...]


def _decision(row: Any, known_at: datetime) -> Decision:
    return Decision(
        key=row.identity,
        organ=row.organ_id,
        meeting=row.meeting_id,
        symbol=row.symbol,
        kind=row.kind,
        title=LocalizedText.of(row.title),
        when=ImpreciseDate.parse(row.date) if row.date else None,
        basis=basis_of(row, known_at),
        gist=LocalizedText.of(row.gist),
        item=row.item_id,
        procedure=Procedure(row.procedure) if row.procedure else None,
        participants=tuple(sorted(row.participants)),
        not_participating=tuple(sorted(row.not_participating)),
        instrument=row.instrument_id,
        replaces=row.replaces_id,
    )


def _adopted(
    viewer: Viewer, on: date, known_at: datetime, meeting: str | None, organ: str | None = None
) -> QuerySet[models.Decision]:
    rows = as_of(viewer, models.Decision, on, known_at)
    if meeting is not None:
        rows = rows.filter(meeting=meeting)
    return rows if organ is None else rows.filter(organ=organ)


def _in_order(rows: Iterable[models.Decision], known_at: datetime) -> list[Decision]:
    return [_decision(row, known_at) for row in sorted(rows, key=lambda row: (row.latest or date.max, row.identity))]


def decisions(
    viewer: Viewer, *, on: date, known_at: datetime, meeting: str | None = None, organ: str | None = None
) -> list[Decision]:
    """The decisions adopted by ``on``, by date and key, of one meeting or organ if named. One query."""
    return _in_order(_adopted(viewer, on, known_at, meeting, organ), known_at)


def decision_count(viewer: Viewer, *, on: date, known_at: datetime, meeting: str | None = None) -> int:
    """How many decisions had been adopted by ``on``, at one meeting if named. One query."""
    return _adopted(viewer, on, known_at, meeting).count()


def newest_decisions(
    viewer: Viewer, *, on: date, known_at: datetime, start: int, count: int | None, meeting: str | None = None
) -> list[Decision]:
    """Some of the decisions adopted by ``on``, newest first: what ``decisions`` gives, backwards. One query.

    From the one numbered ``start``, ``count`` of them or all that follow.
    """
    rows = _adopted(viewer, on, known_at, meeting)
    letters = "C" if connections[rows.db].vendor == "postgresql" else "BINARY"
    rows = rows.order_by("-latest", Collate(Coalesce("corrects", "key"), letters).desc())
    return [_decision(row, known_at) for row in rows[start : None if count is None else start + count]]


def _provision(row: Any, known_at: datetime) -> Provision:
    return Provision(
        key=row.identity,
        decision=row.decision_id,
        number=row.number,
        text=LocalizedText.of(row.text),
        verb=row.verb,
        force=Force(row.force),
        collective=Collective(row.collective),
        basis=basis_of(row, known_at),
        parent=row.parent_id,
    )


def _in_number_order(provision: Provision) -> tuple[list[tuple[int, str]], str]:
    """Order by number as people write it: 2 before 10, 2.1 inside 2."""
    parts = provision.number.replace("(", ".").replace(")", "").split(".")
    return [(int(part) if part.isascii() and part.isdigit() else 0, part) for part in parts], provision.key


def decision(viewer: Viewer, key: str, *, on: date, known_at: datetime) -> DecisionDetail | None:
    """One decision with its tree of provisions and the status of its commitments; ``None`` when not adopted by ``on``.

    The number of queries does not depend on how many provisions and commitments there are.
    """
    about = _adopted(viewer, on, known_at, None).filter(Q(key=key) | Q(corrects=key) | Q(replaces=key))
    near = {each.key: each for each in _in_order(about, known_at)}
    if key not in near:
        return None
    found = [_provision(row, known_at) for row in as_known(viewer, models.Provision, known_at).filter(decision=key)]
    views = commitments(viewer, on=on, known_at=known_at, decision=key)
    keys = {provision.key for provision in found}

    def nodes(parent: str | None) -> tuple[ProvisionNode, ...]:
        inside = [each for each in found if (each.parent if each.parent in keys else None) == parent]
        return tuple(
            ProvisionNode(
                provision=each,
                commitments=tuple(view for view in views if each.key in view.status.commitment.provisions),
                children=nodes(each.key),
            )
            for each in sorted(inside, key=_in_number_order)
        )

    return DecisionDetail(
        decision=near[key],
        provisions=nodes(None),
        commitments=tuple(views),
        replaced_by=tuple(each.key for each in near.values() if each.replaces == key),
    )
