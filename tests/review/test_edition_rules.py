"""The way of an edition and its gaps, without a database."""

import re
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import secretariat
from secretariat.access.rules import Body, Distribution, Mark, Stage, Viewer
from secretariat.decisions.rules import CommitmentStatus, Status
from secretariat.kernel import Standing
from secretariat.papers.rules import Step, StepKind
from secretariat.review.rules.editions import (
    Audience,
    CommentState,
    EditionPlan,
    EditionState,
    Paragraph,
    about_edition,
    about_paragraph,
    answers_open_to,
    comment_state,
    edition_state,
    issued_to,
    may_comment,
    may_prepare,
    numbered,
    paragraph_of,
    paragraphs_in,
    reader_of,
    steps_open_to,
)
from secretariat.review.rules.gaps import Gap, gap_figures, gaps_of, grid
from secretariat.web.terms import TERMS
from secretariat.web.words import WORDS
from tests.conference.acts import status_of

PACKAGE = Path(secretariat.__file__).parent
TEMPLATES = PACKAGE / "review" / "templates" / "review"

AT = datetime(2011, 5, 31, tzinfo=UTC)
DRAFTER = Viewer(Body.SECRETARIAT, person="d", duties=frozenset({"drafter"}))
DESK = Viewer(Body.DELEGATION, "KZ", "k", duties=frozenset({"desk"}))
OTHERS = (
    Viewer(Body.SECRETARIAT, person="s", duties=frozenset({"desk", "head", "administrator"})),
    DESK,
    Viewer(Body.DELEGATION, "KZ", "h", duties=frozenset({"drafter", "head"})),
    Viewer(Body.PUBLIC),
)


def step(kind: StepKind, number: int = 1) -> Step:
    return Step(number, kind, AT, "p", "secretariat", 1)


@pytest.mark.parametrize("state", EditionState)
def test_nobody_but_a_drafter_of_the_secretariat_takes_a_step(state: EditionState):
    assert all(steps_open_to(viewer, state) == frozenset() for viewer in OTHERS)
    assert not any(may_prepare(viewer, state) for viewer in OTHERS)


def test_what_was_issued_or_replaced_is_not_changed():
    assert steps_open_to(DRAFTER, EditionState.ISSUED) == {StepKind.CORRECTED}
    assert steps_open_to(DRAFTER, EditionState.REPLACED) == frozenset()
    assert [state for state in EditionState if may_prepare(DRAFTER, state)] == [EditionState.PREPARED]


def test_an_edition_stays_issued_whatever_follows():
    taken = [step(StepKind.CIRCULATED), step(StepKind.ISSUED, 2), step(StepKind.CORRECTED, 3)]
    assert edition_state(taken, is_circulated=True) is EditionState.ISSUED
    assert edition_state(taken[:1], is_circulated=True) is EditionState.CIRCULATED
    assert edition_state(taken[:1], is_circulated=False) is EditionState.PREPARED
    assert edition_state([step(StepKind.WITHDRAWN)], is_circulated=True) is EditionState.REPLACED


def test_a_delegation_in_good_standing_comments_while_the_edition_is_circulated():
    assert [state for state in EditionState if may_comment(DESK, state)] == [EditionState.CIRCULATED]
    suspended = Viewer(Body.DELEGATION, "KZ", "k", active=False, duties=DESK.duties)
    reader = Viewer(Body.DELEGATION, "KZ", "k")
    assert not any(may_comment(viewer, EditionState.CIRCULATED) for viewer in (suspended, reader, DRAFTER))


def test_a_comment_is_answered_once_and_taken_back_only_by_its_own_delegation():
    def steps(viewer: Viewer, state: CommentState, edition: EditionState = EditionState.CIRCULATED) -> set[StepKind]:
        return set(answers_open_to(viewer, state, edition, organisation="state:KZ"))

    assert steps(DRAFTER, CommentState.OPEN) == {StepKind.ACCEPTED, StepKind.REJECTED}
    assert steps(DESK, CommentState.OPEN) == {StepKind.WITHDRAWN}
    assert steps(Viewer(Body.DELEGATION, "BY", "b", duties=DESK.duties), CommentState.OPEN) == set()
    assert steps(DRAFTER, CommentState.OPEN, EditionState.REPLACED) == {StepKind.ACCEPTED, StepKind.REJECTED}
    assert steps(DRAFTER, CommentState.OPEN, EditionState.ISSUED) == set()
    for answered in (CommentState.ACCEPTED, CommentState.REJECTED, CommentState.WITHDRAWN):
        assert steps(DRAFTER, answered) == steps(DESK, answered) == set()


def test_the_state_of_a_comment_is_its_answer():
    assert comment_state([step(StepKind.SUBMITTED)]) is CommentState.OPEN
    assert comment_state([step(StepKind.SUBMITTED), step(StepKind.REJECTED, 2)]) is CommentState.REJECTED


