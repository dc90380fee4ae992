"""The whole register of commitments on a day, in a constant number of queries."""

import json
from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from secretariat.access.rules import Viewer
from secretariat.decisions import models
from secretariat.decisions.queries.light import (
    AT_MOST_NAMED,
    as_text,
    first_and_last,
    known,
    known_standing,
    light_rows,
    lines_of,
    standing_column,
)
from secretariat.decisions.rules import (
    Assessor,
    Claim,
    Collective,
    Commitment,
    CommitmentActKind,
    CommitmentKind,
    CommitmentStatus,
    Row,
    Rows,
    engagement_by_adoption,
    statuses_on,
)
from secretariat.kernel import Standing
from secretariat.sources.pack.reading import collector_at_rest


@dataclass(frozen=True, slots=True)
class Adopted:
    """As much of a decision as counting needs."""

    key: str
    organ: str
    meeting: str | None
    day: date
    procedure: str | None
    participants: frozenset[str]
    not_participating: frozenset[str]


@dataclass(frozen=True, slots=True)
class Register:
    """Every decision adopted by a day and the status of every commitment, as known at an instant.

    ``rules`` gives each provision's collective rule.
    """

    on: date
    decisions: dict[str, Adopted]
    statuses: list[CommitmentStatus]
    rules: dict[str, Collective]

    def days(self, decisions: Iterable[str]) -> dict[str, date]:
        """The days of adoption of some decisions; those not adopted yet are left out."""
        return {key: self.decisions[key].day for key in decisions if key in self.decisions}


def adopted_decisions(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Adopted]:
    """Every decision adopted by ``on``, by key. Two queries."""
    hidden = lines_of(viewer, models.Decision, known_at).hidden
    rows = models.Decision.objects.filter(known(viewer, known_at), latest__lte=on).values_list(
        "key", "corrects_id", "organ_id", "meeting_id", as_text("latest"), "procedure",
        as_text("participants"), as_text("not_participating"),
    )  # fmt: skip
    found = {}
    for key, corrects, organ, meeting, day, procedure, participants, absent in rows:
        if key not in hidden:
            identity = corrects or key
            found[identity] = Adopted(
                identity, organ, meeting, date.fromisoformat(day), procedure, _states(participants), _states(absent)
            )
    return found


def _states(text: str) -> frozenset[str]:
    return frozenset(json.loads(text))


def provisions_by_key(viewer: Viewer, *, known_at: datetime) -> dict[str, tuple[str, Collective]]:
    """The decision and the collective rule of every provision. Two queries."""
    hidden = lines_of(viewer, models.Provision, known_at).hidden
    rules = {rule.value: rule for rule in Collective}
    return {
        corrects or key: (decision, rules[collective])
        for key, corrects, decision, collective in models.Provision.objects.filter(known(viewer, known_at)).values_list(
            "key", "corrects_id", "decision_id", "collective"
        )
        if key not in hidden
    }


def commitments_on(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    decisions: dict[str, Adopted],
    provisions: dict[str, tuple[str, Collective]],
    where: Q | None = None,
) -> list[Commitment]:
    """Every commitment assigned by ``on`` under a decision adopted by then, by key. Two queries."""
    hidden = lines_of(viewer, models.Commitment, known_at).hidden
    rows = models.Commitment.objects.filter(known(viewer, known_at), Q(latest__isnull=True) | Q(latest__lte=on))
    if where is not None:
        rows = rows.filter(where)
    columns: tuple[Any, ...] = (
        "key", "corrects_id", "provision_id", as_text("also_under"), "parent_id", "state_id", "organ_id", "kind",
        as_text("latest"), as_text("report_first"), "report_every_months", standing_column(models.Commitment),
        as_text("sources"),
    )  # fmt: skip
    kinds = {kind.value: kind for kind in CommitmentKind}
    standings = {standing.value: standing for standing in Standing}
    found = []
    for (
        key, corrects, provision, also_under, parent, state, organ, kind, day, report_first, every, standing, sources
    ) in rows.annotate(_alternatives_text=as_text("alternatives")).values_list(*columns):  # fmt: skip
        if key in hidden:
            continue
        places = (provision,) if also_under == "[]" else (provision, *json.loads(also_under))
        under = tuple(
            dict.fromkeys(
                provisions[each][0] for each in places if each in provisions and provisions[each][0] in decisions
            )
        )
        if not under:
            continue
        first = decisions[under[0]]
        found.append(
            Commitment(
                key=corrects or key,
                decision=under[0],
                provision=provision,
                kind=kinds[kind],
                adopted=first.day,
                assigned=first.day if day is None else date.fromisoformat(day),
                state=state,
                organ=organ,
                decisions=under,
                provisions=places,
                parent=parent,
                engagement=engagement_by_adoption(
                    state=state,
                    procedure=first.procedure,
                    participants=first.participants,
                    not_participating=first.not_participating,
                ),
                report_first=None if report_first is None else date.fromisoformat(report_first),
                report_every_months=every,
                standing=standings[known_standing(standing, known_at)],
                sources=() if sources == "[]" else tuple(json.loads(sources)),
            )
        )
    return sorted(found, key=lambda commitment: commitment.key)


