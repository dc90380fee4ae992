"""The votes on which the members split, with every member's vote; and those with a yes against a no."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from secretariat.kernel import Figure, LocalizedText
from secretariat.positions.rules.record import RollCallRecord
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import (
    Block,
    Cell,
    Display,
    Heading,
    Notice,
    Paragraph,
    Sentence,
    Table,
    say,
)
from secretariat.review.rules.positions import ISSUE_WORDS, PAIRS
from secretariat.review.sections.positions.figures import names_of, votes_figure, votes_share, votes_trace

ACRONYMS = frozenset({"UN", "USSR", "USA", "UK", "IAEA", "UNRWA", "NPT", "ICJ", "OSCE", "UNESCO", "NATO", "AIDS"})
SMALL_WORDS = frozenset({"and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"})
SPLITS_PRINTED = 12
"""So many divided roll calls are printed, the most divided first; the others are counted, and their rows listed."""


def release_line(shot: Snapshot) -> Sentence:
    """Where the votes are from."""
    release = shot.positions.release
    name = release.release or release.key if release is not None else "–"
    return say(
        "roll calls of the General Assembly, release “{name}”",
        "поимённые голосования Генеральной Ассамблеи, выпуск «{name}»",
        name=name,
    )


def vote_blocks(shot: Snapshot, since: date) -> list[Block]:
    """How the members voted since a day; a line where no release of roll calls was known."""
    record = shot.positions
    if record.release is None:
        return [
            Notice(
                say(
                    "No release of roll calls was known at {known}.",
                    "По сведениям на {known} выпусков поимённых голосований нет.",
                    known=shot.known_at,
                )
            )
        ]
    held = record.since(since)
    heading = Heading(LocalizedText("The votes on which the members split", "Голосования, где голоса членов разошлись"))
    if not held:
        nothing = say(
            "No roll call from {since} to {on} is on record.",
            "С {since} по {on} поимённых голосований в реестре нет.",
            since=since,
            on=shot.on,
        )
        return [heading, Notice(nothing)]
    split = sorted(
        (each for each in held if each.is_split),
        key=lambda each: (each.agreement or 0.0, -each.date.toordinal(), each.rollcall),
    )
    found: list[Block] = [heading, _message(shot, since, held, split)]
    if split:
        found.append(_splits_table(shot, since, split))
    return [*found, *_clash_blocks(shot, since, held)]


def _message(shot: Snapshot, since: date, held: Sequence[RollCallRecord], split: Sequence[RollCallRecord]) -> Paragraph:
    used = [each for each in held if each.agreement is not None]
    period = f"{since} <= date <= {shot.on}"
    return Paragraph(
        say(
            "From {since} to {on} the General Assembly held {held} recorded votes. In {used} of them at least two "
            "members cast a vote; on {split} the members split.",
            "С {since} по {on} в Генеральной Ассамблее поимённых голосований: {held}. Голоса подали не менее двух "
            "членов: {used}; голоса членов разошлись: {split}.",
            since=since,
            on=shot.on,
            held=votes_figure(shot, "votes-of-period", held, period, unit="roll calls"),
            used=votes_figure(shot, "votes-used", used, period, "two votes or more", unit="roll calls"),
            split=votes_share(shot, "votes-split", split, used, period, "split"),
        ),
        "message",
    )


def title_of(record: RollCallRecord) -> LocalizedText:
    """A roll call by its resolution, with what the source calls it, what part was voted upon, and its subjects."""
    symbol = record.resolution or record.rollcall
    titled = f"{symbol} {_calm(record.title)}" if record.title else symbol
    about = [ISSUE_WORDS[issue] for issue in record.issues if issue in ISSUE_WORDS]
    if record.amendment:
        about.insert(0, LocalizedText("amendment", "поправка"))
    if record.paragraph:
        about.insert(0, LocalizedText("paragraph", "пункт"))
    english, russian = ", ".join(each.en for each in about), ", ".join(each.ru for each in about)
    return LocalizedText(f"{titled} ({english})" if english else titled, f"{titled} ({russian})" if russian else titled)


def _calm(title: str) -> str:
    """A title that the source shouts in capitals, with capitals only where English titles have them."""
    if not title.isupper():
        return title
    words = [word if word in ACRONYMS else word.lower() for word in title.split()]
    return " ".join(word if word in SMALL_WORDS or word in ACRONYMS else word.capitalize() for word in words)


def _who(shot: Snapshot, record: RollCallRecord, *votes: str | None) -> LocalizedText:
    return names_of(shot, [state for state, vote in record.votes.items() if vote in votes])


def _splits_table(shot: Snapshot, since: date, split: Sequence[RollCallRecord]) -> Table:
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            title_of(record),
            record.date,
            _who(shot, record, "yes"),
            _who(shot, record, "abstain"),
            _who(shot, record, "no"),
            _who(shot, record, "absent", "not_participating", "not_member", None),
            votes_figure(shot, f"rollcall-{record.rollcall}-split-ai".lower(), [record], value=record.agreement),
        )
        for record in split[:SPLITS_PRINTED]
    )
    more = len(split) - SPLITS_PRINTED
    display = Display(
        "votes-split",
        say(
            "The most divided votes, with every member's vote", "Голосования с наибольшими расхождениями, голос каждого"
        ),
        say(
            "Recorded votes from {since} to {on} on which the members split, the lowest agreement index first",
            "Поимённые голосования с {since} по {on}, где голоса членов разошлись, сначала с наименьшим индексом "
            "согласия",
            since=since,
            on=shot.on,
        ),
        release_line(shot),
        say(
            "{more} more stand in the data folder. A member that cast no vote is in no index.",
            "Ещё в папке данных: {more}. Не подавший голоса член в индекс не входит.",
            more=more,
        )
        if more > 0
        else say("A member that cast no vote is in no index.", "Не подавший голоса член в индекс не входит."),
    )
    columns = (
        LocalizedText("Resolution", "Резолюция"),
        LocalizedText("Date", "Дата"),
        LocalizedText("Yes", "За"),
        LocalizedText("Abstained", "Воздержались"),
        LocalizedText("No", "Против"),
        LocalizedText("Cast no vote", "Не голосовали"),
        LocalizedText("Index", "Индекс"),
    )
    return Table(display, columns, rows, dense=True, widths=(2.2, 1, 2, 1.6, 1.6, 1.4, 0.7))


def _clash_blocks(shot: Snapshot, since: date, held: Sequence[RollCallRecord]) -> list[Block]:
    clashing = [record for record in held if record.is_clash]
    used = [record for record in held if record.agreement is not None]
    period = f"{since} <= date <= {shot.on}"
    figure = votes_share(shot, "votes-clash", clashing, used, period, "a yes and a no")
    found: list[Block] = [
        Heading(LocalizedText("Yes against no", "«За» против «против»")),
        Paragraph(
            say(
                "In {n} a member voted yes and another no.",
                "Один член голосовал «за», а другой – «против»: {n}.",
                n=figure,
            )
        ),
    ]
    if clashing:
        found.append(_clash_table(shot, since, held, clashing))
    return found


def _clash_table(
    shot: Snapshot, since: date, held: Sequence[RollCallRecord], clashing: Sequence[RollCallRecord]
) -> Table:
    shared: Counter[tuple[str, str]] = Counter()
    against: dict[tuple[str, str], list[RollCallRecord]] = {}
    for record in held:
        cast = sorted(state for state, vote in record.votes.items() if vote in {"yes", "abstain", "no"})
        shared.update(combinations(cast, 2))
    for record in clashing:
        for a, b in combinations(sorted(record.votes), 2):
            if {record.votes[a], record.votes[b]} == {"yes", "no"}:
                against.setdefault((a, b), []).append(record)
    period = f"{since} <= date <= {shot.on}"
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            _pair_name(shot, a, b),
            _pair_share(shot, a, b, records, shared[a, b], period),
            ", ".join(dict.fromkeys(record.resolution or record.rollcall for record in records)),
        )
        for (a, b), records in sorted(against.items())
    )
    display = Display(
        "votes-clash",
        say("Pairs of members that voted against each other", "Пары членов, голосовавшие друг против друга"),
        say(
            "Recorded votes from {since} to {on} in which one voted yes and the other no, of those in which both cast "
            "a vote",
            "Поимённые голосования с {since} по {on}, где один голосовал «за», а другой – «против», из тех, где голос "
            "подали оба",
            since=since,
            on=shot.on,
        ),
        release_line(shot),
        say("In alphabetical order.", "В алфавитном порядке."),
    )
    columns = (
        LocalizedText("Pair", "Пара"),
        LocalizedText("Clashes", "Столкновения"),
        LocalizedText("Resolutions", "Резолюции"),
    )
    return Table(display, columns, rows, dense=True, alphabetical=True, widths=(1.6, 1.2, 3.4))


def _pair_name(shot: Snapshot, a: str, b: str) -> LocalizedText:
    names = names_of(shot, [a, b])
    return LocalizedText(names.en.replace(", ", " – "), names.ru.replace(", ", " – "))


def _pair_share(shot: Snapshot, a: str, b: str, records: Sequence[RollCallRecord], shared: int, period: str) -> Figure:
    trace = votes_trace(shot, records, PAIRS, period, f"{a} and {b}")
    return Figure.rate(f"{a}-{b}-pair-clashes".lower(), len(records), shared, trace)
