from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.access.rules import Body, Viewer
from secretariat.jobs.rules import (
    ATTEMPTS,
    BEAT,
    LOST_AFTER,
    JobState,
    due_at,
    is_open,
    may_follow,
    predecessors,
    state_after_loss,
    viewer_from_json,
    viewer_to_json,
)

START, END = (datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1971, 2100))
INSTANTS = st.datetimes(min_value=START, max_value=END, timezones=st.just(UTC))


@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED, JobState.CANCELLED])
def test_nothing_follows_an_end(state: JobState) -> None:
    assert not any(may_follow(state, after) for after in JobState)
    assert not is_open(state)


def test_only_a_waiting_job_runs_and_only_a_running_one_is_done() -> None:
    assert predecessors(JobState.RUNNING) == {JobState.WAITING}
    assert predecessors(JobState.DONE) == {JobState.RUNNING}
    assert predecessors(JobState.FAILED) == {JobState.RUNNING}


def test_a_lost_job_may_wait_again_and_no_other_may() -> None:
    assert predecessors(JobState.WAITING) == {JobState.LOST}


def test_a_repeatable_job_is_repeated_once() -> None:
    after = [state_after_loss(is_repeatable=True, attempts=attempts, is_cancel_asked=False) for attempts in range(1, 4)]
    assert after == [JobState.WAITING, JobState.LOST, JobState.LOST]
    assert ATTEMPTS == 2


def test_a_job_that_may_not_be_repeated_stays_lost() -> None:
    assert state_after_loss(is_repeatable=False, attempts=1, is_cancel_asked=False) is JobState.LOST


@pytest.mark.parametrize("is_repeatable", [True, False])
def test_a_lost_job_that_was_to_stop_is_stopped(is_repeatable: bool) -> None:
    assert state_after_loss(is_repeatable=is_repeatable, attempts=1, is_cancel_asked=True) is JobState.CANCELLED


def test_a_worker_that_misses_a_few_beats_is_not_gone() -> None:
    assert LOST_AFTER >= 5 * BEAT


@given(now=INSTANTS, every=st.integers(1, 10_000), at=st.integers(0, 10_000))
def test_what_is_due_was_due_less_than_one_period_ago(now: datetime, every: int, at: int) -> None:
    period = timedelta(minutes=every)
    due = due_at(every=period, at=timedelta(minutes=at), now=now)
    assert due <= now < due + period
    assert due_at(every=period, at=timedelta(minutes=at), now=due) == due


def test_every_day_at_six_is_due_at_six() -> None:
    grid = {"every": timedelta(days=1), "at": timedelta(hours=6)}
    morning = datetime(2011, 5, 31, 6, tzinfo=UTC)
    assert due_at(**grid, now=morning - timedelta(minutes=1)) == morning - timedelta(days=1)
    assert due_at(**grid, now=morning) == morning


def test_a_job_reads_for_exactly_who_asked() -> None:
    viewer = Viewer(Body.DELEGATION, "KG", "ab12", active=False, seats=frozenset({"CFM"}), groups=frozenset({"x", "a"}))
    assert viewer_from_json(viewer_to_json(viewer)) == viewer
