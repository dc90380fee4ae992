from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from secretariat.access.rules import SECRETARIAT
from secretariat.audit.queries import audit_entries
from secretariat.decisions.actions import (
    UnableToAdoptDecision,
    UnableToAssess,
    UnableToReport,
    UnableToSetDeadline,
    UnableToSettleCommitment,
    accept_commitment,
    adopt_decision,
    assess_commitment,
    attach_evidence,
    close_commitment,
    decline_commitment,
    move_deadline,
    set_deadline,
    submit_report,
)
from secretariat.decisions.queries import commitment, decisions
from secretariat.decisions.rules import Assessor, Bearing, Claim, CommitmentActKind, Procedure, Result, Status
from secretariat.kernel import LocalizedText
from tests.decisions.conftest import MINSK

pytestmark = pytest.mark.django_db
WHY = LocalizedText(en="The session decided so.")


def status(key, on=MINSK):
    from datetime import UTC, datetime

    return commitment(SECRETARIAT, key, on=on, known_at=datetime.now(UTC)).view.status


def test_each_action_writes_its_entry_in_the_log(loaded, actor) -> None:
    submit_report(actor, key="r", commitment_key="D1-AM", claimed=Claim.IMPLEMENTED, on=MINSK)
    assess_commitment(
        actor, key="v", commitment_key="D1-AM", assessor=Assessor.SECRETARIAT, result=Result.VERIFIED, on=MINSK,
        reason=WHY,
    )  # fmt: skip
    assert [entry.action for entry in audit_entries(SECRETARIAT, limit=2)] == ["assess commitment", "submit report"]
    assert status("D1-AM").status is Status.VERIFIED


def test_nothing_is_verified_that_nobody_reported(loaded, actor) -> None:
    with pytest.raises(UnableToAssess, match="nothing to verify"):
        assess_commitment(
            actor, key="v", commitment_key="D1-AM", assessor=Assessor.INDEPENDENT, result=Result.VERIFIED, on=MINSK,
            reason=WHY,
        )  # fmt: skip


def test_a_deadline_is_set_once_and_then_moved_for_a_reason(loaded, actor) -> None:
    due = {"commitment_key": "D1-AM", "author": "CSC", "authority": WHY}
    set_deadline(actor, key="d1", due=date(2011, 12, 31), on=date(2011, 1, 10), **due)
    with pytest.raises(UnableToSetDeadline, match="move that deadline"):
        set_deadline(actor, key="d2", due=date(2012, 1, 31), on=date(2011, 2, 1), **due)
    with pytest.raises(UnableToSetDeadline, match="reason"):
        move_deadline(actor, key="d2", due=date(2012, 1, 31), on=date(2011, 2, 1), reason=LocalizedText(), **due)
    move_deadline(actor, key="d2", due=date(2012, 1, 31), on=date(2011, 2, 1), reason=WHY, **due)
    assert status("D1-AM").slippage_days == 31


@pytest.mark.parametrize(
    ("changes", "message"),
    [({"author": ""}, "author"), ({"authority": LocalizedText()}, "authority"), ({"due": date(2011, 1, 1)}, "passed")],
)
def test_a_deadline_names_author_and_authority_and_lies_ahead(loaded, actor, changes, message) -> None:
    given = {"due": date(2011, 12, 31), "on": date(2011, 1, 10), "author": "CSC", "authority": WHY} | changes
    with pytest.raises(UnableToSetDeadline, match=message):
        set_deadline(actor, key="d", commitment_key="D1-AM", **given)


def test_what_has_ended_takes_no_report_no_assessment_and_no_acceptance(loaded, actor) -> None:
    close_commitment(
        actor, key="end", commitment_key="D1-AM", kind=CommitmentActKind.SUPERSEDED, on=MINSK, reason=WHY,
        successor="D1-BY",
    )  # fmt: skip
    with pytest.raises(UnableToReport, match="superseded"):
        submit_report(actor, key="r", commitment_key="D1-AM", claimed=Claim.IMPLEMENTED, on=MINSK)
    with pytest.raises(UnableToAssess, match="superseded"):
        assess_commitment(
            actor, key="v", commitment_key="D1-AM", assessor=Assessor.SELF, result=Result.PARTLY, on=MINSK, reason=WHY
        )
    with pytest.raises(UnableToSettleCommitment, match="nothing is left"):
        accept_commitment(actor, key="a", commitment_key="D1-AM", on=MINSK)
    with pytest.raises(UnableToSettleCommitment, match="already"):
        close_commitment(actor, key="e2", commitment_key="D1-AM", kind=CommitmentActKind.RETIRED, on=MINSK, reason=WHY)