def _evidence(viewer: Viewer, *, on: date, known_at: datetime, only: Collection[str] | None) -> list[Row]:
    """Evidence put to reports that count, dated by the report or the document, whichever is later.

    Three queries, five where reports were corrected.
    """
    hidden = lines_of(viewer, models.Evidence, known_at).hidden
    corrected = lines_of(viewer, models.Report, known_at).standing
    standing_rows: dict[str, Row] = {}
    if corrected:
        # For a report that was corrected, the row that stands says which commitment and day it is about.
        keys = [key for key in corrected.values() if key is not None]
        rows_that_stand = light_rows(viewer, models.Report, "claimed", on=on, known_at=known_at, where=Q(key__in=keys))
        standing_rows = {row[2]: row for row in rows_that_stand}
    rows = models.Evidence.objects.filter(
        known(viewer, known_at),
        # One look-up a row; as conditions on a join SQLite would read all reports first.
        Exists(models.Report.objects.filter(known(viewer, known_at), key=OuterRef("report_id"))),
        Q(latest__isnull=True) | Q(latest__lte=on),
    )
    if only is not None and len(only) <= AT_MOST_NAMED:
        rows = rows.filter(report__commitment__in=only)
    found: list[Row] = []
    last_day = on.isoformat()
    for commitment, report_day, report, day, key, bearing, standing, sources in rows.values_list(
        "report__commitment_id", as_text("report__latest"), "report_id", as_text("latest"), "key", "bearing",
        "standing", as_text("sources"),
    ):  # fmt: skip
        about, reported = commitment, report_day
        if report in corrected:
            row = standing_rows.get(corrected[report] or "")
            about, reported = (None, None) if row is None else row[:2]
        if about is None or reported is None or reported > last_day or key in hidden:
            continue
        found.append((about, max(reported, day or ""), key, bearing, standing, sources))
    return found


def _deciding_reports(viewer: Viewer, **limits: Any) -> list[Row]:
    """The reports that can decide a status: the last one and the first claim of each commitment. Four queries.

    Of commitments that were blocked or ended by an act, all of them: there the order of everything counts.
    """
    eventful = models.CommitmentAct.objects.exclude(
        kind__in=[
            each.value for each in (CommitmentActKind.ACCEPTED, CommitmentActKind.DECLINED, CommitmentActKind.STARTED)
        ]
    )
    ends = first_and_last(viewer, models.Report, "claimed", first_of=Claim.IMPLEMENTED.value, **limits)
    every = light_rows(
        viewer, models.Report, "claimed", where=Q(commitment__in=eventful.values("commitment")), **limits
    )
    return list(dict.fromkeys([*ends, *every])) if every else ends


def rows_about(viewer: Viewer, *, on: date, known_at: datetime, only: Collection[str] | None = None) -> Rows:
    """Everything on record about commitments by ``on`` that can decide their status, lightly. Thirteen queries."""
    limits: Any = {"on": on, "known_at": known_at, "only": only}
    return Rows(
        acts=light_rows(viewer, models.CommitmentAct, "kind", **limits),
        deadlines=light_rows(viewer, models.Deadline, "due", **limits),
        reports=_deciding_reports(viewer, **limits),
        evidence=_evidence(viewer, **limits),
        assessments=light_rows(viewer, models.Assessment, "result", where=~Q(assessor=Assessor.SELF.value), **limits),
    )


def under_decisions(commitments: list[Commitment], decisions: AbstractSet[str]) -> list[Commitment]:
    """The commitments under some decisions, and their parts under whatever decision."""
    chosen = {each.key for each in commitments if not decisions.isdisjoint(each.decisions)}
    size = -1
    while len(chosen) > size:
        size = len(chosen)
        chosen |= {each.key for each in commitments if each.parent in chosen}
    return [each for each in commitments if each.key in chosen]


@collector_at_rest()
def register(viewer: Viewer, *, on: date, known_at: datetime, decisions: AbstractSet[str] | None = None) -> Register:
    """The register on a day; ``decisions`` limits the commitments to those under some decisions, with their parts.

    Nineteen queries, however many commitments.
    """
    adopted = adopted_decisions(viewer, on=on, known_at=known_at)
    provisions = provisions_by_key(viewer, known_at=known_at)
    commitments = commitments_on(viewer, on=on, known_at=known_at, decisions=adopted, provisions=provisions)
    only = None
    if decisions is not None:
        commitments = under_decisions(commitments, decisions)
        only = [each.key for each in commitments]
    rows = rows_about(viewer, on=on, known_at=known_at, only=only)
    return Register(
        on=on,
        decisions=adopted,
        statuses=statuses_on(commitments, rows, on),
        rules={key: rule for key, (_, rule) in provisions.items()},
    )
