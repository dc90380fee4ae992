"""The index: not the record itself but a way into it, so it may be emptied and written anew at any time.

Beside this table each database keeps the stems in its own structure, ``search_words``: SQLite as an FTS5 table without
content whose row numbers are the ids here, PostgreSQL as a table of ``tsvector`` with a GIN index. The migration makes
both; only ``queries`` and ``actions`` speak to them.
"""

from django.db import models


class Entry(models.Model):
    """One row of the register, as the index knows it; whether anybody may see it is not said here."""

    table = models.CharField(max_length=80)
    key = models.CharField(max_length=160)
    identity = models.CharField(max_length=160)
    place = models.CharField(max_length=160, blank=True)
    name = models.CharField(max_length=400, blank=True)
    day = models.DateField(null=True)
    title_en = models.TextField(blank=True)
    title_ru = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    text_ru = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["table", "key"], name="search_entry_once")]

    def __str__(self) -> str:
        return f"{self.table} {self.key}"
