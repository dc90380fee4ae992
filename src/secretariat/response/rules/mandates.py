"""A mandate: when it runs, who contributes, and why it is over."""

from dataclasses import dataclass, field
from datetime import date

from secretariat.kernel import Standing, weakest
from secretariat.response.rules.kinds import ActivationActKind, Answer, MandateEnd
from secretariat.response.rules.pledges import Tally, tally
from secretariat.response.rules.requests import Activation, ActivationAct, Consent, Contribution
from secretariat.response.rules.voices import Voices


@dataclass(frozen=True, slots=True)
class Mandate:
    """A mandate on a day.

    ``until`` is the first day on which it no longer runs as last set; ``ended_on`` and ``end`` say when and why it was
    over, ``None`` while it runs. ``contributions`` are the newest of each member and kind, ``totals`` what was
    published about all together, ``left`` the members that have withdrawn.
    """

    activation: Activation
    until: date | None
    ended_on: date | None
    end: MandateEnd | None
    acts: tuple[ActivationAct, ...]
    contributions: tuple[Contribution, ...]
    totals: tuple[Contribution, ...]
    left: tuple[str, ...]

    @property
    def runs(self) -> bool:
        """Whether it is in force."""
        return self.ended_on is None

    @property
    def persons(self) -> Tally:
        """The sum over the members' contributions, with how many of them are known."""
        return tally(each.persons.value for each in self.contributions)

    @property
    def standing(self) -> Standing:
        """The weakest standing of the acts that say when it ran."""
        return weakest([self.activation.basis.standing, *(act.basis.standing for act in self.acts)])


def excess(consent: Consent | None, contributed: int | None, state: str) -> str | None:
    """Why a contribution goes beyond what the member's national consent allows; ``None`` when it does not."""
    if consent is None or consent.answer is not Answer.CONSENTS:
        return f"no national consent of {state} is on record"
    if consent.persons is not None and contributed is not None and contributed > consent.persons:
        return f"{contributed} persons of {state}: its national consent allows {consent.persons}"
    return None


@dataclass(slots=True)
class RunningMandate:
    """A mandate while acts are applied to it."""

    activation: Activation
    voices: Voices | None
    until: date | None
    consents: dict[str, Consent] = field(default_factory=dict)
    ended_on: date | None = None
    end: MandateEnd | None = None
    acts: list[ActivationAct] = field(default_factory=list)
    contributions: dict[tuple[str, str], Contribution] = field(default_factory=dict)
    totals: list[Contribution] = field(default_factory=list)
    left: set[str] = field(default_factory=set)

    @property
    def start(self) -> date:
        """The day it begins."""
        return self.activation.when.latest

    def runs_on(self, day: date) -> bool:
        """Whether it is in force on a day, as far as acts have been applied."""
        return self.start <= day and self.ended_on is None and (self.until is None or day < self.until)

    def stop(self, day: date, end: MandateEnd) -> None:
        """It is over from ``day`` on."""
        if self.ended_on is None:
            self.ended_on, self.end = day, end

    def pass_time(self, day: date) -> None:
        """Let the day come: a mandate that has run out is over from its last set day on."""
        if self.until is not None and self.until <= day:
            self.stop(self.until, MandateEnd.EXPIRED)

    def apply(self, act: ActivationAct) -> str | None:
        """Apply an act; the reason when it is refused."""
        day = act.when.latest
        if day < self.start:
            return f"before the mandate began on {self.start}"
        if self.ended_on is not None:
            return f"the mandate ended on {self.ended_on}"
        match act.kind:
            case ActivationActKind.EXTENDED:
                if act.until is None or act.until <= max(day, self.until or day):
                    return "an extension names a later end"
                self.until = act.until
            case ActivationActKind.MEMBER_WITHDREW:
                if act.state is None:
                    return "no member is named"
                self.left.add(act.state)
            case ActivationActKind.ENDED:
                self.stop(day, MandateEnd.ENDED)
            case ActivationActKind.WITHDRAWAL_BEGUN:
                pass
        self.acts.append(act)
        return None

    def contribute(self, contribution: Contribution) -> str | None:
        """Take a contribution, or what was published of all; the reason when it is refused."""
        day, state = contribution.when.latest, contribution.state
        if not self.runs_on(day):
            return f"no mandate runs on {day}"
        if state is None:
            self.totals.append(contribution)
            return None
        if self.voices is not None and (refusal := self.voices.refusal(state)) is not None:
            return refusal
        key = state, contribution.kind.value if contribution.kind else ""
        others = sum(
            each.persons.value or 0
            for (code, kind), each in self.contributions.items()
            if code == state and kind != key[1]
        )
        value = contribution.persons.value
        refusal = excess(self.consents.get(state), None if value is None else others + value, state)
        if refusal is None:
            self.contributions[key] = contribution
            self.left.discard(state)
        return refusal

    def result(self) -> Mandate:
        """As it stands now."""
        return Mandate(
            activation=self.activation,
            until=self.until,
            ended_on=self.ended_on,
            end=self.end,
            acts=tuple(self.acts),
            contributions=tuple(self.contributions[key] for key in sorted(self.contributions)),
            totals=tuple(self.totals),
            left=tuple(sorted(self.left)),
        )
