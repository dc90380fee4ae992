"""An analyst lets the rules propose, says what comes of it, and everybody reads what was confirmed for them."""

import csv
import io
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.audit.queries import audit_entries
from secretariat.audit.rules import Actor
from secretariat.kernel import LocalizedText
from secretariat.review.queries.area import AreaRecord
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.pack.writing import dump_pack
from secretariat.watch.queries.findings import findings
from secretariat.watch.rules.findings import state_of
from secretariat.watch.rules.signals import Stage
from tests.people import SignedIn, signed_in
from tests.watch.counts import census

pytestmark = pytest.mark.django_db
PERIOD = "from=2010-06&to=2011-05&unit=region"
LIST = f"/watch/findings?{PERIOD}"
PROPOSE = f"/watch/findings/propose?{PERIOD}"


CENSUS = "kind: acled"
CHRONICLE = "kind: events, options: {event_id: event_id_cnty, start: event_date, kind: event_type, source: =SYN}"


def _pack(regions: int, kind: str) -> dict[str, str]:
    sheet = census()
    followed = [("afghanistan", "Afghanistan", "AF"), ("iraq", "Iraq", "IQ")]
    followed += [(f"region-{n}", f"Region {n}", "AF") for n in range(regions - 2)]
    return {
        "organisation": "id: SYN\nname: {en: SYNTHETIC}\nshort: {en: SYN}\nlanguages: [en]\nconstituent: TREATY\n",
        "states": "- {id: TJ, name: {en: Tajikistan}, protocol_name: {en: Tajikistan}}\n",
        "sources": "- {id: S0, title: {en: Source}, date: 2001-01-01}\n",
        "instruments": "- {id: TREATY, kind: treaty, title: {en: Treaty}}\n",
        "treaty_acts": "- {id: F, instrument: TREATY, kind: announcement, date: 2000-01-01, sources: [S0]}\n"
        "- {id: J, instrument: TREATY, state: TJ, kind: accession, date: 2001-01-01, sources: [S0]}\n",
        "regions": "".join(
            f"- {{id: {key}, name: {{en: {name}}}, countries: [{code}]}}\n" for key, name, code in followed
        ),
        "releases": f"- {{id: EVENTS, dataset: acled, {kind}, file: events.csv, sources: [S0], "
        f"sha256: {sha256(sheet.encode()).hexdigest()}, known_from: 2000-01-01}}\n",
        "csv__events": sheet,
    }


Load = Callable[..., None]


@pytest.fixture
def load(make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...], actor: Actor) -> Load:
    def load_regions(regions: int = 2, kind: str = CENSUS) -> None:
        load_pack(actor, make_pack(**_pack(regions, kind)), pack_tables)

    return load_regions


@pytest.fixture
def analyst(load: Load) -> SignedIn:
    load()
    return signed_in("secretariat", "analyst")


def _propose(who: SignedIn, form: str = "p") -> str:
    answer = who.client.post(PROPOSE, {"token": form})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer["Location"])


def _rows(client: Client, address: str = LIST) -> list[dict[str, Any]]:
    path, _, query = address.partition("?")
    return list(client.get(f"{path}.json?{query}").json()["findings"])


def _arrow(client: Client, unit: str = "afghanistan") -> dict[str, Any]:
    return next(row for row in _rows(client) if row["unit"] == unit and row["finding"] == "arrow")


def _base(client: Client, address: str) -> str:
    return re.search(r'name="base" value="([^"]*)"', client.get(address).content.decode())[1]


def _said(client: Client, address: str, **said: str) -> Any:
    typed = {"judgement": "confirm", "value": "deteriorated", "mark": "public", "reason_en": "", "reason_ru": ""}
    return client.post(f"{address}/judge", {"token": "", "base": _base(client, address)} | typed | said)


def test_rules_propose_an_arrow_and_an_alert_with_their_numbers(analyst: SignedIn):
    _propose(analyst)
    rows = {(row["unit"], row["finding"]): row for row in _rows(analyst.client)}
    arrow, alert = rows["afghanistan", "arrow"], rows["afghanistan", "alert"]
    assert (arrow["proposed"], arrow["observed"], arrow["expected"]) == ("deteriorated", 30, 2)
    assert arrow["low"] <= 2 <= arrow["high"] < 30
    assert {"ears", "surge"} <= set(alert["rules"])
    assert alert["judge"] == "ears_c2"
    assert alert["threshold"] < 30
    assert rows["iraq", "arrow"]["proposed"] == "unchanged"
    assert {row["stage"] for row in rows.values()} == {"proposed"}


