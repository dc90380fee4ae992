"""Tables: forces, pledges, readiness reports, requests and what followed them.

No column here holds a weapon, a target, a position or a movement.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from django.db import models
from django.db.models import Exists, OuterRef, Q

from secretariat.access.rules import Viewer
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
from secretariat.sources.columns import ActColumns, RecordColumns
from secretariat.sources.queries import as_known, every_row


def _among(column: str, values: Iterable[StrEnum], name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{column}__in": [value.value for value in values]}), name=name)


def _not_negative(column: str, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__gte": 0}), name=name)


class Force(RecordColumns):
    """A joint force of the organisation."""

    name = models.JSONField()
    short = models.JSONField(null=True)
    instrument = models.ForeignKey("parties.Instrument", null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey("decisions.Decision", null=True, on_delete=models.PROTECT, related_name="+")
    rule = models.JSONField(null=True)

    class Meta(RecordColumns.Meta):
        pass


class Pledge(ActColumns):
    """What a member undertakes to hold ready for a force, or takes back."""

    force = models.ForeignKey("response.Force", on_delete=models.PROTECT, related_name="+")
    state = models.ForeignKey("parties.State", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    act = models.CharField(max_length=20, default=PledgeActKind.MADE.value)
    persons = models.IntegerField(null=True)
    qualifier = models.CharField(max_length=20, default=NumberQualifier.EXACT.value)
    percent = models.IntegerField(null=True)
    start = models.DateField(null=True)
    until = models.DateField(null=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("kind", ContributionKind, "response_pledge_kind"),
            _among("act", PledgeActKind, "response_pledge_act"),
            _not_negative("persons", "response_pledge_persons"),
            models.CheckConstraint(
                condition=Q(start__isnull=True) | Q(until__isnull=True) | Q(until__gt=models.F("start")),
                name="response_pledge_period",
            ),
        ]


class Readiness(ActColumns):
    """What is reported about a force, or about one member's part of it."""

    force = models.ForeignKey("response.Force", on_delete=models.PROTECT, related_name="+")
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, null=True)  # noqa: DJ001  # NULL: all kinds together
    persons = models.IntegerField(null=True)
    qualifier = models.CharField(max_length=20, default=NumberQualifier.EXACT.value)
    by = models.JSONField(null=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _not_negative("persons", "response_readiness_persons"),
        ]


class Request(ActColumns):
    """A state asks for help for a territory."""

    searched = ("text", "note")

    state = models.ForeignKey("parties.State", on_delete=models.PROTECT, related_name="+")
    territory = models.ForeignKey("parties.State", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, null=True)  # noqa: DJ001  # NULL: the sources do not class it
    organ = models.ForeignKey("organs.Organ", null=True, on_delete=models.PROTECT, related_name="+")
    instrument = models.ForeignKey("parties.Instrument", null=True, on_delete=models.PROTECT, related_name="+")
    article = models.CharField(max_length=40, blank=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            models.CheckConstraint(
                condition=Q(kind__isnull=True) | Q(kind__in=[kind.value for kind in ChallengeKind]),
                name="response_request_kind",
            ),
        ]


class RequestAct(ActColumns):
    """Something that became of a request."""

    request = models.ForeignKey("response.Request", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey("decisions.Decision", null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("kind", RequestActKind, "response_requestact_kind"),
        ]


class Consultation(ActColumns):
    """The members are asked about a request; the date is when it was opened."""

    request = models.ForeignKey("response.Request", on_delete=models.PROTECT, related_name="+")
    organ = models.ForeignKey("organs.Organ", on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey("organs.Meeting", null=True, on_delete=models.PROTECT, related_name="+")
    force = models.ForeignKey("response.Force", null=True, on_delete=models.PROTECT, related_name="+")
    question = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        pass


class ConsultationAct(ActColumns):
    """The close of a consultation."""

    consultation = models.ForeignKey("response.Consultation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("kind", ConsultationActKind, "response_consultationact_kind"),
        ]


class Consent(ActColumns):
    """A member's answer in a consultation: until the close is known it exists for that member alone.

    ``salt`` are random digits, without which the few possible answers could be told from the hash of the row.
    """

    consultation = models.ForeignKey("response.Consultation", on_delete=models.PROTECT, related_name="+")
    state = models.ForeignKey("parties.State", on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=20, null=True)  # noqa: DJ001  # NULL is "looked for and not found"
    persons = models.IntegerField(null=True)
    text = models.JSONField(null=True)
    salt = models.CharField(max_length=64, blank=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            models.CheckConstraint(
                condition=Q(answer__isnull=True) | Q(answer__in=[each.value for each in Answer]),
                name="response_consent_answer",
            ),
            _not_negative("persons", "response_consent_persons"),
        ]

    @classmethod
    def existing_for(cls, viewer: Viewer, known_at: datetime | None) -> Q:
        """Sealed until the close: no reader but the member's own delegation comes past this condition."""
        closes = every_row(viewer, ConsultationAct) if known_at is None else as_known(viewer, ConsultationAct, known_at)
        opened = closes.filter(consultation=OuterRef("consultation"), kind=ConsultationActKind.CLOSED.value)
        is_open = Q(Exists(opened.order_by()))
        return is_open if viewer.state is None else is_open | Q(state=viewer.state)


class Activation(ActColumns):
    """A mandate; the date is the day it begins."""

    request = models.ForeignKey("response.Request", on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey("decisions.Decision", on_delete=models.PROTECT, related_name="+")
    force = models.ForeignKey("response.Force", null=True, on_delete=models.PROTECT, related_name="+")
    until = models.DateField(null=True)
    mandate = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        pass


class ActivationAct(ActColumns):
    """An extension, a withdrawal or the end of a mandate."""

    activation = models.ForeignKey("response.Activation", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey("decisions.Decision", null=True, on_delete=models.PROTECT, related_name="+")
    until = models.DateField(null=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("kind", ActivationActKind, "response_activationact_kind"),
        ]


class Contribution(ActColumns):
    """What a member contributes under a mandate; without a state, a published total."""

    activation = models.ForeignKey("response.Activation", on_delete=models.PROTECT, related_name="+")
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, null=True)  # noqa: DJ001  # NULL: the sources do not say
    persons = models.IntegerField(null=True)
    qualifier = models.CharField(max_length=20, default=NumberQualifier.EXACT.value)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _not_negative("persons", "response_contribution_persons"),
        ]


class Assistance(ActColumns):
    """Assistance other than forces."""

    request = models.ForeignKey("response.Request", null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    organ = models.ForeignKey("organs.Organ", null=True, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey("parties.State", on_delete=models.PROTECT, related_name="+")
    amount = models.IntegerField(null=True)
    currency = models.CharField(max_length=3, blank=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("kind", AssistanceKind, "response_assistance_kind"),
        ]
