"""What the chapter on positions reads: the ledger, how the members voted, and what that says about their agreement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from secretariat.access.rules import Viewer
from secretariat.kernel import LocalizedText
from secretariat.positions.queries import DATASET, Ledger, agreement, agreement_by_session, ledger
from secretariat.positions.queries.points import Points, published_points
from secretariat.positions.queries.record import voting_record
from secretariat.positions.rules import Issue
from secretariat.positions.rules.agreement import Agreement, SessionAgreement
from secretariat.positions.rules.record import RollCallRecord
from secretariat.review.rules.rows import RowLine
from secretariat.sources.queries import lake_rows, release_as_known
from secretariat.sources.rules import Release

CONTESTED = 0.25
"""A roll call is contested when at least this share of the Assembly's votes went against the majority."""
WINDOW_YEARS = 2
"""The agreement of the members is taken over so many years up to the day."""


def window_start(on: date) -> date:
    """The first day of the years up to and including ``on`` over which agreement is taken."""
    following = date.fromordinal(on.toordinal() + 1)
    leap = (following.month, following.day) == (2, 29)
    return following.replace(year=following.year - WINDOW_YEARS, day=28 if leap else following.day)


def row_key(rollcall: str) -> str:
    """How the trace of a figure names a roll call."""
    return f"{DATASET}:{rollcall}"


@dataclass(frozen=True)
class PositionRecord:
    """Positions and votes on a day, as one viewer knew them at an instant. ``group`` are the members of that day.

    Each part is read when it is first asked for, once.
    """

    viewer: Viewer
    on: date
    known_at: datetime
    group: tuple[str, ...]

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger of coordinated positions."""
        return ledger(self.viewer, on=self.on, known_at=self.known_at)

    @cached_property
    def release(self) -> Release | None:
        """The release of roll calls that counts; ``None`` where none was known."""
        return release_as_known(self.viewer, dataset=DATASET, known_at=self.known_at)

    @cached_property
    def roll_calls(self) -> tuple[RollCallRecord, ...]:
        """Every roll call held by the day with each member's vote, newest first."""
        found = voting_record(self.viewer, group=self.group, on=self.on, known_at=self.known_at) if self.group else None
        return found.records if found is not None else ()

    @cached_property
    def start(self) -> date:
        """The first day of the years over which agreement is taken."""
        return window_start(self.on)

    @cached_property
    def agreement(self) -> Agreement | None:
        """The agreement of the members in those years; ``None`` where no release was known."""
        return self._agreement(issue=None)

    @cached_property
    def contested(self) -> Agreement | None:
        """The same over contested roll calls alone."""
        return self._agreement(issue=None, min_minority=CONTESTED)

    @cached_property
    def by_issue(self) -> Mapping[Issue, Agreement]:
        """The same by subject, for subjects with at least one roll call in which two members voted."""
        found = {issue: self._agreement(issue=issue) for issue in Issue}
        return {issue: each for issue, each in found.items() if each is not None and each.used}

    def _agreement(self, *, issue: Issue | None, min_minority: float | None = None) -> Agreement | None:
        if not self.roll_calls:
            return None
        return agreement(
            self.viewer,
            group=self.group,
            on=self.on,
            known_at=self.known_at,
            start=self.start,
            issue=issue.value if issue is not None else None,
            min_minority=min_minority,
        )

    @cached_property
    def sessions(self) -> list[SessionAgreement]:
        """The agreement of the members in each session, the one that still sits up to the day."""
        return self._sessions(None)

    @cached_property
    def contested_sessions(self) -> list[SessionAgreement]:
        """The same over contested roll calls alone."""
        return self._sessions(CONTESTED)

    def _sessions(self, min_minority: float | None) -> list[SessionAgreement]:
        if not self.roll_calls:
            return []
        return agreement_by_session(
            self.viewer, group=self.group, on=self.on, known_at=self.known_at, min_minority=min_minority
        )

    @cached_property
    def points(self) -> Points | None:
        """Published ideal points of the members in sessions that had ended by the day; ``None``: no release known."""
        return published_points(self.viewer, group=self.group, on=self.on, known_at=self.known_at)

    def since(self, day: date) -> tuple[RollCallRecord, ...]:
        """The roll calls held on or after a day."""
        return tuple(record for record in self.roll_calls if record.date >= day)

    def within(self, *, issue: Issue | None = None, contested: bool = False) -> tuple[RollCallRecord, ...]:
        """The roll calls of the years over which agreement is taken in which at least two members voted."""
        return tuple(
            record
            for record in self.since(self.start)
            if record.agreement is not None
            and (issue is None or issue.value in record.issues)
            and (not contested or is_contested(record))
        )

    def of_session(self, session: int, *, contested: bool = False) -> tuple[RollCallRecord, ...]:
        """The roll calls of a session in which at least two members voted."""
        return tuple(
            record
            for record in self.roll_calls
            if record.session == session and record.agreement is not None and (not contested or is_contested(record))
        )


def is_contested(record: RollCallRecord) -> bool:
    """Whether at least a quarter of the Assembly's votes went against the majority; without totals nobody can say."""
    totals = (record.yes, record.abstain, record.no)
    if None in totals:
        return False
    counts = [each or 0 for each in totals]
    return sum(counts) > 0 and (sum(counts) - max(counts)) / sum(counts) >= CONTESTED


def roll_call_lines(viewer: Viewer, keys: Iterable[str], *, known_at: datetime) -> dict[str, RowLine]:
    """The roll calls that figures rest on, as lines for the annex and the data folder; other keys are passed over.

    Two queries of the register and one of the lake.
    """
    prefix = row_key("")
    wanted = sorted(key.removeprefix(prefix) for key in keys if key.startswith(prefix))
    release = release_as_known(viewer, dataset=DATASET, known_at=known_at) if wanted else None
    if release is None:
        return {}
    calls = lake_rows(viewer, release=release, table="rollcalls", known_at=known_at)
    calls = calls.filter(calls.rollcall.isin(wanted)).select("rollcall", "date", "resolution", "title")
    lines = {}
    for row in calls.to_pyarrow().to_pylist():
        what = ": ".join(each for each in (row["resolution"], row["title"]) if each) or row["rollcall"]
        lines[row_key(row["rollcall"])] = RowLine(
            key=row_key(row["rollcall"]),
            table="rollcall",
            when=row["date"].isoformat(),
            what=LocalizedText(what, what),
            standing=release.basis.standing.value,
            sources=release.basis.sources,
        )
    return lines
