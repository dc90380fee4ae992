"""How far the members vote alike: over time, by subject, by pair. Likeness is not called coordination."""

from collections.abc import Mapping, Sequence

from secretariat.kernel import Figure, LocalizedText
from secretariat.positions.rules.agreement import Agreement, Cohesion, Interval, Pair, SessionAgreement
from secretariat.positions.rules.record import RollCallRecord
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Chart, Display, Heading, Paragraph, Sentence, Value, say
from secretariat.review.rules.positions import ISSUE_WORDS, PAIRS
from secretariat.review.sections.positions.figures import index_figure, votes_figure, window
from secretariat.review.sections.positions.votes import release_line

INDEX = "agreement_index"
"""The name of the agreement index among the intervals."""
FEWEST = 5
"""Means over fewer roll calls are not drawn."""
MEMBERS = LocalizedText("the members", "члены организации")
ASSEMBLY = LocalizedText("the whole Assembly", "вся Ассамблея")
CONTESTED = LocalizedText("the members, contested votes", "члены организации, спорные голосования")


def agreement_blocks(shot: Snapshot) -> list[Block]:
    """Agreement in words and charts; nothing where no release was known or two members never voted together."""
    record = shot.positions
    found = record.agreement
    if found is None or not found.used:
        return []
    blocks: list[Block] = [
        Heading(LocalizedText("How far the members vote alike", "Насколько сходно голосуют члены")),
        _message(shot, found),
        _caution(shot, found),
    ]
    if (over_time := _over_time(shot)) is not None:
        blocks.append(over_time)
    if record.by_issue:
        blocks.append(_by_issue(shot))
    if found.pairs:
        blocks.append(_pair_matrix(shot, found.pairs))
    return blocks


def _interval(found: Cohesion) -> Interval | None:
    return found.intervals.get(INDEX)


def _bound(shot: Snapshot, name: str, records: Sequence[RollCallRecord], value: float | None) -> Figure:
    return votes_figure(shot, name, records, window(shot), "bootstrap over roll calls", value=value)


def _message(shot: Snapshot, found: Agreement) -> Paragraph:
    record = shot.positions
    used, interval = record.within(), _interval(found)
    contested = record.contested
    baseline = found.baseline
    return Paragraph(
        say(
            "Over the two years to {on} the agreement index of the members is {index} (95 % interval {low}–{high}), "
            "from {used} recorded votes; that of the whole Assembly in the same votes is {all}. On the {few} contested "
            "ones, with at least a quarter of the Assembly against the majority, it is {contested}.",
            "За два года по {on} индекс согласия членов – {index} (интервал 95 %: {low}–{high}), поимённых "
            "голосований: {used}; у всей Ассамблеи в тех же голосованиях – {all}. В спорных, где против большинства "
            "было не менее четверти Ассамблеи ({few}), он равен {contested}.",
            on=shot.on,
            index=index_figure(shot),
            low=_bound(shot, "votes-ai-low", used, interval.low if interval else None),
            high=_bound(shot, "votes-ai-high", used, interval.high if interval else None),
            used=votes_figure(shot, "votes-window-used", used, window(shot), unit="roll calls"),
            all=votes_figure(
                shot,
                "votes-ai-all",
                used,
                window(shot),
                "whole Assembly, by its totals",
                value=baseline.all_members if baseline is not None else None,
            ),
            few=votes_figure(
                shot, "votes-contested-used", record.within(contested=True), window(shot), unit="roll calls"
            ),
            contested=votes_figure(
                shot,
                "votes-ai-contested",
                record.within(contested=True),
                window(shot),
                "minority >= 25 %",
                value=contested.agreement_index if contested is not None else None,
            ),
        ),
        "message",
    )


