"""The minister's brief: one page, the figures first."""

from secretariat.organs.queries.meetings import MeetingDetail
from secretariat.review.queries import SessionPace, Snapshot
from secretariat.review.rules.blocks import Block, Paragraph, say
from secretariat.review.sections import decisions, organs, parties


def blocks(shot: Snapshot, found: SessionPace | None, detail: MeetingDetail | None) -> list[Block]:
    """What a minister needs to know before sitting down."""
    result: list[Block] = []
    if found is not None and found.pace.n:
        result += decisions.headline(shot, found)
        result += decisions.texts(shot, found)
        result += decisions.said_and_computed(shot, found, found.statements[:2], found.judged)
    if shot.members:
        result.append(
            Paragraph(
                say(
                    "The organisation has {n} members on {on}: {names}.",
                    "На {on} членов организации: {n} – {names}.",
                    n=parties.members_figure(shot), on=shot.on, names=parties.listed_names(shot.members),
                )
            )
        )
    result += organs.next_meetings(shot)[:3]
    if detail is not None and detail.proposals:
        result += [
            Paragraph(
                say(
                    "On the table: {title} ({who}).",
                    "На рассмотрении: {title} ({who}).",
                    title=proposal.title, who=organs.speaker(shot, proposal.state, None, proposal.title.__class__(), proposal.title.__class__()),
                )
            )
            for proposal in detail.proposals[:3]
        ]
    return result
