"""The vectorised form of the status equals the scalar one, whatever happened and in whatever order it was loaded."""

import json
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from secretariat.decisions.rules import (
    Assessment,
    Assessor,
    Bearing,
    Claim,
    CommitmentAct,
    CommitmentActKind,
    Deadline,
    Evidence,
    History,
    Report,
    Result,
    Rows,
    status_on,
    statuses_on,
)
from secretariat.kernel import ImpreciseDate, LocalizedText, Standing
from secretariat.sources.rules import Basis
from tests.decisions.commitments import ADOPTED, commitment

days = st.integers(0, 900).map(lambda n: ADOPTED + timedelta(days=n))
standings = st.sampled_from(Standing)


def _basis(key: str, standing: Standing) -> Basis:
    return Basis(key, standing, (f"S-{key}",))


@st.composite
def histories(draw: st.DrawFn) -> History:
    """Any acts about one commitment."""
    count = st.integers(0, 3)

    def rows(prefix: str) -> list[tuple[str, ImpreciseDate, Basis]]:
        found = []
        for number in range(draw(count)):
            key = f"{prefix}{number}"
            found.append((key, ImpreciseDate.on(draw(days)), _basis(key, draw(standings))))
        return found

    reports = tuple(Report(key, draw(st.sampled_from(Claim)), when, basis) for key, when, basis in rows("R"))
    return History(
        acts=tuple(CommitmentAct(key, draw(st.sampled_from(CommitmentActKind)), *rest) for key, *rest in rows("A")),
        deadlines=tuple(Deadline(key, draw(days), when, "CSC", basis) for key, when, basis in rows("D")),
        reports=reports,
        evidence=tuple(
            Evidence(key, draw(st.sampled_from(reports)).key, LocalizedText(), draw(st.sampled_from(Bearing)), *rest)
            for key, *rest in (rows("E") if reports else [])
        ),
        assessments=tuple(
            Assessment(key, draw(st.sampled_from(Assessor)), draw(st.sampled_from(Result)), *rest)
            for key, *rest in rows("V")
        ),
    )


def light(history: History, on: date, about: str) -> Rows:
    """A history as the register reads it."""

    def rows(acts, value):
        return [
            (about, act.when.latest.isoformat(), act.key, value(act), act.basis.standing.value,
             json.dumps(list(act.basis.sources)))
            for act in acts
            if act.when.latest <= on
        ]  # fmt: skip

    reported = {report.key: report.when.latest for report in history.reports if report.when.latest <= on}
    return Rows(
        acts=rows(history.acts, lambda act: act.kind.value),
        deadlines=rows(history.deadlines, lambda act: act.due.isoformat()),
        reports=rows(history.reports, lambda act: act.claimed.value),
        evidence=[
            (row[0], max(row[1], reported[each.report].isoformat()), *row[2:])
            for each in history.evidence
            if each.report in reported
            for row in rows([each], lambda act: act.bearing.value)
        ],
        assessments=rows(
            [act for act in history.assessments if act.assessor is not Assessor.SELF], lambda act: act.result.value
        ),
    )


def shuffled(draw_from: st.DataObject, history: History) -> History:
    return History(*(tuple(draw_from.draw(st.permutations(getattr(history, name)))) for name in History.__slots__))


SCHEDULED = commitment(report_first=date(2011, 3, 1), report_every_months=6)


@given(histories(), days)
def test_the_bulk_form_equals_the_scalar_one(history: History, on: date) -> None:
    (found,) = statuses_on([SCHEDULED], light(history, on, SCHEDULED.key), on)
    assert found == status_on(SCHEDULED, history, on)


@given(st.data(), histories(), days)
def test_the_order_of_loading_is_irrelevant(data: st.DataObject, history: History, on: date) -> None:
    assert status_on(SCHEDULED, shuffled(data, history), on) == status_on(SCHEDULED, history, on)


@given(histories(), days)
def test_the_status_never_depends_on_later_acts(history: History, on: date) -> None:
    def before(acts):
        return tuple(act for act in acts if act.when.latest <= on)

    earlier = replace(history, **{name: before(getattr(history, name)) for name in History.__slots__})
    assert status_on(SCHEDULED, history, on) == status_on(SCHEDULED, earlier, on)


@given(histories(), histories(), days)
def test_an_act_about_another_commitment_changes_nothing(own: History, other: History, on: date) -> None:
    unrelated = commitment("unrelated")
    alone, others = light(own, on, SCHEDULED.key), light(other, on, unrelated.key)
    together = Rows(*(tuple(getattr(alone, name)) + tuple(getattr(others, name)) for name in Rows.__slots__))
    assert statuses_on([SCHEDULED], together, on) == statuses_on([SCHEDULED], alone, on)
    assert len(statuses_on([SCHEDULED, unrelated], together, on)) == 2
