"""The life of one invented commitment: deadlines, reports with their delays, evidence, assessments, its end."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from secretariat.cli.synthetic.calendar import LAST_DAY
from secretariat.cli.synthetic.chance import Chance
from secretariat.cli.synthetic.names import labelled, plain
from secretariat.cli.synthetic.parties import Placed, Row

SOURCE = ["SYN-GENERATOR"]
DONE_MEDIAN = 600
"""Days from adoption to implementation that half of the commitments need."""
REPORT_DELAY = 25
"""Days from the end of a period to its report that half of the reports need."""
_NEVER, _SILENT, _MISSED = 0.2, 0.06, 0.12
_ENDS = ("elapsed", "retired", "withdrawn", "superseded")
_REASONS = (
    plain("Money was not found.", "Не найдены средства."),
    plain("A national law is needed first.", "Сначала нужен национальный закон."),
    plain("The work took longer than planned.", "Работа заняла больше времени."),
    plain("Waiting for another body.", "Ожидается решение другого органа."),
)
_WORK = plain("Work goes on.", "Работа продолжается.")


class Life:
    """One commitment as its acts will tell it. Nothing is told that lies after :data:`LAST_DAY`."""

    def __init__(self, chance: Chance, key: str, adopted: date, successor: str | None) -> None:
        self.chance, self.key, self.adopted, self.successor = chance, key, adopted, successor
        self.every = chance.among((3, 6, 6, 6, 12))
        self.first = _first_of_month(adopted, self.every)
        finished = adopted + timedelta(days=60 + chance.delay(DONE_MEDIAN))
        self.finished = None if chance.happens(_NEVER) else finished
        self.silent = chance.happens(_SILENT)
        blocked = adopted + timedelta(days=chance.between(90, 700))
        self.blocked = (blocked, blocked + timedelta(days=chance.delay(200) + 30)) if chance.happens(0.06) else None
        self.ended: tuple[date, str] | None = None
        if chance.happens(0.04):
            kind = chance.among(_ENDS if successor else _ENDS[:3])
            self.ended = (adopted + timedelta(days=chance.between(200, 1500)), kind)

    def rows(self) -> Iterator[Placed]:
        """Every row that tells this life, deadlines first."""
        yield from self._deadlines()
        yield from self._acts()
        if not self.silent:
            yield from self._reports()

    def _row(self, name: str, day: date, **rest: Any) -> Row:
        row: Row = {"id": f"{self.key}-{name}", "commitment": self.key, "date": day.isoformat()}
        return row | rest | {"sources": SOURCE}

    def _deadlines(self) -> Iterator[Placed]:
        due = self.adopted + timedelta(days=self.chance.among((180, 365, 365, 545, 730)))
        yield "deadlines", self._row("D1", self.adopted, due=due.isoformat(), author="CSC")
        for number in (2, 3):
            moved = due - timedelta(days=self.chance.between(5, 60))
            if not self.chance.happens(0.3) or moved > LAST_DAY or (self.finished and self.finished < moved):
                return
            due += timedelta(days=self.chance.among((90, 180, 365)))
            reason = self.chance.among(_REASONS)
            authority = plain("note of the secretariat", "записка секретариата")
            yield (
                "deadlines",
                self._row(f"D{number}", moved, due=due.isoformat(), author="SEC", authority=authority, reason=reason),
            )

    def _acts(self) -> Iterator[Placed]:
        accepted = self.adopted + timedelta(days=self.chance.delay(30))
        steps: list[tuple[date, str]] = []
        if self.chance.happens(0.9):
            steps.append((accepted, "declined" if self.chance.happens(0.03) else "accepted"))
            if steps[0][1] == "accepted" and self.chance.happens(0.5):
                steps.append((accepted + timedelta(days=self.chance.delay(60)), "started"))
        if self.blocked:
            steps.extend(zip(self.blocked, ("blocked", "unblocked"), strict=True))
        if self.ended:
            steps.append(self.ended)
        for day, kind in steps:
            if day <= LAST_DAY and not (self.ended and day > self.ended[0]):
                rest: Row = {}
                if kind not in {"accepted", "started", "unblocked"}:
                    rest["reason"] = self.chance.among(_REASONS)
                if kind == "superseded":
                    rest["successor"] = self.successor
                yield "commitment_acts", self._row(kind, day, kind=kind, **rest)

    def _claimed(self, day: date) -> str:
        if self.finished and self.finished <= day:
            return "implemented"
        if self.blocked and self.blocked[0] <= day < self.blocked[1]:
            return "blocked"
        return "in_progress" if day - self.adopted > timedelta(days=120) else "not_started"

    def _reports(self) -> Iterator[Placed]:
        start, end, number = self.adopted, self.first, 0
        last = min(self.ended[0], LAST_DAY) if self.ended else LAST_DAY
        while end <= last:
            day = end + timedelta(days=self.chance.delay(REPORT_DELAY))
            if not self.chance.happens(_MISSED) and day <= last:
                number += 1
                claimed = self._claimed(end)
                yield from self._report(number, start, end, day, claimed)
                if claimed == "implemented":
                    yield from self._assessments(day)
                    return
            start, end = end, _months_later(end, self.every)

    def _report(self, number: int, start: date, end: date, day: date, claimed: str) -> Iterator[Placed]:
        name = f"R{number}"
        period = {"period_start": start.isoformat(), "period_end": end.isoformat()}
        row = self._row(name, day, **period, claimed=claimed)
        if self.chance.happens(0.1):
            row["text"] = _WORK
        if self.chance.happens(0.03):
            row["by_organ"] = "SEC"
        yield "reports", row
        if self.chance.happens(0.005):
            later = day + timedelta(days=self.chance.between(5, 90))
            other = "in_progress" if claimed == "implemented" else "not_started"
            yield "reports", row | {
                "id": f"{row['id']}-again", "claimed": other, "corrects": row["id"],
                "known_from": f"{later.isoformat()}T00:00:00Z", "standing": "reported",
            }  # fmt: skip
        share = 0.6 if claimed == "implemented" else 0.05
        if self.chance.happens(share):
            bearing = "contradicts" if self.chance.happens(0.06) else "supports"
            title = labelled("proof", "подтверждение")
            proof: Row = {"id": f"{row['id']}-E1", "report": row["id"], "date": day.isoformat(), "title": title}
            sha256 = "".join(f"{self.chance.between(0, 255):02x}" for _ in range(32))
            yield "evidence", proof | {"sha256": sha256, "bearing": bearing, "sources": SOURCE}

    def _assessments(self, claimed: date) -> Iterator[Placed]:
        for assessor, share, median in (("self", 0.1, 20), ("secretariat", 0.55, 70), ("independent", 0.05, 150)):
            if not self.chance.happens(share):
                continue
            day = claimed + timedelta(days=1 + self.chance.delay(median))
            if day > LAST_DAY:
                continue
            result = self.chance.among(("verified",) * 7 + ("partly", "not_verified", "contradicted"))
            rest: Row = {} if result == "verified" else {"reason": self.chance.among(_REASONS)}
            yield "assessments", self._row(f"A-{assessor}", day, assessor=assessor, result=result, **rest)


def _months_later(day: date, months: int) -> date:
    """The same day of a later month; days are the first of a month here, so that it always exists."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, day.day)


def _first_of_month(day: date, months: int) -> date:
    """The first reporting day: the first of a month, that many months later."""
    return _months_later(day.replace(day=1), months)
