"""What the rows of the joint forces' files mean to each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps

from secretariat.kernel import ImpreciseDate
from secretariat.organs.rules import QuorumRule
from secretariat.response.pack.membership import membership_of, newest
from secretariat.response.queries import reading
from secretariat.response.rules import (
    ActivationActKind,
    Around,
    CaseAct,
    ConsultationActKind,
    ContributionKind,
    Decided,
    RequestActKind,
    Voices,
    course_of,
)
from secretariat.sources.pack.tables import Objection, PackTable, Placed, Rows

_AT_LAST = datetime.max.replace(tzinfo=UTC)
_OF_A_STATE = frozenset(
    {RequestActKind.HOST_APPROVED, RequestActKind.HOST_WITHDREW, RequestActKind.WITHDRAWN, RequestActKind.OFF_AGENDA}
)


def pledges(rows: Rows) -> Iterator[Objection]:
    """A share belongs to the budget, persons to everything else; a period ends after it starts."""
    for placed in rows["pledges"]:
        row: Any = placed.row
        is_budget = row.kind is ContributionKind.BUDGET
        if is_budget and row.persons is not None:
            yield placed, ("persons",), "persons as a share of the budget", "percent"
        if not is_budget and row.percent is not None:
            yield placed, ("percent",), f"a share of the costs with the kind {row.kind.value}", "kind budget"
        if row.start is not None and row.until is not None and row.until <= row.start:
            yield placed, ("until",), f"not after its start {row.start}", "a later day"


def requests(rows: Rows) -> Iterator[Objection]:
    """What a state does about a request names the state."""
    for placed in rows.get("request_acts", []):
        row: Any = placed.row
        if row.kind in _OF_A_STATE and row.state is None:
            yield placed, (), f"{row.kind.value} by nobody", "state with its ISO code"
        if (row.kind is RequestActKind.ANSWERED) is (row.decision is None):
            yield placed, ("decision",), "an answer and its decision belong together", "decision with kind answered"


def acts(rows: Rows) -> Iterator[Objection]:
    """A close is final and has a day: what it opened cannot be sealed again."""
    for placed in rows["consultation_acts"]:
        row: Any = placed.row
        if row.date is None:
            yield placed, (), "a close without a day", "date"
        if row.retracted:
            yield placed, ("retracted",), "the answers have been opened by it", "a close that stands"


def consents(rows: Rows) -> Iterator[Objection]:
    """A pack holds no sealed answer: the close of the consultation stands in the same pack."""
    closed = {
        placed.row.consultation  # type: ignore[attr-defined]  # rows of consultation_acts
        for placed in rows.get("consultation_acts", [])
        if placed.row.kind is ConsultationActKind.CLOSED  # type: ignore[attr-defined]
    }
    for placed in rows["consents"]:
        row: Any = placed.row
        if row.consultation not in closed:
            wrong = f"the consultation {row.consultation} is not closed in this pack"
            yield placed, ("consultation",), wrong, "answers only after the close; until then each member gives its own"


def activations(rows: Rows) -> Iterator[Objection]:
    """A mandate has a first day, an extension a new end and its decision, a member's withdrawal the member."""
    for placed in rows["activations"]:
        if getattr(placed.row, "date", None) is None:
            yield placed, (), "a mandate without its first day", "date"
    for placed in rows.get("activation_acts", []):
        row: Any = placed.row
        extends = row.kind is ActivationActKind.EXTENDED
        if extends and (row.until is None or row.decision is None):
            yield placed, (), "an extension without its end or its decision", "until and decision"
        if not extends and row.until is not None:
            yield placed, ("until",), f"a new end with the kind {row.kind.value}", "kind extended"
        if row.kind is ActivationActKind.MEMBER_WITHDREW and row.state is None:
            yield placed, (), "a withdrawal of nobody", "state with its ISO code"


_MAKERS: dict[str, tuple[str, Callable[[Any, datetime], CaseAct]]] = {
    "request_acts": ("response.RequestAct", reading.request_act_of),
    "consultations": ("response.Consultation", reading.consultation_of),
    "consents": ("response.Consent", reading.consent_of),
    "consultation_acts": ("response.ConsultationAct", reading.consultation_act_of),
    "activations": ("response.Activation", reading.activation_of),
    "activation_acts": ("response.ActivationAct", reading.activation_act_of),
    "contributions": ("response.Contribution", reading.contribution_of),
}


def _made(name: str, model: str, make: Callable[[Any, datetime], Any], rows: Rows) -> Iterator[tuple[Placed, Any]]:
    """What the dated rows of a table say, each with its place; a row corrected later does not count."""
    for placed in newest(rows.get(name, [])):
        if getattr(placed.row, "date", None) is None:
            continue
        table = PackTable(name, type(placed.row), model)
        yield placed, make(apps.get_model(model)(**table.values_of(placed)), _AT_LAST)


def _around(rows: Rows, opened: dict[str, Any], closing: dict[str, date], mentioned: dict[str, set[str]]) -> Around:
    """Who has a say, as far as the pack says; where it holds no organisation, everybody who is mentioned."""
    parties = membership_of(rows)
    instrument = {placed.row.id: getattr(placed.row, "instrument", None) for placed in newest(rows.get("forces", []))}
    voices = {
        key: Voices(frozenset(mentioned[each.request]))
        if parties is None
        else parties.voices_on(closing.get(key, date.max), instrument.get(each.force))
        for key, each in opened.items()
    }
    decided = {}
    for placed in newest(rows.get("decisions", [])):
        row: Any = placed.row
        decided[row.corrects or row.id] = Decided(row.organ, ImpreciseDate.parse(row.date) if row.date else None)
    quorum = {placed.row.id: getattr(placed.row, "quorum", QuorumRule.UNKNOWN) for placed in rows.get("organs", [])}
    return Around(voices, quorum, decided)


def cases(rows: Rows) -> Iterator[Objection]:
    """No act that consent does not carry: the course of every request refuses it."""
    made = {name: list(_made(name, model, make, rows)) for name, (model, make) in _MAKERS.items()}
    opened = {act.key: act for _, act in made["consultations"]}
    begun = {act.key: act for _, act in made["activations"]}
    closing = {act.consultation: act.when.latest for _, act in made["consultation_acts"]}
    grouped: dict[str, list[CaseAct]] = defaultdict(list)
    mentioned: dict[str, set[str]] = defaultdict(set)
    places: dict[int, Placed] = {}
    for placed, act in (pair for pairs in made.values() for pair in pairs):
        owner = act
        if hasattr(act, "consultation"):
            owner = opened.get(act.consultation)
        elif hasattr(act, "activation"):
            owner = begun.get(act.activation)
        if owner is not None:  # else it belongs to a case in the register, whose course the actions watch
            grouped[owner.request].append(act)
            places[id(act)] = placed
            if getattr(act, "state", None) is not None:
                mentioned[owner.request].add(act.state)
    around = _around(rows, opened, closing, mentioned)
    for _, request in _made("requests", "response.Request", reading.request_of, rows):
        for refused in course_of(request, grouped[request.key], around=around, on=date.max).refused:
            yield places[id(refused.act)], (), refused.reason, f"what the course of {request.key} allows"
