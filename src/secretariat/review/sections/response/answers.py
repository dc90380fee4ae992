"""What followed without a mandate: decisions and their commitments, assistance other than forces."""

from secretariat.decisions.rules import CommitmentStatus
from secretariat.kernel import Figure, LocalizedText, Trace
from secretariat.response.queries import Case
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Display, Paragraph, Sentence, Table, say
from secretariat.review.rules.methods import COHORT
from secretariat.review.rules.response import ASSISTANCE_WORDS
from secretariat.review.sections.response.cases import name_of
from secretariat.review.sections.response.figures import assistance_given
from secretariat.review.sections.response.pledges import DASH, SOURCE


def _assistance(shot: Snapshot) -> list[Block]:
    given = [(case, each) for case in shot.response.cases for each in case.assistance]
    rows: list[tuple[Cell, ...]] = [
        (
            each.when,
            name_of(shot, each.recipient),
            ASSISTANCE_WORDS[each.kind.value],
            each.text or DASH,
            name_of(shot, each.state)
            if each.state
            else shot.organs[each.organ].name
            if each.organ in shot.organs
            else None,
            each.basis.standing,
        )
        for each in (*(each for _, each in given), *shot.response.other_assistance)
    ]
    if not rows:
        return []
    display = Display(
        "force-assistance",
        say("Assistance other than forces: {n}", "Помощь без применения сил: {n}", n=assistance_given(shot)),
        say("By date, up to {on}", "По датам, до {on}", on=shot.on),
        SOURCE,
    )
    columns = (
        LocalizedText("Given", "Когда"),
        LocalizedText("To", "Кому"),
        LocalizedText("Kind", "Вид"),
        LocalizedText("What", "Содержание"),
        LocalizedText("By", "Кем"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return [Table(display, columns, tuple(rows), widths=(1.2, 1.1, 1, 2.4, 1.6, 1.1))]


def _under(shot: Snapshot, decision: str) -> list[CommitmentStatus]:
    """The commitments laid down by a decision."""
    return [each for each in shot.all_commitments if decision in each.commitment.decisions]


def _answered(shot: Snapshot, case: Case) -> list[Sentence]:
    """What became of the commitments under the decisions that answer a request."""
    said = []
    for act in case.course.acts:
        statuses = _under(shot, act.decision) if act.decision else []
        if not statuses:
            continue
        done = [each for each in statuses if each.status.is_done]
        trace = Trace(
            COHORT.name,
            COHORT.version,
            tuple(each.key for each in statuses),
            (f"decision = {act.decision}", f"on = {shot.on}"),
            tuple(sorted({each.standing for each in statuses})),
            tuple(dict.fromkeys(key for each in statuses for key in each.sources)),
        )
        share = Figure.rate(f"{(act.decision or '').lower()}-answer-commitments-done", len(done), len(statuses), trace)
        late = [each.current_due for each in statuses if each.commitment_overdue and each.current_due is not None]
        days = (shot.on - min(late)).days if late else None
        name = f"{(act.decision or '').lower()}-answer-days-late"
        overdue = Figure(name, days, "days", trace)
        ending = (
            ("; {days} days have passed since the deadline.", "; со дня срока прошло дней: {days}.")
            if late
            else (".", ".")
        )
        said.append(
            say(
                "{state}, {day}: answered by a decision. Of its commitments {share} are reported done" + ending[0],
                "{state}, {day}: ответ дан решением. Об исполнении сообщено по {share} обязательств" + ending[1],
                state=name_of(shot, case.request.state),
                day=act.when,
                share=share,
                **({"days": overdue} if late else {}),
            )
        )
    return said


def blocks(shot: Snapshot) -> list[Block]:
    """The decisions that answer requests, then assistance."""
    answered = [Paragraph(sentence) for case in shot.response.cases for sentence in _answered(shot, case)]
    return [*answered, *_assistance(shot)]
