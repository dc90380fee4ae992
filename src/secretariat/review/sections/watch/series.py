"""Monthly series of regions: the last years, the threshold, the months that stood out, and how alerts have fared."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from secretariat.kernel import Figure, ImpreciseDate, LocalizedText, Trace
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Chart, Display, Notice, Paragraph, Sentence, Value, say
from secretariat.review.rules.watch import SIGNALS, kind_word
from secretariat.review.sections.watch.figures import series_figure, year_of
from secretariat.review.sections.watch.said import unit_name
from secretariat.watch.measures.farrington import farrington
from secretariat.watch.measures.signals import SETTINGS
from secretariat.watch.queries.findings import TrackRecord, alerts_of_series, track_record
from secretariat.watch.queries.tables import Series

SHOWN_MONTHS = 72


def series_blocks(shot: Snapshot) -> list[Block]:
    """Each series in words, as a line with its threshold, and with the record of its alerts."""
    found: list[Block] = []
    for each in shot.area.series:
        found += [_message(shot, each), _chart(shot, each)]
        tested = track_record(each.values, each.months)
        if tested is not None:
            found.append(_record(each, tested))
        if each.release.coverage:
            coverage = each.release.coverage
            found.append(Notice(Sentence(LocalizedText(coverage.en, coverage.in_language("ru")))))
    return found


def _month(value: object) -> ImpreciseDate:
    return ImpreciseDate.parse(str(value))


def _message(shot: Snapshot, found: Series) -> Paragraph:
    month = _month(found.months[-1])
    alert = alerts_of_series([found])
    stands_out = (
        LocalizedText("it stands out by the printed rules", "он выделяется по приведённым правилам")
        if alert
        else LocalizedText("it does not stand out by the printed rules", "по приведённым правилам он не выделяется")
    )
    return Paragraph(
        say(
            "{region}, {kind}: {latest} deaths in {month}; {year} in the twelve months to then, {before} in the twelve "
            "before. The last month: {said}.",
            "{region}, {kind}: погибших за {month}: {latest}; за двенадцать месяцев по него: {year}, за двенадцать до "
            "того: {before}. Последний месяц: {said}.",
            region=unit_name(shot, found.region),
            kind=kind_word(found.kind),
            latest=series_figure(found, "series-latest", float(found.values[-1]), f"month = {month}"),
            month=month,
            year=series_figure(found, "series-year", year_of(found, 0), f"twelve months to {month}"),
            before=series_figure(
                found, "series-year-before", year_of(found, 1), f"twelve months to {found.months[-13]}"
            ),
            said=stands_out,
        ),
        "message",
    )


def _chart(shot: Snapshot, found: Series) -> Chart:
    first = max(0, len(found.values) - SHOWN_MONTHS)
    judged = np.arange(max(first, SETTINGS.history), len(found.values))
    upper, alarm = np.full(len(found.values), np.nan), np.zeros(len(found.values), bool)
    if len(judged):
        result = farrington(found.values[None, :], at=judged, settings=SETTINGS)
        upper[judged], alarm[judged] = result.upper[0], result.alarm[0]
    rows: list[Mapping[str, Value]] = [
        {
            "month": found.months[index].astype("datetime64[D]").astype(date),
            "value": None if np.isnan(found.values[index]) else int(found.values[index]),
            "threshold": None if np.isnan(upper[index]) else int(upper[index]),
            "alert": int(alarm[index]),
        }
        for index in range(first, len(found.values))
    ]
    alerts = int(alarm[first:].sum())
    region = unit_name(shot, found.region)
    display = Display(
        f"series-{found.region}-{found.kind}".replace("_", "-"),
        say(
            "{region}: deaths by month, and the months that stood out",
            "{region}: погибшие по месяцам и выделившиеся месяцы",
            region=region,
        ),
        say(
            "{kind}, {first} to {last}; dashed line: threshold; marked: {n} months above it",
            "{kind}, с {first} по {last}; пунктир – порог; отмечены месяцы выше него: {n}",
            kind=kind_word(found.kind),
            first=_month(found.months[first]),
            last=_month(found.months[-1]),
            n=alerts,
        ),
        say("{source}, {release}", "{source}, {release}", source=found.source, release=found.release.release),
        say(
            "Each month is judged by those before it alone. A gap in the line is an unknown month.",
            "Каждый месяц оценивается только по предшествующим. Разрыв линии – неизвестный месяц.",
        ),
    )
    alt = say(
        "A line of monthly deaths from {first} to {last}, at most {most} in a month; {n} months lie above the dashed "
        "threshold.",
        "Линия погибших по месяцам с {first} по {last}, не более {most} за месяц; выше пунктирного порога месяцев: "
        "{n}.",
        first=_month(found.months[first]),
        last=_month(found.months[-1]),
        most=int(np.nanmax(found.values[first:])),
        n=alerts,
    )
    options: Mapping[str, Value] = {
        "y": LocalizedText("deaths", "погибшие"),
        "threshold": LocalizedText("threshold", "порог"),
        "value": LocalizedText("deaths in the month", "погибшие за месяц"),
        "alert": LocalizedText("above the threshold", "выше порога"),
    }
    return Chart(display, "monthly-series", tuple(rows), alt, options)


def _rate(found: Series, name: str, part: int, whole: int, tested: TrackRecord) -> Figure:
    trace = Trace(
        SIGNALS.name,
        SIGNALS.version,
        (found.release.key,),
        (f"series = {found.region} {found.kind}", f"judged {tested.first} to {tested.last}"),
        (found.release.basis.standing,),
        found.release.basis.sources,
    )
    return Figure.rate(f"{found.region}-{found.kind}-{name}".lower(), part, whole, trace)


def _record(found: Series, tested: TrackRecord) -> Paragraph:
    record = tested.record
    return Paragraph(
        say(
            "How such alerts have fared, {first} to {last}: {followed} were followed by a rise within three months; of "
            "the rises, {missed} came without one.",
            "Как оправдывались такие сигналы, с {first} по {last}: рост в течение трёх месяцев последовал за "
            "{followed}; "
            "из случаев роста без сигнала – {missed}.",
            first=_month(tested.first),
            last=_month(tested.last),
            followed=_rate(found, "series-alerts-followed", record.followed, record.alerts, tested),
            missed=_rate(found, "series-rises-missed", record.misses, record.rises, tested),
        )
    )
