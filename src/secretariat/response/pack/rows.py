"""The schemas of the joint forces' files of a pack.

They hold persons, kinds of contribution, days and texts. Keys that are not listed here are refused, so that nothing
about weapons, targets, positions or movements can be written.
"""

from collections.abc import Sequence
from datetime import date as Day  # noqa: N812  # a field named date shadows the type
from typing import Annotated

from pydantic import Field, StringConstraints

from secretariat.response.rules import (
    ActivationActKind,
    Answer,
    AssistanceKind,
    ChallengeKind,
    ConsultationActKind,
    ContributionKind,
    NumberQualifier,
    PledgeActKind,
    RequestActKind,
)
from secretariat.sources.pack.rows import Act, OtherDate, Ref, Row, StateRef, Text

ForceRef = Annotated[str, Ref("forces")]
RequestRef = Annotated[str, Ref("requests")]
ConsultationRef = Annotated[str, Ref("consultations")]
ActivationRef = Annotated[str, Ref("activations")]
DecisionRef = Annotated[str, Ref("decisions")]
OrganRef = Annotated[str, Ref("organs")]
InstrumentRef = Annotated[str, Ref("instruments")]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Amount = Annotated[int, Field(ge=0, le=2_147_483_647)]


class OtherPersonsRow(OtherDate):
    """What another source says instead: another number of persons, or another date."""

    persons: Count | None = Field(default=None, description="the number of persons this source gives")
    qualifier: NumberQualifier = Field(default=NumberQualifier.EXACT, description="how this source qualifies it")


class ForceRow(Row):
    """A joint force of the organisation."""

    name: Text = Field(description="its name")
    short: Text | None = Field(default=None, description="its short name")
    instrument: InstrumentRef | None = Field(
        default=None, description="the agreement it rests on: only its parties are bound and have a say"
    )
    decision: DecisionRef | None = Field(default=None, description="the decision that set it up")
    rule: Text | None = Field(
        default=None, description="who may ask for it and who decides, in the register's own words"
    )


class PledgeRow(Act):
    """What a member undertakes to hold ready, or takes back; the date is when it was announced."""

    force: ForceRef = Field(description="the force it is pledged to")
    state: StateRef = Field(description="the member that pledges")
    kind: ContributionKind = Field(description="the service it comes from; budget: a share of the costs")
    act: PledgeActKind = Field(default=PledgeActKind.MADE, description="whether it is made or taken back")
    persons: Count | None = Field(default=None, description="how many persons; left out: unknown")
    qualifier: NumberQualifier = Field(default=NumberQualifier.EXACT, description="how the source qualifies the number")
    percent: Annotated[int, Field(ge=0, le=100)] | None = Field(
        default=None, description="kind budget: the share of the costs in percent"
    )
    start: Day | None = Field(default=None, description="the first day it counts; left out: its own date")
    until: Day | None = Field(default=None, description="the first day it no longer counts; left out: open")
    text: Text | None = Field(default=None, description="what was announced, in the register's own words")
    alternatives: Sequence[OtherPersonsRow] = Field(default=[], description="what other sources say instead")


class ReadinessRow(Act):
    """What is reported about a force or one member's part; the date is the day it is about."""

    force: ForceRef = Field(description="the force")
    state: StateRef | None = Field(default=None, description="the member; left out: the whole force")
    kind: ContributionKind | None = Field(default=None, description="the kind of contribution; left out: all")
    persons: Count | None = Field(default=None, description="how many persons; left out: unknown")
    qualifier: NumberQualifier = Field(default=NumberQualifier.EXACT, description="how the source qualifies the number")
    by: Text | None = Field(default=None, description="who reports")
    text: Text | None = Field(default=None, description="what is reported, in the register's own words")
    alternatives: Sequence[OtherPersonsRow] = Field(default=[], description="what other sources say instead")


class RequestRow(Act):
    """A state asks for help for a territory; declined, lapsed and withdrawn requests stay on record."""

    state: StateRef = Field(description="the state that asks")
    territory: StateRef = Field(description="the state on whose territory it would take place")
    kind: ChallengeKind | None = Field(
        default=None, description="the challenge as the requesting state puts it; left out: not recorded"
    )
    organ: OrganRef | None = Field(default=None, description="the organ it was put to")
    instrument: InstrumentRef | None = Field(default=None, description="the text it invokes")
    article: str = Field(default="", max_length=40, description="the article it invokes")
    text: Text | None = Field(default=None, description="what is asked for, in the register's own words")


