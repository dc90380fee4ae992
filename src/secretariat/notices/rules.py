"""What a notice is, how somebody wants to hear of them, and the whole text of an e-mail."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from secretariat.kernel import Language, LocalizedText

MAILED_WITHIN = timedelta(days=7)
"""A notice that is older and was never mailed stays on its page alone: nobody is written to about last month."""


class MailChoice(StrEnum):
    """How somebody wants to hear of notices by e-mail."""

    AT_ONCE = "at_once"
    DAILY = "daily"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """A notice as its page shows it. ``link`` is the address of a page of the register, without the host."""

    id: str
    kind: str
    subject: LocalizedText
    text: LocalizedText
    link: str
    created_at: datetime
    is_read: bool


def is_own_link(link: str) -> bool:
    """Whether a link stays inside the register; an empty one is none."""
    return not link or (link.startswith("/") and not link.startswith(("//", "/\\")))


_SUBJECT = LocalizedText(
    en="Secretariat: something is to be read",
    ru="Секретариат: есть новое для прочтения",
)
_ONE = {
    "en": "Something has changed that concerns you.",
    "ru": "Произошло изменение, которое вас касается.",
}
_SEVERAL = {
    "en": "{count} things have changed that concern you.",
    "ru": "Число изменений, которые вас касаются: {count}.",
}
_REST = {
    "en": "Sign in to read it:\n{link}\n\nContents are never sent by e-mail.",
    "ru": "Чтобы прочитать, войдите в систему:\n{link}\n\nСодержание документов по электронной почте не пересылается.",
}


def mail_text(*, language: Language, count: int, link: str) -> tuple[str, str]:
    """The subject and the text of an e-mail about ``count`` notices: nothing of what they say, whatever its mark."""
    said = _ONE[language] if count == 1 else _SEVERAL[language].format(count=count)
    return _SUBJECT.in_language(language), f"{said}\n\n{_REST[language].format(link=link)}\n"
