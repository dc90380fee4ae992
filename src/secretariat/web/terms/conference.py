"""The terms of the room conference in English and Russian: those of its papers."""

from secretariat.conference.rules.words import GROUNDS, PURPOSES, SLOTS, STANCES

TERMS: dict[str, tuple[str, str]] = {
    **{f"GroundKind.{kind.value}": (word.en, word.ru) for kind, word in GROUNDS.items()},
    **{f"DocumentPurpose.{purpose.value}": (word.en, word.ru) for purpose, word in PURPOSES.items()},
    **{f"StanceKind.{kind.value}": (word.en, word.ru) for kind, word in STANCES.items()},
    **{f"SlotStatus.{status.value}": (word.en, word.ru) for status, word in SLOTS.items()},
}