@pytest.mark.parametrize("audience", Audience)
def test_an_edition_never_reads_as_the_secretariat(audience: Audience):
    reader = reader_of(audience)
    assert not reader.sees(Mark.SECRETARIAT)
    assert reader.sees(Mark.MEMBERS) is (audience is Audience.MEMBERS)
    assert reader.state in {None, ""}, "an edition for members is no one member's"


def test_an_issued_edition_reaches_its_readers_and_no_others():
    members, public = issued_to(Audience.MEMBERS), issued_to(Audience.PUBLIC)
    assert (members.stage, members.mark) == (Stage.ADOPTED, Distribution.MEMBERS)
    assert (public.stage, public.mark) == (Stage.PUBLISHED, Distribution.PUBLIC)


def test_a_comment_names_its_paragraph():
    assert paragraph_of(about_paragraph("a1", 12)) == ("a1", 12)
    assert about_paragraph("a1", 12).startswith(about_edition("a1"))
    assert not about_paragraph("a11", 2).startswith(about_edition("a1"))


TEXTS = st.lists(
    st.tuples(st.integers(1, 999), st.text(min_size=1).map(lambda text: " ".join(text.split())).filter(bool)),
    min_size=1,
    max_size=5,
)


@given(TEXTS)
def test_paragraphs_come_back_as_they_were_written(paragraphs: list[tuple[int, str]]):
    written = numbered([("2. Pace", paragraphs), ("3. Nothing in it", [])])
    assert paragraphs_in(written) == [Paragraph(number, "2. Pace", text) for number, text in paragraphs]


def test_a_plan_comes_back_from_its_paper():
    plan = EditionPlan("CFM", "CFM-2011-05-31", date(2011, 5, 31), date(2011, 6, 1), "CFM/2011/R.1", Audience.PUBLIC)
    assert EditionPlan.from_body(plan.to_body()) == plan


def found(key: str, state: str | None, status: Status, **fields: object) -> CommitmentStatus:
    made = status_of(key, "D1", status=status)
    addressee = made.commitment._replace(state=state, organ=None if state else "SG")
    return made._replace(commitment=addressee, **fields)


def test_a_gap_is_what_an_edition_could_not_say():
    never = found("C1", "KZ", Status.UNKNOWN, report_overdue=True)
    assert gaps_of(never) == (Gap.NEVER_REPORTED, Gap.REPORT_OVERDUE)
    claimed = found("C2", "KZ", Status.CLAIMED, last_report=date(2011, 5, 1), contradicted=True)
    assert gaps_of(claimed) == (Gap.UNSUPPORTED, Gap.CONTRADICTED)
    assert gaps_of(claimed._replace(supported=True, contradicted=False)) == ()


@pytest.mark.parametrize("status", [Status.DECLINED, Status.RETIRED, Status.SUPERSEDED, Status.WITHDRAWN])
def test_what_has_ended_waits_for_no_report(status: Status):
    assert gaps_of(found("C1", "KZ", status, report_overdue=True)) == ()


def test_a_commitment_of_nobody_who_is_a_member_stands_among_the_others():
    mine, former, organ = (
        found("C1", "KZ", Status.UNKNOWN),
        found("C2", "GE", Status.UNKNOWN),
        found("C3", None, Status.UNKNOWN),
    )
    (line,) = grid([mine, former, organ], ["BY", "KZ"], ["D1", "D2"])
    assert line.decision == "D1"
    assert {code: len(cell) for code, cell in line.cells.items()} == {"BY": 0, "KZ": 1}
    assert line.others == (former, organ)


def test_gaps_are_counted_over_all_commitments_with_the_rows_they_rest_on():
    statuses = [
        found("C1", "KZ", Status.UNKNOWN, standing=Standing.DERIVED),
        found("C2", "BY", Status.VERIFIED, last_report=date(2011, 5, 1)),
    ]
    figures = gap_figures(statuses, filters=("on = 2011-05-31",))
    never = figures[Gap.NEVER_REPORTED]
    assert (never.value, never.denominator, never.trace.rows) == (1, 2, ("C1",))
    assert figures[Gap.CONTRADICTED].value == 0


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.stem)
def test_every_word_of_a_page_of_editions_exists_in_both_languages(path: Path):
    said = path.read_text()
    used = set(re.findall(r"words\.([a-z_]+)", said)) if "edition.words" not in said else set()
    used |= {word for pair in re.findall(r'{% entry "\w+" "(\w+)"|hint="(\w+)"', said) for word in pair if word}
    assert used <= set(WORDS["en"])


@pytest.mark.parametrize("enumeration", [EditionState, CommentState, Audience, Gap])
def test_every_value_has_a_term_in_both_languages(enumeration: type[StrEnum]):
    for value in enumeration:
        english, russian = TERMS[f"{enumeration.__name__}.{value}"]
        assert english != russian


def test_every_refusal_has_a_word_in_both_languages():
    sources = "".join(path.read_text() for path in PACKAGE.glob("review/**/*.py"))
    words = set(re.findall(r'(?:\bword = |Mistake\("\w+", )"(\w+)"', sources)) | {"paper_issued", "comment_text_needed"}
    assert len(words) > 12
    assert words <= set(WORDS["en"])
