"""Tables of the chapter: one line a partner, and one line a link."""

from dataclasses import replace

from secretariat.kernel import Figure, LocalizedText
from secretariat.partners.queries import PartnerOverview
from secretariat.partners.rules import Adoption, LinkAct, LinkKind, LinkState, LinkStatus, PartnerState, names_of
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Display, Mark, Table, say
from secretariat.review.rules.method import count
from secretariat.review.rules.partners import KIND_WORDS, LINK_WORDS, LINKS
from secretariat.review.sections.partners.figures import (
    in_common_figure,
    in_force,
    links_figure,
    partner_follow_ups,
    resolutions,
    voted,
)
from secretariat.review.sections.partners.overlap import SOURCE


def link_mark(state: LinkState) -> Mark:
    """The state of a link as a cell."""
    return Mark(state.value, LINK_WORDS[state.value])


def _since(each: PartnerOverview) -> Cell:
    if each.link_state is LinkState.NONE:
        return say("–", "–")
    return each.when


def _follow_ups(each: PartnerOverview) -> Cell:
    if not each.open_follow_ups:
        return say("–", "–")
    found, overdue = partner_follow_ups(each)
    if not any(status.overdue for status in each.open_follow_ups):
        return found
    return say("{n}, overdue {late}", "{n}, просрочено {late}", n=found, late=overdue)


def _in_common(each: PartnerOverview) -> Cell:
    if each.existence.state is PartnerState.CEASED:
        return say("–", "–")
    return in_common_figure(each)


def partners_table(shot: Snapshot) -> Table:
    """T4: each partner with the firmest link, since when, the members in common, what is open."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            each.partner.short,
            each.partner.name,
            link_mark(each.link_state),
            _since(each),
            _in_common(each),
            _follow_ups(each),
            each.standing,
        )
        for each in shot.partners.overviews
    )
    display = Display(
        "partners",
        say("Partners on record: {n}", "Партнёры в реестре: {n}", n=_listed(shot)),
        say(
            "The firmest link with each, and its members among the {n} members of the organisation, on {on}",
            "Самая прочная связь с каждым и число его членов среди членов организации ({n}) на {on}",
            n=len(shot.partners.members),
            on=shot.on,
        ),
        SOURCE,
        say(
            "“Unknown” means that the day of the link, or its existence, was looked for and not found. A body has the "
            "members of the partner it belongs to. The standing is that of the link.",
            "«Неизвестно» означает, что день установления связи или само её существование искали и не нашли. Членами "
            "органа считаются члены соответствующего партнёра. Статус сведений относится к связи.",
        ),
    )
    columns = (
        LocalizedText("Partner", "Партнёр"),
        LocalizedText("Name", "Название"),
        LocalizedText("Link", "Связь"),
        LocalizedText("Since", "С какого дня"),
        LocalizedText("Members in common", "Общие члены"),
        LocalizedText("Follow-ups open", "Договорённости"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, rows, dense=True, alphabetical=True, widths=(1.1, 2.2, 1.2, 1.2, 1.2, 1.2, 1.35))


def _listed(shot: Snapshot) -> Figure:
    return count(
        "partners-listed",
        LINKS,
        tuple(each.partner.key for each in shot.partners.overviews),
        unit="partners",
        standings=tuple(each.partner.basis.standing for each in shot.partners.overviews),
        sources=tuple(key for each in shot.partners.overviews for key in each.partner.basis.sources),
        filters=(f"on = {shot.on}",),
    )


def _vote(act: LinkAct) -> Cell:
    """How a resolution was adopted; a count that is not known is printed as unknown."""

    def figure(name: str, value: int | None) -> Figure:
        counted = count(
            f"{act.link.lower()}-{name}",
            LINKS,
            (act.key,),
            unit="votes",
            value=value or 0,
            standings=(act.standing,),
            sources=act.basis.sources,
        )
        return counted if value is not None else replace(counted, value=None)

    if act.adoption is Adoption.WITHOUT_VOTE:
        return LocalizedText("without a vote", "без голосования")
    if act.adoption is None:
        return None
    votes = act.votes
    if votes.yes is None and votes.no is None and votes.abstaining is None:
        return LocalizedText("recorded vote, result not found", "заносимое в отчёт голосование, результат не найден")
    return say(
        "recorded vote: {yes} in favour, {no} against, {abstaining} abstaining",
        "голосование: за – {yes}, против – {no}, воздержались – {abstaining}",
        yes=figure("votes-yes", votes.yes),
        no=figure("votes-no", votes.no),
        abstaining=figure("votes-abstaining", votes.abstaining),
    )


def _how(status: LinkStatus, shot: Snapshot) -> Cell:
    """How it came about: the adoption of a resolution, or whom a link binds where that is not the organisation."""
    if status.link.kind is LinkKind.RESOLUTION and status.adopted is not None:
        return _vote(status.adopted)
    if status.link.binds:
        names = names_of({code: state.name for code, state in shot.states.items()}, status.link.binds)
        return LocalizedText(f"binds {names.en}", f"обязательно для: {names.ru}")
    return say("–", "–")


def _title(status: LinkStatus) -> LocalizedText:
    title, symbol = status.link.title, f", {status.link.symbol}" if status.link.symbol else ""
    return LocalizedText(title.in_language("en") + symbol, title.in_language("ru") + symbol)


def links_table(shot: Snapshot) -> list[Block]:
    """Every link, by partner and date; nothing where there is none."""
    links = shot.partners.links
    if not links:
        return []
    shorts = {each.partner.key: each.partner.short for each in shot.partners.overviews}
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            shorts[status.link.partner],
            _title(status),
            KIND_WORDS[status.link.kind.value],
            link_mark(status.state),
            status.when,
            _how(status, shot),
            status.standing,
        )
        for status in links
    )
    display = Display(
        "partner-links",
        say(
            "Links in force: {links}; resolutions on cooperation: {resolutions}, of them by recorded vote: {voted}",
            "Действующие связи: {links}; резолюции о сотрудничестве: {resolutions}, из них голосованием: {voted}",
            links=links_figure("partner-links-in-force", in_force(shot), f"on = {shot.on}", "in force"),
            resolutions=links_figure(
                "partner-resolutions", resolutions(shot), f"on = {shot.on}", "kind = resolution", "adopted"
            ),
            voted=links_figure("partner-resolutions-voted", voted(shot), f"on = {shot.on}", "adoption = recorded_vote"),
        ),
        say("Every link on record on {on}, with its state", "Все связи в реестре на {on} и их состояние", on=shot.on),
        SOURCE,
        say(
            "A date known only to the month counts from its last day. How a resolution was adopted is unknown where no "
            "source says it.",
            "Дата, известная с точностью до месяца, считается с последнего дня месяца. Способ принятия резолюции "
            "неизвестен, если о нём не говорит ни один источник.",
        ),
    )
    columns = (
        LocalizedText("Partner", "Партнёр"),
        LocalizedText("Link", "Связь"),
        LocalizedText("Kind", "Вид"),
        LocalizedText("State", "Состояние"),
        LocalizedText("Since", "С какого дня"),
        LocalizedText("How adopted, whom it binds", "Как принята, для кого обязательна"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return [Table(display, columns, rows, dense=True, alphabetical=True, widths=(1.1, 2.2, 1.2, 1.2, 1.2, 1.7, 1.3))]
