"""What the forms of papers say: files, filters of the list, a text, a mark."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, QueryDict

from secretariat.access.rules import Compartment, Distribution, Stage
from secretariat.papers.rules import LARGEST, PaperCard, PaperKind, UnableToTakeFile, accepted_file
from secretariat.sources.forms import choice

__all__ = ["UnableToTakeFile", "upload_from"]
MOST_LETTERS = 100_000
"""Of one text of a paper."""
LONGEST_LIST = 200
"""Organs, organisations, persons or groups of one mark."""
LONGEST_NUMBER = 10


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent, of a kind that is taken."""

    name: str
    media_type: str
    content: bytes


def upload_from(request: HttpRequest, field: str = "file") -> Upload:
    """The file of a form. Raises :class:`UnableToTakeFile` where there is none, or it is not taken."""
    sent = request.FILES.get(field)
    if sent is None or isinstance(sent, list) or not sent.name:
        reason = "file_needed"
        raise UnableToTakeFile(reason)
    if (sent.size or 0) > LARGEST:
        reason = "file_too_large"
        raise UnableToTakeFile(reason)
    content = sent.read()
    name, media_type = accepted_file(sent.name, content)
    return Upload(name, media_type, content)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which papers of a list are wanted; an empty choice wants all."""

    kind: str = ""
    stage: str = ""
    mark: str = ""
    about: str = ""
    text: str = ""

    def take(self, card: PaperCard) -> bool:
        """Whether a paper is among those wanted."""
        return (
            self.kind in {"", card.kind}
            and self.stage in {"", card.stage}
            and self.mark in {"", card.mark}
            and self.about in {"", card.about}
            and self.text.casefold() in card.title.casefold()
        )

    def without(self, name: str) -> "Filters":
        """The same, but for one choice: what that choice is counted over."""
        return replace(self, **{name: ""})


def filters_from(request: HttpRequest) -> Filters:
    """The choices in the address. Raises ``UnableToReadQuestion``."""
    return Filters(
        kind=choice(request, "kind", tuple(PaperKind)),
        stage=choice(request, "stage", tuple(Stage)),
        mark=choice(request, "mark", tuple(Distribution)),
        about=request.GET.get("about", "")[:200],
        text=request.GET.get("text", "").strip()[:200],
    )


class UnableToReadForm(Exception):
    """Something in a form does not say what it should: ``field`` names it, ``word`` says how."""

    def __init__(self, field: str, word: str) -> None:
        self.field, self.word = field, word
        super().__init__(f"{field}: {word}")


def text_from(sent: QueryDict, name: str, most: int = MOST_LETTERS) -> str:
    """A text with the line ends of this register. Raises :class:`UnableToReadForm`."""
    text = str(sent.get(name, "")).replace("\r\n", "\n").strip()
    if len(text) > most or "\0" in text:
        raise UnableToReadForm(name, "paper_text_too_long" if len(text) > most else "paper_text_odd")
    return text


def number_from(sent: QueryDict, name: str) -> int:
    """A whole number from 0; what is none is 0."""
    text = str(sent.get(name, ""))
    return int(text) if text.isascii() and text.isdigit() and len(text) < LONGEST_NUMBER else 0


def _several(sent: QueryDict, name: str) -> frozenset[str]:
    values = {str(value).strip() for value in sent.getlist(name)} - {""}
    if len(values) > LONGEST_LIST or any(len(value) > LONGEST_LIST for value in values):
        raise UnableToReadForm(name, "paper_list_too_long")
    return frozenset(values)


def compartment_from(sent: QueryDict, old: Compartment) -> Compartment:
    """The compartment that a form asks for in the place of ``old``: what it inherited stays, the rest is as stated.

    Raises :class:`UnableToReadForm`.
    """
    try:
        stage, mark = Stage(sent.get("stage", "")), Distribution(sent.get("mark", ""))
    except ValueError as error:
        field = "mark"
        raise UnableToReadForm(field, "paper_mark_needed") from error
    organs = _several(sent, "organs") if mark is Distribution.ORGAN else frozenset()
    released = _several(sent, "released_to") if mark is Distribution.NAMED else None
    named = _several(sent, "named") if mark is Distribution.EYES else None
    if mark is Distribution.ORGAN and not organs:
        field = "organs"
        raise UnableToReadForm(field, "paper_organs_needed")
    if mark is Distribution.EYES and not named:
        field = "named"
        raise UnableToReadForm(field, "paper_persons_needed")
    if old.bound:
        organs |= old.organs
        released = old.released_to if released is None else released
        named = old.named if named is None else named
    try:
        return Compartment(
            originators=old.originators,
            stage=stage,
            mark=mark,
            organs=organs,
            released_to=released,
            named=named,
            need_to_know=_several(sent, "groups") | (old.need_to_know if old.bound else frozenset()),
            members=mark is Distribution.MEMBERS or (old.bound and old.members),
            bound=old.bound,
        )
    except ValueError as error:
        field = "mark"
        raise UnableToReadForm(field, "limits_of_others") from error
