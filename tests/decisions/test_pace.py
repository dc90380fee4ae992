from datetime import date

from secretariat.decisions.rules import (
    Collective,
    CommitmentKind,
    PaceResult,
    Status,
    cohort_of,
    pace_of,
    pace_statement,
)
from tests.decisions.commitments import ADOPTED, MINSK, act, assessment, commitment, deadline, report, status

D1, D2 = "DEC-2010-12-10-1", "DEC-2010-12-10-2"
SESSION = {D1: ADOPTED, D2: ADOPTED}
IMPLEMENTED = [report("2011-03-01", "implemented")]


def cohort(*statuses, members=None):
    return cohort_of("CSC-2010-12-10", decisions=SESSION, statuses=statuses, members=members)


def pace(*statuses, **options):
    return pace_of(cohort(*statuses), on=MINSK, **options)


def test_a_parent_and_its_parts_are_never_both_counted() -> None:
    parent = status(of=commitment("parent"), reports=IMPLEMENTED)
    parts = [status(of=commitment(f"part-{n}", parent="parent")) for n in range(2)]
    found = pace(parent, *parts)
    assert found.n == 2
    assert found.rates["implemented"].numerator == 0


def test_one_commitment_under_two_decisions_counts_once() -> None:
    shared = status(of=commitment(decisions=(D1, D2), provisions=(f"{D1}-1", f"{D2}-1")))
    found = pace(shared, shared)
    assert found.n == 1
    assert [(part.name, part.n) for part in found.by_decision] == [(D1, 1), (D2, 1)]


def test_the_frozen_cohort_keeps_who_left_and_takes_in_nobody_who_joined() -> None:
    stayed, left = status(of=commitment("KZ")), status(of=commitment("UZ", state="UZ"))
    joined = status(of=commitment("RS", state="RS", assigned=date(2011, 3, 1)))
    found = cohort(stayed, left, joined, members={"KZ", "RS"})
    assert [each.key for each in found.frozen] == ["KZ", "UZ"]
    assert [each.key for each in found.current] == ["KZ", "RS"]
    assert (found.added, found.gone, found.frozen_on) == (("RS",), ("UZ",), ADOPTED)


def test_what_was_divided_after_adoption_stays_one_with_the_status_of_its_parts() -> None:
    parent = status(of=commitment("parent"))
    done = status(of=commitment("a", parent="parent", assigned=date(2011, 1, 1)), reports=IMPLEMENTED)
    undone = status(of=commitment("b", parent="parent", assigned=date(2011, 1, 1)))
    found = cohort(parent, done, undone)
    assert [(each.key, each.status) for each in found.frozen] == [("parent", Status.IN_PROGRESS)]
    assert [each.key for each in found.current] == ["a", "b"]
    assert cohort(parent, done).frozen[0].status is Status.CLAIMED


def test_unknown_is_counted_as_unknown_and_not_as_zero_progress() -> None:
    found = pace(status(of=commitment("a")), status(of=commitment("b"), reports=[report("2011-03-01", "not_started")]))
    assert (found.counts[Status.UNKNOWN].value, found.counts[Status.NOT_STARTED].value) == (1, 1)
    assert (found.rates["reporting"].numerator, found.rates["reporting"].denominator) == (1, 2)
    assert found.rates["unknown"].value == 0.5


def test_an_activity_is_not_counted_as_an_outcome() -> None:
    held = status(of=commitment("seminar", kind=CommitmentKind.ACTIVITY), reports=IMPLEMENTED)
    found = pace(held, status(of=commitment("ratification")))
    assert found.rates["outcomes_implemented"].value == 0
    assert found.rates["activities_carried_out"].value == 1
    assert pace_statement(cohort(held), MINSK).result is PaceResult.NOT_DETERMINABLE


def test_a_rate_over_nothing_has_no_value() -> None:
    found = pace(status()).rates["due_and_done"]
    assert (found.numerator, found.denominator, found.value) == (0, 0, None)


def test_every_rate_lists_the_acts_it_counts() -> None:
    found = pace(status(reports=IMPLEMENTED)).rates["implemented"]
    assert found.trace.rows == ("CHARTER-P2010-KZ", "R-2011-03-01")
    assert found.trace.sources == ("S1",)


