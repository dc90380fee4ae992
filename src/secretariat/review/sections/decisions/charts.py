"""The charts of the chapter: due against done, decisions against members, and the time things took."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date

from secretariat.decisions.rules import CommitmentStatus, Survival
from secretariat.kernel import LocalizedText
from secretariat.kernel.spoken import day_in
from secretariat.review.queries import SessionPace, Snapshot
from secretariat.review.rules.blocks import Block, Chart, Display, Value, say
from secretariat.review.rules.methods import SURVIVAL, count
from secretariat.review.rules.words import COMMITMENT_LETTERS, COMMITMENT_WORDS
from secretariat.review.sections.decisions.figures import SOURCE, cohort_figure, due_figure, named, slug_of

EARLIER_DRAWN = 3
"""More earlier sessions than this make the curves unreadable."""

Day = Callable[[CommitmentStatus], date | None]


def _cumulative(statuses: Iterable[CommitmentStatus], on: date) -> list[dict[str, Value]]:
    """Cumulative counts by day: laid down, fallen due, reported implemented, verified."""
    series: tuple[tuple[LocalizedText, Day], ...] = (
        (LocalizedText("laid down", "возложено"), lambda s: s.commitment.assigned),
        (LocalizedText("deadline passed", "срок прошёл"), lambda s: s.current_due),
        (
            LocalizedText("reported or found implemented", "исполнено по сообщениям или проверке"),
            lambda s: s.first_claimed or s.first_verified,
        ),
        (LocalizedText("verified", "проверено"), lambda s: s.first_verified),
    )
    held = list(statuses)
    start = min((status.commitment.assigned for status in held), default=on)
    rows: list[dict[str, Value]] = []
    for word, reads in series:
        days = Counter(day for status in held if (day := reads(status)) is not None and day <= on)
        total = days.pop(start, 0)
        rows.append({"series": word, "day": start, "value": total})
        for day in sorted(days):
            total += days[day]
            rows.append({"series": word, "day": day, "value": total})
        rows.append({"series": word, "day": on, "value": total})
    return rows


def due_and_done(shot: Snapshot, found: SessionPace) -> Chart:
    """What has fallen due against what is done, over time."""
    slug = slug_of(found.session)
    display = Display(
        f"{slug}-due-done",
        say(
            "Deadlines passed for {due}, implemented {done}",
            "Срок прошёл у {due}, исполнено {done}",
            due=due_figure(found, shot.on),
            done=named(found.pace.rates["implemented"], slug),
        ),
        say(
            "Commitments, cumulative, from adoption to {on}",
            "Обязательства, накопленным итогом, с принятия по {on}",
            on=shot.on,
        ),
        SOURCE,
    )
    alt = say(
        "Stepped lines from {day} to {on}: {n} laid down, {due} with a deadline that has passed, {done} implemented, "
        "{verified} verified.",
        "Ступенчатые линии с {day} по {on}: возложено {n}, срок прошёл у {due}, исполнено {done}, проверено "
        "{verified}.",
        day=found.adopted,
        on=shot.on,
        n=cohort_figure(found),
        due=due_figure(found, shot.on),
        done=named(found.pace.rates["implemented"], slug),
        verified=named(found.pace.rates["verified"], slug),
    )
    rows = tuple(_cumulative(found.pace.cohort.frozen, shot.on))
    return Chart(display, "steps", rows, alt, {"unit": LocalizedText("commitments", "обязательства")})


def matrix(shot: Snapshot, found: SessionPace) -> Chart | None:
    """Decisions against members; ``None`` where there is none, or too many to read."""
    titles = {decision.key: decision.title for decision in found.decisions}
    cells: dict[tuple[str, str], CommitmentStatus] = {}
    for status in found.pace.cohort.frozen:
        if status.commitment.state is not None:
            cells.setdefault((status.commitment.decision, status.commitment.state), status)
    decisions = [key for key in titles if any(decision == key for decision, _ in cells)]
    states = sorted({state for _, state in cells} | {member.state.code for member in shot.members})
    if not decisions or len(decisions) > 30:  # noqa: PLR2004  # a longer grid is no longer read; the table by decision is
        return None
    rows: list[dict[str, Value]] = []
    for decision in decisions:
        for code in states:
            own = cells.get((decision, code))
            value = own.status.value if own else "none"
            rows.append(
                {
                    "row": titles[decision],
                    "column": shot.states[code].name,
                    "status": value,
                    "letter": COMMITMENT_LETTERS[value],
                    "word": COMMITMENT_WORDS[value],
                }
            )
    display = Display(
        f"{slug_of(found.session)}-matrix",
        say("Which member has done what, decision by decision", "Что исполнено каждым членом по каждому решению"),
        say(
            "Computed status of each member's commitment on {on}",
            "Вычисленный статус обязательства каждого члена на {on}",
            on=shot.on,
        ),
        SOURCE,
    )
    alt = say(
        "A grid of decisions and members; the tables by decision and by member give the same counts in words.",
        "Сетка решений и членов; те же числа приведены в таблицах по решениям и по членам.",
    )
    return Chart(display, "matrix", tuple(rows), alt, alphabetical="column")


def _curve(survival: Survival, label: LocalizedText, on: int) -> list[dict[str, Value]]:
    rows: list[dict[str, Value]] = [{"series": label, "days": 0, "open": 1.0, "low": 1.0, "high": 1.0}]
    rows += [
        {"series": label, "days": point.days, "open": point.survival, "low": point.low, "high": point.high}
        for point in survival.points
    ]
    last = rows[-1]
    if isinstance(last["days"], int) and last["days"] < on:
        rows.append({**last, "days": on})
    return rows


def survival(shot: Snapshot, found: SessionPace) -> list[Block]:
    """Time to implementation beside earlier sessions; nothing where no cohort has a commitment."""
    curves = [found.survival, *found.comparison[:EARLIER_DRAWN]]
    curves = [curve for curve in curves if curve.n]
    if not curves:
        return []
    rows: list[dict[str, Value]] = []
    for curve in curves:
        day = found.session_days.get(curve.name)
        label = LocalizedText(
            f"session of {day_in('en', day) if day else curve.name} (n = {curve.n})",
            f"сессия {day_in('ru', day) if day else curve.name} (n = {curve.n})",
        )
        observed = (shot.on - day).days if day else max((point.days for point in curve.points), default=0)
        rows += _curve(curve, label, observed)
    own = found.survival
    events = count(
        f"{slug_of(found.session)}-events",
        SURVIVAL,
        own.rows,
        unit="commitments",
        value=own.events,
        filters=(found.session,),
    )
    display = Display(
        f"{slug_of(found.session)}-survival",
        say(
            "{events} of the {n} commitments of {day} have been reported implemented so far",
            "К настоящему времени сообщено об исполнении {events} из обязательств сессии {day} ({n})",
            events=events,
            n=cohort_figure(found),
            day=found.adopted,
        ),
        say(
            "Share not yet reported implemented by days since adoption, with 95 % intervals, beside earlier sessions",
            "Доля обязательств, об исполнении которых ещё не сообщено, по дням с принятия, интервалы 95 %, рядом с "
            "прежними сессиями",
        ),
        SOURCE,
        say(
            "Kaplan–Meier; open commitments are censored on {on}. Small cohorts give wide intervals: read them, not "
            "the line.",
            "Каплан–Мейер; открытые обязательства цензурированы на {on}. У малых когорт интервалы широки: важны они, "
            "а не линия.",
            on=shot.on,
        ),
    )
    alt = say(
        "Stepped curves of the share still open, one for each session: {names}.",
        "Ступенчатые кривые доли открытых обязательств по сессиям: {names}.",
        names=", ".join(curve.name for curve in curves),
    )
    options = {
        "x": LocalizedText("days since adoption", "дней с принятия"),
        "y": LocalizedText("not yet reported implemented", "об исполнении ещё не сообщено"),
    }
    return [Chart(display, "survival", tuple(rows), alt, options)]
