"""Small multiples: the figures of each indicator in time, with what their qualifiers leave open, gaps as gaps."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from secretariat.kernel import LocalizedText
from secretariat.programmes.queries import IndicatorReport, Programme
from secretariat.programmes.rules import Measurement
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Chart, Display, Value, say
from secretariat.review.sections.programmes.figures import SOURCE, measured, measurements_figure

MOST_PANELS = 8
ONE_DAY = timedelta(days=1)
NO_ENDS: dict[str, Value] = {"low": None, "high": None, "value": None}


def _title(report: IndicatorReport, *, totals: bool) -> LocalizedText:
    name, unit = report.indicator.name, report.indicator.unit_name
    more = LocalizedText(": running totals", ": нарастающим итогом") if totals else LocalizedText()
    return LocalizedText(
        f"{name.in_language('en')}{more.en}, {unit.in_language('en')}",
        f"{name.in_language('ru')}{more.ru}, {unit.in_language('ru')}",
    )


def _rows(
    report: IndicatorReport, some: Sequence[Measurement], shot: Snapshot, *, totals: bool
) -> Iterator[dict[str, Value]]:
    panel = _title(report, totals=totals)
    for each in some:
        bounds = each.bounds
        if bounds is None:
            continue
        end = each.end - ONE_DAY
        state = shot.states.get(each.state or "")
        yield {
            "panel": panel,
            "kind": "open" if bounds.is_unlimited else "interval",
            "start": end if totals or each.period.start is None else each.period.start,
            "end": end,
            "low": bounds.low,
            "high": None if bounds.is_unlimited else bounds.high,
            "value": measured(each, report.indicator),
            "face": bounds.face,
            "of": state.name if state else LocalizedText(),
        }
    if not totals:
        for period in report.missing:
            if period.start is not None and period.end is not None:
                yield {
                    "panel": panel,
                    "kind": "gap",
                    "start": period.start,
                    "end": period.end - ONE_DAY,
                    **NO_ENDS,
                    "face": None,
                    "of": LocalizedText(),
                }


def _panels(programme: Programme) -> Iterator[tuple[IndicatorReport, list[Measurement], bool]]:
    """Indicator, its figures, and whether they are running totals; expected and well-covered indicators first."""
    for report in programme.indicators:
        every = [each for series in report.series for each in series.measurements if each.bounds is not None]
        periods = [each for each in every if not each.cumulative]
        totals = [each for each in every if each.cumulative]
        if periods and (len(periods) > 1 or report.missing):
            yield report, periods, False
        if len(totals) > 1:
            yield report, totals, True


def chart(programme: Programme, shot: Snapshot) -> list[Chart]:
    """The small multiples of a field; nothing where no indicator has two figures to compare."""
    panels = list(_panels(programme))[:MOST_PANELS]
    rows = [row for report, some, totals in panels for row in _rows(report, some, shot, totals=totals)]
    if not rows:
        return []
    days = [row[name] for row in rows for name in ("start", "end") if isinstance(row[name], date)]
    first = min(day for day in days if isinstance(day, date))
    last = max(day for day in days if isinstance(day, date))
    number = measurements_figure(programme)
    display = Display(
        f"programmes-{programme.field.key}",
        say(
            "{field}: {n} published figures in time",
            "{field}: опубликованные данные во времени ({n})",
            field=programme.field.name,
            n=number,
        ),
        say(
            "One panel an indicator, each with its own scale. A bar is a figure for its period; shading is what "
            "“about”, “almost” or a range leaves open; a triangle upwards says “more than”; a dashed box is a period "
            "without a figure.",
            "По панели на показатель, у каждой своя шкала. Черта – значение за период; заливка – интервал «около», "
            "«почти» или диапазона; треугольник вверх – «более»; пунктирная рамка – период без данных.",
        ),
        SOURCE,
        say("As of {on}.", "По состоянию на {on}.", on=shot.on),
    )
    alt = say(
        "Small multiples of {n} published figures of the field “{field}”; the table of latest figures and the annex of "
        "rows say the same in words.",
        "Панели с опубликованными данными направления «{field}» (всего {n}); то же сказано словами в таблице последних "
        "значений и в приложении.",
        n=number,
        field=programme.field.name,
    )
    return [
        Chart(
            display,
            "measurements",
            tuple(rows),
            alt,
            {"first": date(first.year, 1, 1), "last": date(last.year, 12, 31)},
        )
    ]
