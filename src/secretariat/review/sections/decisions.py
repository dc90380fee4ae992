"""Pace of implementation: what the last session laid down, how far it has come, and what was said about it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from secretariat.decisions.rules import (
    STAGNANT_AFTER_DAYS,
    Breakdown,
    CommitmentStatus,
    Pace,
    PaceResult,
    PaceStatement,
    Status,
    Survival,
)
from secretariat.kernel import Figure, LocalizedText
from secretariat.organs.rules import Statement
from secretariat.parties.queries import InstrumentStatus
from secretariat.review.queries import SessionPace, Snapshot
from secretariat.review.rules.blocks import (
    Block,
    Cell,
    Chart,
    Display,
    Heading,
    Mark,
    Notice,
    Paragraph,
    Table,
    Value,
    say,
)
from secretariat.review.rules.language import day_in
from secretariat.review.rules.methods import IN_FORCE, Method, count
from secretariat.review.sections.organs import speaker
from secretariat.review.rules.words import COMMITMENT_LETTERS, COMMITMENT_WORDS, commitment_mark

SOURCE = say(
    "register of decisions, reports and assessments; rows and citations in the annexes",
    "реестр решений, отчётов и оценок; строки и источники – в приложениях",
)
RESULT_WORDS = {
    PaceResult.GOOD: LocalizedText("good, by the printed definition", "хороший по приведённому определению"),
    PaceResult.NOT_GOOD: LocalizedText("not good, by the printed definition", "не хороший по приведённому определению"),
    PaceResult.NOT_DETERMINABLE: LocalizedText("not determinable from the record", "по имеющимся сведениям не определяется"),
}
LISTED = 40
"""Commitments listed by name; the rest is in the rows of the figures."""


def named(figure: Figure, prefix: str) -> Figure:
    """The figure under a name of its own in the edition: the same rate is taken over several cohorts."""
    name = figure.name.replace("_", "-").replace(".", "-")
    return replace(figure, name=f"{prefix}-{name}".lower())


def _slug(session: str) -> str:
    return session.lower()


def headline(shot: Snapshot, found: SessionPace) -> list[Paragraph]:
    """The two sentences that the brief and the chapter share."""
    pace, slug = found.pace, _slug(found.session)
    rates = {name: named(figure, slug) for name, figure in pace.rates.items()}
    n = cohort_figure(found)
    return [
        Paragraph(
            say(
                "The session of {day} laid down {n} commitments. By {on} a report had been received on {reporting}; "
                "{implemented} are reported or found implemented, {verified} are verified.",
                "Сессия {day} возложила обязательств: {n}. К {on} отчёты получены по {reporting}; исполнены по сообщениям или "
                "по проверке {implemented}, проверены {verified}.",
                day=found.adopted, n=n, on=shot.on, reporting=rates["reporting"],
                implemented=rates["implemented"], verified=rates["verified"],
            ),
            "message",
        ),
        Paragraph(
            say(
                "Deadlines had passed for {due}; of these, done: {kept}. Past their deadline and not reported done, of all: {overdue}.",
                "Срок истёк у {due}; из них исполнено: {kept}. Срок истёк, об исполнении не сообщено, из всех: {overdue}.",
                due=due_figure(found, shot.on), kept=rates["due_and_done"], overdue=rates["commitment_overdue"],
            )
        ),
    ]


def cohort_figure(found: SessionPace) -> Figure:
    """The size of the cohort at adoption."""
    statuses = found.pace.cohort.frozen
    return count(
        f"{_slug(found.session)}-cohort", COHORT, tuple(status.key for status in statuses), unit="commitments",
        standings=tuple(status.commitment.standing for status in statuses),
        sources=tuple(key for status in statuses for key in status.commitment.sources),
        filters=(found.session, f"assigned by {found.pace.cohort.frozen_on}", "undivided"),
    )


def due_figure(found: SessionPace, on: date) -> Figure:
    """How many deadlines had passed."""
    rate = found.pace.rates["due_and_done"]
    due = [
        status for status in found.pace.cohort.frozen
        if status.current_due is not None and status.current_due < on and (status.status.is_open or status.status.is_done)
    ]
    return count(
        f"{_slug(found.session)}-due", COHORT, tuple(status.key for status in due), unit="commitments",
        standings=tuple(status.standing for status in due), sources=tuple(key for status in due for key in status.sources),
        filters=rate.trace.filters, value=rate.denominator,
    )


COHORT = Method(
    "cohort",
    1,
    LocalizedText(
        "The commitments that a session laid down, frozen at adoption: each once, however many decisions repeat it; a "
        "commitment divided among members is counted by its parts. Members that joined or left later change nothing in it. "
        "A status is computed from acts up to the day: silence is “nothing reported”, never “not started”; a report without "
        f"evidence or assessment is a claim; in progress without a word for more than {STAGNANT_AFTER_DAYS} days is stagnant.",
        "Обязательства, возложенные сессией, фиксируются на день принятия: каждое один раз, сколько бы решений его ни "
        "повторяли; разделённое между членами считается по частям. Последующее вступление или выход членов ничего не меняет. "
        "Статус вычисляется по актам до указанного дня: молчание – это «нет сведений», а не «не начато»; отчёт без "
        f"подтверждений и оценки – заявление; «в работе» без сообщений более {STAGNANT_AFTER_DAYS} дней – «без движения».",
    ),
)
PACE = Method(
    "pace",
    1,
    LocalizedText(
        "Every rate is printed with its two counts. Reported: a report was received. Implemented: claimed or verified. Due and "
        "done: done among those whose present deadline has passed. Days late: from the present deadline to the first report "
        "of completion. Slippage: from the first deadline, the baseline, to the present one.",
        "Каждая доля приводится с двумя числами. Отчёт получен: поступил хотя бы один отчёт. Исполнено: заявлено или "
        "проверено. Исполнено в числе срочных: среди тех, чей действующий срок прошёл. Опоздание: от действующего срока до "
        "первого сообщения об исполнении. Сдвиг: от первоначального срока до действующего.",
    ),
)
SURVIVAL = Method(
    "survival",
    1,
    LocalizedText(
        "Time from adoption to the first report of implementation, by Kaplan and Meier (1958); those still open on the day are "
        "censored. Intervals: 95 %, on the log(-log) scale with Greenwood's variance.",
        "Время от принятия до первого сообщения об исполнении по методу Каплана и Мейера (1958); открытые на указанный день "
        "цензурированы. Интервалы: 95 %, в шкале log(-log), дисперсия по Гринвуду.",
    ),
)


def said_and_computed(shot: Snapshot, found: SessionPace, statements: Sequence[Statement], judged: PaceStatement) -> list[Block]:
    """What was said about the session's implementation, beside what the record computes."""
    blocks: list[Block] = [
        Paragraph(
            say(
                "Said: {who}, {day}: {text}",
                "Сказано: {who}, {day}: {text}",
                who=speaker(shot, statement.state, statement.organ, statement.person, statement.group), day=statement.when, text=statement.text,
            )
        )
        for statement in statements
    ]
    blocks.append(
        Paragraph(
            say(
                "Computed: on {on} the pace of implementation of the session of {day} is {result}. {reason}",
                "Вычислено: на {on} темп исполнения решений сессии {day} – {result}. {reason}",
                on=shot.on, day=found.adopted, result=RESULT_WORDS[judged.result], reason=judged.reason,
            ),
            "message",
        )
    )
    return blocks


