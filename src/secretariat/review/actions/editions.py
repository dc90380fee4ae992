"""Preparing an edition, circulating what was built, issuing it as it was circulated, correcting what was issued."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from secretariat.access.actions import NotSeen, place_anew
from secretariat.access.queries import persons_with_duty
from secretariat.access.rules import Distribution, Mark, Viewer, draft_of
from secretariat.audit.rules import Actor
from secretariat.jobs.actions import ask_for_job
from secretariat.kernel import Language, LocalizedText
from secretariat.notices.actions import notify
from secretariat.organs.actions import UnableToRecordProceedings, issue_document
from secretariat.organs.rules import DocumentKind
from secretariat.organs.rules.documents import derived_symbol
from secretariat.papers.actions import attach_file, attach_made, begin_paper, take_step, write_paper
from secretariat.papers.queries import file_content
from secretariat.papers.rules import PaperKind, StepKind, UnableToTakeFile
from secretariat.parties.queries import members
from secretariat.review.actions.writing import Written
from secretariat.review.queries.editions import (
    EditionView,
    about_circulation,
    about_corrigendum,
    circulations,
    comments,
    corrigenda,
    edition,
)
from secretariat.review.rules.editions import (
    BUILD,
    EDITABLE_KINDS,
    LONGEST_TEXT,
    SPEAKERS,
    TITLE,
    Audience,
    CommentState,
    EditionPlan,
    EditionState,
    circulated_to_members,
    is_drafter,
    issued_to,
    may_prepare,
    steps_open_to,
)

MEDIA_TYPES = {
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".zip": "application/zip",
    ".json": "application/json",
}


class UnableToTakeOn(Exception):
    """The edition cannot take this step now: ``word`` is one that the pages have in two languages."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(word.replace("_", " "))


class BuiltFromAnother(Exception):
    """What was built is not what the edition says any more."""


def begin_edition(actor: Actor, viewer: Viewer, *, plan: EditionPlan) -> str:
    """Begin to prepare an edition: a draft of the secretariat's. Its id. Raises :class:`NotSeen` for no drafter."""
    if not is_drafter(viewer):
        raise NotSeen(plan.symbol)
    return begin_paper(
        actor,
        viewer,
        kind=PaperKind.EDITION,
        title=plan.paper_title,
        body=plan.to_body(),
        compartment=draft_of(viewer.organisation),
        about="edition",
    )


def _prepared(viewer: Viewer, key: str) -> EditionView:
    found = edition(viewer, key)
    if found is None or found.of or not is_drafter(viewer):
        raise NotSeen(key)
    if not may_prepare(viewer, found.state):
        word = "edition_frozen"
        raise UnableToTakeOn(word)
    return found


def change_plan(actor: Actor, viewer: Viewer, key: str, *, base: int, plan: EditionPlan) -> int:
    """Change what an edition is to be, from version ``base``; what was built for another plan counts no longer.

    Raises :class:`NotSeen`, :class:`UnableToTakeOn` and ``WrittenMeanwhile``.
    """
    found = _prepared(viewer, key)
    if plan == found.plan and base == found.paper.version.number:
        return base
    return write_paper(actor, viewer, key, base=base, title=plan.paper_title, body=plan.to_body())


def ask_for_build(viewer: Viewer, key: str) -> str:
    """Have the edition built in the background as its plan stands; the id of the job. Raises as :func:`change_plan`."""
    found = _prepared(viewer, key)
    return ask_for_job(viewer, kind=BUILD, arguments={"edition": key, "version": found.paper.version.number})


