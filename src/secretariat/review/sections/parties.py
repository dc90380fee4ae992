"""Membership and instruments: who is a member, since when, and which texts bind whom."""

from datetime import date, timedelta

from secretariat.kernel import Figure, LocalizedText, Standing, Trace
from secretariat.parties.queries import InstrumentStatus
from secretariat.parties.rules import MemberStatus, PartyState, status_history
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Chart, Display, Notice, Paragraph, Sentence, Table, Value, say
from secretariat.review.rules.methods import IN_FORCE, MEMBERSHIP, count
from secretariat.review.rules.words import PARTY_LETTERS, PARTY_WORDS, party_mark

REGISTER_SOURCE = say(
    "register of treaty acts; the rows and their citations stand in the annexes",
    "реестр договорных актов; строки и источники – в приложениях",
)


def members_figure(shot: Snapshot) -> Figure:
    """The number of members on the day."""
    acts = [act for member in shot.members for act in member.status.basis]
    return count(
        "members",
        MEMBERSHIP,
        tuple(dict.fromkeys(act.key for act in acts)),
        unit="states",
        standings=tuple(act.standing for act in acts),
        sources=tuple(key for act in acts for key in act.basis.sources),
        filters=(f"instrument = {shot.constituent.key}", f"on = {shot.on}"),
        value=len(shot.members),
    )


def in_force_figure(shot: Snapshot) -> Figure:
    """How many of the instruments on record are in force."""
    acts = [act for each in shot.instruments for act in (each.entry.basis or each.acts)]
    trace = Trace(
        IN_FORCE.name,
        IN_FORCE.version,
        tuple(dict.fromkeys(act.key for act in acts)),
        (f"on = {shot.on}",),
        tuple(act.standing for act in acts),
        tuple(dict.fromkeys(key for act in acts for key in act.basis.sources)),
    )
    return Figure.rate(
        "instruments-in-force", sum(each.entry.in_force for each in shot.instruments), len(shot.instruments), trace
    )


def parties_figure(each: InstrumentStatus, members: list[MemberStatus]) -> Figure:
    """How many of the members an instrument binds."""
    codes = {member.state.code for member in members}
    own = [status for status in each.states if status.state in codes]
    acts = tuple(dict.fromkeys(act for status in own for act in status.basis))
    trace = Trace(
        MEMBERSHIP.name,
        MEMBERSHIP.version,
        tuple(act.key for act in acts),
        (f"instrument = {each.instrument.key}", "state is a member"),
        tuple(act.standing for act in acts),
        tuple(dict.fromkeys(key for act in acts for key in act.basis.sources)),
    )
    return Figure.rate(
        f"parties-{each.instrument.key.lower()}", sum(status.status.is_bound for status in own), len(codes), trace
    )


def since(day: date | None) -> Cell:
    """A date of entry into force as a cell; not in force is a dash, not an unknown."""
    return say("–", "–") if day is None else day


def _members_table(shot: Snapshot) -> Table:
    rows = tuple(
        (
            member.state.name_on(shot.on),
            member.state.protocol_name,
            party_mark(member.status.status.value),
            member.status.since,
            member.status.standing,
            ", ".join(member.status.sources),
        )
        for member in shot.members
    )
    display = Display(
        "members",
        say("{n} members on {on}", "Члены организации на {on}: {n}", n=members_figure(shot), on=shot.on),
        say(
            "Status under the constituent instrument, {title}; standing of the acts it rests on",
            "Статус по учредительному документу – {title}; статус сведений об актах",
            title=shot.constituent.title,
        ),
        REGISTER_SOURCE,
        say(
            "In alphabetical order. “Since” is the first day of the present, uninterrupted status.",
            "В алфавитном порядке. Дата – первый день нынешнего непрерывного статуса.",
        ),
    )
    columns = (
        LocalizedText("State", "Государство"),
        LocalizedText("Protocol name", "Протокольное название"),
        LocalizedText("Status", "Статус"),
        LocalizedText("Since", "С какого дня"),
        LocalizedText("Standing", "Статус сведений"),
        LocalizedText("Sources", "Источники"),
    )
    return Table(display, columns, rows, alphabetical=True, widths=(1.2, 1.8, 1, 1.5, 1.3, 1.1))


