"""What the chapter says in words: how things stand, what happened in the period, what is overdue and unknown."""

from dataclasses import dataclass
from datetime import date

from secretariat.kernel import LANGUAGES, ImpreciseDate, LocalizedText, Standing
from secretariat.partners.queries import PartnerOverview
from secretariat.partners.rules import FollowUpState, LinkState, PartnerState, Seat, names_of
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Display, Heading, Mark, Notice, Paragraph, Table, say
from secretariat.review.rules.method import count
from secretariat.review.rules.partners import LINK_WORDS, LINKS, SEAT_WORDS
from secretariat.review.rules.words import ACT_WORDS
from secretariat.review.sections.partners.figures import (
    existing,
    in_force,
    linked_figure,
    links_figure,
    open_figure,
    overdue_figure,
    resolutions,
    undated,
)
from secretariat.review.sections.partners.overlap import SOURCE
from secretariat.sources.rules import Basis


def opening(shot: Snapshot) -> Paragraph:
    """The message of the chapter."""
    on = f"on = {shot.on}"
    return Paragraph(
        say(
            "On {on} {linked} partners on record had a link that was made. Links in force: {links}; resolutions on "
            "cooperation: {resolutions}; links that nobody can date: {unknown}. Agreed with partners "
            "and open: {open}, of them overdue: {overdue}.",
            "На {on} связь установлена с партнёрами: {linked}. Действующие связи: {links}; резолюции о сотрудничестве: "
            "{resolutions}; связи с неизвестной датой: {unknown}. Неисполненные договорённости с партнёрами: {open}, "
            "из них просрочено: {overdue}.",
            on=shot.on,
            linked=linked_figure(shot),
            links=links_figure("partner-links-in-force", in_force(shot), on, "in force"),
            resolutions=links_figure("partner-resolutions", resolutions(shot), on, "kind = resolution", "adopted"),
            unknown=links_figure("partner-links-unknown", undated(shot), on, "day unknown"),
            open=open_figure(shot),
            overdue=overdue_figure(shot),
        ),
        "message",
    )


@dataclass(frozen=True, slots=True)
class _News:
    """Something that happened with a partner."""

    key: str
    when: ImpreciseDate
    partner: LocalizedText
    what: LocalizedText
    standing: Standing
    sources: tuple[str, ...]


def _word(code: str) -> LocalizedText:
    return ACT_WORDS.get(code, LocalizedText(code.replace("_", " "), code.replace("_", " ")))


def _joined(first: LocalizedText, second: LocalizedText) -> LocalizedText:
    english, russian = (f"{first.in_language(each)}: {second.in_language(each)}" for each in LANGUAGES)
    return LocalizedText(english, russian)


def _news(shot: Snapshot, since: date) -> list[_News]:
    """What happened after ``since`` and by the day: acts about links, partners and our members in them, contacts."""
    found: dict[str, _News] = {}

    def add(key: str, when: ImpreciseDate | None, partner: LocalizedText, what: LocalizedText, basis: Basis) -> None:
        if when is not None and since < when.latest <= shot.on:
            found.setdefault(key, _News(key, when, partner, what, basis.standing, basis.sources))

    shorts = {each.partner.key: each.partner.short for each in shot.partners.overviews}
    for each in shot.partners.overviews:
        short = each.partner.short
        for link in each.links:
            for act in link.acts:
                title = link.link.title
                symbol = f" {link.link.symbol}" if link.link.symbol else ""
                named = LocalizedText(title.in_language("en") + symbol, title.in_language("ru") + symbol)
                add(act.key, act.when, short, _joined(named, _word(act.kind.value)), act.basis)
        for event in each.existence.basis:
            add(event.key, event.when, short, _word(event.kind.value), event.basis)
        constitution = shot.partners.constitutions[each.partner.key]
        for treaty_act in constitution.acts:
            if treaty_act.state in shot.partners.members:
                name = shot.states[treaty_act.state].name_on(shot.on)
                add(
                    treaty_act.key,
                    treaty_act.when,
                    short,
                    _joined(name, treaty_act.text or _word(treaty_act.kind.value)),
                    treaty_act.basis,
                )
        for contact in each.contacts:
            names = [shorts[key] for key in contact.partners if key in shorts]
            joint = LocalizedText(
                ", ".join(sorted(name.in_language("en") for name in names)),
                ", ".join(sorted(name.in_language("ru") for name in names)),
            )
            add(contact.key, contact.when, joint, contact.title, contact.basis)
    return sorted(found.values(), key=lambda news: (news.when.latest, news.key))


def _changed(before: Snapshot, now: Snapshot) -> list[Block]:
    """What reads differently than in the last review: the firmest link of a partner."""
    then = {each.partner.key: each for each in before.partners.overviews}
    blocks: list[Block] = []
    for each in now.partners.overviews:
        old = then.get(each.partner.key)
        state = old.link_state if old is not None else LinkState.NONE
        if state is not each.link_state:
            blocks.append(
                Paragraph(
                    say(
                        "{partner}: the link was “{old}” in the last review and is “{new}”.",
                        "{partner}: связь в прошлом обзоре – «{old}», теперь – «{new}».",
                        partner=each.partner.name,
                        old=LINK_WORDS[state.value],
                        new=LINK_WORDS[each.link_state.value],
                    )
                )
            )
    return blocks


