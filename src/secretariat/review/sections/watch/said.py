"""What the chapter says in words: the perimeter, the period, coverage, findings, what is new in the data."""

from datetime import date

from secretariat.kernel import LocalizedText, Standing
from secretariat.review.queries import Snapshot
from secretariat.review.queries.area import DataSetPeriod
from secretariat.review.rules.blocks import Block, Cell, Display, Heading, Notice, Paragraph, Sentence, Table, say
from secretariat.review.rules.watch import ARROW_WORDS, HEADINGS, RULE_WORDS, STAGE_WORDS, kind_word
from secretariat.review.sections.watch.figures import border_figures, events_figure
from secretariat.sources.queries import releases
from secretariat.sources.rules import Release
from secretariat.watch.queries.events import EVENT_KINDS

SERIES_KIND = "monthly-series"


def dataset_name(shot: Snapshot, found: tuple[Release, ...]) -> LocalizedText:
    """What a data set is called: the title of the source of its newest release, else its key."""
    last = found[-1]
    titles = [shot.citations[key].title for key in last.basis.sources if key in shot.citations]
    return titles[0] if titles else LocalizedText(last.dataset, last.dataset)


def perimeter_said(shot: Snapshot) -> list[Block]:
    """The length of the external border."""
    found = border_figures(shot)
    if found is None:
        return []
    km, segments = found
    return [
        Paragraph(
            say(
                "On {on} the external land border of the members has {segments} segments, each named by a member and a "
                "neighbour; on the map it measures {km} km. A map length grows with the detail of the map and is no "
                "official figure.",
                "На {on} внешняя сухопутная граница членов состоит из участков ({segments}), названных по члену и "
                "соседу; по карте её длина {km} км. Картографическая длина растёт с подробностью карты и официальной "
                "не является.",
                on=shot.on,
                segments=segments,
                km=km,
            )
        )
    ]


def no_boundaries(shot: Snapshot) -> list[Block]:
    """A line where nothing can be said of places."""
    if shot.area.view is not None:
        return []
    return [
        Notice(
            say(
                "Boundary data are not set up on this machine, so nothing is said of the perimeter, and no map is "
                "drawn.",
                "Картографическая основа на этой машине не установлена, поэтому о периметре ничего не сказано и карты "
                "нет.",
            )
        )
    ]


def opening(shot: Snapshot, period: DataSetPeriod, since: date) -> Paragraph:
    """How many events, and how many of them near the border; the parts add up to the whole."""
    events = period.events
    filters = (f"ended {since} to {shot.on}",)
    near = [each for each in events if each.segment is not None]
    vague = [each for each in events if each.unlocated is not None]
    elsewhere = [each for each in events if each.segment is None and each.unlocated is None]
    name = period.dataset
    whole = events_figure(f"{name}-events-period", events, period, *filters)
    if shot.area.view is None:
        return Paragraph(
            say(
                "{name}: from {since} to {on}, {n} events.",
                "{name}: с {since} по {on} событий: {n}.",
                name=dataset_name(shot, period.releases),
                since=since,
                on=shot.on,
                n=whole,
            ),
            "message",
        )
    return Paragraph(
        say(
            "{name}: from {since} to {on}, {n} events; {near} of them within 50 km of the external land border, "
            "{elsewhere} elsewhere, {vague} not locatable near a segment.",
            "{name}: с {since} по {on} событий: {n}; из них не далее 50 км от внешней сухопутной границы: {near}, в "
            "других местах: {elsewhere}, без места, достаточно точного для отнесения к участку: {vague}.",
            name=dataset_name(shot, period.releases),
            since=since,
            on=shot.on,
            n=whole,
            near=events_figure(f"{name}-events-near", near, period, *filters, "within 50 km"),
            elsewhere=events_figure(f"{name}-events-elsewhere", elsewhere, period, *filters),
            vague=events_figure(f"{name}-events-not-locatable", vague, period, *filters),
        ),
        "message",
    )