def _caution(shot: Snapshot, found: Agreement) -> Paragraph:
    """What must be read beside an index; random groups where the release holds everybody's votes."""
    drawn = found.baseline.random_groups if found.baseline is not None else None
    used = shot.positions.within()
    if drawn is None:
        return Paragraph(
            say(
                "Most texts of the Assembly are adopted with few votes against: any group looks united there. The "
                "release holds the votes of these states alone, so random groups of the same size cannot be drawn from "
                "it. Similar votes are no evidence that they were agreed beforehand.",
                "Большинство текстов Ассамблея принимает при немногих голосах против: единой там выглядит любая "
                "группа. В выпуске есть голоса только этих государств, поэтому случайные группы той же численности из "
                "него составить нельзя. Сходство голосов не доказывает, что они согласованы заранее.",
            )
        )
    return Paragraph(
        say(
            "Of groups of the same size drawn at random from {n} states, the mean index is {mean}; {percentile} % of "
            "them agree less than the members. Similar votes are no evidence that they were agreed beforehand.",
            "У случайных групп той же численности из государств ({n}) средний индекс – {mean}; у {percentile} % из них "
            "согласие ниже, чем у членов. Сходство голосов не доказывает, что они согласованы заранее.",
            n=drawn.drawn_from,
            mean=votes_figure(shot, "votes-ai-random", used, window(shot), f"{drawn.draws} groups", value=drawn.mean),
            percentile=votes_figure(
                shot, "votes-ai-percentile", used, window(shot), f"{drawn.draws} groups", value=drawn.percentile
            ),
        )
    )


def _session_figure(shot: Snapshot, found: SessionAgreement) -> Figure:
    return votes_figure(
        shot,
        f"session-{found.session}-votes-ai",
        shot.positions.of_session(found.session),
        f"session = {found.session}",
        value=found.agreement_index,
    )


def _time_rows(
    sessions: Sequence[SessionAgreement], contested: Sequence[SessionAgreement]
) -> list[Mapping[str, Value]]:
    rows: list[Mapping[str, Value]] = []
    for found in sessions:
        bounds = _interval(found)
        rows.append(
            {
                "session": found.session,
                "series": MEMBERS,
                "value": found.agreement_index,
                "low": bounds.low if bounds else None,
                "high": bounds.high if bounds else None,
            }
        )
    rows += [
        {"session": each.session, "series": ASSEMBLY, "value": each.all_members, "low": None, "high": None}
        for each in sessions
        if each.all_members is not None
    ]
    rows += [
        {"session": each.session, "series": CONTESTED, "value": each.agreement_index, "low": None, "high": None}
        for each in contested
        if each.used >= FEWEST
    ]
    return rows


def _over_time(shot: Snapshot) -> Chart | None:
    """The index by session with its interval, beside the whole Assembly and the contested votes alone."""
    record = shot.positions
    sessions = [each for each in record.sessions if each.used >= FEWEST]
    if not sessions:
        return None
    last = sessions[-1]
    display = Display(
        "votes-over-time",
        say("The agreement of the members by session", "Согласие членов по сессиям"),
        say(
            "Agreement index of the states that are members on {on}, General Assembly sessions {first} to {last}, with "
            "95 % intervals; beside it the whole Assembly and the contested votes alone",
            "Индекс согласия государств, являющихся членами на {on}, сессии Генеральной Ассамблеи с {first} по {last}, "
            "интервалы 95 %; рядом – вся Ассамблея и только спорные голосования",
            on=shot.on,
            first=sessions[0].session,
            last=last.session,
        ),
        release_line(shot),
        say(
            "Session {last} is counted up to {day}. Sessions with fewer than {few} votes are not drawn. Contested: at "
            "least a quarter of the Assembly against the majority.",
            "Сессия {last} учтена по {day}. Сессии, где голосований меньше {few}, не показаны. Спорные: не менее "
            "четверти Ассамблеи против большинства.",
            last=last.session,
            day=last.last,
            few=FEWEST,
        ),
    )
    alt = say(
        "Lines by session: the members from {first} in session {first_session} to {latest} in session {last_session}, "
        "with an interval; the whole Assembly and the contested votes beside them.",
        "Линии по сессиям: члены – от {first} на сессии {first_session} до {latest} на сессии {last_session}, с "
        "интервалом; рядом вся Ассамблея и спорные голосования.",
        first=_session_figure(shot, sessions[0]),
        first_session=sessions[0].session,
        latest=_session_figure(shot, last),
        last_session=last.session,
    )
    options: Mapping[str, Value] = {
        "x": LocalizedText("session (the year it opened)", "сессия (год открытия)"),
        "y": LocalizedText("agreement index", "индекс согласия"),
    }
    return Chart(display, "agreement-lines", tuple(_time_rows(sessions, record.contested_sessions)), alt, options)


