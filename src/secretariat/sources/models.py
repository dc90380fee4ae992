"""The tables of citations and of releases of data sets."""

from django.db import models

from secretariat.sources.columns import RecordColumns


class Citation(RecordColumns):
    """A document that facts rest on."""

    titled = ("title", "publisher")
    searched = ("note",)

    title = models.JSONField()
    publisher = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=1000, blank=True)
    date = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "unknown"
    language = models.CharField(max_length=12, blank=True)
    accessed = models.DateField(null=True)

    class Meta(RecordColumns.Meta):
        pass


class Release(RecordColumns):
    """A data set as one source gave it at one time; its rows are in the lake."""

    dataset = models.CharField(max_length=80, db_index=True)
    kind = models.CharField(max_length=80)
    release = models.CharField(max_length=200, blank=True)
    file = models.CharField(max_length=400, blank=True)
    sha256 = models.CharField(max_length=64)
    importer = models.IntegerField(default=1)
    options = models.JSONField(default=dict)
    rows = models.JSONField(default=dict)
    quarantined = models.IntegerField(null=True)
    licence = models.CharField(max_length=400, blank=True)
    retrieved = models.DateField(null=True)
    url = models.CharField(max_length=1000, blank=True)
    coverage = models.JSONField(null=True)
    rows_known_by = models.CharField(max_length=80, null=True)  # noqa: DJ001  # NULL: with the release

    class Meta(RecordColumns.Meta):
        pass
