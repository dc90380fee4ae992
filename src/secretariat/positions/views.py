"""Pages of the ledger of coordinated positions, and of the roll calls with each member's vote."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from secretariat.kernel import Figure, LocalizedText
from secretariat.parties.queries import members
from secretariat.parties.views import Names, state_names
from secretariat.positions.queries.ledger import Ledger, ledger, position_rows
from secretariat.positions.queries.record import voting_record
from secretariat.positions.queries.votes import DATASET
from secretariat.positions.rules import (
    Issue,
    MemberAnswer,
    Plan,
    PositionAct,
    PositionText,
    PositionView,
    Vote,
    VoteTest,
    ledger_rates,
)
from secretariat.positions.rules.record import RollCallRecord
from secretariat.sources.forms import Question, UnableToReadQuestion, choice, question_of
from secretariat.sources.queries import release_as_known
from secretariat.sources.rules import Release
from secretariat.sources.views import Part, Rows, answer, basis_row, cited, part_of

RATES = (
    ("planned", "rate_planned"),
    ("delivered", "rate_delivered"),
    ("joined-by-all", "rate_joined"),
    ("with-a-vote", "rate_vote"),
    ("tested", "rate_tested"),
    ("kept", "rate_kept"),
)


def _named(names: Names, code: str | None) -> LocalizedText:
    return names.get(code or "", LocalizedText(en=code or "", ru=code or ""))


def _rate(figure: Figure) -> dict[str, Any]:
    return {"n": figure.numerator, "of": figure.denominator, "share": figure.value}


def _forum_names(found: Ledger) -> Names:
    return {key: forum.name for key, forum in found.forums.items()}


def _summary(view: PositionView, forums: Names) -> dict[str, Any]:
    position = view.position
    return {
        "id": position.key,
        "date": position.when,
        "kind": position.kind,
        "title": position.title,
        "forum": position.forum,
        "forum_name": _named(forums, position.forum),
        "planned": view.planned,
        "plan": position.plan,
        "stage": view.stage,
        "joined": _rate(view.rate_joined()) if view.counts and view.is_answered else None,
        "outcome": view.outcome.outcome,
        "why_untested": view.outcome.why_untested,
        "votes_named": len(view.outcome.tests),
        "votes_tested": len(view.outcome.tested),
        **basis_row(position.basis),
        "standing": view.standing,
    }


def _plan_row(plan: Plan) -> dict[str, Any]:
    return {
        "id": plan.key,
        "date": plan.when,
        "kind": plan.kind,
        "state": plan.state,
        "title": plan.title,
        "covers": plan.covers,
        "meeting": plan.meeting,
        **basis_row(plan.basis),
    }


def _answer_row(each: MemberAnswer, names: Names) -> dict[str, Any]:
    basis = basis_row(each.act.basis) if each.act is not None else {"standing": None, "sources": ()}
    return {
        "state": each.state,
        "name": _named(names, each.state),
        "response": each.response,
        "is_member": each.is_member,
        "date": each.act.when if each.act is not None else None,
        "text": each.act.text if each.act is not None else LocalizedText(),
        **basis,
    }


def _act_row(act: PositionAct, names: Names) -> dict[str, Any]:
    return {
        "id": act.key,
        "date": act.when,
        "kind": act.kind,
        "state": act.state,
        "name": _named(names, act.state) if act.state else None,
        "text": act.text,
        "document": act.document,
        **basis_row(act.basis),
    }


def _text_row(text: PositionText, names: Names) -> dict[str, Any]:
    return {
        "id": text.key,
        "version": text.version,
        "stage": text.stage,
        "gist": text.gist,
        "date": text.when,
        "state": text.state,
        "name": _named(names, text.state) if text.state else None,
        **basis_row(text.basis),
    }


def _test_row(test: VoteTest, names: Names, question: Question) -> dict[str, Any]:
    votes = [
        {
            "state": each.state,
            "name": _named(names, each.state),
            "vote": Vote(each.vote) if each.vote else None,
            "conduct": each.conduct,
        }
        for each in test.members
    ]
    return {
        "id": test.named.key,
        "resolution": test.named.resolution or (test.recorded.resolution if test.recorded else ""),
        "dataset": test.named.dataset,
        "rollcall": test.named.rollcall,
        "held": test.recorded.day if test.recorded else None,
        "agreed": test.named.agreed,
        "agreed_on": test.named.when,
        "outcome": test.outcome,
        "why_untested": test.why_untested,
        "votes": _by_name(votes, question),
        **basis_row(test.named.basis),
    }


def _by_name(rows: Iterable[dict[str, Any]], question: Question) -> list[dict[str, Any]]:
    """Rows of states in alphabetical order of the page's language."""
    return sorted(rows, key=lambda row: (row["name"].in_language(question.language).casefold(), row["state"]))


def summary_rows(found: Ledger, part: Part) -> Rows:
    """A part of the ledger, newest first."""
    forums = _forum_names(found)
    return [_summary(view, forums) for view in part.of(found.views)]