def nothing_on_record(shot: Snapshot, period: DataSetPeriod, since: date) -> Paragraph:
    """A data set without an event in the period: where it ends, and that this says nothing of what happened."""
    return Paragraph(
        say(
            "{name}: nothing is on record from {since} to {on}. The last event on record ended on {last}. That is no "
            "statement that nothing happened.",
            "{name}: с {since} по {on} записей нет. Последнее записанное событие закончилось {last}. Это не значит, "
            "что ничего не происходило.",
            name=dataset_name(shot, period.releases),
            since=since,
            on=shot.on,
            last=period.reaches,
        )
    )


def coverage(period: DataSetPeriod) -> list[Block]:
    """What the source covers and what it lacks."""
    found: list[Block] = [
        Notice(Sentence(LocalizedText(each.coverage.en, each.coverage.in_language("ru"))))
        for each in period.releases
        if each.coverage
    ]
    if not period.is_census:
        found.append(
            Notice(
                say(
                    "The source does not set out to record every event: no arrow and no alert is drawn from its "
                    "counts.",
                    "Источник не ставит целью учесть каждое событие: ни направлений, ни сигналов по его числам не "
                    "выводится.",
                )
            )
        )
    return found


def findings(shot: Snapshot) -> list[Block]:
    """What analysts said of arrows and alerts, with their reasons."""
    found = shot.area.findings
    if not found:
        return []
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            unit_name(shot, each.last.unit),
            each.last.month,
            ARROW_WORDS.get(each.last.value) or RULE_WORDS.get(each.last.value) or kind_word(each.last.value),
            STAGE_WORDS[each.last.stage.value],
            each.last.reason or say("–", "–"),
            each.last.basis.standing,
        )
        for each in found
    )
    display = Display(
        "findings",
        say("What analysts said of arrows and alerts", "Что аналитики сказали о направлениях и сигналах"),
        say("The last word on each, by {on}", "Последнее слово по каждому на {on}", on=shot.on),
        say("register", "реестр"),
    )
    columns = (
        LocalizedText("Segment or region", "Участок или регион"),
        LocalizedText("Month", "Месяц"),
        LocalizedText("Arrow or rule", "Направление или правило"),
        LocalizedText("Stage", "Стадия"),
        LocalizedText("Reason", "Основание"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return [Heading(HEADINGS["findings"]), Table(display, columns, rows, widths=(1.4, 0.8, 1.2, 1, 2.4, 1))]


def unit_name(shot: Snapshot, unit: str) -> LocalizedText:
    """A segment as its two states, a region by its name."""
    for region in shot.area.regions:
        if region.key == unit:
            return region.name
    view = shot.area.view
    member, dash, neighbour = unit.partition("-")
    if view is None or not dash:
        return LocalizedText(unit, unit)
    first, second = view.name_of(member), view.name_of(neighbour)
    return LocalizedText(f"{first.en} – {second.en}", f"{first.in_language('ru')} – {second.in_language('ru')}")


def released(shot: Snapshot, before: Snapshot | None) -> list[Block]:
    """Which releases became known since the last review."""
    if before is None:
        return []
    kinds = {*EVENT_KINDS, SERIES_KIND}
    earlier = {each.key for each in releases(before.viewer, known_at=before.known_at)}
    new = [
        each for each in releases(shot.viewer, known_at=shot.known_at) if each.kind in kinds and each.key not in earlier
    ]
    if not new:
        return [
            Notice(
                say(
                    "No release of a data set of events has become known since the last review.",
                    "Новых выпусков данных о событиях со времени прошлого обзора не поступало.",
                )
            )
        ]
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (each.dataset, each.release or each.key, each.retrieved, sum(each.rows.values()), Standing(each.basis.standing))
        for each in new
    )
    display = Display(
        "releases-new",
        say(
            "Releases that became known since the last review", "Выпуски, ставшие известными со времени прошлого обзора"
        ),
        say("Known between the two reviews", "Известны между двумя обзорами"),
        say("register of releases", "реестр выпусков"),
    )
    columns = (
        LocalizedText("Data set", "Набор данных"),
        LocalizedText("Release", "Выпуск"),
        LocalizedText("Retrieved", "Получен"),
        LocalizedText("Rows", "Строк"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return [Table(display, columns, rows)]
