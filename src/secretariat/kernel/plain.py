"""Values as JSON holds them: what the command line prints and the pages answer as data."""

from collections.abc import Mapping
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from secretariat.kernel.dates import ImpreciseDate
from secretariat.kernel.periods import Period
from secretariat.kernel.text import LocalizedText


def plain(value: Any) -> Any:  # noqa: PLR0911  # one line for each kind of value
    """Dates in ISO form, texts by language (an empty one is ``None``), enumerations by value."""
    match value:
        case Enum():
            return value.value
        case date() | datetime():
            return value.isoformat()
        case ImpreciseDate() | Period():
            return str(value)
        case LocalizedText():
            return {"en": value.en, "ru": value.ru} if value else None
        case Mapping():
            return {str(plain(key)): plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    return value
