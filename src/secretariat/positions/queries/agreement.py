"""How far a group of states agrees in roll calls: figures from the votes of :func:`~.votes.roll_calls`."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Unpack

from secretariat.access.rules import Viewer
from secretariat.positions.queries.votes import Choice, roll_calls
from secretariat.positions.rules.agreement import Agreement, SessionAgreement
from secretariat.positions.rules.groups import Group, GroupByDate, states_of

if TYPE_CHECKING:
    import pyarrow as pa


def agreement(
    viewer: Viewer,
    *,
    group: Group,
    on: date,
    known_at: datetime,
    intended: bool = False,
    seed: int = 0,
    adopted_without_vote: int | None = None,
    **choice: Unpack[Choice],
) -> Agreement | None:
    """The agreement of a group over the chosen roll calls held by ``on``; ``None`` where no release was known.

    With ``intended`` a state's later correction of its vote counts. The bootstrap and the random groups are drawn by
    ``seed``. ``adopted_without_vote`` says how many resolutions of the same period and subject were, if that is known:
    roll-call records do not tell. Three queries of the register and three of the lake (four for a group by date).
    """
    from secretariat.positions import measures  # noqa: PLC0415  # half a second that other questions need not wait

    found = roll_calls(viewer, on=on, known_at=known_at, **choice)
    if found is None:
        return None
    cast = measures.ballots(found.votes, intended=intended)
    own = measures.of_group(cast, group)
    everyone = measures.panel(cast.select("rollcall", "state", "place"))
    divided = measures.divisions(own).to_pyarrow()
    whole = measures.assembly(found.rollcalls).to_pyarrow()
    fixed = None if isinstance(group, GroupByDate) else states_of(group)
    panel = measures.panel(own) if fixed is None else everyone.of(fixed)
    figures = measures.cohesion_figures(divided, roll_calls=whole.num_rows, seed=seed)
    index, pairs = figures.agreement_index, measures.pair_figures(panel, seed=seed)
    return Agreement(
        roll_calls=figures.roll_calls,
        used=figures.used,
        agreement_index=index,
        rice=figures.rice,
        rice_used=figures.rice_used,
        unanimous=figures.unanimous,
        intervals=figures.intervals,
        group=states_of(group),
        pairs=pairs,
        pair_means=measures.pair_means(pairs),
        baseline=measures.baseline(everyone, whole, index=index, size=measures.group_size(panel, fixed), seed=seed),
        consensus_adjusted=None
        if adopted_without_vote is None
        else measures.with_consensus(index, used=figures.used, adopted_without_vote=adopted_without_vote),
        release=found.release.key,
        level=measures.LEVEL,
        seed=seed,
    )


def agreement_by_session(
    viewer: Viewer,
    *,
    group: Group,
    on: date,
    known_at: datetime,
    intended: bool = False,
    seed: int = 0,
    **choice: Unpack[Choice],
) -> list[SessionAgreement]:
    """The cohesion of a group in each session that had a chosen roll call by ``on``, by session; empty: no release.

    A session that is still sitting is counted up to ``on``: ``last`` says how far. Three queries of the register and
    three of the lake.
    """
    from secretariat.positions import measures  # noqa: PLC0415  # see above

    found = roll_calls(viewer, on=on, known_at=known_at, **choice)
    if found is None:
        return []
    own = measures.of_group(measures.ballots(found.votes, intended=intended), group)
    return measures.session_figures(
        found.rollcalls.select("rollcall", "date", "session").to_pyarrow(),
        measures.divisions(own).to_pyarrow(),
        measures.assembly(found.rollcalls).to_pyarrow(),
        seed=seed,
    )


def pair_table(
    viewer: Viewer,
    *,
    on: date,
    known_at: datetime,
    by_session: bool = True,
    intended: bool = False,
    **choice: Unpack[Choice],
) -> "pa.Table | None":
    """Every pair of states whose votes the release holds, in each session or over all: see :func:`measures.dyads`.

    An Arrow table (``.to_pandas()`` makes a frame of it); ``None`` where no release was known. Three queries of the
    register and one of the lake.
    """
    from secretariat.positions import measures  # noqa: PLC0415  # see above

    found = roll_calls(viewer, on=on, known_at=known_at, **choice)
    if found is None:
        return None
    return measures.dyads(measures.panel(measures.ballots(found.votes, intended=intended)), by_session=by_session)
