"""Who asked for the floor and who reserves, as members stated it before the meeting: a part of the chair's brief."""

from collections.abc import Iterator

from secretariat.conference.rules.agenda import Item
from secretariat.conference.rules.slots import recorded_as
from secretariat.conference.rules.stances import Stance, StanceKind, leaves_of
from secretariat.conference.rules.words import STANCES
from secretariat.conference.rules.writing import Block, Writer, heading, line
from secretariat.kernel import LocalizedText


def _name(writer: Writer, state: str) -> str:
    return writer.say(writer.prepared.states.get(state, LocalizedText(state)))


def _key(name: str) -> str:
    return name.casefold().replace("ё", "е")


def floor(writer: Writer) -> Iterator[Block]:
    """What members stated, item by item of the agenda on record, members in the order of the alphabet.

    Items are named as they are on record: the numbers of the computed agenda may be others by now.
    """
    yield heading(1, writer.word("floor"))
    rows = [
        [
            f"{item.number}. {writer.say(item.title)}",
            _name(writer, stance.state),
            STANCES[stance.kind].in_language(writer.language),
            stance.text.in_language(writer.language) or writer.word("none"),
            f"{writer.day(stance.at.date())}, {stance.at:%H:%M} UTC",
        ]
        for item in leaves_of(writer.prepared.recorded)
        for stance in sorted(
            writer.prepared.stances.get(item.key, ()), key=lambda each: _key(_name(writer, each.state))
        )
    ]
    if not rows:
        yield line(writer.sentence("floor_none"))
        return
    columns = [writer.word(name) for name in ("item", "member", "stance", "text", "sent")]
    title = writer.sentence("floor_title")
    yield {"type": "table", "title": title, "columns": columns, "widths": [2.4, 1.3, 1.3, 2.9, 1.5], "rows": rows}


def asks_to_speak(writer: Writer, item: Item) -> list[str]:
    """The names of the members that asked for the floor under an item."""
    prepared = writer.prepared
    said: list[Stance] = [
        stance for key in recorded_as(item, prepared.recorded) for stance in prepared.stances.get(key, ())
    ]
    return [_name(writer, stance.state) for stance in said if stance.kind is StanceKind.SPEAK]
