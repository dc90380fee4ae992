# ruff: noqa: E501  # a row of the record stands on one line
from datetime import UTC, datetime
from pathlib import Path

import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.models import AuditEntry
from secretariat.audit.rules import Actor
from secretariat.parties.models import Instrument, State, TreatyAct
from secretariat.sources.actions import Recorded
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.problems import UnableToReadPack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.pack.writing import dump_pack, schema_of
from secretariat.sources.queries import as_known

pytestmark = pytest.mark.django_db
Tables = tuple[PackTable, ...]
CSTO = Path(__file__).parents[2] / "examples" / "csto"

SOURCES = """
- {id: S04, title: {en: Kremlin reference note, ru: Справка Кремля}, accessed: 2026-11-24}
- {id: S05, title: {en: Copy of an encyclopedia}, date: '2006-05-28', accessed: 2026-11-24}
- {id: T10, title: {en: Treaty bulletin}, date: '2013-01'}
"""
STATES = "- {id: GE, name: {en: Georgia, ru: Грузия}, protocol_name: {en: Georgia}}\n"
INSTRUMENTS = """
- id: CST
  kind: treaty
  title: {en: Collective Security Treaty}
  entry: {kind: all}
- {id: CHARTER-P2010, kind: protocol, title: {en: Protocol}, amends: CST}
"""
ACTS = """
- {id: CST-GE, instrument: CST, state: GE, kind: signature, date: '1993-09-09', standing: disputed, sources: [S04],
   alternatives: [{date: '1993-12-09', sources: [S05], known_from: 2006-05-28}]}
- {id: P-FORCE, instrument: CHARTER-P2010, kind: announcement, date: '2012-09-19', standing: reported}
- {id: P-FORCE-2, instrument: CHARTER-P2010, kind: announcement, date: '2012-12-19', sources: [T10], corrects: P-FORCE}
- {id: CST-GE-2, instrument: CST, state: GE, kind: ratification, date: null, standing: unknown}
"""


@pytest.fixture
def pack(make_pack) -> Path:
    return make_pack(sources=SOURCES, states=STATES, instruments=INSTRUMENTS, treaty_acts=ACTS)


def test_loading_twice_changes_nothing(pack: Path, party_tables: Tables, actor: Actor) -> None:
    first = load_pack(actor, pack, party_tables)
    entries = AuditEntry.objects.count()
    second = load_pack(actor, pack, party_tables)
    assert first["treaty_acts"] == Recorded(added=4, unchanged=0)
    assert second["treaty_acts"] == Recorded(added=0, unchanged=4)
    assert AuditEntry.objects.count() == entries == 4, "one entry a table, and none for nothing"


def test_changed_content_is_rejected_and_nothing_is_loaded(pack: Path, party_tables: Tables, actor: Actor) -> None:
    load_pack(actor, pack, party_tables)
    more = (
        STATES.replace("Georgia,", "Gruzia,") + "- {id: AZ, name: {en: Azerbaijan}, protocol_name: {en: Azerbaijan}}\n"
    )
    (pack / "states.yaml").write_text(more)
    with pytest.raises(UnableToReadPack) as error:
        load_pack(actor, pack, party_tables)
    assert str(error.value).startswith("states.yaml:1: id: 'GE' is recorded already with other content")
    assert list(State.objects.values_list("key", flat=True)) == ["GE"]


def test_one_wrong_row_loads_nothing(pack: Path, party_tables: Tables, actor: Actor) -> None:
    with (pack / "treaty_acts.yaml").open("a") as file:
        file.write("- {id: X, instrument: CST, state: GE, kind: signature, date: '1993-02-30'}\n")
    with pytest.raises(UnableToReadPack):
        load_pack(actor, pack, party_tables)
    assert not State.objects.exists()
    assert not AuditEntry.objects.exists()


def test_a_later_pack_may_refer_to_rows_of_an_earlier_one(pack: Path, party_tables: Tables, actor: Actor) -> None:
    load_pack(actor, pack, party_tables)
    for path in pack.iterdir():
        path.unlink()
    (pack / "treaty_acts.yaml").write_text(
        "- {id: N, instrument: CST, state: GE, kind: lapse, date: '1999-04-20', sources: [S05]}\n"
    )
    assert load_pack(actor, pack, party_tables)["treaty_acts"] == Recorded(1, 0)
    assert TreatyAct.objects.get(key="N").known_from == datetime(2006, 5, 28, tzinfo=UTC)


