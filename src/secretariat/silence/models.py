"""Tables: the zone in which the end of a silence was set, and that it was closed: once."""

from django.db import models


class Opening(models.Model):
    """A silence that was opened. ``act`` is the key of the act of opening; what follows locks this row."""

    act = models.CharField(primary_key=True, max_length=160)
    draft = models.CharField(max_length=160, db_index=True)
    zone = models.CharField(max_length=60)
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.act


class Closing(models.Model):
    """How a silence ended. One row for each opening: the database refuses a second one."""

    opening = models.OneToOneField(Opening, primary_key=True, on_delete=models.PROTECT, related_name="closing")
    outcome = models.CharField(max_length=30)
    decided_at = models.DateTimeField()
    closed_at = models.DateTimeField()
    content_hash = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.opening_id} {self.outcome}"
