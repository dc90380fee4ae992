"""What the page, its CSV and its map have in common: the choices of the address, and the events that they choose."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from secretariat.sources.forms import Question, question_of
from secretariat.sources.rules import Release
from secretariat.sources.views import basis_row
from secretariat.watch.forms.asking import Asked, asked
from secretariat.watch.queries.events import event_datasets
from secretariat.watch.queries.geometry import boundaries_are_set_up, country_name
from secretariat.watch.queries.shown import Shown, shown
from secretariat.watch.queries.tables import By
from secretariat.watch.rules.events import DatePrecision, Flag, PlacePrecision

ROW = ("event_id", "start", "end", "place", "country", "kind", "low", "best", "high", "distance_km", "side", "segment")
"""Columns of the table of events that a list shows as they are."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, its choices, the data sets there are, and the events: ``None`` where nothing is known."""

    question: Question
    asked: Asked
    datasets: list[str]
    shown: Shown | None


def read(request: HttpRequest) -> Reading:
    """Read an address of the watch. Raises ``UnableToReadQuestion`` and ``UnableToReadLake``."""
    question = question_of(request)
    datasets = event_datasets(question.viewer, known_at=question.known_at)
    chosen = asked(request, question, datasets, By.SEGMENT if boundaries_are_set_up() else By.REGION)
    first, last = chosen.period
    found = None
    if chosen.dataset:
        found = shown(
            question.viewer,
            on=question.on,
            known_at=question.known_at,
            dataset=chosen.dataset,
            by=chosen.by,
            first=first,
            last=last,
            within_km=chosen.within_km,
            kind=chosen.kind,
            unit=chosen.unit,
        )
    return Reading(question, chosen, datasets, found)


def event_row(row: dict[str, Any], dataset: str, units: tuple[str, ...]) -> dict[str, Any]:
    """An event as a list shows it. ``deaths`` is null where no figure was given: unknown, not nought."""
    return {
        "dataset": dataset,
        **{name: row[name] for name in ROW},
        "country_name": country_name(row["country"]) if row["country"] else None,
        "date_precision": DatePrecision(row["date_precision"]) if row["date_precision"] else DatePrecision.UNKNOWN,
        "place_precision": PlacePrecision(row["place_precision"]) if row["place_precision"] else PlacePrecision.UNKNOWN,
        "near": row["near"],
        "unlocated": row["unlocated"],
        "units": units,
    }


def version_row(row: dict[str, Any], dataset: str) -> dict[str, Any]:
    """An event with all that a release says of it."""
    return {
        **event_row(row, dataset, ()),
        "lon": row["lon"],
        "lat": row["lat"],
        "actors": row["actors"] or [],
        "figure": row["figure"],
        "unit": row["unit"],
        "said": row["note"],
        "url": row["url"] or "",
        "web": (row["url"] or "").startswith(("https://", "http://")),
        "flags": [Flag(flag) for flag in row["flags"] or []],
        "retracted": row["retracted"],
        "event_standing": row["standing"],
        "payload_hash": row["payload_hash"],
    }


def release_row(release: Release) -> dict[str, Any]:
    """A release as the watch names it: what it covers stands beside every count."""
    return {
        "id": release.key,
        "licence": release.licence,
        "coverage": release.coverage,
        "quarantined": release.quarantined,
        **basis_row(release.basis),
    }
