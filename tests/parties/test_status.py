# ruff: noqa: E501  # a row of the record stands on one line
"""Treaty status from the public record of the Collective Security Treaty and its instruments."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.parties.rules import (
    ActKind,
    EntryRule,
    EntryRuleKind,
    InForce,
    Instrument,
    PartyState,
    PartyStatus,
    State,
    TreatyAct,
    in_force_on,
    members_on,
    status_on,
)
from secretariat.sources.rules import Alternative, Basis

SIX = ("AM", "BY", "KG", "KZ", "RU", "TJ")


def act(
    kind: ActKind, state: str | None, when: str | None, *, effective: str | None = None, standing: Standing = Standing.CONFIRMED,
    other: dict[str, str] | None = None, instrument: str = "CST",
) -> TreatyAct:  # fmt: skip
    others = (Alternative(tuple(other.items()), ("S05",)),) if other else ()
    return TreatyAct(
        key=f"{instrument}-{kind}-{state}-{when}",
        instrument=instrument,
        kind=kind,
        state=state,
        when=ImpreciseDate.parse(when) if when else None,
        effective=ImpreciseDate.parse(effective) if effective else None,
        basis=Basis("key", standing, ("S04",), others),
    )


def instrument(kind: EntryRuleKind = EntryRuleKind.UNKNOWN, **rule: object) -> Instrument:
    return Instrument("CST", "treaty", LocalizedText("Treaty"), EntryRule(kind, **rule))  # type: ignore[arg-type]


CST = instrument(EntryRuleKind.ALL)
RECORD = [
    *[act(ActKind.SIGNATURE, state, "1992-05-15") for state in ("AM", "KG", "KZ", "RU", "TJ", "UZ")],
    act(ActKind.SIGNATURE, "AZ", "1993-09-24"),
    act(ActKind.SIGNATURE, "GE", "1993-09-09", standing=Standing.DISPUTED, other={"date": "1993-12-09"}),
    act(ActKind.SIGNATURE, "BY", "1993-12-31"),
    act(ActKind.ANNOUNCEMENT, None, "1994-04-20"),
    *[act(ActKind.LAPSE, state, "1999-04-20") for state in ("AZ", "GE", "UZ")],
    act(ActKind.DECLARATION, "UZ", "2006-06-23"),
    act(ActKind.ACCESSION, "UZ", "2006-08-16"),
    act(ActKind.RATIFICATION, "UZ", "2008-03-28"),
    act(ActKind.DECLARATION, "UZ", "2012-06-28"),
    act(ActKind.SUSPENSION, "UZ", "2012-12-19", standing=Standing.DISPUTED, other={"kind": "withdrawal"}),
    act(ActKind.DECLARATION, "AM", "2024-02-22"),
]


def status(state: str, day: str, acts: Sequence[TreatyAct] = RECORD, treaty: Instrument = CST) -> PartyStatus:
    on = date.fromisoformat(day)
    happened = [each for each in acts if each.when is None or each.when.has_happened_by(on)]
    return status_on(state, treaty, happened, in_force_on(treaty, happened, on), on)


def entry(day: str, acts: Sequence[TreatyAct], treaty: Instrument) -> InForce:
    on = date.fromisoformat(day)
    return in_force_on(treaty, [each for each in acts if each.when and each.when.has_happened_by(on)], on)


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("1994-04-19", ""),
        ("1994-04-20", "AM AZ BY GE KG KZ RU TJ UZ"),
        ("1999-04-19", "AM AZ BY GE KG KZ RU TJ UZ"),
        ("1999-05-01", "AM BY KG KZ RU TJ"),
        ("2006-08-15", "AM BY KG KZ RU TJ"),
        ("2011-05-31", "AM BY KG KZ RU TJ UZ"),
        ("2013-01-01", "AM BY KG KZ RU TJ UZ"),
        ("2025-01-01", "AM BY KG KZ RU TJ UZ"),
    ],
)
def test_the_members_on_a_day(day: str, members: str) -> None:
    states = [State(code, LocalizedText(code), LocalizedText(code)) for code in ("AZ", "GE", "UZ", *SIX)]
    found = members_on(states, CST, RECORD, date.fromisoformat(day))
    assert " ".join(member.state.code for member in found) == members


def test_a_party_that_did_not_sign_the_prolongation_lapses() -> None:
    assert status("AZ", "1999-04-19").status is PartyState.PARTY
    assert status("AZ", "1999-04-20").status is PartyState.LAPSED


def test_a_return_is_dated_from_the_consent_not_from_its_announcement() -> None:
    assert status("UZ", "2006-08-01").status is PartyState.LAPSED
    back = status("UZ", "2011-05-31")
    assert (back.status, back.since) == (PartyState.PARTY, date(2006, 8, 16))


def test_a_suspended_party_stays_bound_and_a_dispute_about_it_is_shown() -> None:
    before, after = status("UZ", "2012-12-18"), status("UZ", "2013-01-01")
    assert before.status is PartyState.PARTY
    assert [each.when for each in before.declarations][-1] == ImpreciseDate.parse("2012-06-28")
    assert (after.status, after.since, after.standing) == (PartyState.SUSPENDED, date(2012, 12, 19), Standing.DISPUTED)
    assert after.disputed == (PartyState.WITHDRAWN,)
    assert after.status.is_bound


def test_a_disputed_date_leaves_its_mark_on_the_status() -> None:
    georgia = status("GE", "1995-01-01")
    assert (georgia.status, georgia.standing) == (PartyState.PARTY, Standing.DISPUTED)
    between = status("GE", "1993-10-01")
    assert (between.status, between.disputed) == (PartyState.SIGNATORY, (PartyState.NONE,))


def test_a_unilateral_freeze_is_listed_and_changes_nothing() -> None:
    armenia = status("AM", "2025-01-01")
    assert (armenia.status, armenia.since, armenia.standing) == (
        PartyState.PARTY,
        date(1994, 4, 20),
        Standing.CONFIRMED,
    )
    assert [each.kind for each in armenia.declarations] == [ActKind.DECLARATION]
    assert status("AM", "2024-02-21").declarations == ()


def test_a_lifted_suspension_leaves_a_party() -> None:
    acts = [*RECORD, act(ActKind.LIFTING, "UZ", "2014-01-01")]
    assert status("UZ", "2014-01-01", acts).status is PartyState.PARTY


def test_a_notice_of_withdrawal_takes_effect_on_the_day_it_names() -> None:
    acts = [*RECORD, act(ActKind.NOTICE_OF_WITHDRAWAL, "AM", "2024-06-01", effective="2025-06-01")]
    waiting = status("AM", "2025-05-31", acts)
    assert waiting.status is PartyState.PARTY
    assert [each.kind for each in waiting.declarations][-1] is ActKind.NOTICE_OF_WITHDRAWAL
    left = status("AM", "2025-06-01", acts)
    assert (left.status, left.since) == (PartyState.WITHDRAWN, date(2025, 6, 1))


def test_an_expelled_party_may_sign_again_and_is_then_a_signatory() -> None:
    acts = [*RECORD, act(ActKind.EXPULSION, "KG", "2030-01-01"), act(ActKind.SIGNATURE, "KG", "2031-01-01")]
    assert status("KG", "2030-06-01", acts).status is PartyState.EXPELLED
    assert status("KG", "2031-06-01", acts).status is PartyState.SIGNATORY


def test_an_observer_is_not_bound_until_it_consents() -> None:
    acts = [*RECORD, act(ActKind.OBSERVER_STATUS, "RS", "2013-04-11"), act(ActKind.ACCESSION, "RS", "2020-01-01")]
    assert status("RS", "2019-01-01", acts).status is PartyState.OBSERVER
    assert not PartyState.OBSERVER.is_bound
    assert not PartyState.PARTNER.is_bound
    assert status("RS", "2020-01-01", acts).status is PartyState.PARTY


FORCE = [
    *[act(ActKind.SIGNATURE, state, "2009-06-14") for state in ("AM", "KG", "KZ", "RU", "TJ")],
    act(ActKind.SIGNATURE, "BY", "2009-10"),
    act(ActKind.RATIFICATION, "KZ", "2010-02-17"),
    act(ActKind.RATIFICATION, "RU", "2010-12-27"),
    *[act(ActKind.RATIFICATION, state, None, standing=Standing.UNKNOWN) for state in ("AM", "BY", "KG", "TJ")],
    act(ActKind.ANNOUNCEMENT, None, "2010-09-10"),
]


def test_a_member_that_did_not_sign_is_no_party_to_the_agreement_of_2009() -> None:
    assert status("UZ", "2011-05-31", FORCE, instrument()).status is PartyState.NONE


def test_a_ratification_nobody_found_leaves_the_status_unknown_once_in_force() -> None:
    assert status("AM", "2010-09-09", FORCE, instrument()).status is PartyState.SIGNATORY
    armenia = status("AM", "2011-05-31", FORCE, instrument())
    assert (armenia.status, armenia.standing) == (PartyState.UNKNOWN, Standing.UNKNOWN)


def test_each_state_is_bound_from_its_own_consent_once_in_force() -> None:
    assert status("KZ", "2010-09-09", FORCE, instrument()).status is PartyState.CONSENTED
    assert status("KZ", "2010-09-10", FORCE, instrument()).since == date(2010, 9, 10)
    assert status("RU", "2010-12-26", FORCE, instrument()).status is PartyState.SIGNATORY
    assert status("RU", "2011-05-31", FORCE, instrument()).since == date(2010, 12, 27)


def test_an_imprecise_signature_counts_from_its_last_possible_day() -> None:
    assert status("BY", "2009-10-30", FORCE, instrument()).status is PartyState.NONE
    assert status("BY", "2009-10-31", FORCE, instrument()).status is PartyState.SIGNATORY


CONSENTS = [
    act(ActKind.SIGNATURE, "AM", "2010-12-10"), act(ActKind.SIGNATURE, "BY", "2010-12-10"),
    act(ActKind.SIGNATURE, "KZ", "2010-12-10"), act(ActKind.RATIFICATION, "BY", "2011-08-01"),
    act(ActKind.RATIFICATION, "KZ", "2011-11-28"), act(ActKind.RATIFICATION, "AM", "2012-12-19"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "since"),
    [
        (instrument(EntryRuleKind.ALL), date(2012, 12, 19)),
        (instrument(EntryRuleKind.DEPOSITS, deposits=2), date(2011, 11, 28)),
        (instrument(EntryRuleKind.DEPOSITS, deposits=2, delay_days=30), date(2011, 12, 28)),
        (instrument(EntryRuleKind.DEPOSITS, deposits=4), None),
        (instrument(EntryRuleKind.NAMED, states=("AM", "BY")), date(2012, 12, 19)),
        (instrument(EntryRuleKind.NAMED, states=("BY", "RU")), None),
        (instrument(EntryRuleKind.SIGNATURE), date(2010, 12, 10)),
        (instrument(EntryRuleKind.UNKNOWN), None),
    ],
)
def test_an_entry_clause_is_met_on_its_day(rule: Instrument, since: date | None) -> None:
    found = entry("2013-01-01", CONSENTS, rule)
    assert found.since == since
    if since is not None:
        day_before = entry((since - timedelta(days=1)).isoformat(), CONSENTS, rule)
        assert not day_before.in_force
        assert found.standing is Standing.DERIVED


def test_who_signs_or_joins_later_does_not_undo_the_entry_into_force() -> None:
    later = [*CONSENTS, act(ActKind.SIGNATURE, "UZ", "2013-06-01")]
    for kind in (EntryRuleKind.ALL, EntryRuleKind.SIGNATURE):
        rule = instrument(kind)
        assert entry("2014-01-01", later, rule).since == entry("2013-01-01", later, rule).since


def test_an_amendment_binds_nobody_before_it_is_in_force() -> None:
    protocol = instrument(EntryRuleKind.ALL)
    assert [status(state, "2011-12-31", CONSENTS, protocol).status for state in ("AM", "BY", "KZ")] == [
        PartyState.SIGNATORY, PartyState.CONSENTED, PartyState.CONSENTED,
    ]  # fmt: skip
    assert {status(state, "2012-12-19", CONSENTS, protocol).since for state in ("AM", "BY", "KZ")} == {
        date(2012, 12, 19)
    }


def test_a_later_party_is_bound_after_its_own_delay_and_stays_so() -> None:
    rule = instrument(EntryRuleKind.DEPOSITS, deposits=2, later_delay_days=30)
    assert status("AM", "2013-01-17", CONSENTS, rule).status is PartyState.CONSENTED
    assert status("AM", "2013-01-18", CONSENTS, rule).since == date(2013, 1, 18)
    again = [*CONSENTS, act(ActKind.APPROVAL, "AM", "2014-01-01")]
    assert status("AM", "2014-01-02", again, rule).status is PartyState.PARTY, "a second consent takes nothing away"


def test_a_regulation_waits_for_the_instruments_it_takes_effect_with() -> None:
    rule = instrument(EntryRuleKind.WITH, instruments=("CHARTER-P2010", "CST-P2010"))
    on, signed = date(2013, 1, 1), [act(ActKind.SIGNATURE, "AM", "2010-12-10")]
    assert not in_force_on(rule, signed, on, {"CST-P2010": date(2012, 12, 19)}).in_force
    both = in_force_on(rule, signed, on, {"CST-P2010": date(2012, 12, 19), "CHARTER-P2010": date(2012, 9, 19)})
    assert both.since == date(2012, 12, 19)


def test_an_announcement_that_differs_from_the_clause_is_a_dispute() -> None:
    acts = [*CONSENTS, act(ActKind.ANNOUNCEMENT, None, "2012-09-19")]
    found = entry("2013-01-01", acts, instrument(EntryRuleKind.DEPOSITS, deposits=2))
    assert (found.announced, found.computed, found.standing) == (
        date(2012, 9, 19),
        date(2011, 11, 28),
        Standing.DISPUTED,
    )
    agreed = entry(
        "2013-01-01", [*CONSENTS, act(ActKind.ANNOUNCEMENT, None, "2012-12-19")], instrument(EntryRuleKind.ALL)
    )
    assert agreed.standing is Standing.CONFIRMED


def test_a_state_has_the_name_it_bore_on_the_day() -> None:
    state = State(
        "MK", LocalizedText("North Macedonia"), LocalizedText("x"), ((date(2019, 2, 12), LocalizedText("Macedonia")),)
    )
    assert state.name_on(date(2019, 2, 11)).en == "Macedonia"
    assert state.name_on(date(2019, 2, 12)).en == "North Macedonia"


DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))
STATES = ("AM", "BY", "KG")


@st.composite
def records(draw: st.DrawFn) -> list[TreatyAct]:
    kinds = st.sampled_from([kind for kind in ActKind if kind is not ActKind.ANNOUNCEMENT])
    rows = draw(st.lists(st.tuples(kinds, st.sampled_from(STATES), DAYS), max_size=12, unique=True))
    acts = [act(kind, state, day.isoformat()) for kind, state, day in rows]
    if (announced := draw(st.none() | DAYS)) is not None:
        acts.append(act(ActKind.ANNOUNCEMENT, None, announced.isoformat()))
    return acts


RULES = st.sampled_from(
    [
        instrument(), instrument(EntryRuleKind.ALL), instrument(EntryRuleKind.SIGNATURE),
        instrument(EntryRuleKind.DEPOSITS, deposits=2, delay_days=30, later_delay_days=30),
        instrument(EntryRuleKind.NAMED, states=("AM", "BY")),
    ]
)  # fmt: skip


@given(records(), RULES, DAYS)
def test_a_status_never_depends_on_later_acts(acts: list[TreatyAct], rule: Instrument, on: date) -> None:
    happened = [each for each in acts if each.when is None or each.when.has_happened_by(on)]
    force = in_force_on(rule, happened, on)
    for state in STATES:
        assert status_on(state, rule, acts, force, on).status == status_on(state, rule, happened, force, on).status


@given(records(), RULES, DAYS, st.randoms(use_true_random=False))
def test_the_order_of_the_record_changes_nothing(acts: list[TreatyAct], rule: Instrument, on: date, random) -> None:
    shuffled = list(acts)
    random.shuffle(shuffled)
    for state in STATES:
        first, second = status(state, on.isoformat(), acts, rule), status(state, on.isoformat(), shuffled, rule)
        assert (first.status, first.since, first.standing) == (second.status, second.since, second.standing)


@given(records(), RULES, DAYS)
def test_only_a_state_that_acted_for_itself_is_bound(acts: list[TreatyAct], rule: Instrument, on: date) -> None:
    for state in STATES:
        if status(state, on.isoformat(), acts, rule).status.is_bound:
            kinds = {each.kind for each in acts if each.state == state and each.when and each.when.latest <= on}
            consents = {
                "definitive_signature",
                "signature",
                "ratification",
                "acceptance",
                "approval",
                "accession",
                "succession",
            }
            assert {kind.value for kind in kinds} & consents


@given(records(), RULES, DAYS, st.integers(0, 2_000))
def test_an_instrument_in_force_stays_in_force(acts: list[TreatyAct], rule: Instrument, on: date, days: int) -> None:
    if entry(on.isoformat(), acts, rule).in_force:
        assert entry((on + timedelta(days=days)).isoformat(), acts, rule).in_force