def test_known_from_is_stated_or_of_the_earliest_source_or_the_acts_own_day(
    pack: Path, party_tables: Tables, actor: Actor
) -> None:
    load_pack(actor, pack, party_tables)
    known = dict(TreatyAct.objects.values_list("key", "known_from"))
    assert known["P-FORCE"] == datetime(2012, 9, 19, tzinfo=UTC)
    assert known["P-FORCE-2"] == datetime(2013, 1, 31, tzinfo=UTC), "a month counts from its last day"
    assert known["CST-GE"] == datetime(1993, 9, 9, tzinfo=UTC), "an undated source says nothing"
    assert known["CST-GE-2"] is None


def test_of_a_line_of_corrections_the_newest_known_one_counts(pack: Path, party_tables: Tables, actor: Actor) -> None:
    with (pack / "treaty_acts.yaml").open("a") as file:
        file.write("- {id: P-FORCE-3, instrument: CHARTER-P2010, kind: announcement, date: '2012-12-19', corrects: P-FORCE,"
                   " retracted: true, known_from: 2020-01-01}\n")  # fmt: skip
    load_pack(actor, pack, party_tables)

    def known(year: int) -> list[str]:
        rows = as_known(SECRETARIAT, TreatyAct, datetime(year, 1, 1, tzinfo=UTC)).filter(instrument="CHARTER-P2010")
        return [row.key for row in rows]

    assert known(2012) == []
    assert known(2013) == ["P-FORCE"]
    assert known(2014) == ["P-FORCE-2"]
    assert known(2021) == [], "retracted"
    assert TreatyAct.objects.get(key="P-FORCE-2").identity == "P-FORCE"


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.*"))}


def test_a_dump_loads_unchanged_and_dumps_to_the_same_bytes(
    pack: Path, party_tables: Tables, actor: Actor, tmp_path: Path
) -> None:
    load_pack(actor, pack, party_tables)
    dump_pack(SECRETARIAT, tmp_path / "one", party_tables)
    again = load_pack(actor, tmp_path / "one", party_tables)
    assert {name: done.added for name, done in again.items()} == dict.fromkeys(again, 0)
    dump_pack(SECRETARIAT, tmp_path / "two", party_tables)
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


@pytest.mark.skipif(not (CSTO / "organisation.yaml").exists(), reason="the example pack is not there")
def test_the_example_makes_the_round_trip(pack_tables: Tables, actor: Actor, tmp_path: Path) -> None:
    load_pack(actor, CSTO, pack_tables)
    dump_pack(SECRETARIAT, tmp_path / "one", pack_tables)
    again = load_pack(actor, tmp_path / "one", pack_tables)
    assert {name: done.added for name, done in again.items()} == dict.fromkeys(again, 0)
    dump_pack(SECRETARIAT, tmp_path / "two", pack_tables)
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


def test_the_hash_covers_every_column_that_says_something(pack: Path, party_tables: Tables, actor: Actor) -> None:
    from secretariat.audit.rules import content_hash

    load_pack(actor, pack, party_tables)
    row = TreatyAct.objects.get(key="CST-GE")
    assert row.content_hash == content_hash(row.content()), "what the database gives back is what was hashed"
    for column in ("key", "kind", "date", "standing", "mark", "by", "known_from", "note", "sources", "alternatives"):
        other = TreatyAct.objects.get(key="CST-GE")
        setattr(other, column, datetime(2000, 1, 1, tzinfo=UTC) if column == "known_from" else "other")
        assert content_hash(other.content()) != row.content_hash, column
    assert Instrument.objects.get(key="CST").content()["entry"] == {"kind": "all"}


def test_every_schema_is_json_schema_with_a_title(pack_tables: Tables) -> None:
    for table in pack_tables:
        schema = schema_of(table)
        assert schema["title"] == f"{table.name}.yaml"
        assert schema["type"] == ("object" if table.single else "array")
