"""The table of notices. It is operational: a notice is read and mailed, and records no act."""

from django.db import models
from django.db.models.functions import Now


class Notice(models.Model):
    """One notice for one person, by the person's id. ``subject`` and ``text`` are texts by language.

    ``once`` names what a person is told of at most once, such as a deadline that draws near; empty where that is no
    matter.
    """

    id = models.CharField(primary_key=True, max_length=32, editable=False)
    person = models.CharField(max_length=64)
    kind = models.CharField(max_length=80)
    subject = models.JSONField()
    text = models.JSONField(default=dict)
    link = models.CharField(max_length=500, blank=True)
    once = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(db_default=Now())
    mailed_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "id"]
        indexes = [
            models.Index(fields=["person", "-created_at"], name="notices_of_person"),
            models.Index(
                fields=["created_at"],
                name="notices_to_mail",
                condition=models.Q(mailed_at__isnull=True, read_at__isnull=True),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(person=""), name="notices_notice_has_person"),
            models.UniqueConstraint(
                fields=["person", "once"], condition=~models.Q(once=""), name="notices_notice_told_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
