"""Texts that carry their languages."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["en", "ru"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """One text in one or more languages, English and Russian first.

    ``LocalizedText(en="Charter", ru="Устав").in_language("ru")`` is ``"Устав"``. A language that is missing
    falls back to the other one, so that nothing disappears from an edition.
    """

    en: str = ""
    ru: str = ""

    @classmethod
    def of(cls, value: "str | Mapping[str, str] | LocalizedText | None") -> "LocalizedText":
        """Read a text as the pack writes it: a string (meant as English) or a mapping of languages."""
        if isinstance(value, LocalizedText):
            return value
        if value is None:
            return cls()
        if isinstance(value, str):
            return cls(en=value)
        return cls(en=value.get("en", ""), ru=value.get("ru", ""))

    def in_language(self, language: Language) -> str:
        """The text in ``language``, or in the other language where it is missing."""
        first, second = (self.ru, self.en) if language == "ru" else (self.en, self.ru)
        return first or second

    def __bool__(self) -> bool:
        return bool(self.en or self.ru)

    def __str__(self) -> str:
        return self.in_language("en")
