"""A paper as PDF/A-2a and PDF/UA-1: the same bytes for the same version and mark."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from secretariat.access.rules import Distribution
from secretariat.kernel import Language
from secretariat.papers.rules import Paper
from secretariat.sources.render.setting import set_pdf

TEMPLATE = Path(__file__).with_name("paper.typ")
_WORDS: dict[Language, dict[str, str]] = {
    "en": {
        "draft": "Draft. Known to its originators alone.",
        "public": "Distribution: public",
        "members": "Distribution: members and the secretariat",
        "organ": "Distribution: those who sit in",
        "named": "Distribution: named organisations only",
        "eyes": "Distribution: named persons only",
        "groups": "Need to know",
        "version": "version",
        "no_classification": "A distribution mark, not a security classification.",
    },
    "ru": {
        "draft": "Проект. Известен только авторам.",
        "public": "Распространение: без ограничений",
        "members": "Распространение: члены организации и секретариат",
        "organ": "Распространение: участники органа",
        "named": "Распространение: только указанным организациям",
        "eyes": "Распространение: только указанным лицам",
        "groups": "Круг допущенных",
        "version": "версия",
        "no_classification": "Пометка о распространении; грифом секретности не является.",
    },
}


def _distribution(found: Paper, language: Language) -> str:
    it, words = found.compartment, _WORDS[language]
    said = words["draft"] if it.is_draft else words[it.mark.value]
    if it.mark is Distribution.ORGAN and not it.is_draft:
        said += f" {', '.join(sorted(it.organs))}"
    return said + (f". {words['groups']}: {', '.join(sorted(it.need_to_know))}" if it.need_to_know else "")


def paper_bytes(found: Paper, body: Sequence[Mapping[str, Any]], language: Language, *, by: str | None) -> bytes:
    """The newest version of a paper; ``body`` are its parts as the page shows them."""
    words, version = _WORDS[language], found.version
    content = {
        "language": language,
        "title": version.title,
        "organisation": found.organisation.rpartition(":")[2],
        "by": by or "",
        "version": f"{words['version']} {version.number}",
        "at": f"{version.at:%Y-%m-%d %H:%M} UTC",
        "distribution": _distribution(found, language),
        "no_classification": words["no_classification"],
        "id": found.key,
        "body": [dict(part) for part in body],
    }
    return set_pdf(TEMPLATE, content, {}, version.at.date())