def test_claimed_is_implemented_and_only_an_assessment_is_verified() -> None:
    verified = status(of=commitment("v"), reports=IMPLEMENTED, assessments=[assessment("2011-04-01", "verified")])
    found = pace(verified, status(of=commitment("c"), reports=IMPLEMENTED), status(of=commitment("u")))
    assert (found.rates["implemented"].numerator, found.rates["verified"].numerator) == (2, 1)
    assert found.rates["implemented"].denominator == 3


def test_late_is_measured_for_the_done_and_age_for_the_open() -> None:
    due = [deadline("2010-12-10", "2011-02-01")]
    late = status(of=commitment("late"), reports=IMPLEMENTED, deadlines=due)
    still_open = status(of=commitment("open"), deadlines=due)
    found = pace(late, still_open)
    assert (found.ages["median_days_late"].value, found.ages["median_days_late"].numerator) == (28, 1)
    assert (found.ages["median_age_open_days"].value, found.ages["median_days_overdue"].value) == (172, 119)
    assert (found.rates["due_and_done"].numerator, found.rates["due_and_done"].denominator) == (1, 2)
    assert found.rates["done_in_time"].numerator == 0


def test_what_has_ended_is_not_due() -> None:
    ended = status(acts=[act("2011-01-09", "superseded")], deadlines=[deadline("2010-12-10", "2011-02-01")])
    assert pace(ended).rates["due_and_done"].denominator == 0


def test_slippage_counts_those_that_moved_against_their_baseline() -> None:
    moved = status(
        of=commitment("m"), deadlines=[deadline("2010-12-10", "2011-02-01"), deadline("2011-01-20", "2011-05-01")]
    )
    kept = status(of=commitment("k"), deadlines=[deadline("2010-12-10", "2011-02-01")])
    found = pace(moved, kept, status(of=commitment("none"))).slippage
    assert (found.with_deadline.numerator, found.moved.numerator, found.moved.denominator) == (2, 1, 2)
    assert found.median_days.value == 89


def test_net_flow_is_new_minus_done_minus_ended() -> None:
    new = status(of=commitment("new", assigned=date(2011, 3, 1)))
    ended = status(of=commitment("ended"), acts=[act("2011-01-09", "retired")])
    flow = pace(new, status(of=commitment("done"), reports=IMPLEMENTED), ended).flow
    assert flow is not None
    assert (flow.new.value, flow.done.value, flow.closed.value, flow.net.value) == (1, 1, 1, -1)


def test_both_collective_rules_are_given_and_silence_leaves_all_of_them_open() -> None:
    done = status(of=commitment("KZ"), reports=IMPLEMENTED)
    silent = status(of=commitment("RU", state="RU"))
    (found,) = pace(done, silent, rules={"DEC-2010-12-10-1-1": Collective.ALL}).collective
    assert (found.all_done, found.share.value, found.unknown) == (None, 0.5, 1)
    refused = status(of=commitment("BY", state="BY"), reports=[report("2011-03-01", "not_started")])
    assert pace(done, silent, refused).collective[0].all_done is False
    assert pace(done, status(of=commitment("RU", state="RU"), reports=IMPLEMENTED)).collective[0].all_done is True


def test_a_pace_without_deadlines_cannot_be_called_good_or_bad() -> None:
    assert pace_statement(cohort(status(reports=IMPLEMENTED)), MINSK).result is PaceResult.NOT_DETERMINABLE


def test_a_good_pace_keeps_step_with_the_time_allowed() -> None:
    due = [deadline("2010-12-10", "2011-12-10")]
    done = status(of=commitment("a"), reports=IMPLEMENTED, deadlines=due)
    under_way = status(of=commitment("b"), reports=[report("2011-03-01", "in_progress")], deadlines=due)
    assert pace_statement(cohort(done, under_way), MINSK).result is PaceResult.GOOD
    slow = [
        status(of=commitment(f"s{n}"), reports=[report("2011-03-01", "in_progress")], deadlines=due) for n in range(3)
    ]
    assert pace_statement(cohort(done, *slow), MINSK).result is PaceResult.NOT_GOOD


def test_silence_makes_the_result_undeterminable_where_it_could_go_either_way() -> None:
    due = [deadline("2010-12-10", "2011-02-01")]
    silent = pace_statement(cohort(status(deadlines=due)), MINSK)
    assert silent.result is PaceResult.NOT_DETERMINABLE
    assert [(criterion.low, criterion.high) for criterion in silent.criteria[1:]] == [(0, 1), (0, 1)]
