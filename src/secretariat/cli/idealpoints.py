"""``secretariat positions idealpoints``: one dimension behind the votes of all states, and where the members stand."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Self

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, KnownAt, day, mistake, need_register, print_json, print_table
from secretariat.parties.queries import NoOrganisation

if TYPE_CHECKING:
    from secretariat.positions.queries.ideal_points import IdealPoints

COLUMNS = ("state", "session", "mean", "sd", "q05", "q95", "rhat", "n")
DECIMALS = 3
Row = dict[str, Any]


def session_range(text: str) -> frozenset[int]:
    """Read ``61-74``, ``65`` or ``1-18,20-74``; raises ``typer.BadParameter``."""
    chosen: set[int] = set()
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if not (first.isdecimal() and (last.isdecimal() or not dash)) or (dash and int(last) < int(first)):
            msg = f"{text!r} names no sessions, expected such as 61-74 or 60,65"
            raise typer.BadParameter(msg)
        chosen |= set(range(int(first), int(last or first) + 1))
    return frozenset(chosen)


@dataclass(frozen=True, slots=True)
class Poles:
    """Which way the line points: the codes of states above and of states below."""

    high: tuple[str, ...]
    low: tuple[str, ...]


def direction(text: str) -> Poles:
    """Read ``US,GB:RU``: who is above and who below; raises ``typer.BadParameter``."""
    high, colon, low = text.partition(":")
    above, below = (tuple(code.strip().upper() for code in part.split(",") if code.strip()) for part in (high, low))
    if not (colon and above and below):
        msg = f"{text!r} gives no direction, expected codes of states as in US,GB:RU"
        raise typer.BadParameter(msg)
    return Poles(above, below)


DirectionOption = Annotated[
    Poles | None,
    typer.Option(
        "--direction",
        parser=direction,
        metavar="HIGH:LOW",
        help="Which way the line points: states above and states below; as published (US,GB,CA,IL:RU,DD) without.",
    ),
]
SessionsOption = Annotated[
    frozenset[int] | None,
    typer.Option("--sessions", parser=session_range, metavar="FROM-TO", help="Only these sessions; all without."),
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write the ideal points of all states to this Parquet file."),
]
RepeatedOption = Annotated[
    Path | None,
    typer.Option(
        "--repeated",
        metavar="FILE",
        help="Pairs of roll calls on the same text (CSV, rcid1 and rcid2): they link the sessions to each other.",
    ),
]
UntilOption = Annotated[
    date | None,
    typer.Option("--on", parser=day, metavar="DATE", help="Only votes held by this day; today without."),
]
GroupOption = Annotated[
    str | None,
    typer.Option("--group", metavar="NAME", help="Whom to print: the organisation's key (the default) or AM,BY,..."),
]


class _Bar(AbstractContextManager["_Bar"]):
    """A bar with the remaining time on standard error; silent where nobody looks."""

    def __init__(self, total: int) -> None:
        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)
        self._total = total
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def advance(self, iterations: int) -> None:
        """So many iterations more are done; the bar appears with the first ones: a kept estimate needs none."""
        if self._task is None:
            self._task = self._progress.add_task("iterations", total=self._total)
        self._progress.advance(self._task, iterations)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    """What was typed."""

    on: date
    known_at: datetime
    sessions: frozenset[int] | None
    repeated: Path | None
    group: str | None
    dataset: str
    release: str | None
    direction: Poles | None
    seed: int
    chains: int
    burn_in: int
    iterations: int


def _answer(question: _Question) -> "tuple[IdealPoints, tuple[str, ...]]":
    """The estimate, and the states to print; leaves with exit code 2 for a mistake."""
    # Arrays, statistics and the lake's engine take seconds to import: no other command waits for them.
    from secretariat.positions.forms.repeated import read_repeated  # noqa: PLC0415
    from secretariat.positions.measures.ideal_points import Direction, Settings, UnableToEstimate  # noqa: PLC0415
    from secretariat.positions.queries.groups import UnableToFindGroup  # noqa: PLC0415
    from secretariat.positions.queries.ideal_points import ideal_points  # noqa: PLC0415
    from secretariat.positions.queries.votes import UnableToFindRelease  # noqa: PLC0415
    from secretariat.sources.lake import UnableToImport, UnableToReadLake  # noqa: PLC0415

    asked = question
    chosen = Direction(high=asked.direction.high, low=asked.direction.low) if asked.direction else Direction()
    settings = Settings(
        seed=asked.seed,
        chains=asked.chains,
        burn_in=asked.burn_in,
        iterations=asked.iterations,
        direction=chosen,
    )
    try:
        states = _states(asked)
        with _Bar(settings.work) as bar:
            found = ideal_points(
                SECRETARIAT,
                on=asked.on,
                known_at=asked.known_at,
                sessions=asked.sessions,
                repeated=read_repeated(asked.repeated) if asked.repeated else (),
                settings=settings,
                progress=bar.advance,
                dataset=asked.dataset,
                release=asked.release,
            )
    except NoOrganisation:
        mistake("the register holds no organisation; load a pack first: secretariat load PACK")
    except (UnableToEstimate, UnableToFindGroup, UnableToFindRelease, UnableToImport, UnableToReadLake) as error:
        mistake(str(error))
    if found is None:
        mistake(f"no release of {asked.dataset} is known; add one first: secretariat data add KIND FILE")
    return found, states


def _states(asked: _Question) -> tuple[str, ...]:
    from secretariat.positions.queries.groups import is_organisation, member_group, named_states  # noqa: PLC0415

    if asked.group is None or is_organisation(SECRETARIAT, asked.group, known_at=asked.known_at):
        return member_group(SECRETARIAT, on=asked.on, known_at=asked.known_at)
    return named_states(SECRETARIAT, asked.group, known_at=asked.known_at)


def _say(found: "IdealPoints", rows: list[Row]) -> None:
    print_table(
        f"Ideal points by {found.release.key}: mean, standard deviation, 90% interval",
        COLUMNS,
        [
            [f"{row[name]:.{DECIMALS}f}" if isinstance(row[name], float) else row[name] for name in COLUMNS]
            for row in rows
        ],
    )
    agreed = found.convergence
    typer.echo(
        f"{found.votes:,} votes on {found.items:,} items in {len(found.sessions)} sessions; largest R-hat "
        f"{agreed.largest_rhat:.3f}, {agreed.agreed_share:.1%} of state-sessions within 1.01; kept as "
        f"{found.snapshot.dataset}/{found.snapshot.address[:12]}"
    )


def add_to(app: typer.Typer) -> None:
    """Add the command to the application of the room."""

    @app.command("idealpoints")
    def show_ideal_points(
        sessions: SessionsOption = None,
        out: OutOption = None,
        repeated: RepeatedOption = None,
        on: UntilOption = None,
        known_at: KnownAt = None,
        group: GroupOption = None,
        dataset: Annotated[str, typer.Option("--dataset", help="The roll calls to read.")] = "unga-rollcalls",
        points: DirectionOption = None,
        release: Annotated[str | None, typer.Option("--release", help="Not the newest release but this one.")] = None,
        seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same draws.")] = 1,
        chains: Annotated[int, typer.Option("--chains", min=2, max=16, help="Chains, each in a thread.")] = 2,
        burn_in: Annotated[int, typer.Option("--burn-in", min=0, help="Iterations before any is kept.")] = 1_000,
        iterations: Annotated[int, typer.Option("--iterations", min=40, help="Iterations after them.")] = 3_000,
        as_json: AsJson = False,
    ) -> None:
        """Estimate the ideal points of all states from their recorded votes and print those of the members.

        The estimate is kept in the lake: the same votes with the same settings are not estimated again.
        """
        need_register()
        today = datetime.now(UTC).date()
        found, states = _answer(
            _Question(
                on=on or today,
                known_at=known_at or datetime.now(UTC),
                sessions=sessions,
                repeated=repeated,
                group=group,
                dataset=dataset,
                release=release,
                direction=points,
                seed=seed,
                chains=chains,
                burn_in=burn_in,
                iterations=iterations,
            )
        )
        if out is not None:
            from pyarrow.parquet import write_table  # noqa: PLC0415  # see _answer

            write_table(found.points.select(list(COLUMNS)), out)
        rows: list[Row] = [row for row in found.points.select(list(COLUMNS)).to_pylist() if row["state"] in states]
        if as_json:
            print_json(rows)
        else:
            _say(found, rows)
