"""Published ideal points: only sessions that had ended, only from a release that was known."""

import hashlib
from datetime import UTC, date, datetime

import pytest

from secretariat.access.rules import SECRETARIAT
from secretariat.positions.forms.points import POINTS_CSV
from secretariat.positions.queries.points import last_ended_session, published_points
from secretariat.sources.lake import UnableToImport
from secretariat.sources.pack.loading import load_pack

HEADER = "state,session,n,mean,q05,q95\n"


@pytest.mark.parametrize(
    ("day", "session"),
    [
        (date(2011, 5, 31), 64),
        (date(2011, 9, 1), 64),
        (date(2011, 9, 30), 65),
        (date(2010, 12, 10), 64),
        (date(1993, 1, 1), 46),
    ],
)
def test_session_has_ended_when_the_next_one_sits(day, session):
    assert last_ended_session(day) == session


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        ("Armenia,64,80,0.1,0.0,0.2", "state", "the code of a state"),
        ("AM,sixty,80,0.1,0.0,0.2", "session", "a whole number"),
        ("AM,0,80,0.1,0.0,0.2", "session", "the number of a session"),
        ("AM,64,-1,0.1,0.0,0.2", "n", "a number of votes"),
        ("AM,64,80,nan,0.0,0.2", "mean", "a decimal number"),
        ("AM,64,80,0.3,0.0,0.2", "mean", "q05 <= mean <= q95"),
        ("AM,64,80,0.1,0.0", "q95", "6, as the header has"),
        ("BY,63,80,0.1,0.0,0.2", "session", "each one once"),
    ],
)
def test_wrong_row_is_put_aside_with_its_line_and_column(tmp_path, row, column, said):
    path = tmp_path / "points.csv"
    path.write_text(f"{HEADER}BY,63,80,0.1,0.0,0.2\n{row}\n")
    reading = POINTS_CSV.read(path, {})
    rows = reading.tables["points"].read_all().to_pylist()
    assert [(each["state"], each["session"], each["mean"]) for each in rows] == [("BY", 63, 0.1)]
    (problem,) = reading.quarantine.shown
    assert (problem.file, problem.line, problem.column) == ("points.csv", 3, column)
    assert said in str(problem)


@pytest.mark.parametrize("text", ["", "state,session\n"])
def test_file_without_the_columns_is_refused(tmp_path, text):
    path = tmp_path / "points.csv"
    path.write_text(text)
    with pytest.raises(UnableToImport, match=r"points\.csv:1"):
        POINTS_CSV.read(path, {})


@pytest.mark.django_db
def test_points_are_shown_from_a_known_release_and_for_ended_sessions(make_pack, pack_tables, actor):
    sheet = f"{HEADER}AM,64,80,0.09,-0.05,0.23\nAM,65,84,0.06,-0.08,0.2\nUS,64,80,2.9,2.6,3.2\n"
    release = (
        "- {id: P, dataset: unga-ideal-points, kind: ideal-points-csv, file: points.csv, known_from: 2020-04-30, "
        f"sha256: {hashlib.sha256(sheet.encode()).hexdigest()}}}\n"
    )
    load_pack(actor, make_pack(releases=release, csv__points=sheet.encode()), pack_tables)
    minsk = date(2011, 5, 31)
    now, then = datetime(2026, 1, 1, tzinfo=UTC), datetime(2011, 5, 31, tzinfo=UTC)
    assert published_points(SECRETARIAT, group=("AM",), on=minsk, known_at=then) is None
    found = published_points(SECRETARIAT, group=("AM",), on=minsk, known_at=now)
    assert found is not None
    assert [(each.state, each.session, each.low, each.high) for each in found.points] == [("AM", 64, -0.05, 0.23)]
