"""Reading what a drafter typed about an edition: nothing is lost, whatever is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from secretariat.organs.rules import MeetingState
from secretariat.review.queries.editions import free_symbol, is_symbol_taken, meetings_to_review
from secretariat.review.rules.editions import LONGEST_SYMBOL, Audience, EditionPlan, reader_of
from secretariat.sources.forms import Question
from secretariat.sources.rules import end_of

FIELDS = ("sitting", "as_of", "symbol", "audience", "previous")


@dataclass(frozen=True, slots=True)
class Mistake:
    """A field that is missing or does not fit, and the word that says how."""

    field: str
    word: str


def typed_in(posted: QueryDict) -> dict[str, str]:
    """What was typed into the fields of the form."""
    return {name: posted.get(name, "").strip() for name in FIELDS}


def typed_from(plan: EditionPlan) -> dict[str, str]:
    """The fields of a form that says what a plan says."""
    return {
        "sitting": f"{plan.organ} {plan.meeting}",
        "as_of": plan.as_of.isoformat(),
        "symbol": plan.symbol,
        "audience": plan.audience.value,
        "previous": plan.previous,
    }


def sittings(states: list[MeetingState]) -> list[tuple[str, str, str, date]]:
    """What can be chosen: the value of the choice, the organ, the meeting's key and its first day."""
    return [
        (f"{organ} {state.meeting.key}", organ, state.meeting.key, state.interval.earliest)
        for state in states
        if state.interval is not None
        for organ in state.meeting.organs
    ]


def read_plan(
    typed: Mapping[str, str], question: Question, *, editions: Mapping[str, date]
) -> tuple[EditionPlan | None, list[Mistake]]:
    """The plan that was typed, or what has to be mended. ``editions`` are those it may be compared with, by id."""
    mistakes: list[Mistake] = []
    try:
        as_of = date.fromisoformat(typed["as_of"])
    except ValueError:
        as_of = None
        mistakes.append(Mistake("as_of", "edition_day_unreadable"))
    try:
        audience = Audience(typed["audience"])
    except ValueError:
        audience = Audience.MEMBERS
        mistakes.append(Mistake("audience", "edition_audience_needed"))
    organ, _, meeting = typed["sitting"].partition(" ")
    day = None
    if as_of is not None:
        known = meetings_to_review(reader_of(audience), on=as_of, known_at=end_of(as_of))
        day = next((each[3] for each in sittings(known) if each[0] == typed["sitting"]), None)
    if day is None and as_of is not None:
        mistakes.insert(0, Mistake("sitting", "edition_meeting_unknown"))
    if typed["previous"] and (
        typed["previous"] not in editions or (as_of is not None and editions[typed["previous"]] > as_of)
    ):
        mistakes.append(Mistake("previous", "edition_previous_later"))
    symbol = typed["symbol"]
    if len(symbol) > LONGEST_SYMBOL or any(letter.isspace() for letter in symbol):
        mistakes.append(Mistake("symbol", "edition_symbol_odd"))
    elif symbol and is_symbol_taken(question.viewer, symbol, known_at=question.known_at):
        mistakes.append(Mistake("symbol", "edition_symbol_taken"))
    if mistakes or as_of is None or day is None:
        return None, mistakes
    symbol = symbol or free_symbol(question.viewer, organ=organ, day=day, known_at=question.known_at)
    return EditionPlan(organ, meeting, day, as_of, symbol, audience, typed["previous"]), []
