"""One finding: the rule's numbers, the months before, the events of the month, what was said, the analyst's form."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from secretariat.access.actions import NotSeen
from secretariat.papers.actions import once
from secretariat.sources.forms import Question, actor_of, address_of, question_of
from secretariat.sources.views import answer, cited, part_of
from secretariat.watch.actions import JudgedMeanwhile, UnableToJudge, judge_finding
from secretariat.watch.forms.judging import JudgementForm, days_of, read_judgement
from secretariat.watch.queries.events import WITHIN_KM, event_datasets
from secretariat.watch.queries.findings import finding
from secretariat.watch.queries.shown import Shown, shown
from secretariat.watch.queries.tables import ALL
from secretariat.watch.queries.units import UnitHistory, Units, unit_history, units
from secretariat.watch.render.bars import bars
from secretariat.watch.rules.findings import (
    DIRECTIONS,
    WIDEST_FIRST,
    finding_id,
    judgements_on,
    proposed_value,
    rule_said,
)
from secretariat.watch.rules.signals import ARROW_RULE, Finding, FindingKind
from secretariat.watch.views.findings import act_row, finding_row, is_analyst
from secretariat.watch.views.reading import event_row, release_row


def _counted(question: Question, found: Finding, named: Units) -> tuple[Shown, UnitHistory | None] | None:
    """The events of the month in the unit, and its months; ``None`` where the data set is no list of events."""
    last, said = found.last, rule_said(found)
    if last.dataset not in event_datasets(question.viewer, known_at=question.known_at):
        return None
    first, end = days_of(last.month)
    near = (said.within_km if said else None) or WITHIN_KM
    by, kind = named.by(last.unit), "" if last.event_kind == ALL else last.event_kind
    events = shown(
        question.viewer,
        on=question.on,
        known_at=question.known_at,
        dataset=last.dataset,
        by=by,
        first=first,
        last=end,
        within_km=near,
        kind=kind,
        unit=last.unit,
    )
    if events is None:
        return None
    history = unit_history(
        question.viewer,
        on=question.on,
        known_at=question.known_at,
        dataset=last.dataset,
        by=by,
        unit=last.unit,
        kind=last.event_kind,
        last=end,
        within_km=near,
    )
    return events, history


def _events(request: HttpRequest, found: Finding, events: Shown) -> dict[str, Any]:
    part = part_of(request)
    total = len(events.table)
    stop = total if part.count is None else part.start + part.count
    rows = events.table.slice(part.start, stop - part.start).to_pylist()
    return {
        "events": [
            event_row(row, found.last.dataset, events.units_of(part.start + number)) for number, row in enumerate(rows)
        ],
        "shelf": part.shelf(total),
        "releases": [release_row(each) for each in events.tabulated.releases],
    }


def _history(history: UnitHistory | None) -> dict[str, Any]:
    if history is None:
        return {"series": [], "bars": None, "counted_now": None}
    return {
        "series": [
            {"month": month, "events": count} for month, count in zip(history.months, history.counts, strict=True)
        ],
        "bars": bars(history.months, history.counts, expected=history.why.mean),
        "counted_now": history.counts[-1],
    }


def _typed(found: Finding, form: JudgementForm | None) -> dict[str, str]:
    if form is not None:
        return form.typed
    return {"mark": WIDEST_FIRST[0].value, "value": proposed_value(found) or ""}


def _show(
    request: HttpRequest,
    question: Question,
    found: Finding,
    *,
    form: JudgementForm | None = None,
    mistakes: Sequence[tuple[str, str]] = (),
    meanwhile: bool = False,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    named = units(question.viewer, on=question.on, known_at=question.known_at)
    counted = _counted(question, found, named)
    events: dict[str, Any] = {"events": [], "shelf": None, "releases": []}
    if counted is not None:
        events = _events(request, found, counted[0])
    row = finding_row(found, named)
    content = {
        "finding": row,
        "acts": [act_row(act) for act in found.acts],
        "base": found.last.key,
        **events,
        **_history(counted[1] if counted else None),
        "arrow_rule": ARROW_RULE if found.last.finding is FindingKind.ARROW else None,
        "may_judge": is_analyst(question.viewer),
        "judgements": judgements_on(found),
        "directions": DIRECTIONS,
        "marks": WIDEST_FIRST,
        "typed": _typed(found, form),
        "mistakes": [{"field": field, "word": word} for field, word in mistakes],
        "word": "",
        "meanwhile": meanwhile,
        "citations": cited(
            question,
            [source for act in found.acts for source in act.basis.sources]
            + [source for each in events["releases"] for source in each["sources"]],
        ),
    }
    response = answer(request, "watch/finding.html", question, content, ("events", "series", "acts"))
    response.status_code = status
    return response


def finding_page(request: HttpRequest, key: str) -> HttpResponse:
    """One finding, as far as the viewer may read it."""
    question = question_of(request)
    found = finding(question.viewer, key, on=question.on, known_at=question.known_at)
    if found is None:
        raise Http404
    return _show(request, question, found)


def judge(request: HttpRequest, key: str) -> HttpResponse:
    """Take an analyst's word on a finding. Asked for without a form, the page of the finding."""
    question = question_of(request)
    found = finding(question.viewer, key, on=question.on, known_at=question.known_at)
    if found is None or not is_analyst(question.viewer):
        raise Http404
    if request.method != "POST":
        return _show(request, question, found)
    form = read_judgement(request.POST)
    if form.mistakes:
        return _show(request, question, found, form=form, mistakes=form.mistakes, status=HTTPStatus.BAD_REQUEST)
    return _take(request, question, found, form)


def _take(request: HttpRequest, question: Question, found: Finding, form: JudgementForm) -> HttpResponse:
    """Record what was said, once; where somebody said something meanwhile, show that and what was typed."""
    viewer, key = question.viewer, finding_id(found.last.subject)

    def act() -> str:
        assert form.judgement is not None  # a form without one has a mistake
        judge_finding(
            actor_of(request),
            viewer,
            key,
            judgement=form.judgement,
            reason=form.reason,
            mark=form.mark,
            base=request.POST.get("base", ""),
            value=form.typed["value"],
        )
        return address_of(request, "watch:finding", key)

    try:
        return HttpResponseRedirect(once(viewer, request.POST.get("token", ""), act))
    except NotSeen as error:
        raise Http404 from error
    except JudgedMeanwhile as error:
        return _show(request, question, error.current, form=form, meanwhile=True, status=HTTPStatus.CONFLICT)
    except UnableToJudge as error:
        field = f"reason_{question.language}" if error.field == "reason" else error.field
        mistakes = [(field, error.word)]
        return _show(request, question, found, form=form, mistakes=mistakes, status=HTTPStatus.BAD_REQUEST)
