"""Tables: forums, plans, positions, their texts, the members' acts about them, and the votes they name."""

from enum import StrEnum

from django.db import models

from secretariat.positions.rules import AgreedVote, PlanKind, PlanState, PositionActKind, PositionKind, TextStage
from secretariat.sources.columns import ActColumns, RecordColumns


def _among(column: str, values: type[StrEnum], *, optional: bool = False) -> models.CheckConstraint:
    """A column holds one of the words of an enumeration."""
    condition = models.Q(**{f"{column}__in": [value.value for value in values]})
    if optional:
        condition |= models.Q(**{f"{column}__isnull": True})
    return models.CheckConstraint(condition=condition, name=f"%(app_label)s_%(class)s_{column}")


class Forum(RecordColumns):
    """A body before which positions are put forward."""

    name = models.JSONField()
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")

    class Meta(RecordColumns.Meta):
        pass


class PositionPlan(ActColumns):
    """A plan of consultations, a list of joint statements, or topics for joint instructions."""

    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=12)
    title = models.JSONField()
    covers = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "unknown"
    meeting = models.ForeignKey("organs.Meeting", null=True, on_delete=models.PROTECT, related_name="position_plans")

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", PlanKind), _among("state", PlanState)]


class Position(ActColumns):
    """A coordinated position; its date is the day on which it was agreed or made."""

    titled = ("title",)
    searched = ("note",)

    kind = models.CharField(max_length=24)
    title = models.JSONField()
    forum = models.ForeignKey("positions.Forum", on_delete=models.PROTECT, related_name="positions")
    plan = models.ForeignKey("positions.PositionPlan", null=True, on_delete=models.PROTECT, related_name="positions")
    planned = models.BooleanField(null=True)
    meeting = models.ForeignKey("organs.Meeting", null=True, on_delete=models.PROTECT, related_name="positions")
    decision = models.ForeignKey("decisions.Decision", null=True, on_delete=models.PROTECT, related_name="positions")

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", PositionKind)]


class PositionText(ActColumns):
    """One version of the text of a position."""

    searched = ("gist", "note")
    shown_with = "position_id"

    position = models.ForeignKey("positions.Position", on_delete=models.PROTECT, related_name="texts")
    version = models.IntegerField()
    stage = models.CharField(max_length=12)
    gist = models.JSONField()
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="position_texts")

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("stage", TextStage),
            models.CheckConstraint(condition=models.Q(version__gte=1), name="positions_positiontext_version"),
        ]


class PositionAct(ActColumns):
    """What a member did about a position, or what became of it as a whole."""

    position = models.ForeignKey("positions.Position", on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=30)
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="position_acts")
    text = models.JSONField(null=True)
    document = models.CharField(max_length=100, blank=True)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", PositionActKind)]


class NamedVote(ActColumns):
    """A roll call that a position names; its date is the day on which the vote to cast was agreed."""

    position = models.ForeignKey("positions.Position", on_delete=models.PROTECT, related_name="named_votes")
    dataset = models.CharField(max_length=160)
    rollcall = models.CharField(max_length=100)
    resolution = models.CharField(max_length=100, blank=True)
    agreed = models.CharField(max_length=8, null=True)  # noqa: DJ001  # NULL is "no common vote was agreed"

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("agreed", AgreedVote, optional=True)]