def test_rules_propose_once(analyst: SignedIn):
    _propose(analyst)
    before, entries = _rows(analyst.client), len(audit_entries(SECRETARIAT, limit=500))
    _propose(analyst, "p")
    _propose(analyst, "another form")
    assert _rows(analyst.client) == before
    assert len(audit_entries(SECRETARIAT, limit=500)) == entries


def test_unit_of_the_address_narrows_what_is_proposed(analyst: SignedIn):
    assert analyst.client.post(f"{PROPOSE}&in=iraq", {"token": "p"}).status_code == 302
    assert {row["unit"] for row in _rows(analyst.client)} == {"iraq"}


def test_nothing_is_proposed_of_a_chronology(load: Load):
    load(kind=CHRONICLE)
    answer = signed_in("secretariat", "analyst").client.post(PROPOSE, {"token": "p"})
    assert answer.status_code == 400
    assert "Nothing can be proposed" in answer.content.decode()


def test_only_the_analyst_proposes_and_judges(analyst: SignedIn):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    drafter, head = signed_in("secretariat", "drafter"), signed_in("state:TJ", "desk", "head")
    for other in (drafter, head):
        assert other.client.post(PROPOSE, {"token": "x"}).status_code == 404
        assert (
            other.client.post(f"{address}/judge", {"judgement": "confirm", "reason_en": "x", "token": "x"}).status_code
            == 404
        )
    for closed in (PROPOSE, f"{address}/judge"):
        assert Client().post(closed)["Location"].startswith("/sign-in/")
    assert "Your word on it" not in drafter.client.get(address).content.decode()


def test_proposal_is_the_secretariats_until_it_is_confirmed_for_others(analyst: SignedIn):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    member = signed_in("state:TJ", "desk").client
    for outsider in (Client(), member):
        assert _rows(outsider) == []
        assert outsider.get(address).status_code == 404
    assert _said(analyst.client, address, reason_en="Two sources agree.", mark="members").status_code == 302
    assert _rows(Client()) == []
    (row,) = _rows(member)
    assert (row["stage"], row["value"], row["observed"]) == ("confirmed", "deteriorated", 30)
    assert row["reason"] == {"en": "Two sources agree.", "ru": ""}
    page = member.get(address).content.decode()
    assert "Two sources agree." in page
    assert "Analyst of the secretariat" in page


def test_amended_arrow_says_what_the_rule_said_and_what_the_analyst_says(analyst: SignedIn):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    said = _said(analyst.client, address, judgement="amend", value="unchanged", reason_ru="Одно событие учтено дважды.")
    assert said.status_code == 302
    (row,) = _rows(Client())
    assert (row["stage"], row["proposed"], row["value"]) == ("amended", "deteriorated", "unchanged")


def test_rejected_proposal_stays_in_the_secretariat(analyst: SignedIn):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    assert _said(analyst.client, address, judgement="reject", reason_en="Counted twice.").status_code == 302
    assert _arrow(analyst.client)["stage"] == "rejected"
    assert _rows(Client()) == []


def test_who_read_a_confirmation_reads_that_it_was_rejected_since(analyst: SignedIn):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    assert _said(analyst.client, address, reason_en="Two sources agree.").status_code == 302
    assert _said(analyst.client, address, judgement="reject", reason_en="One was withdrawn.").status_code == 302
    (row,) = _rows(Client())
    assert (row["stage"], row["reason"]["en"]) == ("rejected", "One was withdrawn.")
    assert _said(analyst.client, address, reason_en="It was sent again.").status_code == 302
    assert _rows(Client())[0]["stage"] == "confirmed"


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"reason_en": "  "}, "Give the reason."),
        ({"judgement": "", "reason_en": "typed already"}, "Say whether it stands."),
        ({"judgement": "amend", "reason_en": "typed already"}, "Choose another direction"),
        ({"judgement": "amend", "value": "unknown", "reason_en": "typed already"}, "Choose another direction"),
    ],
)
def test_word_without_what_it_needs_is_refused_and_kept(analyst: SignedIn, said: dict[str, str], message: str):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    answer = _said(analyst.client, address, **said)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert message in page
    assert said["reason_en"].strip() in page
    assert _arrow(analyst.client)["stage"] == "proposed"


