"""How editions, their files, steps and comments are shown on every page, and in its JSON."""

from collections.abc import Mapping
from typing import Any

from secretariat.access.rules import Viewer
from secretariat.papers.rules import Paper
from secretariat.review.queries.editions import CommentView, EditionView
from secretariat.review.rules.editions import answers_open_to


def edition_row(found: EditionView) -> dict[str, Any]:
    """What lists show of an edition."""
    newest = found.paper.steps[-1].at if found.paper.steps else found.paper.version.at
    return {
        "id": found.key,
        "symbol": found.plan.symbol,
        "state": found.state,
        "organ": found.plan.organ,
        "meeting": found.plan.meeting,
        "day": found.plan.day,
        "as_of": found.plan.as_of,
        "audience": found.plan.audience,
        "previous": found.plan.previous,
        "snapshot": found.snapshot,
        "version": found.paper.version.number,
        "stage": found.paper.compartment.stage,
        "mark": found.paper.compartment.mark,
        "changed": newest,
    }


def file_rows(found: EditionView) -> list[dict[str, Any]]:
    """The files of the build, by name, with the hashes by which they are known again."""
    return [
        {
            "id": each.key,
            "name": each.name,
            "media_type": each.media_type,
            "size": each.size,
            "sha256": each.sha256,
            "edited": each.name in found.edited,
        }
        for each in found.files
    ]


def step_rows(found: Paper, people: Mapping[str, str]) -> list[dict[str, Any]]:
    """What was done with a paper, with receipts."""
    return [
        {
            "kind": step.kind,
            "at": step.at,
            "by": people.get(step.person, ""),
            "organisation": step.organisation,
            "text": step.text,
            "receipt": step.receipt,
        }
        for step in found.steps
    ]


def comment_row(viewer: Viewer, found: CommentView, about: EditionView, people: Mapping[str, str]) -> dict[str, Any]:
    """A comment, what became of it, and what the viewer may do with it."""
    answered = [step for step in found.paper.steps if step.kind.value == found.state.value]
    may = answers_open_to(viewer, found.state, about.state, organisation=found.paper.organisation)
    return {
        "id": found.paper.key,
        "paragraph": found.paragraph,
        "organisation": found.paper.organisation,
        "state_code": found.paper.organisation.removeprefix("state:"),
        "by": people.get(found.paper.person, ""),
        "at": found.paper.created_at,
        "text": found.paper.version.body.get("text", ""),
        "state": found.state,
        "answer": answered[-1].text if answered else "",
        "answered_at": answered[-1].at if answered else None,
        "open_steps": sorted(kind.value for kind in may),
    }
