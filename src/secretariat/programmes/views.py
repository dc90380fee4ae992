"""Pages of the fields of work."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from secretariat.kernel import Language, LocalizedText
from secretariat.parties.views import Names, state_names
from secretariat.programmes.queries import IndicatorReport, Programme, Series, programme_row, programmes
from secretariat.programmes.rules import Measurement, amount, period_text, qualified_text
from secretariat.programmes.rules.plots import Plot, plot_of
from secretariat.sources.forms import Question, question_of
from secretariat.sources.views import Rows, answer, cited, wants_json


def _spoken(each: Measurement, report: IndicatorReport, language: Language) -> str:
    found = amount(each, report.indicator)
    return qualified_text(found.value, found.qualifier, language, high=found.high, unit=found.unit)


def _figure(each: Measurement, report: IndicatorReport, names: Names, question: Question) -> dict[str, Any]:
    """One figure as a line of a table; the value in the indicator's unit, as the source gives it beside it."""
    known = each.bounds is not None
    return {
        "id": each.basis.key,
        "of": names.get(each.state, LocalizedText(each.state)) if each.state else None,
        "operation": each.operation,
        "period": period_text(each.period),
        "text": _spoken(each, report, question.language) if known else "",
        "as_given": f"{each.value:g} {each.unit}" if known and each.factor != 1 and each.value is not None else "",
        "cumulative": each.cumulative,
        "said": each.said,
        "by": each.by,
        "standing": each.basis.standing,
        "sources": each.basis.sources,
        "note": each.basis.note,
    }


def _plot(series: Series, report: IndicatorReport) -> Plot | None:
    missing = report.missing if series.state is None else ()
    return plot_of((each for each in series.measurements if not each.cumulative), missing)


def _indicator(report: IndicatorReport, names: Names, question: Question) -> dict[str, Any]:
    lead = report.latest
    newest = lead.latest if lead else None
    figures = [_figure(each, report, names, question) for series in report.series for each in series.measurements]
    return {
        "id": report.indicator.key,
        "row": report.indicator.basis.key,
        "name": report.indicator.name,
        "unit": report.indicator.unit_name,
        "definition": report.indicator.definition,
        "direction": report.indicator.direction,
        "part_of": report.indicator.part_of,
        "plot": _plot(lead, report) if lead else None,
        "latest": [
            _spoken(each, report, question.language)
            for each in (newest.figures.measurements if newest and newest.figures else ())
            if each.bounds is not None
        ],
        "latest_period": period_text(newest.figures.period) if newest and newest.figures else None,
        "earlier_period": period_text(newest.earlier.period) if newest and newest.earlier else None,
        "trend": newest.trend if newest else None,
        "judgement": newest.judgement if newest else None,
        "figures": figures,
        "known": sum(bool(each["text"]) for each in figures),
    }


def _summary(programme: Programme) -> dict[str, Any]:
    field, council = programme.field, programme.council
    return {
        "id": field.key,
        "name": field.name,
        "about": field.about,
        "council": {"id": council.key, "name": council.name, "short": council.short} if council else None,
        "indicators": sum(bool(each.series) for each in programme.indicators),
        "figures": sum(each.bounds is not None for each in programme.measurements),
        "contradictions": sum(each.weight == "contradiction" for each in programme.findings),
        "questions": sum(each.weight == "question" for each in programme.findings),
        "operations": len(programme.operations),
        "plans": len(programme.plans),
        "standing": field.basis.standing,
        "sources": field.basis.sources,
    }


def summary_rows(found: Iterable[Programme], language: Language) -> Rows:
    """The fields of work in short, in alphabetical order of a language."""
    return sorted((_summary(each) for each in found), key=lambda row: row["name"].in_language(language).casefold())


def programme_list(request: HttpRequest) -> HttpResponse:
    """The fields of work on a day."""
    question = question_of(request)
    found = programmes(question.viewer, on=question.on, known_at=question.known_at)
    if wants_json(request):
        return answer(request, "", question, {"programmes": [programme_row(each) for each in found]})
    content = {"programmes": summary_rows(found, question.language)}
    return answer(request, "programmes/programmes.html", question, content, ("programmes",))


def _sources(row: Any) -> Iterable[str]:
    """Every source that a row or a row inside it names."""
    if isinstance(row, dict):
        yield from row.get("sources", ())
        for value in row.values():
            yield from _sources(value)
    elif isinstance(row, list):
        for value in row:
            yield from _sources(value)


def programme_page(request: HttpRequest, key: str) -> HttpResponse:
    """One field of work: its indicators with every figure, findings, operations, plans."""
    question = question_of(request)
    found = programmes(question.viewer, on=question.on, known_at=question.known_at, field=key)
    if not found:
        raise Http404
    programme = found[0]
    row = programme_row(programme)
    if wants_json(request):
        return answer(request, "", question, {"programme": row})
    names = state_names(question)
    operations = row["operations"]
    for operation in operations:
        for act in operation["acts"]:
            act["participants"] = [names.get(code, LocalizedText(code)) for code in act["participants"]]
    content = {
        "programme": row,
        "council": programme.council,
        "bodies": [{"name": names.get(each.state), "body": each.name} for each in programme.field.bodies],
        "indicators": [_indicator(each, names, question) for each in programme.indicators if each.series],
        "findings": row["findings"],
        "operations": operations,
        "plans": row["plans"],
        "citations": cited(question, _sources(row)),
    }
    return answer(request, "programmes/programme.html", question, content)