def _timeline(shot: Snapshot) -> Chart | None:
    acts = [act for act in shot.treaty_acts if act.instrument == shot.constituent.key]
    rows: list[dict[str, Value]] = []
    figures: list[str] = []
    for code in sorted({act.state for act in acts if act.state}):
        state = shot.states[code]
        for stretch in status_history(code, shot.constituent, acts, shot.on):
            status = stretch.status.status
            figures.extend(act.key for act in stretch.status.basis)
            rows.append(
                {
                    "subject": state.name,
                    "start": stretch.period.start,
                    "end": stretch.period.end or shot.on + timedelta(days=1),
                    "status": status.value,
                    "word": PARTY_WORDS[status.value],
                }
            )
    if not rows:
        return None
    ever = count(
        "states-ever",
        MEMBERSHIP,
        tuple(dict.fromkeys(figures)),
        unit="states",
        value=len({str(row["subject"]) for row in rows}),
        filters=(f"instrument = {shot.constituent.key}", f"until = {shot.on}"),
        standings=tuple(act.standing for act in acts if act.state),
        sources=tuple(key for act in acts for key in act.basis.sources),
    )
    display = Display(
        "membership-timeline",
        say(
            "{ever} states have signed or joined; {n} are members on {on}",
            "Подписали или присоединились {ever}; членами на {on} являются {n}",
            ever=ever,
            n=members_figure(shot),
            on=shot.on,
        ),
        say(
            "Status under {title}, from the first signature to {on}",
            "Статус по документу «{title}» с первого подписания до {on}",
            title=shot.constituent.title,
            on=shot.on,
        ),
        REGISTER_SOURCE,
        say(
            "A date known only to the month counts from its last day. Disputed dates are listed in the annex.",
            "Дата, известная с точностью до месяца, считается с последнего дня месяца. Спорные даты – в приложении.",
        ),
    )
    alt = say(
        "A bar for each state shows its status over the years: {lines}.",
        "Полоса для каждого государства показывает его статус по годам: {lines}.",
        lines=_spoken(rows),
    )
    return Chart(display, "timeline", tuple(rows), alt, alphabetical="subject")


def _spoken(rows: list[dict[str, Value]]) -> LocalizedText:
    """The bars as words: each state with its statuses and the years they began."""

    def line(row: dict[str, Value], language: str) -> str:
        subject, word, start = row["subject"], row["word"], row["start"]
        return f"{getattr(subject, language)}: {getattr(word, language)} {getattr(start, 'year', '')}"

    return LocalizedText("; ".join(line(row, "en") for row in rows), "; ".join(line(row, "ru") for row in rows))


def _cell_status(each: InstrumentStatus, code: str) -> PartyState:
    return next((status.status for status in each.states if status.state == code), PartyState.NONE)


def _matrix(shot: Snapshot) -> Chart:
    rows: list[dict[str, Value]] = []
    for each in shot.instruments:
        for member in shot.members:
            status = _cell_status(each, member.state.code).value
            rows.append(
                {
                    "row": each.instrument.title,
                    "column": member.state.name,
                    "status": status,
                    "letter": PARTY_LETTERS[status],
                    "word": PARTY_WORDS[status],
                }
            )
    display = Display(
        "treaty-matrix",
        say(
            "{share} instruments on record are in force on {on}",
            "Из документов в реестре на {on} действуют {share}",
            share=in_force_figure(shot),
            on=shot.on,
        ),
        say("Status of each member under each instrument", "Статус каждого члена по каждому документу"),
        REGISTER_SOURCE,
        say(
            "“?” means that the instrument is in force, the member signed it, and its ratification was looked for "
            "and not found.",
            "«?» означает: документ действует, член его подписал, а сведения о ратификации искали и не нашли.",
        ),
    )
    alt = say(
        "A grid of instruments and members; the table of instruments beside it says for each how many members are "
        "bound.",
        "Сетка документов и членов; в таблице документов указано, для скольких членов каждый обязателен.",
    )
    return Chart(display, "matrix", tuple(rows), alt, alphabetical="column")


