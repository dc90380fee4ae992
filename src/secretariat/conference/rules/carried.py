"""What earlier meetings left over."""

from collections import defaultdict
from collections.abc import Sequence

from secretariat.organs.rules import AgendaItem, AgendaStatus, Meeting, MeetingState, MeetingStatus


def earlier_meetings(states: Sequence[MeetingState], meeting: Meeting) -> list[MeetingState]:
    """The last meeting that the organs of ``meeting`` held, and those cancelled since; ``states`` are by date."""
    own = [
        state
        for state in states
        if set(meeting.organs) & set(state.meeting.organs) and state.meeting.key != meeting.key
    ]
    last = max((index for index, state in enumerate(own) if state.is_held), default=-1)
    ended = [state for state in own[last + 1 :] if state.status is MeetingStatus.CANCELLED]
    return ([own[last]] if last >= 0 else []) + ended


def left_over(earlier: Sequence[MeetingState], items: Sequence[AgendaItem]) -> list[AgendaItem]:
    """Items that were not dealt with: all of a cancelled meeting, and those a held one left out of what it adopted.

    Where a held meeting has no adopted item at all, the record does not say what it dealt with, and nothing is carried
    over from it.
    """
    of_meeting: dict[str, list[AgendaItem]] = defaultdict(list)
    for item in items:
        of_meeting[item.meeting].append(item)
    found = []
    for state in earlier:
        own = of_meeting[state.meeting.key]
        open_items = [item for item in own if item.status is AgendaStatus.PROVISIONAL]
        if state.status is MeetingStatus.CANCELLED or len(open_items) < len(own):
            found += open_items
    return found
