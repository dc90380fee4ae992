"""The way of a report, as rules."""

from datetime import UTC, date, datetime

import pytest

from secretariat.access.rules import Body, Viewer
from secretariat.decisions.rules import Claim
from secretariat.desk.rules import ReportDraft, ReportState, mistakes_in, report_state, steps_open_to
from secretariat.papers.rules import Step, StepKind

KG = "state:KG"
TODAY = date(2011, 5, 31)


def _steps(*kinds: StepKind) -> list[Step]:
    at = datetime(2011, 5, 31, tzinfo=UTC)
    return [Step(number, kind, at, "p", KG, 1) for number, kind in enumerate(kinds, 1)]


def _viewer(body: Body, code: str, *duties: str) -> Viewer:
    return Viewer(body, code, person="p", duties=frozenset(duties))


HEAD = _viewer(Body.DELEGATION, "KG", "head")
DESK = _viewer(Body.DELEGATION, "KG", "desk")
DRAFTER = _viewer(Body.SECRETARIAT, "", "drafter")


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), ReportState.WRITING),
        ((StepKind.SENT,), ReportState.WITH_HEAD),
        ((StepKind.SENT, StepKind.RETURNED), ReportState.SENT_BACK),
        ((StepKind.SENT, StepKind.SUBMITTED), ReportState.SUBMITTED),
        ((StepKind.SUBMITTED, StepKind.RETURNED), ReportState.RETURNED),
        ((StepKind.SUBMITTED, StepKind.ACCEPTED), ReportState.ACCEPTED),
        ((StepKind.SUBMITTED, StepKind.WITHDRAWN), ReportState.WITHDRAWN),
    ],
)
def test_the_steps_say_where_a_report_is(kinds, state):
    assert report_state(_steps(*kinds)) is state


def test_only_the_head_submits():
    assert steps_open_to(DESK, ReportState.WRITING, organisation=KG) == {StepKind.SENT}
    assert steps_open_to(HEAD, ReportState.WRITING, organisation=KG) == {StepKind.SENT, StepKind.SUBMITTED}
    assert steps_open_to(DESK, ReportState.WITH_HEAD, organisation=KG) == frozenset()


def test_the_secretariat_answers_only_what_was_submitted():
    for state in ReportState:
        open_steps = steps_open_to(DRAFTER, state, organisation=KG)
        answers = {StepKind.RETURNED, StepKind.ACCEPTED}
        assert open_steps == (answers if state is ReportState.SUBMITTED else frozenset())


def test_no_duty_opens_a_step_with_another_delegations_report():
    head = _viewer(Body.DELEGATION, "KZ", "head", "desk", "drafter")
    assert all(not steps_open_to(head, state, organisation=KG) for state in ReportState)


def test_what_is_accepted_is_final():
    for viewer in (DESK, HEAD, DRAFTER):
        for state in (ReportState.ACCEPTED, ReportState.RETURNED, ReportState.WITHDRAWN):
            assert not steps_open_to(viewer, state, organisation=KG)


def test_a_report_says_what_until_when_and_in_words():
    empty = ReportDraft(None, None, None)
    assert [each.field for each in mistakes_in(empty, on=TODAY)] == ["claimed", "period_end", "text_en"]
    whole = ReportDraft(Claim.IN_PROGRESS, date(2011, 1, 1), TODAY, text_ru="Идёт работа")
    assert mistakes_in(whole, on=TODAY) == []


def test_a_report_speaks_of_no_day_that_has_not_come():
    ahead = ReportDraft(Claim.IMPLEMENTED, None, date(2011, 6, 1), text_en="Done")
    assert [each.word for each in mistakes_in(ahead, on=TODAY)] == ["report_end_in_future"]
    backwards = ReportDraft(Claim.IMPLEMENTED, date(2011, 5, 2), date(2011, 5, 1), text_en="Done")
    assert [each.word for each in mistakes_in(backwards, on=TODAY)] == ["report_end_before_start"]
