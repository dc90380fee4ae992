"""Coordinated positions of the period, and what became of them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from secretariat.kernel import LocalizedText
from secretariat.positions.rules import Plan, PlanState, PositionView, VoteTest
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Display, Heading, Notice, Paragraph, Table, say
from secretariat.review.rules.method import count
from secretariat.review.rules.positions import (
    FORM_WORDS,
    LEDGER,
    OUTCOME_WORDS,
    STAGE_WORDS,
    UNTESTED_WORDS,
    VOTE_PHRASES,
)
from secretariat.review.sections.positions.figures import in_both, names_of, positions_figure, rates

SOURCE = say(
    "register of coordinated positions; rows and citations in the annexes",
    "реестр согласованных позиций; строки и источники – в приложениях",
)
PRINTED = 40
"""So many positions are printed; the rest stands in the rows of the figures."""


def ledger_blocks(shot: Snapshot, since: date) -> list[Block]:
    """The positions since a day; those before it in numbers; the plans; every vote that a position names."""
    ledger = shot.positions.ledger
    if not ledger.views and not ledger.plans:
        return []
    period = [view for view in ledger.since(since) if view.counts]
    before = [view for view in ledger.before(since) if view.counts]
    found: list[Block] = [Heading(LocalizedText("Positions and what became of them", "Позиции и что из них вышло"))]
    found.append(_period_message(shot, since, period))
    if period:
        found.append(_period_table(shot, since, period))
    if before:
        found.append(_before_message(since, before))
    tests = [(view, test) for view in ledger.views for test in view.outcome.tests]
    if tests:
        found.append(_named_votes_table(shot, tests))
    found += _plans(shot, ledger.plans)
    if ledger.not_found:
        found.append(_not_found(ledger.not_found))
    return found


def _period_message(shot: Snapshot, since: date, views: Sequence[PositionView]) -> Block:
    if not views:
        return Paragraph(
            say(
                "No coordinated position of the period from {since} to {on} is on record.",
                "За период с {since} по {on} согласованных позиций в реестре нет.",
                since=since,
                on=shot.on,
            ),
            "message",
        )
    rate = rates("period-position", views, f"{since} <= date <= {shot.on}")
    return Paragraph(
        say(
            "From {since} to {on} coordinated positions on record: {n}. Delivered: {delivered}; joined by every "
            "member, of those with answers on record: {joined}; with an agreed vote: {vote}; tested by a vote: "
            "{tested}; kept, of those tested: {kept}.",
            "С {since} по {on} согласованных позиций в реестре: {n}. Оглашено: {delivered}; присоединились все члены, "
            "среди имеющих зафиксированные ответы: {joined}; с согласованным голосом: {vote}; проверено голосованием: "
            "{tested}; выдержано, среди проверенных: {kept}.",
            since=since,
            on=shot.on,
            n=positions_figure("positions-of-period", views, f"{since} <= date <= {shot.on}"),
            delivered=rate["delivered"],
            joined=rate["joined-by-all"],
            vote=rate["with-a-vote"],
            tested=rate["tested"],
            kept=rate["kept"],
        ),
        "message",
    )


def _before_message(since: date, views: Sequence[PositionView]) -> Paragraph:
    rate = rates("earlier-position", views, f"date < {since}")
    return Paragraph(
        say(
            "Before that {n} are on record: delivered {delivered}, with an agreed vote {vote}, tested by a vote "
            "{tested}, kept of those tested {kept}. A position that names no agreed vote is not tested, however the "
            "members vote.",
            "До этого в реестре: {n}; оглашено {delivered}, с согласованным голосом {vote}, проверено голосованием "
            "{tested}, выдержано среди проверенных {kept}. Позиция без согласованного голоса не проверяется, как бы ни "
            "голосовали члены.",
            n=positions_figure("positions-before", views, f"date < {since}"),
            delivered=rate["delivered"],
            vote=rate["with-a-vote"],
            tested=rate["tested"],
            kept=rate["kept"],
        )
    )


def outcome_words(view: PositionView) -> LocalizedText:
    """What the named votes say about a position; where nothing was tested, why."""
    why = view.outcome.why_untested
    return UNTESTED_WORDS[why.value] if why is not None else OUTCOME_WORDS[view.outcome.outcome.value]


def _planned(view: PositionView) -> Cell:
    if view.planned is None:
        return None
    return LocalizedText("yes", "да") if view.planned else LocalizedText("no", "нет")


def _joined(view: PositionView) -> Cell:
    figure = view.rate_joined()
    name = f"{view.position.key}-position-joined".lower().replace("_", "-").replace(".", "-").replace(":", "-")
    return None if figure.value is None else replace(figure, name=name)


def _period_table(shot: Snapshot, since: date, views: Sequence[PositionView]) -> Table:
    forums = shot.positions.ledger.forums
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            say("{title} ({form})", "{title} ({form})", title=view.position.title, form=_form(view)),
            view.position.when,
            forums[view.position.forum].name if view.position.forum in forums else view.position.forum,
            _planned(view),
            _joined(view),
            STAGE_WORDS[view.stage.value],
            outcome_words(view),
            view.standing,
        )
        for view in views[:PRINTED]
    )
    display = Display(
        "positions",
        say("What became of the coordinated positions", "Что вышло из согласованных позиций"),
        say(
            "Positions agreed or made from {since} to {on}, newest first; joined: members with an act of joining on "
            "record, of the members of that day",
            "Позиции, согласованные или заявленные с {since} по {on}, сначала новые; присоединились: члены с "
            "зафиксированным присоединением, из членов на тот день",
            since=since,
            on=shot.on,
        ),
        SOURCE,
        say("{more} more stand in the data folder.", "Ещё в папке данных: {more}.", more=len(views) - PRINTED)
        if len(views) > PRINTED
        else None,
    )
    columns = (
        LocalizedText("Position", "Позиция"),
        LocalizedText("Date", "Дата"),
        LocalizedText("Meant for", "Где заявлена"),
        LocalizedText("Planned", "По плану"),
        LocalizedText("Joined", "Присоединились"),
        LocalizedText("Stage", "Стадия"),
        LocalizedText("In the votes it names", "В названных голосованиях"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, rows, dense=True, widths=(2.4, 1.1, 1.5, 1.1, 1.1, 1, 1.5, 1.2))


def _form(view: PositionView) -> LocalizedText:
    return FORM_WORDS[view.position.kind.value]


def _members_votes(shot: Snapshot, test: VoteTest) -> Cell:
    if test.recorded is None:
        return None
    by_vote = {vote: [each.state for each in test.members if (each.vote or "unknown") == vote] for vote in VOTE_PHRASES}
    said = [(phrase, names_of(shot, by_vote[vote])) for vote, phrase in VOTE_PHRASES.items() if by_vote[vote]]
    english = "; ".join(f"{phrase.en}: {names.en}" for phrase, names in said)
    return LocalizedText(english, "; ".join(f"{phrase.ru}: {names.ru}" for phrase, names in said))


def _named_votes_table(shot: Snapshot, tests: Sequence[tuple[PositionView, VoteTest]]) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            view.position.title,
            _symbol(test),
            test.recorded.day if test.recorded is not None else None,
            VOTE_PHRASES[test.named.agreed.value]
            if test.named.agreed is not None
            else LocalizedText("none agreed", "не согласован"),
            _members_votes(shot, test),
            UNTESTED_WORDS[test.why_untested.value]
            if test.why_untested is not None
            else OUTCOME_WORDS[test.outcome.value],
            test.named.basis.standing,
        )
        for view, test in tests[:PRINTED]
    )
    display = Display(
        "named-votes",
        say("The votes that positions name", "Голосования, названные в позициях"),
        say(
            "Every roll call named in a position on record by {on}, with the vote agreed beforehand and each member's "
            "vote",
            "Все поимённые голосования, названные в позициях реестра на {on}, с заранее согласованным голосом и "
            "голосом каждого члена",
            on=shot.on,
        ),
        SOURCE,
        say(
            "Kept and split are said only of an agreed vote. Absent members are counted apart.",
            "«Выдержана» и «разошлись» говорится только о согласованном голосе. Отсутствовавшие считаются отдельно.",
        ),
    )
    columns = (
        LocalizedText("Position", "Позиция"),
        LocalizedText("Resolution", "Резолюция"),
        LocalizedText("Voted on", "Дата голосования"),
        LocalizedText("Agreed vote", "Согласованный голос"),
        LocalizedText("How the members voted", "Как голосовали члены"),
        LocalizedText("Outcome", "Итог"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, rows, dense=True, widths=(1.8, 1.2, 1.2, 1, 2.6, 1.5, 1.1))


def _symbol(test: VoteTest) -> str:
    recorded = test.recorded.resolution if test.recorded is not None else ""
    return test.named.resolution or recorded or test.named.rollcall


def _plans(shot: Snapshot, plans: Sequence[Plan]) -> list[Block]:
    if not plans:
        return []
    adopted = [plan for plan in plans if plan.state is PlanState.ADOPTED]
    figure = count(
        "positions-plans",
        LEDGER,
        tuple(plan.key for plan in plans),
        unit="plans",
        standings=tuple(plan.basis.standing for plan in plans),
        sources=tuple(key for plan in plans for key in plan.basis.sources),
        filters=(f"on = {shot.on}",),
    )
    last = plans[-1]
    english = {PlanState.ADOPTED: "adopted", PlanState.ON_AGENDA: "on the agenda; its adoption is not on record"}
    russian = {PlanState.ADOPTED: "утверждён", PlanState.ON_AGENDA: "в повестке; сведений об утверждении нет"}
    state = LocalizedText(
        english.get(last.state, "spoken of; its adoption is not on record"),
        russian.get(last.state, "упоминается; сведений об утверждении нет"),
    )
    return [
        Paragraph(
            say(
                "Plans of consultations and lists of statements on record: {n}, of which {adopted} adopted. The last "
                "one: {title}, {when} – {state}.",
                "Планов консультаций и перечней заявлений в реестре: {n}, из них утверждено {adopted}. Последний: "
                "{title}, {when} – {state}.",
                n=figure,
                adopted=count(
                    "positions-plans-adopted",
                    LEDGER,
                    tuple(plan.key for plan in adopted),
                    unit="plans",
                    standings=tuple(plan.basis.standing for plan in adopted),
                    sources=tuple(key for plan in adopted for key in plan.basis.sources),
                    filters=("state = adopted", f"on = {shot.on}"),
                ),
                title=last.title,
                when=last.when,
                state=state,
            )
        )
    ]


def _not_found(views: Sequence[PositionView]) -> Notice:
    titles = [view.position.title for view in views]
    return Notice(
        say(
            "Looked for and not found: {n} – {titles}.",
            "Искали и не нашли: {n} – {titles}.",
            n=positions_figure("positions-not-found", views, "standing = unknown"),
            titles=in_both((title.in_language("en") for title in titles), (t.in_language("ru") for t in titles)),
        )
    )
