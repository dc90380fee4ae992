from datetime import UTC, date, datetime
from typing import Any

import pytest

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.kernel import Standing
from secretariat.partners.queries import partner_register, partners
from secretariat.partners.rules import LinkState, PartnerState, Seat
from secretariat.sources.pack.loading import load_pack

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, tzinfo=UTC)
MINSK = date(2011, 5, 31)


def test_partners_on_a_day_with_links_members_in_common_and_what_is_open(register) -> None:
    found = {each.partner.key: each for each in partners(SECRETARIAT, on=MINSK, known_at=NOW)}
    assert list(found) == ["EurAsEC", "SCO", "SCO-RATS"]
    sco = found["SCO"]
    assert (sco.link_state, sco.since, sco.members_in_common) == (
        LinkState.IN_FORCE,
        date(2007, 10, 5),
        ("KG", "KZ", "RU", "TJ", "UZ"),
    )
    assert [status.follow_up.key for status in sco.open_follow_ups] == ["F-1"]
    assert found["EurAsEC"].members_in_common is None
    assert (found["EurAsEC"].link_state, found["EurAsEC"].standing) == (LinkState.UNKNOWN, Standing.UNKNOWN)


def test_body_has_its_own_links_and_the_members_of_its_whole(register) -> None:
    before = partner_register(SECRETARIAT, on=MINSK, known_at=NOW).overview("SCO-RATS")
    after = partner_register(SECRETARIAT, on=date(2011, 6, 14), known_at=NOW).overview("SCO-RATS")
    assert before is not None
    assert after is not None
    assert (before.link_state, before.links) == (LinkState.NONE, ())
    assert (after.link_state, after.links[0].link.binds) == (LinkState.IN_FORCE, ("KZ", "RU"))
    assert before.members_in_common == ("KG", "KZ", "RU", "TJ", "UZ")


def test_partner_that_ceased_is_listed_with_its_successor_and_the_successor_only_then(register) -> None:
    late = partner_register(SECRETARIAT, on=date(2022, 12, 31), known_at=NOW)
    ended = late.overview("EurAsEC")
    assert ended is not None
    assert (ended.link_state, ended.since, ended.existence.successor) == (LinkState.CEASED, date(2015, 1, 1), "EAEU")
    assert ended.existence.state is PartnerState.CEASED
    assert late.overview("EAEU") is not None
    assert [status.overdue for status in ended.open_follow_ups] == [True]
    assert partner_register(SECRETARIAT, on=MINSK, known_at=NOW).overview("EAEU") is None


def test_end_that_is_not_known_yet_has_not_come(register) -> None:
    then = partner_register(SECRETARIAT, on=date(2015, 6, 1), known_at=datetime(2014, 1, 1, tzinfo=UTC))
    overview = then.overview("EurAsEC")
    assert overview is not None
    assert overview.existence.state is PartnerState.EXISTS


def test_seat_of_any_state_and_history_come_from_one_reading(register, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(13):
        found = partner_register(SECRETARIAT, on=MINSK, known_at=NOW)
    with django_assert_num_queries(0):
        assert found.seat("SCO", "BY") is Seat.DIALOGUE_PARTNER
        assert found.seat("NOBODY", "BY") is Seat.UNKNOWN
        assert {code: len(periods) for code, periods in found.history("SCO").items()}["BY"] == 1
        assert found.history("NOBODY") == {}


def test_hidden_partner_does_not_exist_for_the_public(pack_of, partner_tables, actor) -> None:
    hidden = "- {id: QUIET, name: {en: Quiet}, short: {en: Q}, mark: secretariat}\n"
    load_pack(actor, pack_of(more_partners=hidden), partner_tables)
    assert partner_register(SECRETARIAT, on=MINSK, known_at=NOW).overview("QUIET") is not None
    assert partner_register(PUBLIC, on=MINSK, known_at=NOW).overview("QUIET") is None


def test_register_without_an_organisation_has_partners_and_no_members(make_pack, partner_tables, actor) -> None:
    load_pack(actor, make_pack(partners="- {id: UN, name: {en: United Nations}, short: {en: UN}}\n"), partner_tables)
    (found,) = partners(SECRETARIAT, on=MINSK, known_at=NOW)
    assert (found.overlap.places, found.link_state) == ((), LinkState.NONE)


def test_corrected_act_is_answered_as_it_was_known(pack_of, partner_tables, actor) -> None:
    wrong = "- {id: MOU-2, link: MOU, kind: signed, date: '2007-10-06', known_from: 2012-01-01, corrects: MOU-1}\n"
    load_pack(actor, pack_of(more_link_acts=wrong), partner_tables)

    def since(known_at: datetime) -> date | None:
        overview = partner_register(SECRETARIAT, on=MINSK, known_at=known_at).overview("SCO")
        return overview.since if overview else None

    assert since(datetime(2011, 5, 31, tzinfo=UTC)) == date(2007, 10, 5)
    assert since(NOW) == date(2007, 10, 6)
