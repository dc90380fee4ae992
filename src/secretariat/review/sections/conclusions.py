"""Conclusions and draft decisions: what follows from the record, put neutrally, for the ministers to change."""

from secretariat.kernel import Certainty, LocalizedText
from secretariat.review.queries import SessionPace, Snapshot
from secretariat.review.rules.blocks import Block, Heading, Paragraph, say
from secretariat.review.rules.methods import COHORT, count
from secretariat.review.sections.decisions.figures import (
    addressee_name,
    is_open_and_silent,
    named,
    opened_texts,
    overdue,
    texts_figure,
)
from secretariat.review.sections.organs import organ_name

NAMED = 10
"""Overdue commitments named one by one."""


def _on_pace(shot: Snapshot, found: SessionPace) -> list[Block]:
    slug = found.session.lower()
    silent = [status for status in found.pace.cohort.frozen if is_open_and_silent(status)]
    blocks: list[Block] = [
        Paragraph(
            say(
                "takes note of the state of implementation of the decisions of {day}: {implemented} implemented, "
                "{verified} verified;",
                "принимает к сведению ход исполнения решений от {day}: исполнено {implemented}, проверено {verified};",
                day=found.adopted,
                implemented=named(found.pace.rates["implemented"], slug),
                verified=named(found.pace.rates["verified"], slug),
            ),
            "draft",
        )
    ]
    if silent:
        figure = count(
            f"{slug}-silent",
            COHORT,
            tuple(status.key for status in silent),
            unit="commitments",
            standings=tuple(status.standing for status in silent),
            filters=(found.session, "nothing reported"),
        )
        blocks.append(
            Paragraph(
                say(
                    "invites the addressees of the {n} commitments on which nothing has been reported to report to "
                    "the Secretariat "
                    "before the next meeting;",
                    "предлагает адресатам обязательств, по которым нет сведений ({n}), представить отчёты в "
                    "Секретариат до "
                    "следующего заседания;",
                    n=figure,
                ),
                "draft",
            )
        )
    for status in overdue(found)[:NAMED]:
        blocks.append(  # noqa: PERF401  # reads as the clauses do
            Paragraph(
                say(
                    "asks {who} to report on “{title}”, due on {due};",
                    "просит представить отчёт: {who} – «{title}», срок {due};",
                    who=addressee_name(shot, status),
                    title=found.titles.get(status.key, LocalizedText(status.key, status.key)),
                    due=status.current_due,
                ),
                "draft",
            )
        )
    opened = opened_texts(shot, found)
    if opened and not all(each.entry.in_force for each in opened):
        blocks.append(
            Paragraph(
                say(
                    "notes that of the legal texts of that session {share} are in force, and invites the members "
                    "that have not "
                    "notified completion of their procedures to inform the depositary of the expected dates;",
                    "отмечает, что из правовых документов этой сессии действуют {share}, и предлагает членам, не "
                    "уведомившим о "
                    "завершении процедур, сообщить депозитарию предполагаемые сроки;",
                    share=texts_figure(found, opened),
                ),
                "draft",
            )
        )
    return blocks


def _on_calendar(shot: Snapshot) -> list[Block]:
    return [
        Paragraph(
            say(
                "asks the Secretariat to propose a date for the meeting of {organ} as soon as the dates it depends "
                "on are known;",
                "поручает Секретариату предложить дату заседания ({organ}), как только станут известны даты, от "
                "которых она зависит;",
                organ=organ_name(shot, entry.organ),
            ),
            "draft",
        )
        for entry in shot.calendar
        if entry.certainty is Certainty.EXPECTED and not entry.passed and entry.open_end
    ]


def blocks(shot: Snapshot, found: SessionPace | None, organ: LocalizedText) -> list[Block]:
    """A draft that the drafter edits; every clause follows from a figure above it."""
    opening = Paragraph(
        say(
            "The following draft is put together by rule from the record above; it binds nobody and is meant to be "
            "changed.",
            "Нижеследующий проект составлен по правилам из приведённых выше сведений; он никого не связывает и может "
            "быть изменён.",
        )
    )
    clauses = [*(_on_pace(shot, found) if found and found.pace.n else []), *_on_calendar(shot)]
    if not clauses:
        return [
            Paragraph(
                say(
                    "The record gives no ground for a draft decision.",
                    "Сведения не дают оснований для проекта решения.",
                )
            )
        ]
    return [opening, Heading(LocalizedText(f"{organ.in_language('en')}:", f"{organ.in_language('ru')}:")), *clauses]
