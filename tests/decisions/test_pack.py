import pytest

from secretariat.sources.pack.problems import UnableToReadPack
from tests.decisions.conftest import record, text

pytestmark = pytest.mark.django_db


def test_the_pack_loads_and_loading_it_again_changes_nothing(load) -> None:
    assert load(record())["commitments"].added == 10
    again = load(record())
    assert {done.added for done in again.values()} == {0}


PROVISION = {"number": "2", "text": text("do"), "verb": "do", "force": "binding"}
COMMITMENT = {"title": text("do"), "kind": "outcome", "provision": "D1-1"}
REPORT = {"commitment": "D1-AM", "claimed": "in_progress", "date": "2011-03-01"}


@pytest.mark.parametrize(
    ("table", "rows", "wrong"),
    [
        ("provisions", [{"id": "P1", "decision": "D1", "parent": "P2", **PROVISION},
                        {"id": "P2", "decision": "D1", "parent": "P1", **PROVISION}], "circle"),
        ("provisions", [{"id": "P1", "decision": "D1", "parent": "D5-1", **PROVISION}], "belongs to D5"),
        ("commitments", [{"id": "C1", "state": "AM", "parent": "C1", **COMMITMENT}], "circle"),
        ("commitments", [{"id": "C1", **COMMITMENT}], "no addressee"),
        ("commitments", [{"id": "C1", "state": "AM", "organ": "SG", **COMMITMENT}], "two addressees"),
        ("commitments", [{"id": "C1", "state": "AM", "also_under": ["D1-1"], **COMMITMENT}], "same provision twice"),
        ("commitments", [{"id": "C1", "state": "AM", "report_every_months": 6, **COMMITMENT}], "first report"),
        ("commitment_acts", [{"id": "A1", "commitment": "D1-AM", "kind": "retired",
                              "successor": "D1-BY"}], "successor"),
        ("deadlines", [{"id": "L1", "commitment": "D1-AM", "due": "2010-12-01", "author": "CSC"}], "due before"),
        ("deadlines", [{"id": "L1", "commitment": "D1-AM", "due": "2011-12-01", "author": "CSC",
                        "date": "2010-12-01"}], "set before"),
        ("reports", [{"id": "R1", "period_start": "2011-02-01", "period_end": "2011-01-01", **REPORT}], "ends before"),
        ("reports", [{"id": "R1", "by_state": "KZ", "by_organ": "SG", **REPORT}], "two reporters"),
        ("evidence", [{"id": "E1", "report": "nothing", "title": text("law"), "bearing": "supports"}], "nothing"),
        ("evidence", [{"id": "E1", "report": "D0-KZ-law", "title": text("law"), "bearing": "supports",
                       "sha256": "abc"}], "sha256"),
        ("decisions", [{"id": "D7", "organ": "CSC", "kind": "decision", "title": text("a"),
                        "replaces": "D7"}], "circle"),
        ("decisions", [{"id": "D7", "organ": "CSC", "kind": "decision", "title": text("a"), "participants": ["AM"],
                        "not_participating": ["AM"]}], "took part and did not"),
    ],
)  # fmt: skip
def test_a_wrong_row_is_named_and_nothing_is_loaded(load, table, rows, wrong) -> None:
    content = record()
    content[table] = [*content.get(table, []), *rows]
    with pytest.raises(UnableToReadPack) as refused:
        load(content)
    assert any(wrong in str(problem) for problem in refused.value.problems)
