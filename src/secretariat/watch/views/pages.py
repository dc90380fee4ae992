"""The page of the watch, and the page of one event."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from secretariat.sources.forms import page_number, question_of
from secretariat.sources.views import PAGE_SIZE, Shelf, answer, cited
from secretariat.watch.forms.asking import last_whole_month
from secretariat.watch.measures.attention import share_of
from secretariat.watch.measures.perimeter import SegmentKind
from secretariat.watch.queries.events import event_datasets
from secretariat.watch.queries.findings import findings
from secretariat.watch.queries.geometry import boundaries_are_set_up
from secretariat.watch.queries.shown import Shown, UnitTotal, arrows, event_versions, unit_name
from secretariat.watch.queries.tables import By, kinds_of
from secretariat.watch.render.pictures import alternative
from secretariat.watch.rules.findings import finding_id
from secretariat.watch.rules.signals import ARROW_RULE, AlertRule, Arrow, ArrowReason, Finding, FindingKind
from secretariat.watch.views.reading import Reading, event_row, read, release_row, version_row

MAP_POLICY = (
    "default-src 'self'; script-src 'self'; worker-src 'self'; connect-src 'self'; object-src 'none'; "
    "img-src 'self' data: blob:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The page with the map runs the scripts of this server, and no others."""
SHARE_DIGITS = 6
"""Decimals of a share; both of its counts stand beside it."""


def _arrow_row(reason: ArrowReason | None) -> dict[str, Any] | None:
    if reason is None:
        return None
    return {
        "arrow": reason.arrow,
        "latest": reason.latest,
        "mean": reason.mean,
        "low": reason.low,
        "high": reason.high,
    }


def _finding_row(found: Finding, shown: Shown) -> dict[str, Any]:
    last = found.last
    kind = FindingKind(last.finding)
    return {
        "id": finding_id(last.subject),
        "unit": last.unit,
        "unit_name": unit_name(shown.tabulated, last.unit),
        "kind": last.event_kind,
        "month": last.month,
        "finding": kind,
        "value": Arrow(last.value) if kind is FindingKind.ARROW else AlertRule(last.value),
        "stage": last.stage,
        "date": last.said,
        "by": last.by,
        "reason": last.reason,
        "standing": last.basis.standing,
        "sources": last.basis.sources,
    }


def _counts(total: UnitTotal, all_reports: int | None) -> dict[str, Any]:
    """Events and deaths of a unit; of a source of attention its reports, all reports, and the share: no events."""
    events = all_reports is None
    share = None if all_reports is None else share_of(total.events, all_reports)
    return {
        "events": total.events if events else None,
        "deaths": total.deaths if events else None,
        "low": total.low if events else None,
        "high": total.high if events else None,
        "without_figure": total.without_figure if events else None,
        "reports": total.events if all_reports else None,
        "all_reports": all_reports,
        "share": None if share is None else round(share, SHARE_DIGITS),
        "percent": None if share is None else round(100 * share, SHARE_DIGITS - 2),
    }


def _volume(found: Shown) -> dict[str, int] | None:
    """Of a source of attention, what the shares are shares of, and for how many months it has no row."""
    volume = found.tabulated.volume
    return None if volume is None else {"all_reports": int(volume.total.sum()), "unknown_months": volume.without_rows}


def unit_rows(reading: Reading, found: Shown, reasons: dict[str, ArrowReason]) -> list[dict[str, Any]]:
    """Units in alphabetical order of the page's language; of segments and countries only those with events or a word.

    A region is shown with nought as well: it was looked at.
    """
    rows = [
        {
            "id": total.unit,
            "unit_name": unit_name(found.tabulated, total.unit),
            **_counts(total, found.all_reports),
            "arrow": _arrow_row(reasons.get(total.unit)),
        }
        for total in found.totals
        if total.events or found.tabulated.by is By.REGION or total.unit == reading.asked.unit
    ]
    language = reading.question.language
    return sorted(rows, key=lambda row: (row["unit_name"].in_language(language).casefold(), row["id"]))


def _kinds(found: Shown, chosen: str) -> list[str]:
    return sorted({*kinds_of(found.tabulated.placed.table), *((chosen,) if chosen else ())})


def _map_is_set_up() -> bool:
    return any(prefix == "maplibre-gl" for prefix, _ in settings.STATICFILES_DIRS) and boundaries_are_set_up()


