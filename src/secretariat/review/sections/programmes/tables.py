"""The tables of a council: latest figures, contradictions and questions, operations, plans."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import islice

from secretariat.decisions.rules import CommitmentStatus
from secretariat.kernel import Figure, LocalizedText, Period, Trace
from secretariat.organs.rules import Organ
from secretariat.programmes.queries import IndicatorReport, OperationReport, Programme
from secretariat.programmes.rules import (
    OperationAct,
    OperationActKind,
    PlanProgress,
    Trend,
    Weight,
    period_text,
)
from secretariat.programmes.rules.findings import QUALIFIED
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Cell, Display, Mark, Sentence, Table, say
from secretariat.review.rules.methods import COHORT
from secretariat.review.rules.programmes import FINDING_WORDS, OPERATION_WORDS, TREND_WORDS, WEIGHT_WORDS
from secretariat.review.sections.programmes.figures import (
    SOURCE,
    beside,
    explanation,
    findings_figure,
    measurements_figure,
    phases_figure,
    spoken,
)

STANDING = LocalizedText("Standing", "Статус сведений")
NOT_RECORDED = LocalizedText("not recorded", "не указано")
LISTED = 30
"""So many acts of operations are printed, the newest; the rest is in the register."""


def _series_name(report: IndicatorReport, shot: Snapshot) -> Cell:
    lead = report.latest
    state = shot.states.get(lead.state or "") if lead else None
    if state is None:
        return report.indicator.name
    name, of = report.indicator.name, state.name
    return LocalizedText(
        f"{name.in_language('en')} ({of.in_language('en')} alone)",
        f"{name.in_language('ru')} (только {of.in_language('ru')})",
    )


def _movement(report: IndicatorReport) -> Cell:
    lead = report.latest
    if lead is None or lead.latest.earlier is None:
        return TREND_WORDS[Trend.NOT_COMPARABLE]
    word = TREND_WORDS[lead.latest.trend]
    against = period_text(lead.latest.earlier.period)
    return LocalizedText(f"{word.en}, against {against.en}", f"{word.ru}, по сравнению: {against.ru}")


def latest_table(programme: Programme, shot: Snapshot) -> list[Table]:
    """The latest figure of each indicator, the newest running total, and which way it moved."""
    rows: list[tuple[Cell, ...]] = []
    for report in programme.indicators:
        lead = report.latest
        if lead is None:
            continue
        figures, total = lead.latest.figures, lead.latest.total
        standing = figures.standing if figures else total.basis.standing if total else None
        rows.append(
            (
                _series_name(report, shot),
                beside(figures.measurements, report.indicator) if figures else LocalizedText("–", "–"),
                period_text(figures.period) if figures else LocalizedText("–", "–"),
                _movement(report),
                _total(report) if total else LocalizedText("–", "–"),
                standing,
            )
        )
    if not rows:
        return []
    display = Display(
        f"programmes-{programme.field.key}-latest",
        say(
            "Latest figures of the field “{field}”; {n} are on record",
            "Последние данные направления «{field}»; всего в реестре: {n}",
            field=programme.field.name,
            n=measurements_figure(programme),
        ),
        say(
            "By indicator, as the sources give them; compared only with a calendar period of the same length",
            "По показателям, как их приводят источники; сравнение только с календарным периодом той же длины",
        ),
        SOURCE,
    )
    columns = (
        LocalizedText("Indicator", "Показатель"),
        LocalizedText("Latest figure", "Последнее значение"),
        LocalizedText("Period", "Период"),
        LocalizedText("Movement", "Изменение"),
        LocalizedText("Running total", "Нарастающим итогом"),
        STANDING,
    )
    return [Table(display, columns, tuple(rows), dense=True, widths=(2, 1.5, 1.5, 1.4, 1.8, 1.5))]


def _total(report: IndicatorReport) -> Cell:
    lead = report.latest
    total = lead.latest.total if lead else None
    if total is None:
        return None
    sentence = spoken(total, report.indicator)
    period = period_text(total.period)
    return Sentence(
        LocalizedText(f"{sentence.text.en} ({{period}})", f"{sentence.text.ru} ({{period}})"),
        (*sentence.values, ("period", period)),
    )


def findings_table(programme: Programme) -> list[Table]:
    """The contradictions box: what cannot all be true, and what somebody should ask about."""
    if not programme.findings:
        return []
    names = {report.indicator.key: report.indicator.name for report in programme.indicators}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            Mark(
                "disputed" if each.weight is Weight.CONTRADICTION else "reported",
                WEIGHT_WORDS[each.weight],
            ),
            names[each.indicator],
            FINDING_WORDS[each.kind],
            explanation(each, programme),
        )
        for each in programme.findings
    )
    display = Display(
        f"programmes-{programme.field.key}-findings",
        say(
            "Contradictions: {n}; questions: {m}",
            "Противоречия: {n}; вопросы: {m}",
            n=findings_figure(programme, Weight.CONTRADICTION),
            m=findings_figure(programme, Weight.QUESTION),
        ),
        say(
            "Checks of the figures of the field “{field}”; nothing is repaired",
            "Проверка данных направления «{field}»; ничего не исправляется",
            field=programme.field.name,
        ),
        SOURCE,
    )
    columns = (
        LocalizedText("Weight", "Значимость"),
        LocalizedText("Indicator", "Показатель"),
        LocalizedText("Check", "Проверка"),
        LocalizedText("What was found", "Что установлено"),
    )
    return [Table(display, columns, rows, dense=True, widths=(1.2, 1.5, 1.5, 4.8))]


def _who(act: OperationAct, shot: Snapshot) -> Cell:
    names = [shot.states[code].name if code in shot.states else LocalizedText(code) for code in act.participants]
    if not names:
        return NOT_RECORDED
    english = sorted(name.in_language("en") for name in names)
    russian = sorted(name.in_language("ru") for name in names)
    return LocalizedText(", ".join(english), ", ".join(russian))


def _watched(act: OperationAct) -> Cell:
    if act.observers:
        return LocalizedText(
            ", ".join(each.name.in_language("en") for each in act.observers),
            ", ".join(each.name.in_language("ru") for each in act.observers),
        )
    if act.observers_count is None:
        return NOT_RECORDED
    trace = Trace("register", 1, (act.basis.key,), (), (act.basis.standing,), act.basis.sources)
    figure = Figure(f"{act.key.lower()}-observers", act.observers_count, "observers", trace)
    words = QUALIFIED[act.observers_qualifier]
    return say(words.en, words.ru, n=figure)


def _days(act: OperationAct) -> Cell:
    """The days of a phase, the day of a decision."""
    if act.when is None:
        return None
    return period_text(Period(act.when.earliest, act.when.latest + timedelta(days=1)))


def _act_name(report: OperationReport, act: OperationAct) -> Cell:
    return act.name or report.operation.name


def operations_table(programme: Programme, shot: Snapshot) -> list[Table]:
    """What happened to the operations of a field, the newest first."""
    pairs = [(report, act) for report in programme.operations for act in report.acts]
    if not pairs:
        return []
    pairs.sort(key=lambda pair: (pair[1].when.latest if pair[1].when else shot.on, pair[1].key), reverse=True)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            _act_name(report, act),
            OPERATION_WORDS[act.kind],
            _days(act),
            _who(act, shot),
            _watched(act),
            act.basis.standing,
        )
        for report, act in islice(pairs, LISTED)
    )
    held = [act.key for _, act in pairs if act.kind is OperationActKind.PHASE]
    display = Display(
        f"programmes-{programme.field.key}-operations",
        say(
            "Operations of the field “{field}”; phases on record: {n}",
            "Операции направления «{field}»: этапов в реестре – {n}",
            field=programme.field.name,
            n=phases_figure(programme, "phases", held),
        ),
        say(
            "By their days, the newest first; their results are among the figures",
            "По датам, начиная с последних; их результаты – среди данных",
        ),
        SOURCE,
    )
    columns = (
        LocalizedText("Operation", "Операция"),
        LocalizedText("What", "Что"),
        LocalizedText("When", "Когда"),
        LocalizedText("Took part", "Участвовали"),
        LocalizedText("Observers", "Наблюдатели"),
        STANDING,
    )
    return [Table(display, columns, rows, dense=True, widths=(2.1, 1.4, 1.9, 1.4, 1.3, 1.5))]


def _plan_figure(progress: PlanProgress, name: str, counted: Sequence[CommitmentStatus]) -> Cell:
    every = progress.commitments
    if not every:
        return None
    trace = Trace(
        COHORT.name,
        COHORT.version,
        tuple(each.key for each in counted),
        (f"plan = {progress.plan.key}",),
        tuple(sorted({each.standing for each in counted})),
        tuple(dict.fromkeys(key for each in counted for key in each.sources)),
    )
    figure = f"{progress.plan.key.lower()}-plan-{name}"
    if name == "commitments":
        return Figure(figure, len(every), "commitments", trace)
    return Figure.rate(figure, len(counted), len(every), trace)


def plans_table(programme: Programme) -> list[Table]:
    """The plans of a council and how far their commitments have come; without any on record: unknown."""
    if not programme.plans:
        return []
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.plan.title,
            each.plan.adopted,
            each.plan.end,
            _plan_figure(each, "commitments", each.commitments),
            _plan_figure(each, "done", each.done),
            _plan_figure(each, "overdue", each.overdue),
            each.plan.basis.standing,
        )
        for each in programme.plans
    )
    display = Display(
        f"programmes-{programme.field.key}-plans",
        say("Plans of the field “{field}”", "Планы направления «{field}»", field=programme.field.name),
        say(
            "Progress is that of the commitments under the plan's decision; none on record: unknown",
            "Исполнение – по поручениям решения, утвердившего план; если их нет в реестре – неизвестно",
        ),
        SOURCE,
    )
    columns = (
        LocalizedText("Plan", "План"),
        LocalizedText("Adopted", "Принят"),
        LocalizedText("Runs to", "Действует до"),
        LocalizedText("Commitments", "Поручения"),
        LocalizedText("Done", "Исполнено"),
        LocalizedText("Overdue", "Просрочено"),
        STANDING,
    )
    return [Table(display, columns, rows, dense=True, widths=(2.2, 1.3, 1.3, 1.2, 1.2, 1.2, 1.5))]


def council_name(council: Organ | None) -> LocalizedText:
    """The council's name as it follows the field's."""
    if council is None:
        return LocalizedText()
    short = council.short or council.name
    return LocalizedText(f" – {short.in_language('en')}", f" – {short.in_language('ru')}")