class RequestActRow(Act):
    """Something that became of a request."""

    request: RequestRef = Field(description="which request")
    kind: RequestActKind = Field(description="what became of it")
    state: StateRef | None = Field(default=None, description="who did it, where that was a state")
    decision: DecisionRef | None = Field(default=None, description="kind answered: the decision that answers it")
    reason: Text | None = Field(default=None, description="the reason given")


class ConsultationRow(Act):
    """The members are asked about a request; the date is when the consultation was opened."""

    request: RequestRef = Field(description="which request")
    organ: OrganRef = Field(description="the organ that consults, whose adoption rule holds")
    meeting: Annotated[str, Ref("meetings")] | None = Field(default=None, description="where it was held")
    force: ForceRef | None = Field(
        default=None, description="the force it is about: the parties to its agreement have a say"
    )
    question: Text | None = Field(default=None, description="what the members are asked")


class ConsultationActRow(Act):
    """The close of a consultation: the answers are opened, and none is taken any more."""

    consultation: ConsultationRef = Field(description="which consultation")
    kind: ConsultationActKind = Field(description="what happened to it")
    text: Text | None = Field(default=None, description="what it came to, in the register's own words")


class ConsentRow(Act):
    """A member's answer. A pack holds only those of closed consultations: until then they are sealed."""

    consultation: ConsultationRef = Field(description="which consultation")
    state: StateRef = Field(description="the member that answers")
    answer: Answer | None = Field(default=None, description="the answer; left out: looked for and not found")
    persons: Count | None = Field(
        default=None, description="the most persons its national consent allows it to contribute; left out: no limit"
    )
    text: Text | None = Field(default=None, description="what was said with it, in the register's own words")
    salt: Annotated[str, StringConstraints(pattern="^([0-9a-f]{32})?$")] = Field(
        default="", description="random digits that kept the answer from being told from the hash of the row"
    )


class ActivationRow(Act):
    """A mandate; the date is the day it begins."""

    request: RequestRef = Field(description="the request it answers; it holds for that territory")
    decision: DecisionRef = Field(description="the decision of the competent organ")
    force: ForceRef | None = Field(default=None, description="the force that is activated")
    until: Day | None = Field(default=None, description="the first day it no longer runs; left out: no day was set")
    mandate: Text | None = Field(default=None, description="its task, in the register's own words")


class ActivationActRow(Act):
    """An extension, a withdrawal or the end of a mandate."""

    activation: ActivationRef = Field(description="which mandate")
    kind: ActivationActKind = Field(description="what happened to it")
    state: StateRef | None = Field(default=None, description="kind member_withdrew: which member")
    decision: DecisionRef | None = Field(default=None, description="kind extended: the decision")
    until: Day | None = Field(default=None, description="kind extended: the new first day it no longer runs")
    text: Text | None = Field(default=None, description="what is said with it, in the register's own words")


class ContributionRow(Act):
    """What a member contributes under a mandate; without a state, what was published about all together."""

    activation: ActivationRef = Field(description="which mandate")
    state: StateRef | None = Field(default=None, description="the member; left out: a published total")
    kind: ContributionKind | None = Field(default=None, description="the service; left out: the sources do not say")
    persons: Count | None = Field(default=None, description="how many persons; left out: unknown")
    qualifier: NumberQualifier = Field(default=NumberQualifier.EXACT, description="how the source qualifies the number")
    text: Text | None = Field(default=None, description="what is said with it, in the register's own words")
    alternatives: Sequence[OtherPersonsRow] = Field(default=[], description="what other sources say instead")


class AssistanceRow(Act):
    """Assistance other than forces."""

    request: RequestRef | None = Field(default=None, description="the request it answers")
    kind: AssistanceKind = Field(description="what sort of assistance")
    state: StateRef | None = Field(default=None, description="the state that gives it; left out: not named")
    organ: OrganRef | None = Field(default=None, description="the organ or office that gives it")
    recipient: StateRef = Field(description="the state that receives it")
    amount: Amount | None = Field(default=None, description="kind funds: how much, in whole units of the currency")
    currency: Annotated[str, StringConstraints(pattern="^([A-Z]{3})?$")] = Field(
        default="", description="kind funds: ISO 4217 code"
    )
    text: Text | None = Field(default=None, description="what was given, in the register's own words")
