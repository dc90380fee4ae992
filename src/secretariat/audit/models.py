"""The table of the log."""

from django.db import models


class AuditEntry(models.Model):
    """One action. Rows are never changed or deleted: the database refuses both."""

    sequence = models.BigAutoField(primary_key=True)
    recorded_at = models.DateTimeField()
    actor = models.CharField(max_length=200)
    action = models.CharField(max_length=100)
    object = models.CharField(max_length=200)
    count = models.PositiveIntegerField()
    content_hash = models.CharField(max_length=64)
    # The leaf of the Merkle tree that a later version builds over the log.
    leaf_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]
        verbose_name_plural = "audit entries"
        constraints = [
            models.CheckConstraint(condition=~models.Q(actor=""), name="audit_entry_has_actor"),
            models.CheckConstraint(condition=~models.Q(content_hash=""), name="audit_entry_has_hash"),
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.action} {self.object}"
