"""The columns that every row of the register carries; rooms build their tables on them.

A word of the room grammar that only this room has: a table may not import another room's ``models``, and these
columns are no table.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, ClassVar

from django.db import models

from secretariat.access.rules import Mark, Viewer
from secretariat.kernel import LocalizedText, Standing
from secretariat.search.rules import Wording

_NOT_CONTENT = frozenset({"content_hash", "earliest", "latest"})


def _among(column: str, values: type[Standing] | type[Mark], name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=models.Q(**{f"{column}__in": [value.value for value in values]}),
        name=f"%(app_label)s_%(class)s_{name}",
    )


class RecordColumns(models.Model):
    """A row of the register: added once, never changed; a later row may correct or retract it.

    A correction names the first row of its line, not an earlier correction, so that one step leads to the identity.
    """

    corrects_id: str | None

    titled: ClassVar[tuple[str, ...]] = ()
    """The columns by which people name a row; the first with languages is its title in a list of findings."""
    searched: ClassVar[tuple[str, ...]] = ()
    """The further columns with words by which it is found. A table with neither is not in the index."""
    shown_with: ClassVar[str] = ""
    """The column that names the row on whose page this one stands; none where it has a page of its own."""

    key = models.CharField(primary_key=True, max_length=160)
    known_from = models.DateTimeField(null=True, db_index=True)
    standing = models.CharField(max_length=12)
    sources = models.JSONField(default=list)
    corrects = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="corrected_by", db_index=True
    )
    retracted = models.BooleanField(default=False)
    mark = models.CharField(max_length=12, default=Mark.PUBLIC.value)
    note = models.JSONField(null=True)
    content_hash = models.CharField(max_length=64)

    class Meta:
        abstract = True
        constraints = [
            _among("standing", Standing, "standing"),
            _among("mark", Mark, "mark"),
            models.CheckConstraint(condition=~models.Q(content_hash=""), name="%(app_label)s_%(class)s_hashed"),
            models.CheckConstraint(
                condition=models.Q(corrects__isnull=True, retracted=False)
                | models.Q(corrects__isnull=False, known_from__isnull=False),
                name="%(app_label)s_%(class)s_corrects",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @classmethod
    def existing_for(cls, _viewer: Viewer, _known_at: datetime | None) -> models.Q:
        """Which rows exist for a viewer besides what their mark says: all, unless a table seals some until an act.

        Every reading of rows passes through it (``as_known``, ``every_row``), so that a sealed row is in no count, no
        hash and no dump. ``_known_at`` is ``None`` where rows of every instant are read.
        """
        return models.Q()

    def content(self) -> dict[str, Any]:
        """What the row says, as :func:`content_of_values` has it."""
        return content_of_values(type(self), self.values())

    def values(self) -> dict[str, Any]:
        """The value of every column."""
        return {name: getattr(self, name) for name in defaults_of(type(self))}

    @property
    def identity(self) -> str:
        """The key by which other rows name this one: a correction keeps the identity of what it corrects."""
        return self.corrects_id or self.key


@cache
def defaults_of(model: type[RecordColumns]) -> dict[str, Any]:
    """Every column of a table with the value it has when nobody gives one; treat the values as constants."""
    return {column.attname: column.get_default() for column in model._meta.concrete_fields}


def content_of_values(model: type[RecordColumns], values: Mapping[str, Any]) -> dict[str, Any]:
    """What a row with these column values says, as plain JSON values: this is what its hash covers.

    Columns that hold their default are left out, so that a column added by a later version leaves old hashes true.
    Zero, false and nothing are three different values: unknown is never zero.
    """
    content: dict[str, Any] = {}
    for name, default in defaults_of(model).items():
        value = values[name]
        if value is default or name in _NOT_CONTENT or (value == default and type(value) is type(default)):
            continue
        content[name] = value.isoformat() if isinstance(value, date) else value
    return content


def wording_of(model: type[RecordColumns], values: Mapping[str, Any]) -> Wording:
    """What a row with these column values says to somebody who searches."""
    identity = values["corrects_id"] or values["key"]
    place = values[model.shown_with] if model.shown_with else identity
    if isinstance(place, list):
        place = place[0] if place else None
    titles = [LocalizedText.of(values[name]) for name in model.titled if isinstance(values[name], dict)]
    names = tuple(value for name in model.titled if isinstance(value := values[name], str) and value)
    texts = (LocalizedText.of(values[name]) for name in model.searched)
    return Wording(
        table=model._meta.label_lower,
        key=values["key"],
        identity=identity,
        place=place or "",
        title=titles[0] if titles else LocalizedText(),
        texts=tuple(text for text in texts if text),
        names=(*names, *(each for title in titles[1:] for each in (title.en, title.ru) if each)),
        day=values.get("latest"),
    )


class ActColumns(RecordColumns):
    """Something that happened: the date as the record writes it, and the days it surely lies between."""

    date = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "unknown", which an empty string is not
    earliest = models.DateField(null=True)
    latest = models.DateField(null=True, db_index=True)
    alternatives = models.JSONField(default=list)

    class Meta(RecordColumns.Meta):
        abstract = True
        constraints = [
            *RecordColumns.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(date__isnull=True, earliest__isnull=True, latest__isnull=True)
                | models.Q(date__isnull=False, earliest__lte=models.F("latest")),
                name="%(app_label)s_%(class)s_dated",
            ),
        ]