def _chosen(reading: Reading) -> dict[str, Any]:
    chosen = reading.asked
    return {
        "dataset": chosen.dataset,
        "from": f"{chosen.first:%Y-%m}",
        "to": f"{chosen.last:%Y-%m}",
        "month": f"{chosen.month:%Y-%m}" if chosen.month else "",
        "kind": chosen.kind,
        "unit": chosen.by,
        "in": chosen.unit,
        "within_km": chosen.within_km,
    }


def watch_page(request: HttpRequest) -> HttpResponse:
    """Events of the months asked for: a table of units with arrows, the findings, the list, and a map beside it."""
    reading, number = read(request), page_number(request)
    question, found = reading.question, reading.shown
    content: dict[str, Any] = {
        "chosen": _chosen(reading),
        "datasets": reading.datasets,
        "choices": list(By),
        "events": [],
    }
    if found is None:
        return answer(request, "watch/watch.html", question, content)
    total = len(found.table)
    last = max(1, -(-total // PAGE_SIZE))
    if number > last:
        raise Http404
    start = (number - 1) * PAGE_SIZE
    part = found.table.slice(start, PAGE_SIZE).to_pylist()
    stated = None
    if found.tabulated.placed.events.is_census:
        stated = arrows(
            question.viewer,
            on=question.on,
            known_at=question.known_at,
            dataset=reading.asked.dataset,
            by=reading.asked.by,
            last=last_whole_month(min(question.on, reading.asked.period[1])),
            within_km=reading.asked.within_km,
        )
    said = [
        each
        for each in findings(question.viewer, on=question.on, known_at=question.known_at)
        if each.last.dataset == reading.asked.dataset
    ]
    view = found.tabulated.view
    content |= {
        "kinds": _kinds(found, reading.asked.kind),
        "months": reading.asked.months,
        "units": unit_rows(reading, found, stated.arrows if stated else {}),
        "in_name": unit_name(found.tabulated, reading.asked.unit) if reading.asked.unit else None,
        "elsewhere": found.elsewhere,
        "not_locatable": [{"reason": reason, "count": count} for reason, count in found.unlocated.items()],
        "is_census": found.tabulated.placed.events.is_census,
        "volume": _volume(found),
        "arrow_rule": ARROW_RULE if stated else None,
        "arrow_month": stated.month if stated else None,
        "judge": stated.judge if stated else None,
        "alerts": [
            {
                "unit": each.unit,
                "unit_name": unit_name(found.tabulated, each.unit),
                "month": each.month,
                "observed": each.observed,
                "expected": each.expected,
                "rules": [met.rule for met in each.rules],
            }
            for each in (stated.alerts if stated else ())
        ],
        "findings": [_finding_row(each, found) for each in said],
        "shelf": Shelf(number, last, total),
        "events": [
            event_row(row, reading.asked.dataset, found.units_of(start + offset)) for offset, row in enumerate(part)
        ],
        "not_drawn": int((~found.drawable).sum()),
        "releases": [release_row(each) for each in found.tabulated.releases],
        "boundaries": {
            "source": view.notes[0],
            "stated": view.notes[1],
            "km": round(view.perimeter.km(SegmentKind.LAND)),
            "segments": len(view.perimeter.land),
        }
        if view is not None
        else None,
        "map": _map_is_set_up(),
        "picture_alt": alternative(view, question.language) if view is not None and view.perimeter.segments else None,
        "citations": cited(
            question,
            [source for each in found.tabulated.releases for source in each.basis.sources]
            + [source for each in said for source in each.last.basis.sources],
        ),
    }
    response = answer(request, "watch/watch.html", question, content)
    if content["map"]:
        response.headers["Content-Security-Policy"] = MAP_POLICY
    return response


def event_page(request: HttpRequest, dataset: str, key: str) -> HttpResponse:
    """One event: all that each release says of it, the newest first."""
    question = question_of(request)
    if dataset not in event_datasets(question.viewer, known_at=question.known_at):
        raise Http404
    found = event_versions(question.viewer, on=question.on, known_at=question.known_at, dataset=dataset, event_id=key)
    if not found:
        raise Http404
    newest = found[-1]
    content = {
        "event": {"id": key, **version_row(newest.row, dataset), **_basis(newest.release)},
        "versions": [
            {"release": each.release.key, **version_row(each.row, dataset), **_basis(each.release)}
            for each in reversed(found)
        ],
        "coverage": newest.release.coverage,
        "citations": cited(question, [source for each in found for source in each.release.basis.sources]),
    }
    return answer(request, "watch/event.html", question, content)


def _basis(release: Any) -> dict[str, Any]:
    row = release_row(release)
    return {"release_standing": row["standing"], "sources": row["sources"]}
