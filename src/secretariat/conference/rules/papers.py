"""The two papers of a meeting as plain JSON values, language by language: what every renderer lays out.

Blocks are ``heading`` (level, text), ``item`` (number, level, text), ``text`` (label, text, tone) and ``table`` (title,
columns, widths, rows of texts). Numbers of items are those of the agenda in every language.
"""

from collections.abc import Iterator
from typing import Any

from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.floor import asks_to_speak, floor
from secretariat.conference.rules.preparation import PlayOfItem, Preparation
from secretariat.conference.rules.slots import Slot
from secretariat.conference.rules.words import (
    ANNOTATED,
    BRIEF,
    DAYS,
    OVERDUE,
    PURPOSES,
    QUORUMS,
    RULES,
    SENTENCES,
    SLOTS,
)
from secretariat.conference.rules.writing import Block, Writer, alphabetical, heading, line
from secretariat.decisions.rules.words import STATUS_WORDS
from secretariat.kernel import Language, LocalizedText
from secretariat.organs.rules import AgendaSource, Proposal

ASKED = {
    AgendaSource.DECISION: "ask_decision",
    AgendaSource.PROPOSAL: "ask_proposal",
    AgendaSource.CARRIED: "ask_carried",
    AgendaSource.STANDING: "ask_standing",
}
"""The sentence that says what is asked under an item of each kind."""


def _slot_text(writer: Writer, slot: Slot) -> str:
    text = SLOTS[slot.status].in_language(writer.language)
    return f"{text}, {writer.day(slot.received)}" if slot.document is not None and slot.received is not None else text


def _documents(writer: Writer) -> Iterator[Block]:
    prepared = writer.prepared
    yield heading(1, writer.word("schedule"))
    schedule = writer.sentence("own_schedule" if prepared.is_own_schedule else "default_schedule")
    yield line(f"{schedule} {writer.sentence('weekend')}", tone="quiet")
    rows = [
        [
            slot.item or writer.word("whole_meeting"),
            PURPOSES[slot.purpose].in_language(writer.language),
            slot.language,
            writer.deadline(slot.deadline),
            _slot_text(writer, slot),
            slot.symbol,
        ]
        for slot in prepared.slots
    ]
    columns = [writer.word(name) for name in ("item", "document", "language", "deadline", "status", "symbol")]
    title = f"{writer.word('documents')}: {len(rows)}"
    yield {"type": "table", "title": title, "columns": columns, "widths": [1.7, 2.2, 0.9, 3.4, 1.6, 1.4], "rows": rows}
    leads = [
        [
            PURPOSES[lead.purpose].in_language(writer.language),
            writer.word("translation" if lead.translation else "original"),
            DAYS[lead.kind].in_language(writer.language).format(n=lead.days),
        ]
        for lead in prepared.schedule
    ]
    columns = [writer.word("document"), writer.word("language"), writer.word("before")]
    yield {"type": "table", "title": writer.word("leads"), "columns": columns, "widths": [2, 2, 2], "rows": leads}


def _agenda(writer: Writer) -> Iterator[Block]:
    prepared = writer.prepared
    yield heading(1, writer.word("agenda"))
    if prepared.days is None:
        yield line(writer.sentence("no_days"), tone="quiet")
    elif prepared.is_open:
        yield line(writer.sentence("open_days"), tone="quiet")
    for item in prepared.items:
        yield {"type": "item", "number": f"{item.number}.", "level": 1, "text": writer.say(item.title)}
        for part in item.parts:
            yield {"type": "item", "number": part.number, "level": 2, "text": writer.say(part.title)}


def _annotation(writer: Writer, item: Item) -> Iterator[Block]:
    for ground in item.grounds:
        yield line(writer.ground(ground), writer.word("ground"))
    proposal = writer.prepared.proposals.get(item.about[0]) if item.source is AgendaSource.PROPOSAL else None
    if proposal is not None:
        yield from _proposal(writer, proposal)


def _proposal(writer: Writer, proposal: Proposal) -> Iterator[Block]:
    day = writer.day(proposal.when)
    if proposal.state is not None:
        state = writer.say(writer.prepared.states.get(proposal.state, LocalizedText(proposal.state)))
        yield line(writer.sentence("proposed_by", state=state, day=day))
    else:
        yield line(writer.sentence("proposed", day=day))
    if proposal.text:
        yield line(writer.say(proposal.text))


def annotated_agenda(prepared: Preparation, language: Language) -> dict[str, Any]:
    """The annotated provisional agenda, for delegations."""
    writer = Writer(prepared, language)

    def blocks() -> Iterator[Block]:
        yield from _agenda(writer)
        yield heading(1, writer.word("annotations"))
        for item in prepared.items:
            yield heading(2, f"{item.number}. {writer.say(item.title)}")
            if not item.parts:
                yield from _annotation(writer, item)
            for part in item.parts:
                yield heading(3, f"{part.number} {writer.say(part.title)}")
                yield from _annotation(writer, part)
                play = prepared.play[part.number]
                yield line(_figures(writer, play), writer.word("play"))
        idle = prepared.idle
        if idle.value:
            text = writer.sentence("idle", n=writer.figure(idle))
            yield line(f"{text} {writer.rows(idle.trace.rows)}", tone="quiet")
        yield from _documents(writer)

    return writer.paper("annotated-agenda", ANNOTATED, blocks())


