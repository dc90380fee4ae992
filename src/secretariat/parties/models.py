"""Tables: the organisation, states, instruments and treaty acts."""

from django.db import models

from secretariat.parties.rules import ActKind
from secretariat.sources.columns import ActColumns, RecordColumns


class Organisation(RecordColumns):
    """The organisation itself: one row."""

    name = models.JSONField()
    short = models.JSONField()
    languages = models.JSONField(default=list)
    constituent = models.ForeignKey("parties.Instrument", on_delete=models.PROTECT, related_name="constitutes")
    members_listed_in = models.CharField(max_length=12, default="en")
    symbol_scheme = models.CharField(max_length=100, blank=True)
    point_of_view = models.JSONField(null=True)
    fields_of_work = models.JSONField(default=list)
    regions = models.JSONField(default=list)
    disclaimer = models.JSONField(null=True)
    document_schedule = models.JSONField(null=True)

    class Meta(RecordColumns.Meta):
        pass


class State(RecordColumns):
    """A state by its ISO 3166 alpha-2 code."""

    titled = ("name", "protocol_name")
    searched = ("note",)

    name = models.JSONField()
    protocol_name = models.JSONField()
    former_names = models.JSONField(default=list)

    class Meta(RecordColumns.Meta):
        pass


class Instrument(RecordColumns):
    """A treaty, charter, protocol, agreement, or a regulation that takes effect like one."""

    titled = ("title", "short", "registration")
    searched = ("note",)

    kind = models.CharField(max_length=40)
    title = models.JSONField()
    short = models.JSONField(null=True)
    place = models.JSONField(null=True)
    amends = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="amended_by")
    entry = models.JSONField(default=dict)
    registration = models.CharField(max_length=200, blank=True)

    class Meta(RecordColumns.Meta):
        pass


class TreatyAct(ActColumns):
    """One act about one instrument, by one state or about the instrument as a whole."""

    instrument = models.ForeignKey("parties.Instrument", on_delete=models.PROTECT, related_name="acts")
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="treaty_acts")
    kind = models.CharField(max_length=30)
    effective = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "on its own date"
    by = models.CharField(max_length=40, blank=True)
    place = models.JSONField(null=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in ActKind]), name="parties_treatyact_kind"
            ),
        ]
