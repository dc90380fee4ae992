"""Tables: the regions followed, whose disputed territories are, place names, and what was said of findings."""

from django.db import models

from secretariat.sources.columns import ActColumns, RecordColumns


class Region(RecordColumns):
    """A region of interest, by countries, polygon or box."""

    name = models.JSONField()
    countries = models.JSONField(default=list)
    polygon = models.JSONField(default=list)
    box = models.JSONField(null=True)

    class Meta(RecordColumns.Meta):
        pass


class Territory(RecordColumns):
    """A territory of the boundary data that the point of view counts to a state."""

    territory = models.CharField(max_length=200)
    state = models.CharField(max_length=2, blank=True)
    at = models.JSONField(null=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta(RecordColumns.Meta):
        pass


class PlaceName(RecordColumns):
    """A name by which a place in one state is known."""

    name = models.CharField(max_length=200)
    state = models.CharField(max_length=2)

    class Meta(RecordColumns.Meta):
        pass


class FindingAct(ActColumns):
    """An arrow or an alert, as a rule proposed it or as an analyst confirmed or rejected it."""

    unit = models.CharField(max_length=80)
    event_kind = models.CharField(max_length=80)
    month = models.CharField(max_length=7)
    finding = models.CharField(max_length=12)
    value = models.CharField(max_length=40)
    stage = models.CharField(max_length=12)
    by = models.JSONField(null=True)
    reason = models.JSONField(null=True)
    dataset = models.CharField(max_length=80)
    rule = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        pass
