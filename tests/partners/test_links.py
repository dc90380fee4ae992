"""What has become of a link: rules without a database, on facts of the record."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.partners.rules import (
    Existence,
    Link,
    LinkAct,
    LinkActKind,
    LinkKind,
    LinkState,
    LinkStatus,
    PartnerState,
    is_visible_on,
    link_status_on,
    strongest,
)
from secretariat.sources.rules import Alternative, Basis

MINSK = date(2011, 5, 31)
NEVER = date(1900, 1, 1)


def link(kind: LinkKind = LinkKind.MEMORANDUM, **rest) -> Link:
    basis = Basis("L", rest.pop("standing", Standing.CONFIRMED), rest.pop("sources", ()))
    return Link("L", "SCO", kind, LocalizedText("Memorandum"), basis, **rest)


def act(kind: LinkActKind, day: str | None, standing: Standing = Standing.CONFIRMED, **rest) -> LinkAct:
    key = f"L-{kind.value}-{day}"
    return LinkAct(key, "L", kind, ImpreciseDate.parse(day) if day else None, Basis(key, standing, ("S1",), **rest))


def test_memorandum_is_in_force_from_its_signature():
    acts = [act(LinkActKind.SIGNED, "2007-10-05")]
    before, after = link_status_on(link(), acts, date(2007, 10, 4)), link_status_on(link(), acts, date(2007, 10, 5))
    assert (before.state, before.since) == (LinkState.UNKNOWN, None)
    assert (after.state, after.since, after.standing) == (LinkState.IN_FORCE, date(2007, 10, 5), Standing.CONFIRMED)


def test_what_has_not_happened_yet_is_not_listed():
    acts = [act(LinkActKind.SIGNED, "2011-06-14")]
    assert not is_visible_on(link(), acts, MINSK)
    assert is_visible_on(link(), acts, date(2011, 6, 14))


def test_signature_alone_does_not_bring_into_force_what_waits_for_more():
    waiting = link(LinkKind.AGREEMENT, awaits_entry=True)
    signed = [act(LinkActKind.SIGNED, "2003-05-01")]
    assert link_status_on(waiting, signed, MINSK).state is LinkState.SIGNED
    entered = [*signed, act(LinkActKind.ENTERED_INTO_FORCE, "2004-05-01")]
    assert link_status_on(waiting, entered, MINSK).since == date(2004, 5, 1)


def test_link_whose_day_nobody_found_stays_listed_as_unknown():
    sought = act(LinkActKind.SIGNED, None, Standing.UNKNOWN)
    drafted = [act(LinkActKind.DRAFT_AGREED, "2009-02-26"), sought]
    status = link_status_on(link(LinkKind.PROTOCOL), drafted, MINSK)
    assert is_visible_on(link(), drafted, date(2000, 1, 1))
    assert (status.state, status.since, status.standing) == (LinkState.UNKNOWN, None, Standing.UNKNOWN)
    assert set(status.acts) == set(drafted)


def test_link_that_was_looked_for_is_listed_without_any_act_and_another_is_not():
    assert is_visible_on(link(standing=Standing.UNKNOWN), [], MINSK)
    assert not is_visible_on(link(), [], MINSK)


def test_links_end_with_the_partner_and_the_unknown_stays_unknown():
    ended = Existence(PartnerState.CEASED, date(2015, 1, 1), Standing.REPORTED)
    made = link_status_on(link(), [act(LinkActKind.SIGNED, "2007-10-05")], date(2022, 12, 31), ended)
    assert (made.state, made.since, made.standing) == (LinkState.CEASED, date(2015, 1, 1), Standing.REPORTED)
    assert link_status_on(link(), [], date(2022, 12, 31), ended).state is LinkState.UNKNOWN
    over = [act(LinkActKind.SIGNED, "2007-10-05"), act(LinkActKind.TERMINATED, "2009-01-01")]
    assert link_status_on(link(), over, date(2022, 12, 31), ended).state is LinkState.TERMINATED


def test_suspension_and_resumption_need_a_link_in_force():
    acts = [act(LinkActKind.SUSPENDED, "2005-01-01"), act(LinkActKind.SIGNED, "2006-01-01")]
    assert link_status_on(link(), acts, MINSK).state is LinkState.IN_FORCE
    acts += [act(LinkActKind.SUSPENDED, "2007-01-01")]
    assert link_status_on(link(), acts, MINSK).state is LinkState.SUSPENDED
    acts += [act(LinkActKind.RESUMED, "2008-01-01")]
    assert link_status_on(link(), acts, MINSK).state is LinkState.IN_FORCE


def test_request_after_the_adoption_takes_nothing_back():
    acts = [act(LinkActKind.ADOPTED, "2010-03-02"), act(LinkActKind.REQUESTED, "2010-06-01")]
    assert link_status_on(link(LinkKind.RESOLUTION), acts, MINSK).state is LinkState.ADOPTED


def test_readings_that_differ_make_the_status_disputed():
    other = Alternative((("kind", "draft_agreed"),), ("S2",))
    acts = [act(LinkActKind.SIGNED, "2009-02-26", Standing.DISPUTED, alternatives=(other,))]
    status = link_status_on(link(), acts, MINSK)
    assert (status.state, status.disputed, status.standing) == (
        LinkState.IN_FORCE,
        (LinkState.DRAFTED,),
        Standing.DISPUTED,
    )


def test_date_known_to_the_month_counts_from_its_last_day_and_is_shown_as_it_is_known():
    acts = [act(LinkActKind.SIGNED, "2006-07")]
    assert not is_visible_on(link(), acts, date(2006, 7, 30))
    status = link_status_on(link(), acts, date(2006, 7, 31))
    assert (status.since, str(status.when)) == (date(2006, 7, 31), "2006-07")


def test_firmest_link_stands_for_the_partner():
    def status(state: LinkState, since: date | None) -> LinkStatus:
        return LinkStatus(link(), state, since, Standing.CONFIRMED)

    adopted, old = status(LinkState.ADOPTED, date(2001, 1, 1)), status(LinkState.IN_FORCE, date(2004, 12, 2))
    new, unknown = status(LinkState.IN_FORCE, date(2010, 3, 18)), status(LinkState.UNKNOWN, None)
    assert strongest([unknown, new, adopted, old]) is old
    assert strongest([]) is None


KINDS = st.sampled_from(list(LinkActKind))
DAYS = st.dates(date(2000, 1, 1), date(2020, 12, 31))
ACTS = st.lists(st.tuples(KINDS, st.one_of(st.none(), DAYS)), max_size=7)


@given(ACTS, DAYS, st.booleans())
def test_acts_after_the_day_change_nothing(drawn, on, awaits_entry):
    acts = [act(kind, day.isoformat() if day else None) for kind, day in drawn]
    happened = [each for each in acts if each.when is None or each.when.latest <= on]
    tied = link(awaits_entry=awaits_entry)
    assert link_status_on(tied, acts, on) == link_status_on(tied, happened, on)


@given(ACTS, DAYS)
def test_order_in_which_acts_were_recorded_changes_nothing(drawn, on):
    acts = [act(kind, day.isoformat() if day else None) for kind, day in drawn]
    status = link_status_on(link(), acts, on)
    assert link_status_on(link(), acts[::-1], on).state is status.state
    assert status.since is None or status.since <= on
    assert status.state is not LinkState.CEASED
