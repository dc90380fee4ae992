import pytest

from secretariat.access.rules import SECRETARIAT


def test_the_small_record_is_accepted(check, pack):
    assert check(pack) == []


@pytest.mark.django_db
def test_loading_twice_changes_nothing(load, pack):
    first, second = load(pack), load(pack)
    assert {name: done.added for name, done in second.items()} == dict.fromkeys(second, 0)
    assert second["meeting_acts"].unchanged == first["meeting_acts"].added == 6


@pytest.mark.django_db
def test_a_dump_loads_as_the_same_pack(register, load, tmp_path):
    import yaml

    from secretariat.sources.pack.loading import load_pack
    from secretariat.sources.pack.writing import dump_pack
    from tests.organs.conftest import ACTOR, tables

    folder = tmp_path / "dump"
    counts = dump_pack(SECRETARIAT, folder, tables())
    assert counts["adoptions"] == 2
    assert all(done.added == 0 for done in load_pack(ACTOR, folder, tables()).values())
    written = {row["id"]: row for row in yaml.safe_load((folder / "meeting_acts.yaml").read_text(encoding="utf-8"))}
    assert written["MA3"]["constraints"] == [{"relation": "before", "anchor": "next:CSC"}]


def row_of(pack, table, key):
    return next(row for row in pack[table] if row["id"] == key)


@pytest.mark.parametrize(
    ("table", "key", "change", "expected"),
    [
        ("organs", "CSC", {"parent": "CFM"}, "parent runs in a circle"),
        ("terms", "T2", {"date": "2009-01-01"}, "ends before it starts"),
        ("terms", "T1", {"state": None}, "a term of nobody"),
        ("terms", "T1", {"organ": "CFM"}, "is already a term of"),
        ("meetings", "CFM-2011-05-31", {"joint_with": ["CFM"]}, "sits with itself"),
        ("meeting_acts", "MA3", {"kind": "moved"}, "never scheduled or held"),
        ("meeting_acts", "MA3", {"constraints": [{"relation": "before", "anchor": "next:XYZ"}]}, "is no organ"),
        ("meeting_acts", "MA3", {"constraints": [{"relation": "after", "anchor": "CFM-1"}]}, "does not exist"),
        ("meeting_acts", "MA3", {"constraints": [{"relation": "after", "anchor": "CFM-2011-H2"}]}, "after itself"),
        ("meeting_acts", "MA3", {"when": "2011-12-31/2011-07-01"}, "cannot end before it starts"),
        ("meeting_acts", "MA2", {"when": "2011-05-31"}, "dated twice"),
        ("meeting_acts", "MA2", {"set_at": "CFM-1"}, "'CFM-1' does not exist"),
        ("attendance", "AT1", {"state": None, "person": None}, "attendance of nobody"),
        ("statements", "ST2", {"group": None}, "without a speaker"),
        ("proposal_acts", "PA1", {"decision": "DEC-1"}, "names a decision"),
        ("proposal_acts", "PA1", {"date": "2011-01-01"}, "before the proposal was made"),
        ("documents", "D1A", {"of": None}, "without the one it belongs to"),
        ("documents", "D1A", {"of": "D1A"}, "of runs in a circle"),
        ("documents", "D1A", {"symbol": "CFM/2011/4/Add.1"}, "does not fit"),
        ("documents", "D1A", {"symbol": "CFM/2011/3"}, "is that of D1"),
        ("documents", "D1A", {"authentic": ["ru"]}, "not among its languages"),
        ("adoptions", "AD1", {"deadline": None}, "opened without a deadline"),
        ("adoptions", "AD1", {"deadline": "2011-05-01T00:00:00Z"}, "not after the act"),
        ("adoptions", "AD1", {"date": "2011-06-02"}, "is not the day of"),
        ("adoptions", "AD1", {"procedure": "limited_format"}, "without participants"),
        ("adoptions", "AD2", {"position": None}, "a position that nobody takes"),
        ("adoptions", "AD2", {"at": "yesterday"}, "is not an instant"),
        ("adoptions", "AD2", {"kind": "confirmed"}, "a position with the kind confirmed"),
    ],
)
def test_a_wrong_row_is_named_with_its_file_and_line(check, pack, table, key, change, expected):
    row_of(pack, table, key).update(change)
    problems = check(pack)
    assert any(expected in problem and problem.startswith(f"{table}.yaml:") for problem in problems), problems


def test_a_move_dated_before_the_announcement_is_refused(check, pack):
    pack["meeting_acts"].append(
        {"id": "MA7", "meeting": "CFM-2011-H2", "kind": "moved", "date": "2011-05-01", "when": "2011-11"}
    )
    assert any("before it was scheduled" in problem for problem in check(pack))


def test_a_corrected_row_is_not_held_against_its_correction(check, pack):
    row_of(pack, "terms", "T2")["date"] = "2009-01-01"
    wrong = row_of(pack, "terms", "T2")
    pack["terms"].append(wrong | {"id": "T2-C", "date": "2010-12-10", "corrects": "T2", "known_from": "2012-01-01"})
    assert check(pack) == []


@pytest.mark.django_db
def test_the_day_of_an_adoption_act_is_that_of_its_instant_in_utc(load, pack):
    from secretariat.organs.models import AdoptionAct

    row_of(pack, "adoptions", "AD2")["at"] = "2011-06-06T01:00:00+03:00"
    load(pack)
    assert AdoptionAct.objects.get(key="AD2").date == "2011-06-05"


@pytest.mark.django_db
def test_rows_of_the_room_cannot_be_changed_or_deleted(register):
    from django.apps import apps
    from django.db import DatabaseError, connection, transaction

    for model in apps.get_app_config("organs").get_models():
        table = model._meta.db_table
        for statement in (f"UPDATE {table} SET note = NULL", f"DELETE FROM {table}"):  # noqa: S608
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)


@pytest.mark.django_db
def test_the_database_refuses_a_statement_without_a_speaker(register):
    from django.db import IntegrityError, transaction

    from secretariat.organs.models import Statement

    with pytest.raises(IntegrityError), transaction.atomic():
        Statement.objects.create(key="X", standing="confirmed", content_hash="x", text={"en": "Said."})
