"""How far a finding has come, what an analyst may say of it, and who then reads it."""

import hashlib
from enum import StrEnum

from secretariat.access.rules import Mark
from secretariat.watch.rules.signals import Arrow, Finding, FindingKind, RuleSaid, Stage, Subject

DIRECTIONS = (Arrow.IMPROVED, Arrow.UNCHANGED, Arrow.DETERIORATED)
"""What an arrow can be amended to: an analyst does not propose that too little is known."""
WIDEST_FIRST = (Mark.PUBLIC, Mark.MEMBERS, Mark.SECRETARIAT)


class FindingState(StrEnum):
    """How far a finding has come."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    AMENDED = "amended"
    REJECTED = "rejected"


class Judgement(StrEnum):
    """What an analyst says of what the rule said."""

    CONFIRM = "confirm"
    AMEND = "amend"
    REJECT = "reject"


def finding_id(subject: Subject) -> str:
    """The id of a finding in addresses: 24 hexadecimal digits of a hash over what it is about."""
    return hashlib.sha256("\x1f".join(map(str, subject)).encode()).hexdigest()[:24]


def rule_said(found: Finding) -> RuleSaid | None:
    """The newest word of the rule with its numbers; ``None`` where the record has none."""
    return next((act.rule for act in reversed(found.acts) if act.rule is not None), None)


def proposed_value(found: Finding) -> str | None:
    """What the rule said: by its numbers, else by the proposal; ``None`` where neither is on record."""
    said = rule_said(found)
    if said is not None:
        return said.value
    return next((act.value for act in found.acts if act.stage is Stage.PROPOSED), None)


def state_of(found: Finding) -> FindingState:
    """How far a finding has come: by its last word, which may be another than the rule's."""
    match found.last.stage:
        case Stage.PROPOSED:
            return FindingState.PROPOSED
        case Stage.REJECTED:
            return FindingState.REJECTED
        case Stage.CONFIRMED:
            said = proposed_value(found)
            return FindingState.CONFIRMED if said in {None, found.last.value} else FindingState.AMENDED


def judgements_on(found: Finding) -> tuple[Judgement, ...]:
    """What can be said of a finding: an arrow may point elsewhere, a rule was met or was not."""
    if found.last.finding is FindingKind.ARROW:
        return tuple(Judgement)
    return Judgement.CONFIRM, Judgement.REJECT


def mark_of_word(found: Finding, stage: Stage, wished: Mark) -> Mark:
    """Who reads a word on a finding: whoever was meant to, and whoever read an earlier word on it.

    Otherwise the earlier word would stand for those who cannot read the later one. What is rejected and was never read
    by others stays the secretariat's.
    """
    earlier = [act.mark for act in found.acts if act.stage is not Stage.PROPOSED]
    meant = Mark.SECRETARIAT if stage is Stage.REJECTED else wished
    return min((meant, *earlier), key=WIDEST_FIRST.index)
