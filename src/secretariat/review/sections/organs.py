"""The calendar, the chair and the offices; what was said and proposed at the meeting."""

from secretariat.kernel import Certainty, Figure, LocalizedText
from secretariat.kernel.spoken import imprecise_in
from secretariat.organs.queries.meetings import MeetingDetail
from secretariat.organs.rules import CalendarEntry, Fate
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Display, Heading, Notice, Paragraph, Sentence, Table, say
from secretariat.review.rules.methods import CALENDAR, REGISTER, count

CERTAINTY_WORDS = {
    Certainty.HELD: LocalizedText("held", "состоялось"),
    Certainty.FIXED: LocalizedText("date fixed", "дата назначена"),
    Certainty.EXPECTED: LocalizedText("expected", "ожидается"),
    Certainty.PROPOSED: LocalizedText("proposed", "предложено"),
    Certainty.CANCELLED: LocalizedText("cancelled", "отменено"),
}
FATE_WORDS = {
    Fate.MADE: LocalizedText("made", "внесено"),
    Fate.UNDER_CONSIDERATION: LocalizedText("under consideration", "рассматривается"),
    Fate.ADOPTED: LocalizedText("adopted", "принято"),
    Fate.DECLINED: LocalizedText("declined", "отклонено"),
    Fate.WITHDRAWN: LocalizedText("withdrawn", "отозвано"),
}
SOURCE = say("register of meetings", "реестр заседаний")


def organ_name(shot: Snapshot, key: str) -> LocalizedText:
    """An organ's name, or its key where it is not described."""
    organ = shot.organs.get(key)
    return organ.name if organ else LocalizedText(key, key)


def calendar_figure(shot: Snapshot) -> Figure:
    """How many meetings are ahead."""
    ahead = coming(shot)
    return count(
        "meetings-ahead",
        CALENDAR,
        tuple(entry.key for entry in ahead),
        unit="meetings",
        standings=tuple(entry.standing for entry in ahead),
        sources=tuple(key for entry in ahead for key in entry.sources),
        filters=(f"not held by {shot.on}",),
    )


def coming(shot: Snapshot) -> list[CalendarEntry]:
    """Meetings that are still to be held."""
    return [entry for entry in shot.calendar if entry.certainty is not Certainty.CANCELLED and not entry.passed]


def _span(entry: CalendarEntry) -> Cell:
    if entry.earliest is None and entry.latest is None:
        return None
    if entry.earliest == entry.latest:
        return entry.earliest
    return say("{first} – {last}", "{first} – {last}", first=entry.earliest, last=entry.latest)


def _conditions(entry: CalendarEntry) -> LocalizedText:
    english, russian = [], []
    for each in entry.constraints:
        anchor = each.constraint.anchor
        relation = {"before": ("before", "до"), "after": ("after", "после")}[each.constraint.relation]
        if anchor.startswith("next:"):
            organ = anchor.removeprefix("next:")
            english.append(f"{relation[0]} the next session of {organ}")
            russian.append(f"{relation[1]} очередной сессии {organ}")
        else:
            english.append(f"{relation[0]} {anchor}")
            russian.append(f"{relation[1]} {anchor}")
        if each.waiting:
            english[-1] += " (its date is not known)"
            russian[-1] += " (её дата неизвестна)"
    return LocalizedText("; ".join(english) or "–", "; ".join(russian) or "–")


