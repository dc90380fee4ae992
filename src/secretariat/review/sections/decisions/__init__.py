"""Pace of implementation: what the last session laid down, how far it has come, and what was said about it."""

from secretariat.kernel import LocalizedText
from secretariat.review.queries import SessionPace, Snapshot
from secretariat.review.rules.blocks import Block, Heading, Notice, Paragraph, say
from secretariat.review.sections.decisions.charts import due_and_done, matrix, survival
from secretariat.review.sections.decisions.said import headline, said_and_computed, texts
from secretariat.review.sections.decisions.tables import breakdown_table, deadlines_table, status_table


def blocks(shot: Snapshot, found: SessionPace | None) -> list[Block]:
    """The chapter: the last session's commitments."""
    if found is None or not found.pace.n:
        return [
            Notice(
                say(
                    "No decision with commitments is on record by {on}.",
                    "На {on} решений с обязательствами в реестре нет.",
                    on=shot.on,
                )
            )
        ]
    titles = {decision.key: decision.title for decision in found.decisions}
    names = {code: state.name_on(shot.on) for code, state in shot.states.items()} | {
        key: organ.name for key, organ in shot.organs.items()
    }
    result: list[Block] = [*headline(shot, found), *texts(shot, found)]
    result += said_and_computed(shot, found, found.statements, found.judged)
    result += [
        Paragraph(say("{definition}", "{definition}", definition=found.judged.definition)),
        status_table(shot, found),
        due_and_done(shot, found),
    ]
    if (grid := matrix(shot, found)) is not None:
        result.append(grid)
    result.append(breakdown_table(shot, found, found.pace.by_decision, "decision", titles))
    result.append(breakdown_table(shot, found, found.pace.by_member, "member", names))
    if (deadlines := deadlines_table(shot, found)) is not None:
        result += [Heading(LocalizedText("Deadlines", "Сроки")), deadlines]
    return result + survival(shot, found)