def test_who_comes_too_late_gets_what_was_said_and_keeps_what_was_typed(analyst: SignedIn):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    base = _base(analyst.client, address)
    other = signed_in("secretariat", "analyst")
    assert _said(other.client, address, reason_en="Two sources agree.").status_code == 302
    late = _said(analyst.client, address, judgement="reject", reason_en="Counted twice.", base=base)
    assert late.status_code == 409
    page = late.content.decode()
    assert "Two sources agree." in page
    assert "Counted twice." in page
    assert _arrow(analyst.client)["stage"] == "confirmed"
    newer = re.search(r'name="base" value="([^"]*)"', page)[1]
    again = _said(analyst.client, address, judgement="reject", reason_en="Counted twice.", base=newer)
    assert again.status_code == 302


def test_form_that_is_sent_twice_counts_once(analyst: SignedIn):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    base = _base(analyst.client, address)
    form = {"token": "same"}
    for _ in range(2):
        assert _said(analyst.client, address, reason_en="Agreed.", base=base, **form).status_code == 302
    assert len(analyst.client.get(f"{address}.json").json()["acts"]) == 2


def test_page_shows_the_months_and_the_events_and_gives_both_as_files(analyst: SignedIn):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    found = analyst.client.get(f"{address}.json").json()
    assert (found["counted_now"], found["shelf"]["total"], len(found["series"])) == (30, 30, 25)
    assert 'class="judged"' in analyst.client.get(address).content.decode()
    events = list(csv.DictReader(io.StringIO(analyst.client.get(f"{address}.csv").content.decode())))
    assert {row["event_id"] for row in events} == {f"AF24-{n}" for n in range(30)}
    series = list(csv.DictReader(io.StringIO(analyst.client.get(f"{address}.csv?table=series").content.decode())))
    assert series[-1] == {"month": "2011-05", "events": "30"}
    assert analyst.client.get(f"{address}.xlsx?table=acts").content.startswith(b"PK")


def test_export_has_exactly_the_rows_of_the_list(analyst: SignedIn):
    _propose(analyst)
    for choice in ("", "&finding=alert", "&in=iraq", "&state=confirmed", "&state=proposed&finding=arrow"):
        listed = _rows(analyst.client, LIST + choice)
        sheet = analyst.client.get(f"/watch/findings.csv?{PERIOD}{choice}").content.decode()
        assert [row["id"] for row in csv.DictReader(io.StringIO(sheet))] == [row["id"] for row in listed]
    assert analyst.client.get(f"/watch/findings.xlsx?{PERIOD}").content.startswith(b"PK")
    assert _rows(analyst.client, "/watch/findings?from=2011-06&to=2011-07") == []


def test_next_review_has_the_confirmed_arrow_with_its_reason(analyst: SignedIn):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    assert _said(analyst.client, address, reason_en="Two sources agree.").status_code == 302
    now = datetime.now(UTC)
    (found,) = AreaRecord(PUBLIC, now.date(), now).findings
    assert (found.last.stage, found.last.value, found.last.reason) == (
        Stage.CONFIRMED,
        "deteriorated",
        LocalizedText("Two sources agree."),
    )
    assert AreaRecord(PUBLIC, date(2011, 5, 31), now).findings == [], "said later than the day asked about"


def test_what_was_said_on_the_pages_survives_a_pack(
    analyst: SignedIn, tmp_path: Path, pack_tables: tuple[PackTable, ...], actor: Actor
):
    _propose(analyst)
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    _said(analyst.client, address, judgement="amend", value="improved", reason_en="Only in English.")
    dump_pack(SECRETARIAT, tmp_path / "dump", pack_tables)
    loaded = load_pack(actor, tmp_path / "dump", pack_tables)
    assert {name: each.added for name, each in loaded.items() if each.added} == {}
    now = datetime.now(UTC)
    assert "amended" in {state_of(each) for each in findings(SECRETARIAT, on=now.date(), known_at=now)}


@pytest.mark.parametrize("regions", [2, 30])
def test_pages_ask_as_often_for_thirty_findings_as_for_two(load: Load, django_assert_num_queries: Any, regions: int):
    load(regions)
    analyst = signed_in("secretariat", "analyst")
    _propose(analyst)
    assert len([row for row in _rows(analyst.client) if row["finding"] == "arrow"]) == regions
    address = f"/watch/findings/{_arrow(analyst.client)['id']}"
    with django_assert_num_queries(15):
        assert analyst.client.get(LIST).status_code == 200
    with django_assert_num_queries(40):
        assert analyst.client.get(address).status_code == 200