def _calendar_table(shot: Snapshot) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            organ_name(shot, entry.organ),
            _span(entry),
            entry.place or None,
            CERTAINTY_WORDS[entry.certainty],
            _conditions(entry),
            entry.standing,
        )
        for entry in coming(shot)
    )
    display = Display(
        "calendar",
        say("Meetings ahead: {n}", "Предстоящие заседания: {n}", n=calendar_figure(shot)),
        say(
            "Dates as far as they are known on {on}, narrowed by their conditions",
            "Даты, насколько они известны на {on}, с учётом условий",
            on=shot.on,
        ),
        SOURCE,
    )
    columns = (
        LocalizedText("Organ", "Орган"),
        LocalizedText("Between", "В пределах"),
        LocalizedText("Place", "Место"),
        LocalizedText("Certainty", "Определённость"),
        LocalizedText("Conditions", "Условия"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, rows)


def next_meetings(shot: Snapshot) -> list[Paragraph]:
    """The meetings ahead in words, for the brief."""
    found = []
    for entry in coming(shot):
        certainty, conditions = CERTAINTY_WORDS[entry.certainty], _conditions(entry)
        state = (
            LocalizedText(f"{certainty.en}; {conditions.en}", f"{certainty.ru}; {conditions.ru}")
            if entry.constraints
            else certainty
        )
        found.append(
            Paragraph(
                say(
                    "Next: {organ}, {place}, {when} – {state}.",
                    "Далее: {organ}, {place}, {when} – {state}.",
                    organ=organ_name(shot, entry.organ),
                    place=entry.place or LocalizedText("place not known", "место неизвестно"),
                    when=_when(entry),
                    state=state,
                )
            )
        )
    return found


def _when(entry: CalendarEntry) -> LocalizedText:
    if entry.stated is None and entry.earliest is None and entry.latest is None:
        return LocalizedText("date not known", "дата неизвестна")
    if entry.earliest is not None and entry.latest is not None:
        from_ = type(entry.stated)(entry.earliest, entry.latest) if entry.stated is not None else None
        if from_ is not None:
            return LocalizedText(imprecise_in("en", from_), imprecise_in("ru", from_))
    first, last = entry.earliest or "…", entry.latest or "…"
    return LocalizedText(f"{first} – {last}", f"{first} – {last}")


def _conflicts(shot: Snapshot) -> list[Block]:
    seen: dict[str, Sentence] = {}
    for entry in shot.calendar:
        for conflict in entry.conflicts:
            between = " / ".join(condition.text for condition in conflict.between)
            seen.setdefault(
                between,
                say(
                    "Dates that cannot all hold: {between}.",
                    "Несовместимые даты: {between}.",
                    between=between,
                ),
            )
    return [Paragraph(sentence) for sentence in seen.values()]


def _offices(shot: Snapshot) -> list[Block]:
    rows: list[tuple[Cell, ...]] = []
    for term in sorted(shot.offices.holders, key=lambda term: (term.organ, term.key)):
        state = shot.states.get(term.state or "")
        rows.append(
            (
                organ_name(shot, term.organ),
                term.person or (state.name if state else None),
                state.name if state else None,
                term.start,
                term.standing,
            )
        )
    if not rows:
        return []
    display = Display(
        "offices",
        say("Chair and offices on {on}", "Председательство и должности на {on}", on=shot.on),
        say("Holders by organ, with the first day of the term", "Занимающие должности по органам, с первого дня срока"),
        SOURCE,
    )
    columns = (
        LocalizedText("Organ or office", "Орган или должность"),
        LocalizedText("Held by", "Занимает"),
        LocalizedText("State", "Государство"),
        LocalizedText("Since", "С"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return [Table(display, columns, tuple(rows))]


def blocks(shot: Snapshot) -> list[Block]:
    """The calendar and the offices."""
    found: list[Block] = [Heading(LocalizedText("Calendar", "Календарь"))]
    if coming(shot):
        found.append(_calendar_table(shot))
    else:
        found.append(Notice(say("No meeting ahead is on record.", "Предстоящих заседаний в реестре нет.")))
    return [*found, *_conflicts(shot), *_offices(shot)]


def meeting_blocks(shot: Snapshot, detail: MeetingDetail) -> list[Block]:
    """What is on record about the meeting that the review is written for: agenda, statements, proposals."""
    blocks: list[Block] = []
    if detail.agenda:
        blocks.append(_agenda(detail))
    about_session = shot.last_session.session if shot.last_session else ""
    for statement in detail.statements:
        if about_session in statement.about:
            continue
        blocks.append(
            Paragraph(
                say(
                    "{who}: {text}",
                    "{who}: {text}",
                    who=speaker(shot, statement.state, statement.organ, statement.person, statement.group),
                    text=statement.text,
                )
            )
        )
    if detail.proposals:
        blocks.append(_proposals(shot, detail))
    return blocks


def speaker(
    shot: Snapshot, state: str | None, organ: str | None, person: LocalizedText, group: LocalizedText
) -> LocalizedText:
    """Who said it; a group such as "some delegations" is named as the record names it."""
    who = person or group
    found = shot.states.get(state or "")
    if found is not None and who:
        return LocalizedText(
            f"{who.in_language('en')} ({found.name.in_language('en')})",
            f"{who.in_language('ru')} ({found.name.in_language('ru')})",
        )
    if found is not None:
        return found.name
    return who or organ_name(shot, organ or "")


def _agenda(detail: MeetingDetail) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple((item.number, item.title, item.basis.standing) for item in detail.agenda)
    n = count(
        "agenda-items",
        REGISTER,
        tuple(item.key for item in detail.agenda),
        unit="items",
        standings=tuple(item.basis.standing for item in detail.agenda),
        sources=tuple(key for item in detail.agenda for key in item.basis.sources),
    )
    display = Display(
        "agenda",
        say("Agenda items on record: {n}", "Пункты повестки дня в реестре: {n}", n=n),
        say("As published before or at the meeting", "По опубликованным до заседания или на нём сведениям"),
        SOURCE,
    )
    columns = (LocalizedText("No.", "№"), LocalizedText("Item", "Пункт"), LocalizedText("Standing", "Статус сведений"))
    return Table(display, columns, rows, widths=(0.4, 5, 1.2))


def _proposals(shot: Snapshot, detail: MeetingDetail) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            proposal.title,
            shot.states[proposal.state].name if proposal.state in shot.states else None,
            proposal.when,
            FATE_WORDS[proposal.fate],
            proposal.standing,
        )
        for proposal in detail.proposals
    )
    display = Display(
        "proposals",
        say("Members' proposals and their fate", "Предложения членов и их судьба"),
        say("Proposals made at or before the meeting", "Предложения, внесённые на заседании или до него"),
        SOURCE,
    )
    columns = (
        LocalizedText("Proposal", "Предложение"),
        LocalizedText("By", "Внесено"),
        LocalizedText("Made", "Когда"),
        LocalizedText("Fate on the day", "Судьба на этот день"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, rows)
