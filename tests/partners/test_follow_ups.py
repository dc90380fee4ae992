"""What was agreed: open until somebody reports, overdue by its date alone."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.partners.rules import FollowUp, FollowUpAct, FollowUpActKind, FollowUpState, follow_up_on
from secretariat.sources.rules import Basis

HEADS = FollowUp("F", "CONTACT-2011-04-20", LocalizedText("Meeting of the heads"), Basis("F", sources=("T66",)))


def act(kind: FollowUpActKind, day: str, due: str | None = None) -> FollowUpAct:
    key = f"{kind.value}-{day}"
    return FollowUpAct(key, "F", kind, ImpreciseDate.parse(day), Basis(key), ImpreciseDate.parse(due) if due else None)


AGREED = act(FollowUpActKind.AGREED, "2011-04-20", "2011")


def test_nothing_is_open_before_it_was_agreed():
    assert follow_up_on(HEADS, [AGREED], date(2011, 4, 19)) is None


def test_silence_keeps_it_open_and_overdue_from_the_day_after_the_last_possible_day():
    for day, overdue in ((date(2011, 5, 31), False), (date(2011, 12, 31), False), (date(2012, 1, 1), True)):
        status = follow_up_on(HEADS, [AGREED], day)
        assert status is not None
        assert (status.state, status.overdue) == (FollowUpState.OPEN, overdue)


def test_what_was_done_or_dropped_is_never_overdue():
    for kind, state in ((FollowUpActKind.DONE, FollowUpState.DONE), (FollowUpActKind.DROPPED, FollowUpState.DROPPED)):
        status = follow_up_on(HEADS, [AGREED, act(kind, "2012-06-01")], date(2013, 1, 1))
        assert status is not None
        assert (status.state, status.since, status.overdue) == (state, date(2012, 6, 1), False)


def test_moved_date_keeps_the_first_one():
    moved = act(FollowUpActKind.MOVED, "2011-12-01", "2012-06-30")
    status = follow_up_on(HEADS, [AGREED, moved], date(2012, 3, 1))
    assert status is not None
    assert (str(status.first_due), str(status.due), status.moved, status.overdue) == ("2011", "2012-06-30", True, False)


def test_without_a_date_nothing_is_overdue():
    status = follow_up_on(HEADS, [act(FollowUpActKind.AGREED, "2011-04-20")], date(2030, 1, 1))
    assert status is not None
    assert (status.state, status.due, status.overdue) == (FollowUpState.OPEN, None, False)


DAYS = st.dates(date(2011, 4, 21), date(2014, 12, 31))


@given(st.lists(st.tuples(st.sampled_from(list(FollowUpActKind)), DAYS), max_size=6), DAYS)
def test_only_what_is_open_is_overdue_and_later_acts_change_nothing(drawn, on):
    acts = [AGREED, *(act(kind, day.isoformat(), "2012") for kind, day in drawn)]
    status = follow_up_on(HEADS, acts, on)
    assert status is not None
    assert not status.overdue or status.state is FollowUpState.OPEN
    assert status == follow_up_on(HEADS, [each for each in acts if each.when and each.when.latest <= on], on)