def texts_figure(found: SessionPace, opened: Sequence[InstrumentStatus]) -> Figure:
    """How many of the legal texts that a session opened are in force."""
    acts = [act for each in opened for act in (each.entry.basis or each.acts)]
    one = count(
        f"{_slug(found.session)}-texts", IN_FORCE, tuple(dict.fromkeys(act.key for act in acts)), unit="instruments",
        standings=tuple(act.standing for act in acts), sources=tuple(key for act in acts for key in act.basis.sources),
        filters=(found.session,),
    )
    return Figure.rate(f"{_slug(found.session)}-texts-in-force", sum(each.entry.in_force for each in opened), len(opened), one.trace)


def opened_texts(shot: Snapshot, found: SessionPace) -> list[InstrumentStatus]:
    """The legal texts that the session's decisions opened, in the order of the decisions."""
    keys = dict.fromkeys(decision.instrument for decision in found.decisions if decision.instrument)
    statuses = {each.instrument.key: each for each in shot.instruments}
    return [statuses[key] for key in keys if key in statuses]


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
                "Из правовых документов, открытых для подписания или принятых на этой сессии, на {on} действовали {share}: {titles}.",
                share=texts_figure(found, opened), on=shot.on, titles=titles,
            ),
            "message",
        )
    ]


def _status_table(shot: Snapshot, found: SessionPace) -> Table:
    slug = _slug(found.session)
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
        ("supported_claims", LocalizedText("Claims with a supporting document", "Заявления с подтверждающим документом")),
        ("due_and_done", LocalizedText("Done, of those due", "Исполнено из срочных")),
        ("commitment_overdue", LocalizedText("Commitment overdue", "Просрочено исполнение")),
        ("report_overdue", LocalizedText("Report overdue", "Просрочен отчёт")),
    )
    rows += [(word, named(rates[name], slug)) for name, word in more if name in rates]
    ages = found.pace.ages
    for name, word in (
        ("median_days_late", LocalizedText("Days late, median of those done late", "Опоздание, дней, медиана исполненных с опозданием")),
        ("median_age_open_days", LocalizedText("Age of the open ones, median days", "Возраст открытых, дней, медиана")),
    ):
        if name in ages:
            rows.append((word, _days(ages[name], slug)))
    slip = found.pace.slippage
    rows.append((LocalizedText("Deadlines moved, of those set", "Сроки перенесены, из установленных"), named(slip.moved, slug)))
    display = Display(
        f"{slug}-pace",
        say("How far the commitments of {day} have come", "Как исполняются обязательства сессии {day}", day=found.adopted),
        say(
            "Commitments by computed status, and rates with their counts, on {on}; cohort of {n} frozen on {frozen}",
            "Обязательства по вычисленному статусу и доли с числами на {on}; когорта {n}, зафиксирована {frozen}",
            on=shot.on, n=cohort_figure(found), frozen=found.pace.cohort.frozen_on,
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


def _cumulative(statuses: Iterable[CommitmentStatus], on: date) -> list[dict[str, Value]]:
    """Cumulative counts by day: laid down, fallen due, reported implemented, verified."""
    series = (
        (LocalizedText("laid down", "возложено"), lambda s: s.commitment.assigned),
        (LocalizedText("deadline passed", "срок прошёл"), lambda s: s.current_due),
        (LocalizedText("reported or found implemented", "исполнено по сообщениям или проверке"), lambda s: s.first_claimed or s.first_verified),
        (LocalizedText("verified", "проверено"), lambda s: s.first_verified),
    )
    held = list(statuses)
    start = min((status.commitment.assigned for status in held), default=on)
    rows: list[dict[str, Value]] = []
    for word, reads in series:
        days = Counter(day for status in held if (day := reads(status)) is not None and day <= on)
        total = days.pop(start, 0)
        rows.append({"series": word, "day": start, "value": total})
        for day in sorted(days):
            total += days[day]
            rows.append({"series": word, "day": day, "value": total})
        rows.append({"series": word, "day": on, "value": total})
    return rows


def _due_and_done(shot: Snapshot, found: SessionPace) -> Chart:
    slug = _slug(found.session)
    display = Display(
        f"{slug}-due-done",
        say(
            "Deadlines passed for {due}, implemented {done}",
            "Срок прошёл у {due}, исполнено {done}",
            due=due_figure(found, shot.on), done=named(found.pace.rates["implemented"], slug),
        ),
        say("Commitments, cumulative, from adoption to {on}", "Обязательства, накопленным итогом, с принятия по {on}", on=shot.on),
        SOURCE,
    )
    alt = say(
        "Stepped lines from {day} to {on}: {n} laid down, {due} with a deadline that has passed, {done} implemented, {verified} verified.",
        "Ступенчатые линии с {day} по {on}: возложено {n}, срок прошёл у {due}, исполнено {done}, проверено {verified}.",
        day=found.adopted, on=shot.on, n=cohort_figure(found), due=due_figure(found, shot.on),
        done=named(found.pace.rates["implemented"], slug), verified=named(found.pace.rates["verified"], slug),
    )
    rows = tuple(_cumulative(found.pace.cohort.frozen, shot.on))
    return Chart(display, "steps", rows, alt, {"unit": LocalizedText("commitments", "обязательства")})


def _matrix(shot: Snapshot, found: SessionPace) -> Chart | None:
    titles = {decision.key: decision.title for decision in found.decisions}
    cells: dict[tuple[str, str], CommitmentStatus] = {}
    for status in found.pace.cohort.frozen:
        if status.commitment.state is not None:
            cells.setdefault((status.commitment.decision, status.commitment.state), status)
    decisions = [key for key in titles if any(decision == key for decision, _ in cells)]
    states = sorted({state for _, state in cells} | {member.state.code for member in shot.members})
    if not decisions or len(decisions) > 30:  # noqa: PLR2004  # a longer grid is no longer read; the table by decision is
        return None
    rows: list[dict[str, Value]] = []
    for decision in decisions:
        for code in states:
            status = cells.get((decision, code))
            value = status.status.value if status else "none"
            rows.append(
                {
                    "row": titles[decision], "column": shot.states[code].name, "status": value,
                    "letter": COMMITMENT_LETTERS[value], "word": COMMITMENT_WORDS[value],
                }
            )
    display = Display(
        f"{_slug(found.session)}-matrix",
        say("Which member has done what, decision by decision", "Что исполнено каждым членом по каждому решению"),
        say("Computed status of each member's commitment on {on}", "Вычисленный статус обязательства каждого члена на {on}", on=shot.on),
        SOURCE,
    )
    alt = say(
        "A grid of decisions and members; the tables by decision and by member give the same counts in words.",
        "Сетка решений и членов; те же числа приведены в таблицах по решениям и по членам.",
    )
    return Chart(display, "matrix", tuple(rows), alt, alphabetical="column")


def _breakdown_table(shot: Snapshot, found: SessionPace, rows: Sequence[Breakdown], key: str, names: dict[str, LocalizedText]) -> Table:
    slug = f"{_slug(found.session)}-{key}"
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
        slug, title,
        say(
            "Reports received, implemented (claimed or verified) and verified, out of all commitments of the row, on {on}",
            "Получены отчёты, исполнено (заявлено или проверено) и проверено из всех обязательств строки на {on}",
            on=shot.on,
        ),
        SOURCE,
        say("In alphabetical order; no ranking is meant or made.", "В алфавитном порядке; ранжирования нет.") if is_member else None,
    )
    columns = (
        LocalizedText("Addressee", "Адресат") if is_member else LocalizedText("Decision", "Решение"),
        LocalizedText("Report received", "Отчёт получен"),
        LocalizedText("Implemented", "Исполнено"),
        LocalizedText("Verified", "Проверено"),
    )
    return Table(display, columns, cells, alphabetical=is_member)


def _curve(survival: Survival, label: LocalizedText, on: int) -> list[dict[str, Value]]:
    rows: list[dict[str, Value]] = [{"series": label, "days": 0, "open": 1.0, "low": 1.0, "high": 1.0}]  # type: ignore[dict-item]
    for point in survival.points:
        rows.append({"series": label, "days": point.days, "open": point.survival, "low": point.low, "high": point.high})  # type: ignore[dict-item]
    last = rows[-1]
    if isinstance(last["days"], int) and last["days"] < on:
        rows.append({**last, "days": on})
    return rows


def _survival(shot: Snapshot, found: SessionPace) -> list[Block]:
    curves = [found.survival, *found.comparison]
    curves = [curve for curve in curves if curve.n]
    if not curves:
        return []
    rows: list[dict[str, Value]] = []
    for curve in curves:
        day = found.session_days.get(curve.name)
        label = LocalizedText(
            f"session of {day_in('en', day) if day else curve.name} (n = {curve.n})",
            f"сессия {day_in('ru', day) if day else curve.name} (n = {curve.n})",
        )
        observed = (shot.on - day).days if day else max((point.days for point in curve.points), default=0)
        rows += _curve(curve, label, observed)
    own = found.survival
    events = count(
        f"{_slug(found.session)}-events", SURVIVAL, own.rows, unit="commitments", value=own.events, filters=(found.session,),
    )
    display = Display(
        f"{_slug(found.session)}-survival",
        say(
            "{events} of the {n} commitments of {day} have been reported implemented so far",
            "К настоящему времени сообщено об исполнении {events} из обязательств сессии {day} ({n})",
            events=events, n=cohort_figure(found), day=found.adopted,
        ),
        say(
            "Share not yet reported implemented by days since adoption, with 95 % intervals, beside earlier sessions",
            "Доля обязательств, об исполнении которых ещё не сообщено, по дням с принятия, интервалы 95 %, рядом с прежними сессиями",
        ),
        SOURCE,
        say(
            "Kaplan–Meier; open commitments are censored on {on}. Small cohorts give wide intervals: read them, not the line.",
            "Каплан–Мейер; открытые обязательства цензурированы на {on}. У малых когорт интервалы широки: важны они, а не линия.",
            on=shot.on,
        ),
    )
    alt = say(
        "Stepped curves of the share still open, one for each session: {names}.",
        "Ступенчатые кривые доли открытых обязательств по сессиям: {names}.",
        names=", ".join(curve.name for curve in curves),
    )
    options = {
        "x": LocalizedText("days since adoption", "дней с принятия"),
        "y": LocalizedText("not yet reported implemented", "об исполнении ещё не сообщено"),
    }
    return [Chart(display, "survival", tuple(rows), alt, options)]


def overdue(found: SessionPace) -> list[CommitmentStatus]:
    """The commitments past their deadline, earliest first."""
    return sorted(
        (status for status in found.pace.cohort.frozen if status.commitment_overdue),
        key=lambda status: (status.current_due or date.max, status.key),
    )


def addressee_name(shot: Snapshot, status: CommitmentStatus) -> LocalizedText:
    """Who is to carry it out: a member's protocol name or an organ's name."""
    if status.commitment.state is not None:
        return shot.states[status.commitment.state].protocol_name
    organ = shot.organs.get(status.commitment.organ or "")
    return organ.name if organ else LocalizedText(status.commitment.organ or "", status.commitment.organ or "")


def _deadlines_table(shot: Snapshot, found: SessionPace) -> Table | None:
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
            Mark("overdue", LocalizedText("overdue", "просрочено")) if status.commitment_overdue else commitment_mark(status.status.value),
            status.standing,
        )
        for status in dated[:LISTED]
    )
    display = Display(
        f"{_slug(found.session)}-deadlines",
        say("Commitments with a deadline, by the present deadline", "Обязательства со сроком, по действующему сроку"),
        say("First deadline (baseline) and present one, status on {on}", "Первоначальный и действующий сроки, статус на {on}", on=shot.on),
        SOURCE,
        say("A deadline set later than adoption counts as the baseline from the day it was set.", "Срок, установленный после принятия, считается первоначальным со дня установления."),
    )
    columns = (
        LocalizedText("Commitment", "Обязательство"), LocalizedText("Addressee", "Адресат"), LocalizedText("Baseline", "Первоначальный срок"),
        LocalizedText("Present deadline", "Действующий срок"), LocalizedText("Status", "Статус"), LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, rows, widths=(2.6, 1.5, 1.2, 1.2, 1.2, 1.2))


