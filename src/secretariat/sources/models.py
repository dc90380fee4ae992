"""The table of citations."""

from django.db import models

from secretariat.sources.columns import RecordColumns


class Citation(RecordColumns):
    """A document that facts rest on."""

    title = models.JSONField()
    publisher = models.CharField(max_length=200, blank=True)
    url = models.CharField(max_length=1000, blank=True)
    date = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "unknown"
    language = models.CharField(max_length=12, blank=True)
    accessed = models.DateField(null=True)

    class Meta(RecordColumns.Meta):
        pass
