"""How the room's own alerts have fared: followed, false, missed. Every array is (series, time).

A *rise* after a point is a mean of the next ``ahead`` points that is at least ``times`` the mean of the ``before``
points up to and including it, taken as at least ``floor``. An alert with a rise after it was followed, one without is
a false alarm, a rise without an alert is a miss. Points without enough before or after them are not judged.
"""

from dataclasses import dataclass

import numpy as np

from secretariat.watch.measures.poisson import Numbers, Truths


@dataclass(frozen=True, slots=True)
class RiseRule:
    """What counts as a rise."""

    ahead: int = 3
    before: int = 12
    times: float = 1.5
    floor: float = 1.0


@dataclass(frozen=True, slots=True)
class Record:
    """Numbers of points: alerts followed, false alarms, misses, quiet ones; and how many were judged in all."""

    followed: int
    false_alarms: int
    misses: int
    quiet: int

    @property
    def alerts(self) -> int:
        """Alerts given."""
        return self.followed + self.false_alarms

    @property
    def rises(self) -> int:
        """Rises that came."""
        return self.followed + self.misses

    @property
    def judged(self) -> int:
        """Points judged."""
        return self.alerts + self.misses + self.quiet


def rises(counts: Numbers, *, rule: RiseRule) -> tuple[Truths, Truths]:
    """Whether a rise followed each point, and whether that can be judged."""
    time = counts.shape[1]
    rose, judged = np.zeros(counts.shape, bool), np.zeros(counts.shape, bool)
    if time >= rule.before + rule.ahead:
        means_before = np.lib.stride_tricks.sliding_window_view(counts, rule.before, axis=1).mean(axis=2)
        means_ahead = np.lib.stride_tricks.sliding_window_view(counts, rule.ahead, axis=1).mean(axis=2)
        here = slice(rule.before - 1, time - rule.ahead)
        base, next_ = means_before[:, : -rule.ahead], means_ahead[:, rule.before :]
        with np.errstate(invalid="ignore"):
            rose[:, here] = next_ >= rule.times * np.maximum(base, rule.floor)
        judged[:, here] = np.isfinite(base) & np.isfinite(next_)
    return rose & judged, judged


def record(alerts: Truths, counts: Numbers, *, rule: RiseRule | None = None, since: int = 0) -> Record:
    """The record of alerts (series, time) on the counts they were given for, from the point ``since`` on."""
    rose, judged = rises(counts, rule=rule or RiseRule())
    judged[:, :since] = False
    return Record(
        followed=int((alerts & rose & judged).sum()),
        false_alarms=int((alerts & ~rose & judged).sum()),
        misses=int((~alerts & rose & judged).sum()),
        quiet=int((~alerts & ~rose & judged).sum()),
    )