def keep_build(
    actor: Actor, viewer: Viewer, key: str, *, base: int, job: str, written: Written, folder: Path
) -> Mapping[str, str]:
    """Put what a job has built from version ``base`` to the edition; SHA-256 of each file by name.

    Done again by the same job, nothing more is done. Raises :class:`NotSeen`, :class:`UnableToTakeOn` and
    :class:`BuiltFromAnother` where the plan was changed meanwhile.
    """
    with transaction.atomic():
        found = _prepared(viewer, key)
        body = found.paper.version.body
        if body.get("build") == job:
            return dict(body["files"])
        if found.paper.version.number != base:
            msg = "the edition was changed while it was being built; build it again"
            raise BuiltFromAnother(msg)
        for path in sorted(folder.iterdir()):
            content, kind = path.read_bytes(), MEDIA_TYPES[path.suffix]
            attach_made(actor, viewer, key, name=path.name, content=content, media_type=kind)
        newest = {each.name: each.sha256 for each in _again(viewer, key).paper.attachments}
        files = {path.name: newest[path.name] for path in sorted(folder.iterdir())}
        texts: dict[Language, str] = written.texts
        built = {"build": job, "snapshot": written.snapshot, "files": files}
        said = {f"text_{language}": text for language, text in texts.items()}
        title = found.paper.version.title
        write_paper(actor, viewer, key, base=base, title=title, body={**found.plan.to_body(), **built, **said})
    return files


def _again(viewer: Viewer, key: str) -> EditionView:
    found = edition(viewer, key)
    if found is None:
        raise NotSeen(key)
    return found


def add_edited(actor: Actor, viewer: Viewer, key: str, *, name: str, content: bytes) -> None:
    """Put a file that a drafter edited by hand to what was built: in the place of the one of the same name, if any.

    Raises :class:`NotSeen`, :class:`UnableToTakeOn`, ``UnableToTakeFile``.
    """
    with transaction.atomic():
        found = _prepared(viewer, key)
        if not found.is_built:
            word = "edition_not_built"
            raise UnableToTakeOn(word)
        if name.rpartition(".")[2].lower() not in EDITABLE_KINDS:
            reason = "file_kind"
            raise UnableToTakeFile(reason)
        new = attach_file(actor, viewer, key, name=name, content=content)
        kept = next(each for each in _again(viewer, key).paper.attachments if each.key == new)
        body = found.paper.version.body
        files = {**body["files"], kept.name: kept.sha256}
        edited = sorted({*body.get("edited", ()), kept.name})
        title, base = found.paper.version.title, found.paper.version.number
        write_paper(actor, viewer, key, base=base, title=title, body={**body, "files": files, "edited": edited})


def _take_on(viewer: Viewer, key: str, kind: StepKind) -> EditionView:
    found = edition(viewer, key)
    if found is None or not is_drafter(viewer):
        raise NotSeen(key)
    if kind not in steps_open_to(viewer, found.state):
        word = "edition_step_closed"
        raise UnableToTakeOn(word)
    return found


def _tell_members(viewer: Viewer, *, subject: LocalizedText, link: str) -> None:
    now = datetime.now(UTC)
    told = [
        person.code
        for member in members(viewer, on=now.date(), known_at=now)
        for duty in sorted(SPEAKERS)
        for person in persons_with_duty(viewer, organisation=f"state:{member.state.code}", duty=duty, at=now)
    ]
    notify(told, kind="edition", subject=subject, link=link)


def circulate_edition(actor: Actor, viewer: Viewer, key: str) -> str:
    """Send what was built to all members: a paper of its own, with the same text and files; its id.

    What was circulated before of the same edition is replaced. Raises :class:`NotSeen`, :class:`UnableToTakeOn`.
    """
    with transaction.atomic():
        found = _take_on(viewer, key, StepKind.CIRCULATED)
        if not found.is_built:
            word = "edition_not_built"
            raise UnableToTakeOn(word)
        new = begin_paper(
            actor,
            viewer,
            kind=PaperKind.EDITION,
            title=found.paper.version.title,
            body=found.paper.version.body,
            compartment=circulated_to_members(),
            about=about_circulation(key),
        )
        for file in found.files:
            kept = file_content(viewer, file.key)
            if kept is None:  # it stands with the paper that was just read
                raise NotSeen(file.key)
            attach_made(actor, viewer, new, name=file.name, content=kept[1], media_type=file.media_type)
        for earlier in circulations(viewer, key):
            if earlier.key != new and earlier.state is EditionState.CIRCULATED:
                take_step(actor, viewer, earlier.key, StepKind.WITHDRAWN, text=new)
        take_step(actor, viewer, new, StepKind.CIRCULATED)
        take_step(actor, viewer, key, StepKind.CIRCULATED, text=new)
        symbol = found.plan.symbol
        subject = LocalizedText(f"Draft for comments: {symbol}", f"Проект для замечаний: {symbol}")
        _tell_members(viewer, subject=subject, link=f"/editions/{new}")
    return new


