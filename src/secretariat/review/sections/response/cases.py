"""Requests and what became of them: the log, the answers, the decisions that answer them."""

from datetime import timedelta

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.kernel.spoken import imprecise_in
from secretariat.response.queries import Case
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Chart, Display, Mark, Table, Value, say
from secretariat.review.rules.response import (
    ACT_WORDS,
    ASSISTANCE_WORDS,
    CHALLENGE_WORDS,
    FATE_WORDS,
)
from secretariat.review.sections.response.figures import (
    requests_made,
    requests_open,
)
from secretariat.review.sections.response.pledges import DASH, SOURCE

_TONE = {
    "concluded": "implemented",
    "activated": "in_progress",
    "answered": "accepted",
    "assisted": "accepted",
    "agreed": "accepted",
    "under_consultation": "in_progress",
    "made": "proposed",
}
"""Statuses that a table has no colour of their own for, by one that looks like them."""


def name_of(shot: Snapshot, code: str) -> LocalizedText:
    """The name a state bore on the day."""
    state = shot.states.get(code)
    return LocalizedText(code, code) if state is None else state.name_on(shot.on)


def _fate(case: Case) -> Mark:
    status = case.course.status.value
    return Mark(_TONE.get(status, status), FATE_WORDS[status])


def _requests(shot: Snapshot) -> Table:
    rows = tuple(
        (
            case.request.when,
            name_of(shot, case.request.state),
            name_of(shot, case.request.territory),
            CHALLENGE_WORDS[case.request.kind.value] if case.request.kind else None,
            case.request.text or DASH,
            _fate(case),
            case.course.since,
            case.course.standing,
        )
        for case in shot.response.cases
    )
    display = Display(
        "force-requests-table",
        say(
            "Requests on record: {n}; still open: {open}",
            "Обращения в реестре: {n}; не завершены: {open}",
            n=requests_made(shot),
            open=requests_open(shot),
        ),
        say(
            "By date; what each had become by {on}",
            "По датам; состояние каждого на {on}",
            on=shot.on,
        ),
        SOURCE,
        say(
            "The kind of challenge is as the requesting state puts it; the register takes no view on it. Declined, "
            "lapsed and withdrawn requests remain.",
            "Вид вызова указан так, как его обозначило обратившееся государство; реестр оценки не даёт. Отклонённые, "
            "утратившие силу и отозванные обращения сохраняются.",
        ),
    )
    columns = (
        LocalizedText("Made", "Когда"),
        LocalizedText("By", "Кто обратился"),
        LocalizedText("For the territory of", "Для территории"),
        LocalizedText("Challenge", "Вызов"),
        LocalizedText("What was asked", "О чём"),
        LocalizedText("Fate", "Судьба"),
        LocalizedText("Since", "С"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, rows, dense=True, widths=(1.2, 1.1, 1.1, 1.1, 2, 1.3, 1.2, 1.1))


def _events(case: Case) -> list[tuple[ImpreciseDate, LocalizedText]]:
    """What happened to a request, by date, each date and word once."""
    course = case.course
    found = [(case.request.when, LocalizedText("request", "обращение"))]
    closings = [hearing.closing for hearing in course.hearings if hearing.closing is not None]
    found += [(closing.when, ACT_WORDS["closed"]) for closing in closings]
    for mandate in course.mandates:
        found.append((mandate.activation.when, LocalizedText("mandate begins", "начало мандата")))
        found += [(act.when, ACT_WORDS[act.kind.value]) for act in mandate.acts]
    found += [(each.when, ASSISTANCE_WORDS[each.kind.value]) for each in case.assistance]
    found += [(act.when, ACT_WORDS[act.kind.value]) for act in course.acts]
    return sorted(dict.fromkeys(found), key=lambda each: each[0].latest)


def _chart(shot: Snapshot) -> Chart:
    rows: list[dict[str, Value]] = []
    for case in shot.response.cases:
        events = _events(case)
        first, last = min(when.earliest for when, _ in events), max(when.latest for when, _ in events)
        margin = timedelta(days=max(3, (last - first).days // 12))
        for when, word in events:
            named = (f"{imprecise_in('en', when)}: {word.en}", f"{imprecise_in('ru', when)}: {word.ru}")
            rows.append(
                {
                    "subject": titled(shot, case),
                    "first": when.earliest,
                    "last": when.latest,
                    "from": first - margin,
                    "to": min(last + margin, shot.on),
                    "word": LocalizedText(*named),
                }
            )
    fates = [(titled(shot, case), FATE_WORDS[case.course.status.value]) for case in shot.response.cases]
    display = Display(
        "force-cases",
        say("Requests and what followed them", "Обращения и то, что за ними последовало"),
        say(
            "Each request on a scale of its own, up to {on}; a bar where only an interval is known",
            "Каждое обращение в своём масштабе, до {on}; полоса – если известен лишь промежуток",
            on=shot.on,
        ),
        SOURCE,
    )
    alt = say(
        "A row of marks in time for each request. {lines}.",
        "Ряд отметок во времени для каждого обращения. {lines}.",
        lines=LocalizedText(
            "; ".join(f"{name.en}: {fate.en}" for name, fate in fates),
            "; ".join(f"{name.ru}: {fate.ru}" for name, fate in fates),
        ),
    )
    return Chart(display, "force_cases", tuple(rows), alt)


def titled(shot: Snapshot, case: Case) -> LocalizedText:
    """A request by its state and year."""
    name, year = name_of(shot, case.request.state), case.request.when.latest.year
    return LocalizedText(f"{name.en}, {year}", f"{name.ru}, {year}")


def blocks(shot: Snapshot) -> list[Block]:
    """The requests and their course."""
    return [_requests(shot), _chart(shot)] if shot.response.cases else []
