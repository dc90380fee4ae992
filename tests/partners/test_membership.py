"""Who is in a partner: the rules of treaties, applied to its membership."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.parties.rules import ActKind, PartyState, TreatyAct, in_force_on, status_on
from secretariat.partners.rules import (
    Constitution,
    Existence,
    Partner,
    PartnerAct,
    PartnerActKind,
    PartnerKind,
    PartnerState,
    Seat,
    constitution_of,
    existence_on,
    membership_history,
    overlap_on,
    party_status,
    place_on,
    seat_of_members,
)
from secretariat.sources.rules import Alternative, Basis

MINSK = date(2011, 5, 31)
EURASEC = Partner("EurAsEC", PartnerKind.ORGANISATION, LocalizedText("Community"), LocalizedText("EurAsEC"), Basis("E"))
CODES = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")


def membership(state: str, kind: ActKind, day: str | None, standing=Standing.CONFIRMED, **rest) -> TreatyAct:
    key = f"EurAsEC-{state}-{kind.value}"
    when = ImpreciseDate.parse(day) if day else None
    return TreatyAct(key, "EurAsEC", kind, state, when, Basis(key, standing, ("T87",), **rest))


def event(kind: PartnerActKind, day: str | None, successor: str | None = None) -> PartnerAct:
    when = ImpreciseDate.parse(day) if day else None
    return PartnerAct(kind.value, "EurAsEC", kind, when, Basis(kind.value), successor)


def eurasec(founded: bool = True) -> Constitution:
    members = [membership(code, ActKind.RATIFICATION, "2001-05") for code in ("BY", "KG", "KZ", "RU", "TJ")]
    suspension = Alternative((("kind", "declaration"),), ("T92",))
    return constitution_of(
        EURASEC,
        [event(PartnerActKind.FOUNDED, "2001-05")] if founded else [],
        [
            *members,
            membership("AM", ActKind.OBSERVER_STATUS, "2003-04"),
            membership("UZ", ActKind.ACCESSION, "2006-01-25"),
            membership("UZ", ActKind.SUSPENSION, "2008-11-12", Standing.DISPUTED, alternatives=(suspension,)),
        ],
    )


def test_overlap_is_a_place_for_each_member():
    overlap = overlap_on(eurasec(), CODES, MINSK)
    seats = {place.state: place.seat for place in overlap.places}
    assert seats == {
        "AM": Seat.OBSERVER,
        **dict.fromkeys(("BY", "KG", "KZ", "RU", "TJ"), Seat.MEMBER),
        "UZ": Seat.SUSPENDED,
    }
    assert overlap.members == ("BY", "KG", "KZ", "RU", "TJ", "UZ")


def test_suspension_that_may_be_a_mere_declaration_is_disputed():
    place = place_on(eurasec(), "UZ", MINSK)
    assert (place.seat, place.standing, place.disputed) == (Seat.SUSPENDED, Standing.DISPUTED, (Seat.MEMBER,))


def test_nobody_is_a_member_before_the_founding():
    assert overlap_on(eurasec(), CODES, date(2001, 5, 30)).members == ()
    assert overlap_on(eurasec(), CODES, date(2001, 5, 31)).members == ("BY", "KG", "KZ", "RU", "TJ")


def test_first_consent_founds_a_partner_whose_founding_is_not_recorded():
    assert overlap_on(eurasec(founded=False), CODES, MINSK).members == ("BY", "KG", "KZ", "RU", "TJ", "UZ")


def test_membership_that_nobody_recorded_is_unknown_and_not_none():
    overlap = overlap_on(constitution_of(EURASEC, [], []), CODES, MINSK)
    assert {place.seat for place in overlap.places} == {Seat.UNKNOWN}
    assert overlap.members is None


def test_member_looked_for_and_not_found_is_unknown_among_the_known():
    acts = [
        membership("BY", ActKind.ACCESSION, "2001-05-31"),
        membership("AM", ActKind.ACCESSION, None, Standing.UNKNOWN),
    ]
    overlap = overlap_on(constitution_of(EURASEC, [], acts), ("AM", "BY", "UZ"), MINSK)
    assert [place.seat for place in overlap.places] == [Seat.UNKNOWN, Seat.MEMBER, Seat.NONE]
    assert overlap.members == ("BY",)


def test_partner_that_ceased_has_no_members_and_names_its_successor():
    ended = existence_on(
        [event(PartnerActKind.FOUNDED, "2001-05"), event(PartnerActKind.CEASED, "2015-01-01", "EAEU")],
        date(2022, 12, 31),
    )
    assert (ended.state, ended.since, ended.successor) == (PartnerState.CEASED, date(2015, 1, 1), "EAEU")
    overlap = overlap_on(eurasec(), CODES, date(2022, 12, 31), existence=ended)
    assert overlap.members == ()
    assert {place.seat for place in overlap.places} == {Seat.FORMER}
    periods = membership_history(eurasec(), "BY", date(2022, 12, 31), date(2015, 1, 1))
    assert [(each.status.status, each.period.end) for each in periods] == [(PartyState.PARTY, date(2015, 1, 1))]


def test_partner_exists_from_its_founding_to_its_end():
    acts = [event(PartnerActKind.FOUNDED, "2001-05-31"), event(PartnerActKind.CEASED, "2015-01-01")]
    states = [existence_on(acts, day).state for day in (date(2001, 5, 30), date(2001, 5, 31), date(2015, 1, 1))]
    assert states == [PartnerState.NOT_FOUNDED, PartnerState.EXISTS, PartnerState.CEASED]
    assert existence_on([], MINSK) == Existence(PartnerState.EXISTS, None, Standing.UNKNOWN)


def test_body_has_the_members_of_the_partner_it_belongs_to():
    recorded = {"EurAsEC": eurasec(), "COURT": constitution_of(EURASEC, [], [])}
    part_of = {"EurAsEC": None, "COURT": "EurAsEC"}
    found = seat_of_members("COURT", part_of, recorded)
    assert found is recorded["EurAsEC"]
    place = place_on(found, "BY", MINSK, asked="COURT")
    assert (place.partner, place.through, place.seat) == ("COURT", "EurAsEC", Seat.MEMBER)
    assert place_on(found, "BY", MINSK, asked="EurAsEC").through is None


def test_bodies_in_a_circle_end_where_they_began():
    empty = constitution_of(EURASEC, [], [])
    assert seat_of_members("A", {"A": "B", "B": "A"}, {"A": empty, "B": empty}) is empty


KINDS = st.sampled_from([kind for kind in ActKind if kind is not ActKind.ANNOUNCEMENT])
DAYS = st.dates(date(2001, 6, 1), date(2014, 12, 31))


@given(st.lists(st.tuples(st.sampled_from(CODES), KINDS, DAYS), max_size=8), DAYS)
def test_membership_is_decided_by_the_rules_of_treaties_and_no_others(drawn, on):
    founded = event(PartnerActKind.FOUNDED, "2001-05-31")
    acts = [membership(code, kind, day.isoformat()) for code, kind, day in drawn]
    constitution = constitution_of(EURASEC, [founded], acts)
    happened = [act for act in constitution.acts if act.when and act.when.has_happened_by(on)]
    entry = in_force_on(constitution.instrument, happened, on)
    for code in CODES:
        expected = status_on(code, constitution.instrument, happened, entry, on)
        assert party_status(constitution, code, on) == expected
        assert place_on(constitution, code, on).seat.is_member == expected.status.is_bound or not acts
