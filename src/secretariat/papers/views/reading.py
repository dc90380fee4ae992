"""One paper: what it says, who sees it, what was done with it; its versions, its files, and itself as a PDF."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from secretariat.access.queries import names_of
from secretariat.access.rules import Compartment, Viewer
from secretariat.papers.queries import file_content, paper, versions
from secretariat.papers.render.pdf import paper_bytes
from secretariat.papers.rules import FREE_KINDS, Paper, Version, difference, lines_of
from secretariat.sources.forms import question_of
from secretariat.sources.views import answer

SANDBOX = "sandbox; default-src 'none'"


def paper_or_404(viewer: Viewer, key: str) -> Paper:
    """The paper, or what a wrong address gets: hidden equals missing."""
    found = paper(viewer, key)
    if found is None:
        raise Http404
    return found


def is_open_to(viewer: Viewer, found: Paper) -> bool:
    """Whether the viewer may change the text and the mark of a paper on these pages."""
    return found.kind in FREE_KINDS and viewer.organisation in found.compartment.originators


def compartment_row(it: Compartment) -> dict[str, Any]:
    """What decides who sees a paper, for those who see it."""
    return {
        "originators": sorted(it.originators),
        "stage": it.stage,
        "mark": it.mark,
        "members": it.members,
        "organs": sorted(it.organs),
        "released_to": None if it.released_to is None else sorted(it.released_to),
        "named": None if it.named is None else sorted(it.named),
        "need_to_know": sorted(it.need_to_know),
        "bound": it.bound,
    }


def body_rows(body: Mapping[str, Any]) -> list[dict[str, Any]]:
    """A body as a page shows it: texts, texts in two languages, lists, and facts in a list of terms."""
    rows: list[dict[str, Any]] = []
    for name, value in body.items():
        if value in ("", None, [], {}):
            continue
        match value:
            case str():
                rows.append({"name": name, "kind": "text", "text": value})
            case Mapping() if set(value) <= {"en", "ru"}:
                rows += [{"name": name, "kind": "text", "text": text, "lang": lang} for lang, text in value.items()]
            case Mapping():
                rows.append({"name": name, "kind": "facts", "facts": [[str(a), str(b)] for a, b in value.items()]})
            case list():
                rows.append({"name": name, "kind": "list", "items": [str(each) for each in value]})
            case _:
                rows.append({"name": name, "kind": "text", "text": str(value)})
    return rows


def _version_row(version: Version, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "number": version.number,
        "at": version.at,
        "by": names.get(version.person, ""),
        "content_hash": version.content_hash,
    }


def paper_content(viewer: Viewer, found: Paper) -> dict[str, Any]:
    """What the page of a paper shows, and its JSON. Two queries beside those of the paper."""
    written = versions(viewer, found.key)
    said = [version.person for version in written] + [step.person for step in found.steps]
    names = names_of(viewer, [*said, *(found.compartment.named or ())])
    return {
        "paper": {
            "id": found.key,
            "kind": found.kind,
            "title": found.version.title,
            "about": found.about,
            "organisation": found.organisation,
            "created_at": found.created_at,
            "version": found.version.number,
        },
        "compartment": compartment_row(found.compartment),
        "named": [names[code] for code in sorted(found.compartment.named or ()) if code in names],
        "body": body_rows(found.version.body),
        "versions": [_version_row(version, names) for version in reversed(written)],
        "steps": [
            {
                "number": step.number,
                "kind": step.kind,
                "at": step.at,
                "by": names.get(step.person, ""),
                "organisation": step.organisation,
                "version": step.version,
                "text": step.text,
                "receipt": step.receipt,
            }
            for step in found.steps
        ],
        "files": [
            {"id": file.key, "name": file.name, "media_type": file.media_type, "size": file.size, "sha256": file.sha256}
            for file in found.attachments
        ],
        "may_change": is_open_to(viewer, found),
    }


def paper_page(request: HttpRequest, key: str) -> HttpResponse:
    """One paper."""
    question = question_of(request)
    found = paper_or_404(question.viewer, key)
    return answer(request, "papers/paper.html", question, paper_content(question.viewer, found))


def version_page(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """One version of a paper, and how it differs from the one before."""
    question = question_of(request)
    written = {version.number: version for version in versions(question.viewer, key)}
    if number not in written:
        raise Http404
    shown, before = written[number], written.get(number - 1)
    names = names_of(question.viewer, [shown.person])
    old = lines_of(before.title, before.body) if before else []
    content = {
        "paper": key,
        "title": shown.title,
        "version": _version_row(shown, names),
        "first": before is None,
        "newest": number == max(written),
        "lines": difference(old, lines_of(shown.title, shown.body)),
    }
    return answer(request, "papers/version.html", question, content)


def paper_pdf(request: HttpRequest, key: str) -> HttpResponse:
    """A paper as PDF, with the words that say who sees it on every page."""
    question = question_of(request)
    found = paper_or_404(question.viewer, key)
    names = names_of(question.viewer, [found.version.person])
    content = paper_bytes(found, body_rows(found.version.body), question.language, by=names.get(found.version.person))
    answered = HttpResponse(content, content_type="application/pdf")
    answered.headers["Content-Disposition"] = f'inline; filename="paper-{found.key[:8]}-{found.version.number}.pdf"'
    return answered


def file_answer(request: HttpRequest, key: str) -> HttpResponse:
    """A file that was put to a paper: to be kept, never to be shown or run by the browser."""
    found = file_content(question_of(request).viewer, key)
    if found is None:
        raise Http404
    file, content = found
    answered = HttpResponse(content, content_type=file.media_type)
    disposition = content_disposition_header(as_attachment=True, filename=file.name)
    answered.headers["Content-Disposition"] = disposition or "attachment"
    answered.headers["X-Content-Type-Options"] = "nosniff"
    answered.headers["Content-Security-Policy"] = SANDBOX
    return answered
