"""The minister's brief: one page, the figures first."""

from dataclasses import replace

from secretariat.kernel import LocalizedText
from secretariat.organs.queries.meetings import MeetingDetail
from secretariat.review.queries import SessionPace, Snapshot
from secretariat.review.rules.blocks import Block, Cell, Display, Paragraph, Table, say
from secretariat.review.rules.methods import REGISTER, count
from secretariat.review.sections import organs, parties
from secretariat.review.sections.decisions import figures, said


def _at_a_glance(shot: Snapshot, found: SessionPace) -> Table:
    """The figures a minister looks for first."""
    slug, rates = found.session.lower(), found.pace.rates
    opened = figures.opened_texts(shot, found)
    rows: list[tuple[Cell, ...]] = [
        (LocalizedText("Commitments laid down", "Возложено обязательств"), figures.cohort_figure(found)),
        (LocalizedText("Report received", "Получен отчёт"), figures.named(rates["reporting"], slug)),
        (
            LocalizedText("Implemented, claimed or verified", "Исполнено, заявлено или проверено"),
            figures.named(rates["implemented"], slug),
        ),
        (LocalizedText("Verified", "Проверено"), figures.named(rates["verified"], slug)),
        (LocalizedText("Overdue", "Просрочено"), figures.named(rates["commitment_overdue"], slug)),
    ]
    if opened:
        rows.append(
            (
                LocalizedText("Legal texts in force", "Действующие правовые документы"),
                figures.texts_figure(found, opened),
            )
        )
    display = Display(
        "at-a-glance",
        say("The decisions of {day} at a glance", "Решения от {day}: главное", day=found.adopted),
        say("Counts and shares on {on}", "Числа и доли на {on}", on=shot.on),
        figures.SOURCE,
    )
    columns = (LocalizedText("Measure", "Показатель"), LocalizedText("On the record", "По реестру"))
    return Table(display, columns, tuple(rows), widths=(3, 1.4))


def blocks(
    shot: Snapshot, found: SessionPace | None, detail: MeetingDetail | None, news: Paragraph | None, drafts: int
) -> list[Block]:
    """What a minister needs to know before sitting down.

    ``news`` is the sentence that sums up the changes, ``drafts`` the number of clauses that chapter 9 proposes.
    """
    result: list[Block] = []
    if found is not None and found.pace.n:
        result.append(_at_a_glance(shot, found))
    if found is not None and found.pace.n:
        result += said.texts(shot, found)
        result += said.said_and_computed(shot, found, found.statements[:2], found.judged)
    if shot.members:
        result.append(
            Paragraph(
                say(
                    "The organisation has {n} members on {on}: {names}.",
                    "На {on} членов организации: {n} – {names}.",
                    n=parties.members_figure(shot),
                    on=shot.on,
                    names=parties.listed_names(shot.members),
                )
            )
        )
    if news is not None:
        result.append(replace(news, kind="text"))
    result += organs.next_meetings(shot)[:3]
    if detail is not None and detail.proposals:
        result += [
            Paragraph(
                say(
                    "On the table: {title} ({who}).",
                    "На рассмотрении: {title} ({who}).",
                    title=proposal.title,
                    who=organs.speaker(shot, proposal.state, None, LocalizedText(), LocalizedText()),
                )
            )
            for proposal in detail.proposals[:3]
        ]
    if drafts:
        clauses = count("draft-clauses", REGISTER, (), unit="clauses", value=drafts, filters=("chapter 9",))
        result.append(
            Paragraph(
                say(
                    "For decision: chapter 9 proposes {n} clauses, each drawn from a figure of this review.",
                    "Для принятия решения: в разделе 9 предложено положений – {n}, каждое основано на показателях "
                    "обзора.",
                    n=clauses,
                )
            )
        )
    return result