def blocks(shot: Snapshot, found: SessionPace | None) -> list[Block]:
    """The chapter: the last session's commitments."""
    if found is None or not found.pace.n:
        return [
            Notice(say("No decision with commitments is on record by {on}.", "На {on} решений с обязательствами в реестре нет.", on=shot.on))
        ]
    titles = {decision.key: decision.title for decision in found.decisions}
    names = {code: state.protocol_name for code, state in shot.states.items()} | {
        key: organ.name for key, organ in shot.organs.items()
    }
    result: list[Block] = [*headline(shot, found), *texts(shot, found)]
    result += said_and_computed(shot, found, found.statements, found.judged)
    result += [
        Paragraph(say("{definition}", "{definition}", definition=found.judged.definition)),
        _status_table(shot, found),
        _due_and_done(shot, found),
    ]
    if (matrix := _matrix(shot, found)) is not None:
        result.append(matrix)
    result.append(_breakdown_table(shot, found, found.pace.by_decision, "decision", titles))
    result.append(_breakdown_table(shot, found, found.pace.by_member, "member", names))
    if (deadlines := _deadlines_table(shot, found)) is not None:
        result += [Heading(LocalizedText("Deadlines", "Сроки")), deadlines]
    return result + _survival(shot, found)


def is_open_and_silent(status: CommitmentStatus) -> bool:
    """Whether nothing has been reported about an open commitment."""
    return status.status is Status.UNKNOWN