def _by_issue(shot: Snapshot) -> Chart:
    """The index by subject, beside the whole Assembly."""
    record = shot.positions
    rows: list[Mapping[str, Value]] = []
    for issue, found in record.by_issue.items():
        used = record.within(issue=issue)
        interval = _interval(found)
        word = ISSUE_WORDS[issue.value]
        rows.append(
            {
                "subject": LocalizedText(f"{word.en} (n = {found.used})", f"{word.ru} (n = {found.used})"),
                "value": votes_figure(
                    shot,
                    f"subject-{issue.value}-votes-ai",
                    used,
                    window(shot),
                    f"issue = {issue.value}",
                    value=found.agreement_index,
                ),
                "low": interval.low if interval else None,
                "high": interval.high if interval else None,
                "all": found.baseline.all_members if found.baseline is not None else None,
            }
        )
    display = Display(
        "votes-by-subject",
        say("The agreement of the members by subject", "Согласие членов по темам"),
        say(
            "Agreement index over the two years to {on}, with 95 % intervals; the line is the whole Assembly in the "
            "same votes",
            "Индекс согласия за два года по {on}, интервалы 95 %; черта – вся Ассамблея в тех же голосованиях",
            on=shot.on,
        ),
        release_line(shot),
        say(
            "A roll call can have several subjects, or none. n: recorded votes in which two members or more voted.",
            "У голосования может быть несколько тем или ни одной. n – голосования, где голос подали не менее двух "
            "членов.",
        ),
    )
    options: Mapping[str, Value] = {
        "x": LocalizedText("agreement index", "индекс согласия"),
        "members": MEMBERS,
        "assembly": ASSEMBLY,
    }
    return Chart(display, "issue-bars", tuple(rows), _issue_alt(rows), options, alphabetical="subject")


def _issue_alt(rows: Sequence[Mapping[str, Value]]) -> Sentence:
    values = {f"v{index}": row["value"] for index, row in enumerate(rows)}
    words = {f"w{index}": row["subject"] for index, row in enumerate(rows)}
    listed = "; ".join(f"{{w{index}}}: {{v{index}}}" for index in range(len(rows)))
    return say(f"Bars by subject – {listed}.", f"Столбцы по темам – {listed}.", **values, **words)


def _pair_matrix(shot: Snapshot, pairs: Sequence[Pair]) -> Chart:
    """The linear agreement of every pair, with the number of votes it rests on."""
    rows: tuple[Mapping[str, Value], ...] = tuple(
        {"row": _name(shot, pair.a), "column": _name(shot, pair.b), "value": pair.linear, "n": pair.n} for pair in pairs
    )
    least, most = min(pairs, key=lambda pair: pair.linear), max(pairs, key=lambda pair: pair.linear)
    display = Display(
        "votes-pairs",
        say(
            "How alike each pair of members votes: from {low} to {high}",
            "Насколько сходно голосует каждая пара членов: от {low} до {high}",
            low=_pair_figure(shot, least),
            high=_pair_figure(shot, most),
        ),
        say(
            "Linear agreement over the two years to {on}; below it the recorded votes in which both cast a vote",
            "Линейное согласие за два года по {on}; ниже – число голосований, где голос подали оба",
            on=shot.on,
        ),
        release_line(shot),
        say(
            "States in alphabetical order. Absent members are left out pair by pair, so each pair rests on votes of "
            "its own.",
            "Государства в алфавитном порядке. Отсутствовавшие исключены по каждой паре, поэтому у каждой пары свои "
            "голосования.",
        ),
    )
    alt = say(
        "A triangular grid of {n} pairs; linear agreement lies between {low} and {high}.",
        "Треугольная сетка пар: {n}; линейное согласие от {low} до {high}.",
        n=len(pairs),
        low=_pair_figure(shot, least),
        high=_pair_figure(shot, most),
    )
    return Chart(display, "pair-matrix", rows, alt)


def _pair_figure(shot: Snapshot, pair: Pair) -> Figure:
    record = shot.positions
    shared = [
        each
        for each in record.since(record.start)
        if {each.votes.get(pair.a), each.votes.get(pair.b)} <= {"yes", "abstain", "no"}
    ]
    return votes_figure(
        shot,
        f"{pair.a}-{pair.b}-pair-linear".lower(),
        shared,
        window(shot),
        f"{pair.a} and {pair.b} cast a vote",
        value=pair.linear,
        method=PAIRS,
    )


def _name(shot: Snapshot, code: str) -> LocalizedText:
    state = shot.states.get(code)
    return state.name_on(shot.on) if state is not None else LocalizedText(code, code)
