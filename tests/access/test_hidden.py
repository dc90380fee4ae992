"""A whole register that is marked for the secretariat does not exist for the public, through any room's queries."""

from collections import defaultdict
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from secretariat.access.rules import PUBLIC, SECRETARIAT, Viewer
from secretariat.audit.rules import Actor
from secretariat.cli.synthetic import synthetic_rows
from secretariat.cli.synthetic.parties import Membership
from secretariat.cli.synthetic.releases import synthetic_files
from secretariat.decisions.queries import UnknownCohort, commitment, commitments, decision, decisions, pace, register
from secretariat.organs.queries import (
    calendar,
    documents,
    meeting,
    meetings,
    office_holders,
    organs,
    proposals,
    statements,
)
from secretariat.parties.queries import (
    NoOrganisation,
    instrument_statuses,
    instruments,
    organisation,
    states,
    treaty_acts,
)
from secretariat.partners.queries import partners
from secretariat.positions.queries import forums, ledger, position_titles, roll_calls
from secretariat.positions.queries import plans as position_plans
from secretariat.positions.queries.record import voting_record
from secretariat.programmes.queries import fields, indicators, operation_acts, operations, plans
from secretariat.review.queries import doubtful_rows, new_rows, row_lines, standing_counts
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.sources.pack.writing import write_rows
from secretariat.sources.queries import citations, every_row, release_as_known, releases
from secretariat.watch.queries.findings import findings
from secretariat.watch.queries.geometry import place_names, regions, territories

pytestmark = pytest.mark.django_db
ON = date(2011, 5, 31)
NOW = datetime.now(UTC)


@pytest.fixture
def hidden(actor: Actor, tmp_path: Path, pack_tables: tuple[PackTable, ...]) -> dict[str, list[dict[str, object]]]:
    rows: dict[str, list[dict[str, object]]] = defaultdict(list)
    for block in synthetic_rows(seed=1, states=8, decisions=40):
        for name, row in block:
            rows[name].append({**row, "mark": "secretariat"})
    for table in pack_tables:
        write_rows(tmp_path, table, rows[table.name])
    for name, content in synthetic_files(1, Membership.of(8)).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    load_pack(actor, tmp_path, pack_tables)
    return rows


def everything(viewer: Viewer, rows: dict[str, list[dict[str, object]]]) -> dict[str, object]:
    """What each query answers; the keys asked for exist."""
    asked = {"on": ON, "known_at": NOW}
    some = {
        str(row["id"]) for name in ("treaty_acts", "decisions", "commitments", "reports") for row in rows[name][:50]
    }
    return {
        "citations": citations(viewer, known_at=NOW),
        "releases": releases(viewer, known_at=NOW),
        "release": release_as_known(viewer, dataset=str(rows["releases"][0]["dataset"]), known_at=NOW),
        "states": states(viewer, known_at=NOW),
        "instruments": instruments(viewer, known_at=NOW),
        "treaty acts": treaty_acts(viewer, known_at=NOW),
        "instrument statuses": instrument_statuses(viewer, **asked),
        "organs": organs(viewer, **asked),
        "holders": office_holders(viewer, **asked).terms,
        "meetings": meetings(viewer, **asked),
        "meeting": meeting(viewer, str(rows["meetings"][0]["id"]), **asked),
        "calendar": calendar(viewer, **asked),
        "statements": statements(viewer, **asked),
        "proposals": proposals(viewer, **asked),
        "documents": documents(viewer, **asked),
        "decisions": decisions(viewer, **asked),
        "decision": decision(viewer, str(rows["decisions"][0]["id"]), **asked),
        "commitments": commitments(viewer, **asked),
        "commitment": commitment(viewer, str(rows["commitments"][0]["id"]), **asked),
        "register": register(viewer, **asked).statuses,
        "forums": forums(viewer, known_at=NOW),
        "position plans": position_plans(viewer, **asked),
        "position titles": position_titles(viewer, known_at=NOW),
        "roll calls": roll_calls(viewer, **asked),
        "voting record": voting_record(viewer, group=["AA"], **asked),
        "fields": fields(viewer, **asked),
        "indicators": indicators(viewer, known_at=NOW),
        "operations": operations(viewer, known_at=NOW),
        "operation acts": operation_acts(viewer, **asked),
        "plans": plans(viewer, **asked),
        "partners": partners(viewer, **asked),
        "findings": findings(viewer, **asked),
        "regions": regions(viewer, known_at=NOW),
        "territories": territories(viewer, on=ON, known_at=NOW),
        "place names": place_names(viewer, known_at=NOW),
        "lines": row_lines(viewer, some, known_at=NOW),
        "doubts": doubtful_rows(viewer, **asked),
        "counts": standing_counts(viewer, **asked),
        "news": new_rows(viewer, ("treatyact", "report"), before=(date(2005, 1, 1), NOW), now=(ON, NOW)),
    }


def test_public_sees_nothing_of_what_is_marked_for_the_secretariat(hidden, pack_tables) -> None:
    seen = everything(PUBLIC, hidden)
    assert {name: value for name, value in seen.items() if value} == {}
    assert all(not every_row(PUBLIC, table.table).exists() for table in pack_tables)
    with pytest.raises(NoOrganisation):
        organisation(PUBLIC, known_at=NOW)
    with pytest.raises(NoOrganisation):
        ledger(PUBLIC, on=ON, known_at=NOW)
    with pytest.raises(UnknownCohort):
        pace(PUBLIC, session=str(hidden["decisions"][0]["meeting"]), on=ON, known_at=NOW)


def test_secretariat_sees_all_of_it(hidden) -> None:
    seen = everything(SECRETARIAT, hidden)
    assert [name for name, value in seen.items() if not value] == []
