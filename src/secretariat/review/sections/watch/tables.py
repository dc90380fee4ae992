"""Events by segment and by region, and the events of the period one by one."""

from collections.abc import Sequence
from datetime import date

from secretariat.kernel import Figure, ImpreciseDate, LocalizedText, Standing
from secretariat.review.queries import Snapshot
from secretariat.review.queries.area import DataSetPeriod, PlacedEvent
from secretariat.review.rules.blocks import Block, Cell, Display, Sentence, Table, say
from secretariat.review.rules.watch import ARROW_WORDS, JUDGE_WORDS, RULE_WORDS, kind_word
from secretariat.review.sections.watch.figures import deaths_figure, events_figure
from secretariat.review.sections.watch.said import dataset_name, unit_name
from secretariat.watch.queries.findings import Proposed
from secretariat.watch.queries.tables import By

PRINTED = 40
"""So many events are printed one by one, the latest; all are in the data folder."""
EVENTS = LocalizedText("Events", "События")
DEATHS = LocalizedText("Deaths, best estimate", "Погибшие, наилучшая оценка")
KINDS = LocalizedText("Of which", "В том числе")
ARROW = LocalizedText("Arrow", "Направление")
REASON = LocalizedText("Rule and reason", "Правило и основание")


def _kinds(events: Sequence[PlacedEvent]) -> Cell:
    """How many of each kind, the most frequent first."""
    counts: dict[str, int] = {}
    for each in events:
        counts[each.row["kind"]] = counts.get(each.row["kind"], 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ordered:
        return say("–", "–")
    words = [(kind_word(kind), count) for kind, count in ordered]
    return LocalizedText(
        "; ".join(f"{word.en} {count}" for word, count in words),
        "; ".join(f"{word.ru} {count}" for word, count in words),
    )


def _change(share: float | None) -> LocalizedText:
    text = "unknown", "неизвестно"
    if share is not None:
        text = (f"{share:+.0%}".replace("%", " %"),) * 2
    return LocalizedText(*text)


def _arrow(stated: Proposed | None, unit: str) -> tuple[Cell, Cell]:
    """The arrow and what it follows from; a dash where no rule is applied."""
    reason = stated.arrows.get(unit) if stated is not None else None
    if stated is None or reason is None:
        return say("–", "–"), say("no rule applied", "правило не применяется")
    met = [each for alert in stated.alerts if alert.unit == unit for each in alert.rules]
    rules = LocalizedText(
        "".join(f"; {RULE_WORDS[each.rule.value].en}" for each in met),
        "".join(f"; {RULE_WORDS[each.rule.value].ru}" for each in met),
    )
    if reason.mean is None or reason.low is None or reason.high is None:
        return ARROW_WORDS[reason.arrow.value], say(
            "fewer than twelve months before; method: {judge}{rules}",
            "менее двенадцати месяцев до него; метод: {judge}{rules}",
            judge=JUDGE_WORDS[stated.judge.value],
            rules=rules,
        )
    said = say(
        "{latest} in {month}; expected {low} to {high}, mean {mean}, against five years {change}; method: {judge}"
        "{rules}",
        "{latest} за {month}; ожидалось от {low} до {high}, среднее {mean}, к пяти годам {change}; метод: {judge}"
        "{rules}",
        latest=int(reason.latest),
        month=stated.month,
        low=int(reason.low),
        high=int(reason.high),
        mean=round(reason.mean, 1),
        change=_change(stated.changes[unit].five_years),
        judge=JUDGE_WORDS[stated.judge.value],
        rules=rules,
    )
    return ARROW_WORDS[reason.arrow.value], said


_JUDGED = (ARROW, REASON), (0.9, 1.6)
"""The columns of a table whose counts rules apply to, and their widths."""


def _columns(first: LocalizedText, period: DataSetPeriod) -> tuple[tuple[LocalizedText, ...], tuple[float, ...]]:
    """The columns of a table of units: without arrows where no rule applies to the counts."""
    columns, widths = (first, EVENTS, DEATHS, KINDS), (1.6, 0.6, 0.8, 2.6)
    if not period.is_census:
        return columns, widths
    return (*columns, *_JUDGED[0]), (*widths[:3], 1.8, *_JUDGED[1])


def _filters(shot: Snapshot, since: date, unit: str) -> tuple[str, ...]:
    return f"ended {since} to {shot.on}", f"unit = {unit}"


def _row(
    shot: Snapshot, period: DataSetPeriod, since: date, unit: str, events: Sequence[PlacedEvent], word: str
) -> tuple[Figure, Figure]:
    name, filters = f"{period.dataset}-{unit}".lower(), _filters(shot, since, unit)
    return (
        events_figure(f"{name}-{word}-events", events, period, *filters),
        deaths_figure(f"{name}-{word}-deaths", events, period, *filters),
    )


def _subtitle(shot: Snapshot, since: date) -> Sentence:
    return say(
        "Events that ended from {since} to {on}", "События, закончившиеся с {since} по {on}", since=since, on=shot.on
    )


def _source(shot: Snapshot, period: DataSetPeriod) -> Sentence:
    return say("{name}", "{name}", name=dataset_name(shot, period.releases))


def segments_table(shot: Snapshot, period: DataSetPeriod, since: date) -> list[Block]:
    """The segments near which anything is on record; how many have nothing is said, and that it does not mean calm."""
    view = shot.area.view
    if view is None:
        return []
    stated = shot.area.proposed(period.dataset, By.SEGMENT)
    by_segment: dict[str, list[PlacedEvent]] = {}
    for each in period.events:
        if each.segment is not None:
            by_segment.setdefault(each.segment, []).append(each)
    alerted = {alert.unit for alert in stated.alerts} if stated else set()
    shown = [segment.id for segment in view.perimeter.land if segment.id in by_segment or segment.id in alerted]
    if not shown:
        return []
    rows: list[tuple[Cell, ...]] = []
    for unit in shown:
        events = by_segment.get(unit, [])
        count, deaths = _row(shot, period, since, unit, events, "segment")
        judged = _arrow(stated, unit) if period.is_census else ()
        rows.append((unit_name(shot, unit), count, deaths, _kinds(events), *judged))
    display = Display(
        f"{period.dataset}-segments",
        say(
            "Near {shown} of {all} segments of the external land border events are on record",
            "События зафиксированы вблизи участков внешней сухопутной границы: {shown} из {all}",
            shown=len(by_segment),
            all=len(view.perimeter.land),
        ),
        _subtitle(shot, since),
        _source(shot, period),
        say(
            "Within 50 km of the border, on either side. A segment that is not listed has nothing on record, which is "
            "no "
            "statement that nothing happened.",
            "Не далее 50 км от границы, по обе стороны. Не указанный участок не имеет записей; это не значит, что там "
            "ничего не происходило.",
        ),
    )
    columns, widths = _columns(LocalizedText("Segment", "Участок"), period)
    return [Table(display, columns, tuple(rows), dense=True, alphabetical=True, widths=widths)]


def regions_table(shot: Snapshot, period: DataSetPeriod, since: date) -> list[Block]:
    """The regions followed, all of them."""
    if not shot.area.regions:
        return []
    stated = shot.area.proposed(period.dataset, By.REGION)
    rows: list[tuple[Cell, ...]] = []
    for region in shot.area.regions:
        events = [each for each in period.events if region.key in each.regions]
        count, deaths = _row(shot, period, since, region.key, events, "region")
        judged = _arrow(stated, region.key) if period.is_census else ()
        rows.append((region.name, count, deaths, _kinds(events), *judged))
    display = Display(
        f"{period.dataset}-regions",
        say("Events in the regions followed", "События в отслеживаемых регионах"),
        _subtitle(shot, since),
        _source(shot, period),
        say(
            "By the country that the source names, or by the point where a region is a polygon.",
            "По стране, указанной источником, или по точке, если регион задан контуром.",
        ),
    )
    columns, widths = _columns(LocalizedText("Region", "Регион"), period)
    return [Table(display, columns, tuple(rows), dense=True, alphabetical=True, widths=widths)]


def _day(row: PlacedEvent) -> ImpreciseDate:
    return ImpreciseDate(row.row["start"], row.row["end"])


def _standing(row: PlacedEvent, period: DataSetPeriod) -> Standing:
    given = row.row["standing"]
    return Standing(given) if given in set(Standing) else period.releases[-1].basis.standing


def events_table(shot: Snapshot, period: DataSetPeriod, since: date) -> list[Block]:
    """The latest events of the period, one by one."""
    placed = [each for each in period.events if each.segment is not None or each.regions]
    shown = sorted(placed, key=lambda each: (each.row["end"], each.row["start"], each.row["event_id"]))[-PRINTED:]
    if not shown:
        return []
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            _day(each),
            LocalizedText(
                each.row["place"] or each.row["country"] or "", each.row["place"] or each.row["country"] or ""
            ),
            kind_word(each.row["kind"]),
            each.row["best"],
            unit_name(shot, each.segment) if each.segment else unit_name(shot, each.regions[0]),
            _standing(each, period),
            each.row["event_id"],
        )
        for each in shown
    )
    display = Display(
        f"{period.dataset}-events",
        say(
            "Events near the border and in the regions: the latest {shown} of {all}",
            "События у границы и в регионах: последние {shown} из {all}",
            shown=len(shown),
            all=len(placed),
        ),
        _subtitle(shot, since),
        _source(shot, period),
        say(
            "Place names as the source writes them. An empty number of deaths is unknown, not nought. The last column "
            "is the event’s id in the data folder, where its address stands.",
            "Названия мест – в написании источника. Пустое число погибших означает неизвестное, а не ноль. В последнем "
            "столбце – идентификатор события в папке данных, где приведён адрес.",
        ),
    )
    columns = (
        LocalizedText("Date", "Дата"),
        LocalizedText("Place", "Место"),
        LocalizedText("Kind", "Вид"),
        LocalizedText("Deaths", "Погибшие"),
        LocalizedText("Segment or region", "Участок или регион"),
        LocalizedText("Standing", "Статус сведений"),
        LocalizedText("Id", "Номер"),
    )
    return [Table(display, columns, rows, dense=True, widths=(1.3, 1.7, 1.1, 1, 1.5, 1.1, 0.6))]
