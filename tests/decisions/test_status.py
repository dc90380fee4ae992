from dataclasses import replace
from datetime import date

import pytest

from secretariat.decisions.rules import (
    Engagement,
    Status,
    engagement_by_adoption,
    is_report_overdue,
    months_after,
)
from secretariat.kernel import Standing
from tests.decisions.commitments import act, assessment, commitment, deadline, evidence, report, status


def test_silence_is_unknown_and_never_not_started() -> None:
    found = status()
    assert found.status is Status.UNKNOWN
    assert found.standing is Standing.UNKNOWN
    assert found.last_report is None


def test_not_started_is_what_somebody_reported() -> None:
    assert status(reports=[report("2011-03-01", "not_started")]).status is Status.NOT_STARTED


def test_a_bill_sent_to_parliament_is_in_progress_on_its_day() -> None:
    history = {"reports": [report("2011-05-31", "in_progress")]}
    assert status(date(2011, 5, 30), **history).status is Status.UNKNOWN
    assert status(date(2011, 5, 31), **history).status is Status.IN_PROGRESS


def test_in_progress_without_a_word_for_more_than_a_year_is_stagnant() -> None:
    history = {"reports": [report("2011-05-31", "in_progress")]}
    assert status(date(2012, 5, 30), **history).status is Status.IN_PROGRESS
    assert status(date(2012, 5, 31), **history).status is Status.STAGNANT


def test_a_self_report_without_evidence_is_only_a_claim() -> None:
    found = status(date(2012, 1, 1), reports=[report("2011-08-16", "implemented")])
    assert (found.status, found.supported) == (Status.CLAIMED, False)
    assert found.first_claimed == date(2011, 8, 16)
    assert found.first_verified is None


def test_evidence_supports_a_claim_and_does_not_verify_it() -> None:
    claim = report("2011-12-01", "implemented")
    found = status(date(2012, 1, 1), reports=[claim], evidence=[evidence("2011-11-28", claim.key)])
    assert (found.status, found.supported) == (Status.CLAIMED, True)


def test_evidence_counts_only_once_its_report_was_made() -> None:
    claim = report("2011-12-01", "implemented")
    assert not status(date(2011, 11, 29), reports=[claim], evidence=[evidence("2011-11-28", claim.key)]).supported


def test_ones_own_assessment_verifies_nothing() -> None:
    history = {"reports": [report("2011-08-16", "implemented")]}
    assert status(date(2012, 1, 1), **history, assessments=[assessment("2011-09-01", "verified", "self")]).status is (
        Status.CLAIMED
    )


@pytest.mark.parametrize("assessor", ["secretariat", "independent"])
def test_an_assessment_by_another_verifies(assessor: str) -> None:
    found = status(
        date(2012, 1, 1),
        reports=[report("2011-08-16", "implemented")],
        assessments=[assessment("2011-09-01", "verified", assessor)],
    )
    assert (found.status, found.first_verified) == (Status.VERIFIED, date(2011, 9, 1))


def test_contradicting_evidence_is_shown_beside_the_claim() -> None:
    claim = report("2011-08-16", "implemented")
    found = status(date(2012, 1, 1), reports=[claim], evidence=[evidence("2011-09-01", claim.key, "contradicts")])
    assert (found.status, found.contradicted) == (Status.CLAIMED, True)


def test_a_later_verification_settles_a_contradiction() -> None:
    claim = report("2011-08-16", "implemented")
    against = [evidence("2011-09-01", claim.key, "contradicts")]
    verified = [assessment("2011-10-01", "verified")]
    assert not status(date(2012, 1, 1), reports=[claim], evidence=against, assessments=verified).contradicted


def test_an_assessment_that_contradicts_leaves_a_contradicted_claim() -> None:
    found = status(
        date(2012, 1, 1),
        reports=[report("2011-08-16", "implemented")],
        assessments=[assessment("2011-10-01", "contradicted")],
    )
    assert (found.status, found.contradicted) == (Status.CLAIMED, True)


def test_commitment_overdue_and_report_overdue_are_different_things() -> None:
    due = [deadline("2010-12-10", "2011-02-01")]
    late = status(reports=[report("2011-05-01", "in_progress")], deadlines=due)
    assert (late.commitment_overdue, late.report_overdue) == (True, False)
    silent = status(of=commitment(report_first=date(2011, 3, 1)), deadlines=[deadline("2010-12-10", "2012-02-01")])
    assert (silent.commitment_overdue, silent.report_overdue) == (False, True)


def test_the_day_it_is_due_is_still_in_time() -> None:
    due = [deadline("2010-12-10", "2011-02-01")]
    assert not status(date(2011, 2, 1), deadlines=due).commitment_overdue
    assert status(date(2011, 2, 2), deadlines=due).commitment_overdue


