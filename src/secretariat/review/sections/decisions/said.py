"""What a session laid down and what was said about it, in sentences."""

from collections.abc import Sequence

from secretariat.decisions.rules import PaceResult, PaceStatement
from secretariat.kernel import LocalizedText
from secretariat.organs.rules import Statement
from secretariat.review.queries import SessionPace, Snapshot
from secretariat.review.rules.blocks import Block, Paragraph, say
from secretariat.review.sections.decisions.figures import (
    cohort_figure,
    due_figure,
    named,
    opened_texts,
    slug_of,
    texts_figure,
)
from secretariat.review.sections.organs import speaker

RESULT_WORDS = {
    PaceResult.GOOD: LocalizedText("good, by the printed definition", "хороший по приведённому определению"),
    PaceResult.NOT_GOOD: LocalizedText("not good, by the printed definition", "не хороший по приведённому определению"),
    PaceResult.NOT_DETERMINABLE: LocalizedText(
        "not determinable from the record", "по имеющимся сведениям не определяется"
    ),
}


def headline(shot: Snapshot, found: SessionPace) -> list[Paragraph]:
    """The two sentences that the brief and the chapter share."""
    pace, slug = found.pace, slug_of(found.session)
    rates = {name: named(figure, slug) for name, figure in pace.rates.items()}
    n = cohort_figure(found)
    return [
        Paragraph(
            say(
                "The session of {day} laid down {n} commitments. By {on} a report had been received on {reporting}; "
                "{implemented} are reported or found implemented, {verified} are verified.",
                "Сессия {day} возложила обязательств: {n}. К {on} отчёты получены по {reporting}; исполнены по "
                "сообщениям или "
                "по проверке {implemented}, проверены {verified}.",
                day=found.adopted,
                n=n,
                on=shot.on,
                reporting=rates["reporting"],
                implemented=rates["implemented"],
                verified=rates["verified"],
            ),
            "message",
        ),
        Paragraph(
            say(
                "Deadlines had passed for {due}; of these, done: {kept}. Past their deadline and not reported done, "
                "of all: {overdue}.",
                "Срок истёк у {due}; из них исполнено: {kept}. Срок истёк, об исполнении не сообщено, из всех: "
                "{overdue}.",
                due=due_figure(found, shot.on),
                kept=rates["due_and_done"],
                overdue=rates["commitment_overdue"],
            )
        ),
    ]


def said_and_computed(
    shot: Snapshot, found: SessionPace, statements: Sequence[Statement], judged: PaceStatement
) -> list[Block]:
    """What was said about the session's implementation, beside what the record computes."""
    blocks: list[Block] = [
        Paragraph(
            say(
                "Said: {who}, {day}: {text}",
                "Сказано: {who}, {day}: {text}",
                who=speaker(shot, statement.state, statement.organ, statement.person, statement.group),
                day=statement.when,
                text=statement.text,
            )
        )
        for statement in statements
    ]
    blocks.append(
        Paragraph(
            say(
                "Computed: on {on} the pace of implementation of the session of {day} is {result}. {reason}",
                "Вычислено: на {on} темп исполнения решений сессии {day} – {result}. {reason}",
                on=shot.on,
                day=found.adopted,
                result=RESULT_WORDS[judged.result],
                reason=judged.reason,
            ),
            "message",
        )
    )
    return blocks


def texts(shot: Snapshot, found: SessionPace) -> list[Block]:
    """The legal texts of the session: signed is not in force."""
    opened = opened_texts(shot, found)
    if not opened:
        return []
    titles = LocalizedText(
        "; ".join(each.instrument.title.in_language("en") for each in opened),
        "; ".join(each.instrument.title.in_language("ru") for each in opened),
    )
    return [
        Paragraph(
            say(
                "Of the legal texts opened or adopted at that session, {share} were in force on {on}: {titles}.",
                "Из правовых документов, открытых для подписания или принятых на этой сессии, на {on} действовали "
                "{share}: {titles}.",
                share=texts_figure(found, opened),
                on=shot.on,
                titles=titles,
            ),
            "message",
        )
    ]