def _figures(writer: Writer, play: PlayOfItem) -> str:
    return writer.sentence("figures", done=writer.figure(play.done), overdue=writer.figure(play.overdue))


def _state_of_play(writer: Writer, play: PlayOfItem) -> Iterator[Block]:
    def cells(index: int) -> list[str]:
        work = play.works[index]
        status = work.status
        word = STATUS_WORDS[status.status].in_language(writer.language)
        if status.commitment_overdue:
            word += f"; {OVERDUE.in_language(writer.language)}"
        return [
            writer.say(work.addressee),
            writer.say(work.title),
            word,
            writer.word("not_set") if status.current_due is None else writer.day(status.current_due),
            writer.word("none") if status.last_report is None else writer.day(status.last_report),
            ", ".join(status.sources),
        ]

    rows = sorted(
        (cells(index) for index in range(len(play.works))), key=lambda row: row[0].casefold().replace("ё", "е")
    )
    columns = [writer.word(name) for name in ("addressee", "commitment", "status", "due", "last_report", "sources")]
    yield {
        "type": "table",
        "title": f"{writer.word('play')}. {_figures(writer, play)}",
        "columns": columns,
        "widths": [1.5, 3, 1.8, 1.6, 1.6, 1.4],
        "rows": rows,
    }
    yield line(writer.rows(play.done.trace.rows), writer.word("rows"), tone="quiet")


def _spoken(writer: Writer, item: Item) -> str:
    match item.source:
        case AgendaSource.DECISION:
            done = writer.figure(writer.prepared.play[item.number].done)
            return writer.sentence("say_decision", number=item.number, done=done)
        case AgendaSource.PROPOSAL:
            proposal = writer.prepared.proposals[item.about[0]]
            if proposal.state is not None:
                state = writer.say(writer.prepared.states.get(proposal.state, LocalizedText(proposal.state)))
                return writer.sentence("say_proposal", number=item.number, state=state)
            return writer.sentence("say_other", number=item.number)
        case AgendaSource.STANDING:
            return writer.sentence("say_standing", number=item.number)
        case _:
            return writer.sentence("say_other", number=item.number)


def _speakers(writer: Writer, item: Item) -> Block:
    said = writer.prepared.speakers.get(item.number, ())
    names = [
        writer.say(
            writer.prepared.states.get(each.state or "", each.person or each.group or LocalizedText(each.organ or ""))
        )
        for each in said
    ]
    names += asks_to_speak(writer, item)
    text = "; ".join(dict.fromkeys(alphabetical(names))) if names else writer.sentence("nobody")
    return line(text, writer.word("speakers"))


def _decides(writer: Writer) -> Iterator[Block]:
    prepared = writer.prepared
    names = {code: writer.say(name) for code, name in prepared.states.items()}
    yield heading(1, writer.word("decides"))
    yield line(RULES[prepared.organ.procedure].in_language(writer.language))
    reading = prepared.quorum.readings[0]
    quorum = QUORUMS[prepared.quorum.rule].in_language(writer.language)
    yield line(quorum.format(entitled=prepared.quorum.entitled, needed=reading.needed))
    entitled = alphabetical([names.get(code, code) for code in prepared.entitled])
    yield line(writer.sentence("entitled", names=", ".join(entitled) or writer.word("none")))
    if prepared.suspended:
        suspended = alphabetical([names.get(code, code) for code in prepared.suspended])
        yield line(writer.sentence("suspended", names=", ".join(suspended)))
    yield line(writer.say(prepared.chair), writer.word("chair"))


def chairs_brief(prepared: Preparation, language: Language) -> dict[str, Any]:
    """The brief for the chair: what is asked under each item, how far it has come, who speaks, what may be said."""
    writer = Writer(prepared, language)

    def blocks() -> Iterator[Block]:
        yield from _agenda(writer)
        yield from _decides(writer)
        yield from floor(writer)
        for item in prepared.items:
            yield heading(1, f"{item.number}. {writer.say(item.title)}")
            for part in item.leaves:
                if item.parts:
                    yield heading(2, f"{part.number} {writer.say(part.title)}")
                yield line(SENTENCES[ASKED[part.source]].in_language(language), writer.word("asked"))
                yield from _annotation(writer, part)
                if part.number in prepared.play:
                    yield from _state_of_play(writer, prepared.play[part.number])
                yield _speakers(writer, part)
                yield line(_spoken(writer, part), writer.word("chair_says"), tone="quote")
        yield line(writer.sentence("words_note"), tone="quiet")

    return writer.paper("chairs-brief", BRIEF, blocks())