def document_key(edition_key: str) -> str:
    """The key under which an issued edition, or its corrigendum, is a document of the register."""
    return f"DOC-{edition_key}"


def issue_edition(actor: Actor, viewer: Viewer, key: str, *, to: Audience) -> str:
    """Issue what was circulated, as it was circulated, under its symbol; the receipt. Nothing changes afterwards.

    It becomes a document of the register. Raises :class:`NotSeen` and :class:`UnableToTakeOn`: with comments that
    nobody has answered, for a wider audience than it was written for, under a symbol that is taken.
    """
    with transaction.atomic():
        found = _take_on(viewer, key, StepKind.ISSUED)
        rounds = [each.key for each in circulations(viewer, found.of)]
        if any(each.state is CommentState.OPEN for name in rounds for each in comments(viewer, name)):
            word = "edition_comments_open"
            raise UnableToTakeOn(word)
        if to is Audience.PUBLIC and found.plan.audience is not Audience.PUBLIC:
            word = "edition_not_for_public"
            raise UnableToTakeOn(word)
        _into_register(actor, key, found, symbol=found.plan.symbol, title=TITLE, to=to)
        place_anew(actor, viewer, key, issued_to(to))
        receipt = take_step(actor, viewer, key, StepKind.ISSUED, text=f"{found.plan.symbol} {found.snapshot}")
        take_step(actor, viewer, found.of, StepKind.ISSUED, text=key)
        symbol = found.plan.symbol
        subject = LocalizedText(f"Issued: {symbol}", f"Издано: {symbol}")
        _tell_members(viewer, subject=subject, link=f"/editions/{key}")
    return receipt


def _into_register(
    actor: Actor,
    key: str,
    found: EditionView,
    *,
    symbol: str,
    title: LocalizedText,
    to: Audience,
    of: str | None = None,
) -> None:
    try:
        issue_document(
            actor,
            key=document_key(key),
            symbol=symbol,
            title=title,
            on=datetime.now(UTC).date(),
            kind=DocumentKind.BASE if of is None else DocumentKind.CORRIGENDUM,
            of=of,
            organ=found.plan.organ,
            meeting=found.plan.meeting,
            languages=("en", "ru"),
            url=f"/editions/{key}",
            mark=Mark.PUBLIC if to is Audience.PUBLIC else Mark.MEMBERS,
        )
    except UnableToRecordProceedings as error:
        word = "edition_symbol_refused"
        raise UnableToTakeOn(word) from error


def correct_edition(actor: Actor, viewer: Viewer, key: str, *, text: LocalizedText) -> str:
    """Issue a corrigendum to an issued edition, which itself stays as it is; the id of the corrigendum.

    It goes to whom the edition went. Raises :class:`NotSeen`, and :class:`UnableToTakeOn` without a text.
    """
    with transaction.atomic():
        found = _take_on(viewer, key, StepKind.CORRECTED)
        if not text.en.strip() or not text.ru.strip() or max(len(text.en), len(text.ru)) > LONGEST_TEXT:
            word = "corrigendum_text_needed"
            raise UnableToTakeOn(word)
        number = len(corrigenda(viewer, key)) + 1
        symbol = derived_symbol(of=found.plan.symbol, kind=DocumentKind.CORRIGENDUM, number=number)
        compartment = found.paper.compartment
        new = begin_paper(
            actor,
            viewer,
            kind=PaperKind.EDITION,
            title=f"{TITLE.en} / {TITLE.ru} ({symbol})",
            body={"symbol": symbol, "text_en": text.en.strip(), "text_ru": text.ru.strip()},
            compartment=compartment,
            about=about_corrigendum(key),
        )
        to = Audience.PUBLIC if compartment.mark is Distribution.PUBLIC else Audience.MEMBERS
        title = LocalizedText(f"{TITLE.en}: corrigendum", f"{TITLE.ru}: исправление")
        _into_register(actor, new, found, symbol=symbol, title=title, to=to, of=document_key(key))
        take_step(actor, viewer, new, StepKind.ISSUED, text=symbol)
        take_step(actor, viewer, key, StepKind.CORRECTED, text=symbol)
    return new