def position_list(request: HttpRequest) -> HttpResponse:
    """The ledger on a day, newest first, with its rates, and the plans that positions stand in."""
    question, part = question_of(request), part_of(request)
    found = ledger(question.viewer, on=question.on, known_at=question.known_at)
    rates = ledger_rates(found.views)
    content = {
        "shelf": part.shelf(len(found.views)),
        "rates": [{"id": name, "word": word, **_rate(rates[name])} for name, word in RATES],
        "positions": summary_rows(found, part),
        "plans": [_plan_row(plan) for plan in reversed(found.plans)],
    }
    return answer(request, "positions/positions.html", question, content, ("positions",))


def position_page(request: HttpRequest, key: str) -> HttpResponse:
    """One position: who stands behind it, what was done about it, its text, and the votes it names."""
    question = question_of(request)
    found = ledger(question.viewer, on=question.on, known_at=question.known_at)
    view = position_rows(found, key)
    if view is None:
        raise Http404
    names = state_names(question)
    plan = next((each for each in found.plans if each.key == view.position.plan), None)
    tests = [_test_row(test, names, question) for test in view.outcome.tests]
    sources = [*view.sources, *(source for text in view.texts for source in text.basis.sources)]
    content = {
        "position": {
            **_summary(view, _forum_names(found)),
            "meeting": view.position.meeting,
            "decision": view.position.decision,
        },
        "plan": _plan_row(plan) if plan is not None else None,
        "answers": _by_name((_answer_row(each, names) for each in view.answers), question) if view.counts else [],
        "acts": [_act_row(act, names) for act in view.acts if not act.kind.is_response],
        "texts": [_text_row(text, names) for text in view.texts],
        "named_votes": tests,
        "citations": cited(question, [*sources, *(plan.basis.sources if plan is not None else ())]),
    }
    return answer(request, "positions/position.html", question, content)


def _day(request: HttpRequest, name: str) -> date | None:
    """A day of the address; ``None`` where none is stated. Raises :class:`UnableToReadQuestion`."""
    text = request.GET.get(name, "").strip()
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UnableToReadQuestion(name, text) from error
    if day.isoformat() != text:  # fromisoformat also reads weeks and compact forms
        raise UnableToReadQuestion(name, text)
    return day


def _release_row(release: Release) -> dict[str, Any]:
    return {
        "id": release.key,
        "name": release.release or release.key,
        "licence": release.licence,
        "coverage": release.coverage,
        **basis_row(release.basis),
    }


def _record_row(record: RollCallRecord, states: Iterable[dict[str, Any]]) -> dict[str, Any]:
    votes = [{"state": each["state"], "vote": record.votes.get(each["state"])} for each in states]
    return {
        "rollcall": record.rollcall,
        "date": record.date,
        "session": record.session,
        "resolution": record.resolution,
        "heading": record.title,
        "issues": [Issue(issue) for issue in record.issues],
        "paragraph": record.paragraph,
        "amendment": record.amendment,
        "totals": {"yes": record.yes, "abstain": record.abstain, "no": record.no},
        "agreement": record.agreement,
        "split": record.is_split,
        "clash": record.is_clash,
        "votes": [{**each, "vote": Vote(each["vote"]) if each["vote"] else None} for each in votes],
    }


def vote_rows(request: HttpRequest, question: Question, part: Part) -> tuple[int, Rows, dict[str, Any]]:
    """How many roll calls the address asks for, and a part of them, newest first; the choices, and the members."""
    start, end = _day(request, "from"), _day(request, "to")
    issue = choice(request, "issue", tuple(each.value for each in Issue))
    splits = choice(request, "splits", ("1",))
    found = members(question.viewer, on=question.on, known_at=question.known_at)
    states = _by_name(({"state": each.state.code, "name": each.state.name_on(question.on)} for each in found), question)
    page = voting_record(
        question.viewer,
        group=[each["state"] for each in states],
        splits_only=bool(splits),
        first=part.start,
        count=part.count,
        start=start,
        end=end + timedelta(days=1) if end is not None else None,
        issue=issue or None,
        on=question.on,
        known_at=question.known_at,
    )
    choices = {
        "chosen": {"from": start or "", "to": end or "", "issue": issue, "splits": splits},
        "choices": list(Issue),
        "states": states,
    }
    if page is None:
        return 0, [], choices
    return page.total, [_record_row(record, states) for record in page.records], choices


def vote_list(request: HttpRequest) -> HttpResponse:
    """The roll calls held by the day with the vote of each member of that day, newest first."""
    question, part = question_of(request), part_of(request)
    total, rows, choices = vote_rows(request, question, part)
    shelf = part.shelf(total)
    release = release_as_known(question.viewer, dataset=DATASET, known_at=question.known_at)
    content = {
        **choices,
        "shelf": shelf,
        "votes": rows,
        "release": _release_row(release) if release is not None else None,
        "citations": cited(question, release.basis.sources if release is not None else ()),
    }
    return answer(request, "positions/votes.html", question, content, ("votes",))
