"""The chapters of the review: one module a room, plus the brief, the changes, the conclusions and the annexes."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from secretariat.decisions.rules import CommitmentStatus, Status
from secretariat.kernel import Figure, LocalizedText, Trace
from secretariat.organs.queries.meetings import MeetingDetail
from secretariat.review.queries import (
    Snapshot,
    doubtful_rows,
    new_rows,
    snapshot_hash,
    standing_counts,
)
from secretariat.review.rules.blocks import (
    Block,
    Edition,
    Heading,
    Masthead,
    Notice,
    Paragraph,
    Section,
    figures_of,
    say,
)
from secretariat.review.rules.difference import Change, SavedFigure, changes
from secretariat.review.rules.editions import TITLE
from secretariat.review.rules.labels import label_of
from secretariat.review.rules.methods import (
    CALENDAR,
    CHANGE,
    CHAPTER_METHODS,
    COHORT,
    IN_FORCE,
    MEMBERSHIP,
    PACE,
    REGISTER,
    STANDING,
    SURVIVAL,
)
from secretariat.review.sections import (
    annexes,
    brief,
    change,
    conclusions,
    decisions,
    organs,
    parties,
    partners,
    positions,
    programmes,
    response,
    watch,
)

GENERAL = LocalizedText("General", "Общее")
LIMITED = LocalizedText("Limited", "Ограниченное")
METHODS = (
    COHORT,
    PACE,
    SURVIVAL,
    MEMBERSHIP,
    IN_FORCE,
    CALENDAR,
    CHANGE,
    STANDING,
    REGISTER,
    *CHAPTER_METHODS,
)
CHAPTERS = (
    ("3", LocalizedText("Coordinated positions", "Согласованные позиции"), positions),
    ("4", LocalizedText("Partner organisations", "Организации-партнёры"), partners),
    ("5", LocalizedText("Area of responsibility", "Зона ответственности"), watch),
    ("6", LocalizedText("Coordinating councils", "Координационные советы"), programmes),
    (
        "7",
        LocalizedText("Joint forces: administrative register", "Коллективные силы: административный реестр"),
        response,
    ),
)
"""The chapters of one room each, with the numbers of the design; one without data says so in a line."""
YEAR = timedelta(days=365)


def key_figures(shot: Snapshot) -> dict[str, Figure]:
    """What two reviews are compared by: membership, instruments in force, implementation over all sessions."""
    found = [parties.members_figure(shot), parties.in_force_figure(shot)]
    for each in shot.instruments:
        acts = each.entry.basis
        trace = Trace(
            IN_FORCE.name,
            IN_FORCE.version,
            tuple(act.key for act in acts),
            (f"instrument = {each.instrument.key}", f"on = {shot.on}"),
            tuple(act.standing for act in acts),
            tuple(dict.fromkeys(key for act in acts for key in act.basis.sources)),
        )
        since = each.entry.since
        if since is not None:
            found.append(Figure(f"in-force-{each.instrument.key.lower()}", since, "day", trace))
    found += _register_figures(shot)
    for _, _, chapter in CHAPTERS:
        found += chapter.figures(shot)
    return {figure.name: figure for figure in found}


def _register_figures(shot: Snapshot) -> list[Figure]:
    """How many commitments are on record, and how many of them are implemented, verified, overdue.

    Their rows are the commitments: each one's page lists its acts.
    """
    statuses = shot.all_commitments
    if not statuses:
        return []
    filters = ("all decisions on record", f"on = {shot.on}")

    def trace(counted: Sequence[CommitmentStatus]) -> Trace:
        return Trace(
            COHORT.name,
            COHORT.version,
            tuple(status.key for status in counted),
            filters,
            tuple(sorted({status.standing for status in counted})),
            tuple(dict.fromkeys(key for status in counted for key in status.sources)),
        )

    chosen = {
        "implemented": [status for status in statuses if status.status.is_done],
        "verified": [status for status in statuses if status.status is Status.VERIFIED],
        "commitment-overdue": [status for status in statuses if status.commitment_overdue],
    }
    return [
        Figure("register-commitments", len(statuses), "commitments", trace(statuses)),
        *(
            Figure.rate(f"register-{name}", len(counted), len(statuses), trace(counted))
            for name, counted in chosen.items()
        ),
    ]


def _changed(before: Snapshot | None, now: Snapshot, saved: Mapping[str, SavedFigure] | None) -> list[Change]:
    if before is None:
        return []
    same_day_known_now = Snapshot(now.viewer, before.on, now.known_at)
    return changes(key_figures(before), key_figures(same_day_known_now), key_figures(now), saved)


def _labels(shot: Snapshot, found: list[Change]) -> dict[str, LocalizedText]:
    titles = {f"in-force-{each.instrument.key.lower()}": each.instrument.title for each in shot.instruments}
    labels = {}
    for name in {each.name for each in found}:
        title = titles.get(name)
        labels[name] = (
            label_of(name)
            if title is None
            else LocalizedText(f"In force since: {title.en}", f"Действует с: {title.ru or title.en}")
        )
    return labels


def _cited(sections: list[Section], doubtful: list[Any]) -> set[str]:
    keys = {key for row in doubtful for key in row.line.sources}
    keys |= {key for row in doubtful for other in row.alternatives for key in other.sources}
    for section in sections:
        for block in section.blocks:
            keys |= {key for figure in figures_of(block) for key in figure.trace.sources}
    return keys


def _masthead(shot: Snapshot, organ: str, detail: MeetingDetail, distribution: LocalizedText) -> Masthead:
    day = detail.state.interval.earliest if detail.state.interval else shot.on
    scheme = shot.organisation.symbol_scheme or "{organ}/{year}/{number}"
    symbol = scheme.format(organ=organ, year=day.year, number="R.1", month=f"{day.month:02}", day=f"{day.day:02}")
    session = shot.last_session.session if shot.last_session else ""
    item = next((item for item in detail.agenda if session and session in item.about), None)
    return Masthead(
        symbol=symbol,
        organisation=shot.organisation.name,
        organ=organs.organ_name(shot, organ),
        meeting=say(
            "Meeting of {day}, {place}",
            "Заседание {day}, {place}",
            day=detail.state.interval,
            place=detail.state.place or LocalizedText("place not known", "место неизвестно"),
        ),
        item=LocalizedText(f"{item.number}. {item.title.en}", f"{item.number}. {item.title.ru or item.title.en}")
        if item
        else TITLE,
        distribution=distribution,
        issued_on=shot.on,
        as_of=shot.on,
        known_at=shot.known_at,
        snapshot=snapshot_hash(shot.viewer, on=shot.on, known_at=shot.known_at),
        title=TITLE,
        disclaimer=shot.organisation.disclaimer,
    )


def _chapters(
    shot: Snapshot, organ: str, detail: MeetingDetail, before: Snapshot | None, saved: Mapping[str, SavedFigure] | None
) -> list[Section]:
    found = shot.last_session
    differences = _changed(before, shot, saved)
    rows = (
        new_rows(shot.viewer, change.TABLES, before=(before.on, before.known_at), now=(shot.on, shot.known_at))
        if before is not None
        else []
    )
    about_meeting: list[Block] = organs.meeting_blocks(shot, detail)
    if about_meeting:
        about_meeting.insert(0, Heading(LocalizedText("This meeting", "Это заседание")))
    since = before.on if before else found.adopted if found else shot.on - YEAR
    empty = say("No data for this chapter are in the register.", "Данных для этого раздела в реестре нет.")
    changed = change.blocks(before, shot, differences, rows, _labels(shot, differences))
    news = next((block for block in changed if isinstance(block, Paragraph)), None)
    drafted = conclusions.blocks(shot, found, organs.organ_name(shot, organ))
    drafts = sum(isinstance(block, Paragraph) and block.kind == "draft" for block in drafted)
    return [
        Section("0", LocalizedText("The brief", "Кратко"), tuple(brief.blocks(shot, found, detail, news, drafts))),
        Section(
            "1",
            LocalizedText("What changed since the last review", "Что изменилось со времени прошлого обзора"),
            tuple(changed),
        ),
        Section("2", LocalizedText("Pace of implementation", "Темп исполнения"), tuple(decisions.blocks(shot, found))),
        *(
            Section(number, title, tuple(chapter.blocks(shot, before, since)) or (Notice(empty),))
            for number, title, chapter in CHAPTERS
        ),
        Section(
            "8",
            LocalizedText("Membership and calendar", "Состав и календарь"),
            (*parties.blocks(shot), *organs.blocks(shot), *about_meeting),
        ),
        Section("9", LocalizedText("Conclusions and draft decisions", "Выводы и проекты решений"), tuple(drafted)),
    ]


def edition(
    shot: Snapshot,
    organ: str,
    detail: MeetingDetail,
    *,
    before: Snapshot | None,
    saved: Mapping[str, SavedFigure] | None = None,
    distribution: LocalizedText = LIMITED,
) -> Edition:
    """The review for one meeting of one organ, in every language at once.

    ``before`` is the register as the last review saw it; ``saved`` are the figures of that edition as it was written.
    """
    sections = _chapters(shot, organ, detail, before, saved)
    doubtful = doubtful_rows(shot.viewer, on=shot.on, known_at=shot.known_at)
    sections += [
        annexes.methods(METHODS),
        annexes.coverage(standing_counts(shot.viewer, on=shot.on, known_at=shot.known_at), shot),
        annexes.sources(_cited(sections, doubtful), shot),
        annexes.doubts(doubtful),
    ]
    return Edition(_masthead(shot, organ, detail, distribution), tuple(sections))
