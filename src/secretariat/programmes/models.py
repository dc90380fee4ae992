"""Tables: fields of work, their indicators and measurements, operations and what happened to them, plans."""

from django.db import models

from secretariat.programmes.rules import OperationActKind, Qualifier
from secretariat.sources.columns import ActColumns, RecordColumns


class Field(RecordColumns):
    """A field of work; the council that leads it is an organ."""

    titled = ("name",)
    searched = ("about", "note")

    name = models.JSONField()
    council = models.ForeignKey("organs.Organ", null=True, on_delete=models.PROTECT, related_name="fields_of_work")
    about = models.JSONField(null=True)
    bodies = models.JSONField(default=list)
    since = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "not known", an empty text is no date

    class Meta(RecordColumns.Meta):
        pass


class Indicator(RecordColumns):
    """What is counted in a field of work, and in which unit."""

    titled = ("name",)
    searched = ("definition", "note")
    shown_with = "field_id"

    field = models.ForeignKey("programmes.Field", on_delete=models.PROTECT, related_name="indicators")
    name = models.JSONField()
    unit = models.CharField(max_length=40)
    unit_name = models.JSONField()
    units = models.JSONField(default=list)
    definition = models.JSONField(null=True)
    direction = models.CharField(max_length=20)
    rhythm = models.CharField(max_length=20)
    reporter = models.CharField(max_length=20)
    since = models.DateField(null=True)
    additive = models.BooleanField(default=True)
    part_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="parts")

    class Meta(RecordColumns.Meta):
        pass


class Operation(RecordColumns):
    """A joint operation, or one member's own."""

    titled = ("name",)
    searched = ("about", "note")
    shown_with = "field_id"

    field = models.ForeignKey("programmes.Field", on_delete=models.PROTECT, related_name="operations")
    name = models.JSONField()
    about = models.JSONField(null=True)
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="operations")

    class Meta(RecordColumns.Meta):
        pass


class OperationAct(ActColumns):
    """A phase of an operation, or a decision about it."""

    operation = models.ForeignKey("programmes.Operation", on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=20)
    name = models.JSONField(null=True)
    number = models.CharField(max_length=40, blank=True)
    place = models.JSONField(null=True)
    participants = models.JSONField(default=list)
    observers = models.JSONField(default=list)
    observers_count = models.IntegerField(null=True)
    observers_qualifier = models.CharField(max_length=12, default=Qualifier.EXACT.value)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in OperationActKind]),
                name="programmes_operationact_kind",
            ),
        ]


class Measurement(ActColumns):
    """One figure by one source; the date is the day it was said."""

    indicator = models.ForeignKey("programmes.Indicator", on_delete=models.PROTECT, related_name="measurements")
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="measurements")
    operation = models.ForeignKey("programmes.Operation", null=True, on_delete=models.PROTECT, related_name="results")
    phase = models.ForeignKey("programmes.OperationAct", null=True, on_delete=models.PROTECT, related_name="results")
    start = models.DateField(null=True)
    end = models.DateField(null=True)
    value = models.FloatField(null=True)
    low = models.FloatField(null=True)
    high = models.FloatField(null=True)
    qualifier = models.CharField(max_length=12)
    unit = models.CharField(max_length=40, blank=True)
    cumulative = models.BooleanField(default=False)
    by = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(qualifier__in=[each.value for each in Qualifier]),
                name="programmes_measurement_qualifier",
            ),
            models.CheckConstraint(
                condition=models.Q(standing="unknown")
                | models.Q(value__isnull=False)
                | models.Q(low__isnull=False, high__gte=models.F("low")),
                name="programmes_measurement_value",
            ),
            models.CheckConstraint(
                condition=models.Q(start__isnull=True)
                | models.Q(end__isnull=True)
                | models.Q(end__gte=models.F("start")),
                name="programmes_measurement_period",
            ),
        ]


class Plan(ActColumns):
    """A plan of a council; the date is the day it was adopted. What is to be done stands under a decision."""

    titled = ("title",)
    searched = ("note",)
    shown_with = "field_id"

    field = models.ForeignKey("programmes.Field", on_delete=models.PROTECT, related_name="plans")
    title = models.JSONField()
    decision = models.ForeignKey("decisions.Decision", null=True, on_delete=models.PROTECT, related_name="plans")
    provision = models.ForeignKey("decisions.Provision", null=True, on_delete=models.PROTECT, related_name="plans")
    start = models.DateField(null=True)
    end = models.DateField(null=True)

    class Meta(ActColumns.Meta):
        pass
