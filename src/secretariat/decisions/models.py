"""Tables: decisions, provisions, commitments and what is said and done about them."""

from enum import StrEnum
from typing import Any

from django.db import models

from secretariat.decisions.rules import (
    Assessor,
    Bearing,
    Claim,
    Collective,
    CommitmentActKind,
    CommitmentKind,
    Force,
    Procedure,
    Result,
)
from secretariat.sources.columns import ActColumns, RecordColumns


def _among(column: str, values: type[StrEnum], *, optional: bool = False) -> models.CheckConstraint:
    """A column holds one of the words of an enumeration."""
    condition = models.Q(**{f"{column}__in": [value.value for value in values]})
    if optional:
        condition |= models.Q(**{f"{column}__isnull": True})
    return models.CheckConstraint(condition=condition, name=f"%(app_label)s_%(class)s_{column}")


def _foreign(to: str, name: str, *, optional: bool = False) -> Any:
    return models.ForeignKey(to, null=optional, on_delete=models.PROTECT, related_name=name)


class Decision(ActColumns):
    """What an organ adopted; its date is the day of adoption."""

    titled = ("symbol", "title")
    searched = ("gist", "note")

    organ = _foreign("organs.Organ", "decisions")
    meeting = _foreign("organs.Meeting", "decisions", optional=True)
    item = _foreign("organs.AgendaItem", "decisions", optional=True)
    symbol = models.CharField(max_length=200)
    kind = models.CharField(max_length=200)
    title = models.JSONField()
    gist = models.JSONField(null=True)
    procedure = models.CharField(max_length=20, null=True)  # noqa: DJ001  # NULL is "not recorded"
    participants = models.JSONField(default=list)
    not_participating = models.JSONField(default=list)
    instrument = _foreign("parties.Instrument", "decisions", optional=True)
    replaces = _foreign("self", "replaced_by", optional=True)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("procedure", Procedure, optional=True)]


class Provision(RecordColumns):
    """One sentence or article of a decision."""

    titled = ("number",)
    searched = ("text", "note")
    shown_with = "decision_id"

    decision = _foreign("decisions.Decision", "provisions")
    parent = _foreign("self", "children", optional=True)
    number = models.CharField(max_length=40)
    text = models.JSONField()
    verb = models.CharField(max_length=200)
    force = models.CharField(max_length=20)
    collective = models.CharField(max_length=10)

    class Meta(RecordColumns.Meta):
        constraints = [*RecordColumns.Meta.constraints, _among("force", Force), _among("collective", Collective)]


class Commitment(ActColumns):
    """One provision for one addressee; its date is the day it was assigned, lacking that the decision's."""

    titled = ("title",)
    searched = ("note",)

    provision = _foreign("decisions.Provision", "commitments")
    also_under = models.JSONField(default=list)
    parent = _foreign("self", "parts", optional=True)
    state = _foreign("parties.State", "commitments", optional=True)
    organ = _foreign("organs.Organ", "commitments", optional=True)
    title = models.JSONField()
    kind = models.CharField(max_length=10)
    report_first = models.DateField(null=True)
    report_every_months = models.PositiveSmallIntegerField(null=True)
    instrument = _foreign("parties.Instrument", "commitments", optional=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("kind", CommitmentKind),
            models.CheckConstraint(
                condition=models.Q(state__isnull=True, organ__isnull=False)
                | models.Q(state__isnull=False, organ__isnull=True),
                name="decisions_commitment_addressee",
            ),
        ]


class CommitmentAct(ActColumns):
    """Acceptance, a start, a block or an end."""

    commitment = _foreign("decisions.Commitment", "acts")
    kind = models.CharField(max_length=20)
    reason = models.JSONField(null=True)
    successor = _foreign("decisions.Commitment", "successor_of", optional=True)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", CommitmentActKind)]


class Deadline(ActColumns):
    """A day by which to be done; its date is the day it was set."""

    commitment = _foreign("decisions.Commitment", "deadlines")
    due = models.DateField()
    author = models.CharField(max_length=200)
    authority = models.JSONField(null=True)
    reason = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        pass


class Report(ActColumns):
    """What somebody says about a commitment: the addressee, or whoever is named."""

    commitment = _foreign("decisions.Commitment", "reports")
    period_start = models.DateField(null=True)
    period_end = models.DateField(null=True)
    claimed = models.CharField(max_length=20)
    by_state = _foreign("parties.State", "commitment_reports", optional=True)
    by_organ = _foreign("organs.Organ", "commitment_reports", optional=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("claimed", Claim),
            models.CheckConstraint(
                condition=models.Q(period_start__isnull=True)
                | models.Q(period_end__isnull=True)
                | models.Q(period_start__lte=models.F("period_end")),
                name="decisions_report_period",
            ),
            models.CheckConstraint(
                condition=models.Q(by_state__isnull=True) | models.Q(by_organ__isnull=True),
                name="decisions_report_by",
            ),
        ]


class Evidence(ActColumns):
    """A document put to a report; its date is the document's."""

    report = _foreign("decisions.Report", "evidence")
    title = models.JSONField()
    sha256 = models.CharField(max_length=64, blank=True)
    bearing = models.CharField(max_length=20)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("bearing", Bearing)]


class Assessment(ActColumns):
    """What somebody who looked found."""

    commitment = _foreign("decisions.Commitment", "assessments")
    assessor = models.CharField(max_length=20)
    result = models.CharField(max_length=20)
    reason = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("assessor", Assessor),
            _among("result", Result),
        ]
