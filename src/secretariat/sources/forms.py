"""What every page asks: about which day, from which instant, in which language, on whose behalf."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.urls import reverse

from secretariat.access.rules import PUBLIC, Viewer
from secretariat.audit.rules import Actor
from secretariat.kernel import LANGUAGES, Language
from secretariat.sources.rules import end_of

ON, KNOWN_AT, LANG, PAGE = "on", "known_at", "lang", "page"
CARRIED = (ON, KNOWN_AT, LANG)
"""The parameters of an address that its links keep."""
_DAY = len("2011-05-31")
_LONGEST_PAGE_NUMBER = 6


class UnableToReadQuestion(BadRequest):
    """A parameter of the address does not say what it should; ``name`` and ``value`` are what stood there."""

    def __init__(self, name: str, value: str) -> None:
        self.name, self.value = name, value[:100]
        super().__init__(f"{name}={self.value}")


@dataclass(frozen=True, slots=True)
class Question:
    """The two dates, the language and the viewer of a request.

    ``carried`` are the parameters that were stated, as they were written: links keep them, defaults stay defaults.
    """

    viewer: Viewer
    on: date
    known_at: datetime
    language: Language
    carried: tuple[tuple[str, str], ...] = ()

    @property
    def states_day(self) -> bool:
        """Whether the day was stated, not taken from today."""
        return any(name == "on" for name, _ in self.carried)

    @property
    def stated_instant(self) -> str:
        """The instant as it was written; empty where none was."""
        return dict(self.carried).get("known_at", "")


def _day(text: str) -> date:
    # fromisoformat also reads weeks and compact forms, which an address should not have twice for one day.
    if len(text) != _DAY or not text.isascii():
        raise UnableToReadQuestion(ON, text)
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError as error:
        raise UnableToReadQuestion(ON, text) from error


def _instant(text: str) -> datetime:
    """An instant; a day alone means its last instant in UTC."""
    try:
        if len(text) == _DAY:
            return end_of(date.fromisoformat(text))
        # A plus sign that was not escaped arrives as a space.
        read = datetime.fromisoformat(text.replace(" ", "+"))
        return (read if read.tzinfo else read.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise UnableToReadQuestion(KNOWN_AT, text) from error


def language_of(request: HttpRequest) -> Language:
    """The language of a page: the one its address names, else the person's own, else English."""
    wanted = request.GET.get(LANG) or getattr(request, "default_language", "en")
    return next((each for each in LANGUAGES if each == wanted), "en")


def viewer_of_request(request: HttpRequest) -> Viewer:
    """On whose behalf a request asks: the public, unless the frame above has found a person."""
    found = getattr(request, "viewer", PUBLIC)
    return found if isinstance(found, Viewer) else PUBLIC


def actor_of(request: HttpRequest) -> Actor:
    """Who acts, as the log names them: the person's name and organisation."""
    person = getattr(request, "user", None)
    name, organisation = getattr(person, "name", ""), getattr(person, "organisation", "")
    return Actor(f"{name} ({organisation})" if organisation else "nobody")


def address_of(request: HttpRequest, route: str, *arguments: str) -> str:
    """The address of a page with the two dates and the language that this one states."""
    kept = {name: request.GET[name] for name in CARRIED if request.GET.get(name)}
    return reverse(route, args=arguments) + (f"?{urlencode(kept)}" if kept else "")


def question_of(request: HttpRequest) -> Question:
    """Read the question of a request. Raises :class:`UnableToReadQuestion`, which is answered as a 400 page."""
    stated = {name: request.GET[name].strip() for name in CARRIED if request.GET.get(name, "").strip()}
    if "lang" in stated and stated["lang"] not in LANGUAGES:
        raise UnableToReadQuestion(LANG, stated["lang"])
    now = datetime.now(UTC)
    return Question(
        viewer=viewer_of_request(request),
        on=_day(stated["on"]) if "on" in stated else now.date(),
        known_at=_instant(stated["known_at"]) if "known_at" in stated else now,
        language=language_of(request),
        carried=tuple(stated.items()),
    )


def page_number(request: HttpRequest) -> int:
    """The page of a long list, from 1. Raises :class:`UnableToReadQuestion`."""
    text = request.GET.get(PAGE, "1")
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_PAGE_NUMBER and int(text) >= 1):
        raise UnableToReadQuestion(PAGE, text)
    return int(text)


def choice(request: HttpRequest, name: str, allowed: tuple[str, ...]) -> str:
    """One of some values, or an empty text where none is chosen. Raises :class:`UnableToReadQuestion`."""
    text = request.GET.get(name, "")
    if text and text not in allowed:
        raise UnableToReadQuestion(name, text)
    return text
