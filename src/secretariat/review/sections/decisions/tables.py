"""The tables of the chapter: statuses and rates, by decision, by addressee, and the deadlines."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from secretariat.decisions.rules import Breakdown
from secretariat.kernel import Figure, LocalizedText
from secretariat.review.queries import SessionPace, Snapshot
from secretariat.review.rules.blocks import Cell, Display, Mark, Table, say
from secretariat.review.rules.words import commitment_mark
from secretariat.review.sections.decisions.figures import (
    LISTED,
    SOURCE,
    addressee_name,
    cohort_figure,
    named,
    slug_of,
)


def status_table(shot: Snapshot, found: SessionPace) -> Table:
    """Commitments by status, and the rates with their counts."""
    slug = slug_of(found.session)
    rows: list[tuple[Cell, ...]] = [
        (commitment_mark(status.value), named(figure, f"{slug}-status"))
        for status, figure in found.pace.counts.items()
        if figure.numerator
    ]
    rates = found.pace.rates
    more = (
        ("reporting", LocalizedText("Report received", "Отчёт получен")),
        ("accepted", LocalizedText("Taken on by the addressee", "Принято адресатом")),
        ("implemented", LocalizedText("Implemented (claimed or verified)", "Исполнено (заявлено или проверено)")),
        ("verified", LocalizedText("Verified", "Проверено")),
        (
            "supported_claims",
            LocalizedText("Claims with a supporting document", "Заявления с подтверждающим документом"),
        ),
        ("due_and_done", LocalizedText("Done, of those due", "Исполнено из срочных")),
        ("commitment_overdue", LocalizedText("Commitment overdue", "Просрочено исполнение")),
        ("report_overdue", LocalizedText("Report overdue", "Просрочен отчёт")),
    )
    rows += [(word, named(rates[name], slug)) for name, word in more if name in rates]
    ages = found.pace.ages
    for name, word in (
        (
            "median_days_late",
            LocalizedText("Days late, median of those done late", "Опоздание, дней, медиана исполненных с опозданием"),
        ),
        ("median_age_open_days", LocalizedText("Age of the open ones, median days", "Возраст открытых, дней, медиана")),
    ):
        if name in ages:
            rows.append((word, _days(ages[name], slug)))
    slip = found.pace.slippage
    rows.append(
        (LocalizedText("Deadlines moved, of those set", "Сроки перенесены, из установленных"), named(slip.moved, slug))
    )
    display = Display(
        f"{slug}-pace",
        say(
            "How far the commitments of {day} have come",
            "Как исполняются обязательства сессии {day}",
            day=found.adopted,
        ),
        say(
            "Commitments by computed status, and rates with their counts, on {on}; cohort of {n} frozen on {frozen}",
            "Обязательства по вычисленному статусу и доли с числами на {on}; когорта {n}, зафиксирована {frozen}",
            on=shot.on,
            n=cohort_figure(found),
            frozen=found.pace.cohort.frozen_on,
        ),
        SOURCE,
        say(
            "“Nothing reported” is no finding about the addressee: it says that the record holds no report.",
            "«Нет сведений» – не вывод об адресате: в реестре нет отчёта.",
        ),
    )
    columns = (LocalizedText("Status or rate", "Статус или показатель"), LocalizedText("Commitments", "Обязательства"))
    return Table(display, columns, tuple(rows))


def _days(figure: Figure, slug: str) -> Cell:
    """A median of days as a cell: the number alone, its count in the trace; none over nothing."""
    own = replace(named(figure, slug), numerator=None, denominator=None)
    return own if own.value is not None else say("–", "–")


def breakdown_table(
    shot: Snapshot, found: SessionPace, rows: Sequence[Breakdown], key: str, names: dict[str, LocalizedText]
) -> Table:
    """Reports, implementation and verification, line by line of a breakdown."""
    slug = f"{slug_of(found.session)}-{key}"
    is_member = key == "member"
    cells = tuple(
        (
            names.get(row.name, LocalizedText(row.name, row.name)),
            named(row.reporting, f"{slug}-{row.name}"),
            named(row.implemented, f"{slug}-{row.name}"),
            named(row.verified, f"{slug}-{row.name}"),
        )
        for row in rows[:LISTED]
    )
    title = (
        say("Commitments by addressee", "Обязательства по адресатам")
        if is_member
        else say("Commitments by decision", "Обязательства по решениям")
    )
    display = Display(
        slug,
        title,
        say(
            "Reports received, implemented (claimed or verified) and verified, out of all commitments of the row, on "
            "{on}",
            "Получены отчёты, исполнено (заявлено или проверено) и проверено из всех обязательств строки на {on}",
            on=shot.on,
        ),
        SOURCE,
        say("In alphabetical order; no ranking is meant or made.", "В алфавитном порядке; ранжирования нет.")
        if is_member
        else None,
    )
    columns = (
        LocalizedText("Addressee", "Адресат") if is_member else LocalizedText("Decision", "Решение"),
        LocalizedText("Report received", "Отчёт получен"),
        LocalizedText("Implemented", "Исполнено"),
        LocalizedText("Verified", "Проверено"),
    )
    return Table(display, columns, cells, alphabetical=is_member)


def deadlines_table(shot: Snapshot, found: SessionPace) -> Table | None:
    """First and present deadlines; ``None`` where no commitment has one."""
    dated = [status for status in found.pace.cohort.frozen if status.current_due is not None]
    if not dated:
        return None
    dated.sort(key=lambda status: (status.current_due or date.max, status.key))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            found.titles.get(status.key, LocalizedText(status.key, status.key)),
            addressee_name(shot, status),
            status.baseline_due,
            status.current_due,
            Mark("overdue", LocalizedText("overdue", "просрочено"))
            if status.commitment_overdue
            else commitment_mark(status.status.value),
            status.standing,
        )
        for status in dated[:LISTED]
    )
    display = Display(
        f"{slug_of(found.session)}-deadlines",
        say("Commitments with a deadline, by the present deadline", "Обязательства со сроком, по действующему сроку"),
        say(
            "First deadline (baseline) and present one, status on {on}",
            "Первоначальный и действующий сроки, статус на {on}",
            on=shot.on,
        ),
        SOURCE,
        say(
            "A deadline set later than adoption counts as the baseline from the day it was set.",
            "Срок, установленный после принятия, считается первоначальным со дня установления.",
        ),
    )
    columns = (
        LocalizedText("Commitment", "Обязательство"),
        LocalizedText("Addressee", "Адресат"),
        LocalizedText("Baseline", "Первоначальный срок"),
        LocalizedText("Present deadline", "Действующий срок"),
        LocalizedText("Status", "Статус"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, rows, widths=(2.6, 1.5, 1.2, 1.2, 1.2, 1.2))
