"""From what was read to the figures that are printed: means over roll calls, with their intervals and baselines."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from secretariat.positions.measures.bootstrap import intervals
from secretariat.positions.measures.chance import random_groups, standing_among
from secretariat.positions.measures.dyads import dyads, linear_values
from secretariat.positions.measures.panel import Panel
from secretariat.positions.rules.agreement import (
    Baseline,
    Cohesion,
    Interval,
    Pair,
    PairMeans,
    RandomGroups,
    SessionAgreement,
)

COMPLETE = 0.95
"""A release that holds at least this share of the votes that the totals count holds those of the whole membership."""
MANY_PAIRS = 500
"""Beyond so many pairs none of them gets an interval of its own."""
INDICES = {"agreement_index": "agreement", "rice": "rice", "unanimous": "unanimous"}
"""The figures over roll calls, and the columns of the divisions that they are means of."""
Floats = npt.NDArray[np.float64]


def cohesion_figures(divided: pa.Table, *, roll_calls: int, seed: int) -> Cohesion:
    """The means of a group's divisions (:func:`~.group.divisions`, executed) over ``roll_calls`` that were held."""
    ordered = divided.sort_by("rollcall")
    values = np.column_stack([_column(ordered, column) for column in INDICES.values()])
    means = {name: _mean(values[:, index]) for index, name in enumerate(INDICES)}
    used = np.count_nonzero(~np.isnan(values), axis=0)
    low, high = intervals(values, seed=seed)
    return Cohesion(
        roll_calls=roll_calls,
        used=int(used[0]),
        agreement_index=means["agreement_index"],
        rice=means["rice"],
        rice_used=int(used[1]),
        unanimous=means["unanimous"],
        intervals={
            name: Interval(float(low[index]), float(high[index])) for index, name in enumerate(INDICES) if used[index]
        },
    )


def session_figures(held: pa.Table, divided: pa.Table, whole: pa.Table, *, seed: int) -> list[SessionAgreement]:
    """The same for each session, by session.

    ``held`` has the ``rollcall``, ``date`` and ``session`` of every roll call, ``divided`` the divisions of the group
    and ``whole`` those of the whole membership.
    """
    every = whole.select(["rollcall", "agreement"]).rename_columns(["rollcall", "all_members"])
    rows = held.select(["rollcall", "date", "session"]).join(divided, "rollcall").join(every, "rollcall")
    sessions = rows["session"].to_numpy()
    found = []
    for number in np.unique(sessions):
        own = rows.filter(pa.array(sessions == number))
        figures = cohesion_figures(own, roll_calls=own.num_rows, seed=seed)
        days = own["date"].to_pylist()
        found.append(
            SessionAgreement(
                roll_calls=figures.roll_calls,
                used=figures.used,
                agreement_index=figures.agreement_index,
                rice=figures.rice,
                rice_used=figures.rice_used,
                unanimous=figures.unanimous,
                intervals=figures.intervals,
                session=int(number),
                first=min(days),
                last=max(days),
                all_members=_mean(_column(own, "all_members")),
            )
        )
    return found


def pair_figures(panel: Panel, *, seed: int) -> tuple[Pair, ...]:
    """Each two states of a panel that voted together, by code; with the interval of the linear measure if not many."""
    rows = dyads(panel, by_session=False).to_pylist()
    bounds: Mapping[tuple[str, str], Interval] = {}
    if 0 < len(rows) <= MANY_PAIRS:
        column = {state: index for index, state in enumerate(panel.states.tolist())}
        keys = [(row["a"], row["b"]) for row in rows]
        alike = linear_values(panel, [(column[a], column[b]) for a, b in keys])
        low, high = intervals(alike, seed=seed)
        bounds = {key: Interval(float(least), float(most)) for key, least, most in zip(keys, low, high, strict=True)}
    return tuple(Pair(**row, linear_interval=bounds.get((row["a"], row["b"]))) for row in rows)


def pair_means(pairs: Sequence[Pair]) -> PairMeans:
    """The unweighted means over pairs: of each measure over those pairs that have it."""

    def mean(values: Sequence[float | None]) -> float | None:
        return _mean(np.array([value for value in values if value is not None], dtype=np.float64))

    return PairMeans(
        exact=mean([pair.exact for pair in pairs]),
        linear=mean([pair.linear for pair in pairs]),
        s=mean([pair.s for pair in pairs]),
        kappa=mean([pair.kappa for pair in pairs]),
        pi=mean([pair.pi for pair in pairs]),
    )


def group_size(panel: Panel, group: Collection[str] | None) -> int:
    """How many states a random group has: as many as the group.

    Where membership followed the day (``None``): as many as voted on average.
    """
    if group is not None:
        return len(set(group))
    present = np.count_nonzero(panel.places, axis=1)
    return round(float(present.mean())) if len(present) else 0


def baseline(everyone: Panel, whole: pa.Table, *, index: float | None, size: int, seed: int) -> Baseline:
    """What an agreement index is to be read beside: the whole membership, and random groups of ``size`` states.

    ``everyone`` is the panel of all votes that the release holds, ``whole`` the divisions of the whole membership by
    the totals. Groups are drawn only where the votes make up the totals.
    """
    totals = float(np.nansum(_column(whole, "n"))) if whole.num_rows else 0.0
    states = len(everyone.states)
    drawn = None
    if index is not None and 1 < size < states and np.count_nonzero(everyone.places) >= COMPLETE * totals > 0:
        groups = random_groups(everyone.places, size=size, seed=seed)
        drawn = RandomGroups(
            mean=float(np.nanmean(groups)),
            sd=float(np.nanstd(groups, ddof=1)),
            percentile=standing_among(index, groups),
            size=size,
            drawn_from=states,
            draws=len(groups),
        )
    return Baseline(
        all_members=_mean(_column(whole, "agreement")),
        all_members_rice=_mean(_column(whole, "rice")),
        all_members_unanimous=_mean(_column(whole, "unanimous")),
        random_groups=drawn,
    )


def _column(table: pa.Table, name: str) -> Floats:
    found: Floats = table[name].cast(pa.float64()).to_numpy()
    return found


def _mean(values: Floats) -> float | None:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else None
