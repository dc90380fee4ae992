"""The list of findings, with the form that lets the rules propose."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from secretariat.access.actions import NotSeen
from secretariat.access.rules import SECRETARIAT, Body, Duty, Viewer
from secretariat.papers.actions import once
from secretariat.sources.forms import LANG, Question, actor_of, question_of
from secretariat.sources.views import answer, cited
from secretariat.watch.actions import propose_findings
from secretariat.watch.forms.asking import Asked, asked, last_whole_month
from secretariat.watch.forms.judging import AskedFindings, asked_findings
from secretariat.watch.queries.events import event_datasets, event_releases, measured_by
from secretariat.watch.queries.findings import findings
from secretariat.watch.queries.geometry import boundaries_are_set_up
from secretariat.watch.queries.shown import arrows
from secretariat.watch.queries.tables import By
from secretariat.watch.queries.units import Units, units
from secretariat.watch.rules.adapters import Measured
from secretariat.watch.rules.findings import FindingState, finding_id, proposed_value, rule_said, state_of
from secretariat.watch.rules.signals import (
    ARROW_RULE,
    AlertRule,
    Arrow,
    Finding,
    FindingAct,
    FindingKind,
    RuleMet,
    RuleSaid,
)


def is_analyst(viewer: Viewer) -> bool:
    """Whether the viewer says what comes of proposals."""
    return viewer.body is Body.SECRETARIAT and Duty.ANALYST in viewer.duties


def value_of(kind: FindingKind, value: str) -> Arrow | AlertRule:
    """A direction, or a rule that was met."""
    return Arrow(value) if kind is FindingKind.ARROW else AlertRule(value)


def act_row(act: FindingAct) -> dict[str, Any]:
    """What was said, when, by whom and why."""
    return {
        "stage": act.stage,
        "value": value_of(act.finding, act.value),
        "date": act.said,
        "known_from": act.known_from,
        "by": act.by or None,
        "reason": act.reason or None,
        "mark": act.mark,
        "standing": act.basis.standing,
        "sources": act.basis.sources,
    }


def _met(said: RuleSaid | None) -> RuleMet | None:
    """The first rule met that has a threshold, whose numbers stand for all."""
    met = said.met if said else ()
    return next((each for each in met if each.threshold is not None), next(iter(met), None))


def finding_row(found: Finding, named: Units) -> dict[str, Any]:
    """A finding: what it is about, what the rule said with its numbers, how far it has come, and the last word."""
    last, said = found.last, rule_said(found)
    met, value = _met(said), proposed_value(found)
    return {
        "id": finding_id(last.subject),
        "unit": last.unit,
        "unit_name": named.name(last.unit),
        "kind": last.event_kind,
        "month": last.month,
        "dataset": last.dataset,
        "finding": last.finding,
        "stage": state_of(found),
        "proposed": value_of(last.finding, value) if value else None,
        "value": value_of(last.finding, last.value),
        "observed": said.observed if said else None,
        "expected": said.expected if said else None,
        "low": said.low if said else None,
        "high": said.high if said else None,
        "judge": said.judge if said else None,
        "within_km": said.within_km if said else None,
        "rules": [each.rule for each in said.met] if said else [],
        "threshold": met.threshold if met else None,
        "p_value": met.p_value if met else None,
        "q_value": met.q_value if met else None,
        "date": last.said,
        "by": last.by or None,
        "reason": last.reason or None,
        "standing": last.basis.standing,
        "sources": last.basis.sources,
    }


def _read(request: HttpRequest, question: Question, said: list[Finding]) -> tuple[Asked, AskedFindings, list[str]]:
    """The choices of the address. Data sets that findings name and that are gone can still be asked for."""
    held = event_datasets(question.viewer, known_at=question.known_at)
    datasets = [*held, *sorted({each.last.dataset for each in said} - set(held))]
    chosen = asked(request, question, datasets, By.SEGMENT if boundaries_are_set_up() else By.REGION)
    return chosen, asked_findings(request, chosen, datasets), datasets


def _page(request: HttpRequest, question: Question, *, word: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    said = findings(question.viewer, on=question.on, known_at=question.known_at)
    chosen, wanted, datasets = _read(request, question, said)
    # without a finding nothing is named, and an empty register has no units
    named = units(question.viewer, on=question.on, known_at=question.known_at) if said else Units(None, ())
    language = question.language
    rows = sorted(
        (finding_row(each, named) for each in said if wanted.has(each)),
        # the newest month first, within one in the order of the alphabet: nothing is ranked
        key=lambda row: (
            -int(row["month"].replace("-", "")),
            row["unit_name"].in_language(language).casefold(),
            row["finding"],
            row["kind"],
            row["dataset"],
        ),
    )
    choices = sorted(
        ((unit, named.name(unit).in_language(language)) for unit in {each.last.unit for each in said} | {chosen.unit}),
        key=lambda pair: (pair[1].casefold(), pair[0]),
    )
    content = {
        "chosen": {
            "dataset": wanted.dataset,
            "from": f"{chosen.first:%Y-%m}",
            "to": f"{chosen.last:%Y-%m}",
            "unit": chosen.by,
            "in": chosen.unit,
            "finding": wanted.finding,
            "state": wanted.state,
            "within_km": chosen.within_km,
        },
        "findings": rows,
        "datasets": datasets,
        "unit_choices": [pair for pair in choices if pair[0]],
        "kinds_of_finding": list(FindingKind),
        "states": list(FindingState),
        "ways": list(By),
        "may_propose": is_analyst(question.viewer),
        "month_judged": f"{last_whole_month(min(question.on, chosen.period[1])):%Y-%m}",
        "propose_for": chosen.dataset,
        "arrow_rule": ARROW_RULE,
        "word": word,
        "typed": {},
        "mistakes": [],
        "citations": cited(question, [source for row in rows for source in row["sources"]]),
    }
    response = answer(request, "watch/findings.html", question, content, ("findings",))
    response.status_code = status
    return response


def finding_list(request: HttpRequest) -> HttpResponse:
    """What stands out by the printed rules, and what was said of it: as far as the viewer may read it."""
    return _page(request, question_of(request))


def propose(request: HttpRequest) -> HttpResponse:
    """Record what the rules say of the month that the address asks for, once. Asked for without a form, the list."""
    question = question_of(request)
    viewer = question.viewer
    if request.method != "POST":
        return _page(request, question)
    if not is_analyst(viewer):
        raise Http404
    chosen, _, _ = _read(request, question, [])
    held = event_releases(SECRETARIAT, dataset=chosen.dataset, known_at=question.known_at)
    if measured_by(held) is Measured.ATTENTION:
        return _page(request, question, word="watch_attention_not_judged", status=HTTPStatus.BAD_REQUEST)
    last = last_whole_month(min(question.on, chosen.period[1]))
    # read before the transaction: millions of events would hold up whoever writes meanwhile
    stated = arrows(
        SECRETARIAT,
        on=question.on,
        known_at=question.known_at,
        dataset=chosen.dataset,
        by=chosen.by,
        last=last,
        within_km=chosen.within_km,
    )
    if stated is None or not (stated.arrows or stated.alerts):
        return _page(request, question, word="findings_nothing_to_judge", status=HTTPStatus.BAD_REQUEST)

    def act() -> str:
        propose_findings(
            actor_of(request),
            viewer,
            stated,
            dataset=chosen.dataset,
            within_km=chosen.within_km,
            unit=chosen.unit,
        )
        kept = {name: request.GET[name] for name in ("dataset", "unit", "in", "within_km", LANG) if name in request.GET}
        months = {"from": f"{chosen.first:%Y-%m}", "to": f"{chosen.last:%Y-%m}"}
        return f"{reverse('watch:findings')}?{urlencode(kept | months)}"

    try:
        return HttpResponseRedirect(once(viewer, request.POST.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