def test_acceptance_ends_the_right_to_decline(loaded, actor) -> None:
    accept_commitment(actor, key="a", commitment_key="D1-AM", on=MINSK)
    assert status("D1-AM").status is Status.ACCEPTED
    with pytest.raises(UnableToSettleCommitment, match="accepted"):
        decline_commitment(actor, key="b", commitment_key="D1-AM", on=MINSK, reason=WHY)
    decline_commitment(actor, key="c", commitment_key="D0-RU", on=MINSK, reason=WHY)
    assert status("D0-RU").status is Status.DECLINED


def test_starting_does_not_close_and_only_the_superseded_has_a_successor(loaded, actor) -> None:
    with pytest.raises(UnableToSettleCommitment, match="does not end"):
        close_commitment(actor, key="e", commitment_key="D1-AM", kind=CommitmentActKind.STARTED, on=MINSK, reason=WHY)
    with pytest.raises(UnableToSettleCommitment, match="successor"):
        close_commitment(
            actor, key="e", commitment_key="D1-AM", kind=CommitmentActKind.RETIRED, on=MINSK, reason=WHY,
            successor="D1-BY",
        )  # fmt: skip


def test_evidence_belongs_to_a_report_of_its_commitment(loaded, actor) -> None:
    paper = {"title": WHY, "bearing": Bearing.SUPPORTS, "on": date(2011, 5, 31)}
    with pytest.raises(UnableToReport, match="no report"):
        attach_evidence(actor, key="e", report=("D1-AM", "D0-KZ-law"), **paper)
    attach_evidence(actor, key="e", report=("D1-KZ", "D1-KZ-bill"), **paper)
    assert status("D1-KZ").supported


def test_a_report_has_one_reporter_and_a_period_that_ends_after_it_starts(loaded, actor) -> None:
    report = {"key": "r", "commitment_key": "D1-AM", "claimed": Claim.IN_PROGRESS, "on": MINSK}
    with pytest.raises(UnableToReport, match="one reporter"):
        submit_report(actor, **report, by_state="KZ", by_organ="SG")
    with pytest.raises(UnableToReport, match="before it starts"):
        submit_report(actor, **report, period=(date(2011, 2, 1), date(2011, 1, 1)))
    with pytest.raises(UnableToReport, match="no commitment"):
        submit_report(actor, **(report | {"commitment_key": "nothing"}))


def test_a_decision_is_adopted_whole(loaded, actor) -> None:
    told = {"key": "D9", "organ": "CSC", "on": MINSK, "kind": "decision", "title": WHY}
    with pytest.raises(UnableToAdoptDecision, match="both"):
        adopt_decision(actor, **told, participants=frozenset({"AM"}), not_participating=frozenset({"AM"}))
    with pytest.raises(UnableToAdoptDecision, match="limited"):
        adopt_decision(actor, **told, procedure=Procedure.LIMITED_FORMAT)
    with pytest.raises(UnableToAdoptDecision, match="replace"):
        adopt_decision(actor, **told, replaces="D8")
    adopt_decision(actor, **told, replaces="D5")
    from datetime import UTC, datetime

    assert decisions(SECRETARIAT, on=MINSK, known_at=datetime.now(UTC))[-1].replaces == "D5"


@pytest.mark.parametrize(
    "table",
    ["decision", "provision", "commitment", "commitmentact", "deadline", "report", "evidence", "assessment"],
)
def test_the_database_refuses_to_change_what_is_recorded(loaded, actor, table) -> None:
    accept_commitment(actor, key="a", commitment_key="D1-AM", on=MINSK)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE decisions_{table} SET standing = 'reported'")  # noqa: S608  # a name from the list above