def _instruments_table(shot: Snapshot) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for each in shot.instruments:
        first = min((act.when.latest for act in each.acts if act.when is not None), default=None)
        rows.append(
            (
                each.instrument.title,
                first,
                since(each.entry.since),
                parties_figure(each, shot.members),
                each.standing,
            )
        )
    display = Display(
        "instruments",
        say("Instruments by the date of their first act", "Документы по дате первого акта"),
        say(
            "Entry into force, and members bound out of all {n} members, on {on}",
            "Вступление в силу и число связанных членов из {n} на {on}",
            n=members_figure(shot),
            on=shot.on,
        ),
        REGISTER_SOURCE,
        say(
            "A dash: not in force on the day. Members bound are those whose consent is on record; a missing "
            "ratification may be a "
            "gap in the record.",
            "Прочерк: на указанный день не действует. Связанными считаются члены, согласие которых есть в реестре; "
            "отсутствие "
            "сведений о ратификации может быть пробелом в сведениях.",
        ),
    )
    columns = (
        LocalizedText("Instrument", "Документ"),
        LocalizedText("First act", "Первый акт"),
        LocalizedText("In force since", "Действует с"),
        LocalizedText("Members bound", "Связанные члены"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, tuple(rows), widths=(2.8, 1.1, 1.1, 1.1, 1.1))


def _declarations(shot: Snapshot) -> list[Block]:
    listed = [(member, act) for member in shot.members for act in member.status.declarations]
    return [
        Paragraph(
            say(
                "{state}, {day}: {text} This is on record as a declaration; the rules of the register draw no status "
                "from it.",
                "{state}, {day}: {text} Зарегистрировано как заявление; правила реестра не выводят из него статуса.",
                state=member.state.protocol_name,
                day=act.when,
                text=act.text,
            )
        )
        for member, act in listed
    ]


def _disputed(shot: Snapshot) -> list[Block]:
    blocks: list[Block] = []
    for member in shot.members:
        if member.status.standing is not Standing.DISPUTED or not member.status.disputed:
            continue
        others = LocalizedText(
            ", ".join(PARTY_WORDS[each.value].en for each in member.status.disputed),
            ", ".join(PARTY_WORDS[each.value].ru for each in member.status.disputed),
        )
        blocks.append(
            Paragraph(
                say(
                    "The sources disagree on {state}: the act on record makes it “{status}”, other sources “{others}”.",
                    "Источники расходятся в отношении {state}: по зарегистрированному акту – «{status}», по другим "
                    "источникам – «{others}».",
                    state=member.state.protocol_name,
                    status=PARTY_WORDS[member.status.status.value],
                    others=others,
                )
            )
        )
    return blocks


def listed_names(members: list[MemberStatus]) -> LocalizedText:
    """The members' names in the alphabetical order of each language."""
    english = sorted(member.state.name.in_language("en") for member in members)
    russian = sorted(member.state.name.in_language("ru") for member in members)
    return LocalizedText(", ".join(english), ", ".join(russian))


def blocks(shot: Snapshot) -> list[Block]:
    """Membership, then instruments."""
    if not shot.members:
        return [
            Notice(say("The register shows no member on {on}.", "На {on} членов в реестре нет.", on=shot.on)),
        ]
    opening: Sentence = say(
        "On {on} the organisation had {n} members: {names}.",
        "На {on} организация насчитывала членов: {n} – {names}.",
        on=shot.on,
        n=members_figure(shot),
        names=listed_names(shot.members),
    )
    timeline = _timeline(shot)
    found: list[Block] = [Paragraph(opening), *_disputed(shot), *_declarations(shot), _members_table(shot)]
    if timeline is not None:
        found.append(timeline)
    if shot.instruments:
        found += [_matrix(shot), _instruments_table(shot)]
    return found