def test_what_is_claimed_or_ended_is_not_overdue() -> None:
    due = [deadline("2010-12-10", "2011-02-01")]
    assert not status(reports=[report("2011-05-01", "implemented")], deadlines=due).commitment_overdue
    assert not status(acts=[act("2011-05-01", "retired")], deadlines=due).commitment_overdue


def test_the_first_deadline_is_the_baseline_and_slippage_is_measured_against_it() -> None:
    found = status(deadlines=[deadline("2011-02-01", "2011-05-01"), deadline("2010-12-10", "2011-02-01")])
    assert (found.baseline_due, found.current_due) == (date(2011, 2, 1), date(2011, 5, 1))
    assert found.slippage_days == 89


def test_who_stayed_out_is_only_proposed_to() -> None:
    engaged = engagement_by_adoption(
        state="UZ", procedure=None, participants=frozenset({"AM", "BY"}), not_participating=frozenset()
    )
    assert engaged is Engagement.PROPOSED
    assert status(of=commitment(engagement=engaged)).status is Status.PROPOSED


def test_a_limited_format_engages_its_participants_alone() -> None:
    def engaged(state: str) -> Engagement:
        return engagement_by_adoption(
            state=state, procedure="limited_format", participants=frozenset({"BY"}), not_participating=frozenset()
        )

    assert (engaged("BY"), engaged("AM")) == (Engagement.ACCEPTED, Engagement.PROPOSED)


def test_an_express_acceptance_shows_until_something_falls_due() -> None:
    history = {"acts": [act("2010-12-20", "accepted")], "deadlines": [deadline("2010-12-10", "2011-02-01")]}
    assert status(date(2011, 1, 1), **history).status is Status.ACCEPTED
    assert status(date(2011, 3, 1), **history).status is Status.UNKNOWN


def test_declined_stays_declined_until_accepted() -> None:
    declined = [act("2010-12-20", "declined")]
    found = status(acts=declined)
    assert (found.status, found.closed) == (Status.DECLINED, date(2010, 12, 20))
    assert status(acts=[*declined, act("2011-01-20", "accepted")]).engagement is Engagement.ACCEPTED


def test_the_end_of_a_block_restores_what_was_said_before() -> None:
    acts = [act("2011-02-01", "blocked"), act("2011-04-01", "unblocked")]
    reports = [report("2011-01-01", "not_started")]
    assert status(date(2011, 3, 1), acts=acts, reports=reports).status is Status.BLOCKED
    assert status(date(2011, 5, 1), acts=acts, reports=reports).status is Status.NOT_STARTED


@pytest.mark.parametrize("kind", ["superseded", "elapsed", "retired", "withdrawn"])
def test_what_has_ended_stays_ended(kind: str) -> None:
    found = status(acts=[act("2011-02-01", kind)], reports=[report("2011-03-01", "implemented")])
    assert (found.status, found.first_claimed, found.closed) == (Status(kind), None, date(2011, 2, 1))


def test_an_imprecise_report_counts_from_its_last_possible_day() -> None:
    said = [report("2011-05", "in_progress")]
    assert status(date(2011, 5, 30), reports=said).status is Status.UNKNOWN
    assert status(date(2011, 5, 31), reports=said).status is Status.IN_PROGRESS


def test_an_undated_report_has_no_effect() -> None:
    said = replace(report("2011-05-01", "implemented"), when=None)
    assert status(reports=[said]).status is Status.UNKNOWN


def test_status_inherits_the_weakest_standing() -> None:
    said = report("2011-03-01", "in_progress")
    of = commitment(standing=Standing.REPORTED)
    assert status(of=of, reports=[said]).standing is Standing.REPORTED


def test_months_keep_the_end_of_the_month() -> None:
    assert months_after(date(2011, 1, 31), 1) == date(2011, 2, 28)
    assert months_after(date(2011, 11, 30), 3) == date(2012, 2, 29)


@pytest.mark.parametrize(
    ("last", "day", "overdue"),
    [
        (None, date(2011, 3, 1), False),
        (None, date(2011, 3, 2), True),
        (date(2011, 2, 20), date(2011, 9, 1), False),
        (date(2011, 2, 20), date(2011, 9, 2), True),
        (date(2011, 3, 2), date(2011, 9, 2), False),
    ],
)
def test_a_report_answers_every_due_date_since_the_one_before(last: date | None, day: date, overdue: bool) -> None:
    assert is_report_overdue(first=date(2011, 3, 1), every_months=6, last_report=last, on=day) is overdue


def test_facts_used_are_named() -> None:
    found = status(reports=[report("2011-03-01", "in_progress")], deadlines=[deadline("2010-12-10", "2011-02-01")])
    assert found.acts == ("CHARTER-P2010-KZ", "R-2011-03-01", "D-2010-12-10")
    assert found.sources == ("S1",)