def period(shot: Snapshot, before: Snapshot | None, since: date) -> list[Block]:
    """What changed since the last review, or what happened in the period where there is none."""
    heading = (
        LocalizedText("What changed since the last review", "Что изменилось со времени прошлого обзора")
        if before is not None
        else LocalizedText("In the period under review", "За отчётный период")
    )
    news = _news(shot, since)
    blocks: list[Block] = [Heading(heading), *(_changed(before, shot) if before is not None else [])]
    if not news:
        nothing = say(
            "Nothing that happened with partners after {since} is on record.",
            "Событий в отношениях с партнёрами после {since} в реестре нет.",
            since=since,
        )
        return [*blocks, Notice(nothing)]
    counted = count(
        "partner-news",
        LINKS,
        tuple(each.key for each in news),
        unit="acts",
        standings=tuple(each.standing for each in news),
        sources=tuple(key for each in news for key in each.sources),
        filters=(f"after {since}", f"by {shot.on}"),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple((each.when, each.partner, each.what, each.standing) for each in news)
    display = Display(
        "partner-news",
        say("What happened with partners: {n}", "События в отношениях с партнёрами: {n}", n=counted),
        say(
            "Acts about links, partners and members in them, and contacts, after {since} and by {on}",
            "Акты о связях, партнёрах и участии в них, контакты – после {since} и по {on}",
            since=since,
            on=shot.on,
        ),
        SOURCE,
    )
    columns = (
        LocalizedText("Date", "Дата"),
        LocalizedText("Partner", "Партнёр"),
        LocalizedText("What", "Что произошло"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return [*blocks, Table(display, columns, rows, dense=True, widths=(1.2, 1.4, 4, 1.2))]


def overdue(shot: Snapshot) -> list[Block]:
    """What was agreed and is open, the overdue first; nothing where nothing is open."""
    statuses = [each for each in shot.partners.follow_ups if each.state is FollowUpState.OPEN]
    if not statuses:
        return []
    shorts = {each.partner.key: each.partner.short for each in shot.partners.overviews}
    rows: list[tuple[Cell, ...]] = []
    for each in sorted(statuses, key=lambda status: not status.overdue):
        names = [shorts[key] for key in each.follow_up.partners if key in shorts]
        partners = LocalizedText(
            ", ".join(sorted(name.in_language("en") for name in names)),
            ", ".join(sorted(name.in_language("ru") for name in names)),
        )
        late = Mark("overdue", LocalizedText("overdue", "просрочено"))
        waiting = Mark("open", LocalizedText("open", "открыто"))
        due: Cell = each.due if each.due is not None else LocalizedText("no date was named", "срок не назван")
        rows.append((each.follow_up.title, partners, each.since, due, late if each.overdue else waiting, each.standing))
    display = Display(
        "partner-follow-ups",
        say(
            "Agreed and not reported done: {open}, of them overdue: {overdue}",
            "Согласовано, об исполнении не сообщено: {open}, из них просрочено: {overdue}",
            open=open_figure(shot),
            overdue=overdue_figure(shot),
        ),
        say("Follow-ups of contacts with partners on {on}", "Договорённости по итогам контактов на {on}", on=shot.on),
        SOURCE,
        say(
            "Silence is no completion: what nobody reported done stays open.",
            "Молчание не означает исполнения: то, о чём не сообщено, остаётся открытым.",
        ),
    )
    columns = (
        LocalizedText("What was agreed", "Что согласовано"),
        LocalizedText("With", "С кем"),
        LocalizedText("Agreed on", "Согласовано"),
        LocalizedText("Due", "Срок"),
        LocalizedText("State", "Состояние"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return [Table(display, columns, tuple(rows), widths=(2.6, 1.3, 1.2, 1.2, 1, 1.1))]


def _named(partners: list[PartnerOverview]) -> LocalizedText:
    return LocalizedText(
        ", ".join(sorted(each.partner.short.in_language("en") for each in partners)),
        ", ".join(sorted(each.partner.short.in_language("ru") for each in partners)),
    )


def unknown(shot: Snapshot) -> list[Block]:
    """What nobody knows, and where the readings of the record differ."""
    blocks: list[Block] = []
    silent = [
        each
        for each in shot.partners.overviews
        if each.existence.state is PartnerState.EXISTS and any(link.state is LinkState.UNKNOWN for link in each.links)
    ]
    if silent:
        blocks.append(
            Paragraph(
                say(
                    "The day of a link, or whether there is one, was looked for and not found: {partners}.",
                    "День установления связи или само её существование искали и не нашли: {partners}.",
                    partners=_named(silent),
                )
            )
        )
    unrecorded = [each for each in existing(shot) if each.partner.part_of is None and each.members_in_common is None]
    if unrecorded and shot.partners.members:
        blocks.append(
            Paragraph(
                say(
                    "Who the members are is not on record: {partners}.",
                    "Состав не внесён в реестр: {partners}.",
                    partners=_named(unrecorded),
                )
            )
        )
    names = {code: state.name_on(shot.on) for code, state in shot.states.items()}
    for each in existing(shot):
        doubtful = [place.state for place in each.overlap.places if place.disputed and place.through is None]
        if doubtful:
            seats = {place.seat for place in each.overlap.places if place.state in doubtful} - {Seat.NONE}
            blocks.append(
                Paragraph(
                    say(
                        "{partner}: the sources allow more than one reading of the place of {states}; it is shown as: "
                        "{seat}.",
                        "{partner}: источники допускают разное толкование положения: {states}; показано: {seat}.",
                        partner=each.partner.name,
                        states=names_of(names, doubtful),
                        seat=_seat_words(seats),
                    )
                )
            )
    return [Heading(LocalizedText("What is not known", "Что неизвестно")), *blocks] if blocks else []


def _seat_words(seats: set[Seat]) -> LocalizedText:
    words = [SEAT_WORDS[seat.value] for seat in sorted(seats)]
    return LocalizedText(", ".join(word.en for word in words), ", ".join(word.ru for word in words))
