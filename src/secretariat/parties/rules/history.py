"""The status of a state over time: what a membership timeline shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from secretariat.kernel import Period
from secretariat.parties.rules.acts import Instrument, TreatyAct
from secretariat.parties.rules.entry import in_force_on
from secretariat.parties.rules.status import PartyState, PartyStatus, status_on


@dataclass(frozen=True, slots=True)
class StatusPeriod:
    """A stretch of time with one status; the last one is open."""

    period: Period
    status: PartyStatus


def status_history(state: str, instrument: Instrument, acts: Sequence[TreatyAct], until: date) -> list[StatusPeriod]:
    """The statuses of ``state`` under ``instrument`` up to and including ``until``, oldest first, without ``none``.

    The status is asked anew on every day on which some act took effect; nothing can change it in between but an
    entry into force with a delay, whose day is among those of :func:`in_force_on`.
    """
    days = {day.latest for act in acts for day in (act.when, act.effect) if day is not None and day.latest <= until}
    entry = in_force_on(instrument, [act for act in acts if act.when and act.when.has_happened_by(until)], until)
    if entry.since is not None:
        days.add(entry.since)
    if instrument.entry.later_delay_days:
        days |= {later for day in list(days) if (later := day + timedelta(instrument.entry.later_delay_days)) <= until}
    found: list[StatusPeriod] = []
    for day in sorted(days):
        happened = [act for act in acts if act.when is None or act.when.has_happened_by(day)]
        status = status_on(state, instrument, happened, in_force_on(instrument, happened, day), day)
        if found and found[-1].status.status is status.status:
            continue
        if found:
            found[-1] = StatusPeriod(Period(found[-1].period.start, day), found[-1].status)
        found.append(StatusPeriod(Period(day, None), status))
    return [each for each in found if each.status.status is not PartyState.NONE]
