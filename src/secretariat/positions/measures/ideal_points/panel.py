"""The estimation panel: which votes enter the model, which roll calls share their parameters, what a session leans on.

The rules are those of the published estimates (M. Bailey, A. Strezhnev and E. Voeten, "Estimating Dynamic State
Preferences from United Nations Voting Data", Journal of Conflict Resolution 61 (2), 2017; their data organiser of
April 2020):

* yes, abstain and no only: an absence says nothing here;
* the session of a single vote (the 19th) is left out;
* after 1989 paragraph and amendment votes are left out;
* repeated resolutions are one item: they share slope and cutpoints across sessions;
* an item on which all voted alike says nothing and is left out;
* a state that voted in one session only has no neighbour in time and is left out.
"""

import hashlib
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import ibis
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

LEFT_OUT = frozenset({19})
"""Sessions without votes to learn from: in the 19th the Assembly took one vote."""
PARTS_UNTIL = 1989
"""The last year whose votes on paragraphs and amendments count."""
CHOICES = ("yes", "abstain", "no")
"""The three ordered choices, in the order of the model."""
COLUMNS = ("rollcall", "state", "session", "vote")


class UnableToEstimate(Exception):
    """The votes do not allow an estimate; the message says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """Votes sorted by item and choice, ready for the kernels.

    ``voter`` (votes,) is the state-session of each vote; ``bounds`` (items, 4) are, for each item, the first vote, the
    first abstention, the first no and the end. ``states`` and ``sessions`` (state-sessions,) name the state-sessions,
    in the order of states, then sessions; ``counts`` are their votes. ``before`` is the state-session that a
    state-session leans on (its state's previous one; for the first one the second; -1 where there is none) and
    ``precision`` the weight of that prior. ``items`` names each item by the first of its roll calls.
    """

    voter: NDArray[np.int32]
    bounds: NDArray[np.int64]
    states: NDArray[np.str_]
    sessions: NDArray[np.int16]
    counts: NDArray[np.int64]
    before: NDArray[np.int32]
    precision: NDArray[np.float64]
    items: tuple[str, ...]

    @property
    def votes(self) -> int:
        """How many votes the model sees."""
        return len(self.voter)

    @property
    def digest(self) -> str:
        """SHA-256 of all that the model sees of the votes: equal panels have equal digests."""
        names = json.dumps([self.states.tolist(), self.sessions.tolist(), self.items])
        whole = hashlib.sha256(names.encode())
        whole.update(self.voter.tobytes())
        whole.update(self.bounds.tobytes())
        return whole.hexdigest()

    def choices(self) -> NDArray[np.int8]:
        """The choice of each vote: 0 yes, 1 abstain, 2 no; (votes,)."""
        lengths = np.diff(self.bounds, axis=1).ravel()
        return np.repeat(np.tile(np.arange(len(CHOICES), dtype=np.int8), len(self.bounds)), lengths)


def linked(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The first roll call of each chain of repeated resolutions, by later roll call.

    A pair names an earlier and a later roll call on the same text. Chains are followed to their beginning; where a
    later one repeats several, the smallest number counts, as published. Raises ``UnableToEstimate`` for a circle.
    """
    earlier: dict[str, str] = {}
    for first, second in pairs:
        earlier[second] = min(first, earlier.get(second, first), key=_number)
    first_of: dict[str, str] = {}
    for start in earlier:
        chain = [start]
        while (link := earlier.get(chain[-1])) is not None:
            if link in chain:
                msg = f"the repeated resolutions lead in a circle: {' -> '.join([*chain, link])}"
                raise UnableToEstimate(msg)
            chain.append(link)
        first_of[start] = chain[-1]
    return first_of


def _number(rollcall: str) -> tuple[int, str]:
    return (int(rollcall), rollcall) if rollcall.isdecimal() else (0, rollcall)


def eligible(votes: ibis.Table, rollcalls: ibis.Table, *, sessions: Collection[int] | None = None) -> ibis.Table:
    """The votes that may enter: one row for each yes, abstain or no, with its session; any engine.

    Args:
        votes: ``rollcall``, ``state``, ``vote``.
        rollcalls: ``rollcall``, ``date``, ``session``, ``paragraph``, ``amendment``.
        sessions: only these; all of them where ``None``.
    """
    is_part = rollcalls.paragraph.fill_null(ibis.literal(value=False)) | rollcalls.amendment.fill_null(
        ibis.literal(value=False)
    )
    kept = rollcalls.filter(
        ~(is_part & (rollcalls.date.year() > PARTS_UNTIL)), rollcalls.session.notin(sorted(LEFT_OUT))
    )
    if sessions is not None:
        kept = kept.filter(kept.session.isin(sorted(sessions)))
    cast = votes.filter(votes.vote.isin(CHOICES))
    return cast.join(kept.select("rollcall", "session"), "rollcall").select(*COLUMNS)


def panel(
    votes: ibis.Table,
    rollcalls: ibis.Table,
    *,
    repeated: Iterable[tuple[str, str]] = (),
    sessions: Collection[int] | None = None,
) -> Panel:
    """The panel of the chosen sessions. Raises ``UnableToEstimate`` when nothing divides the voters."""
    table = eligible(votes, rollcalls, sessions=sessions).to_pyarrow()
    names, state = _coded(table["state"])
    rollcall_names, rollcall = _coded(table["rollcall"])
    first_of = linked(repeated)
    items = sorted({first_of.get(name, name) for name in rollcall_names}, key=_number)
    place = {name: number for number, name in enumerate(items)}
    item_of = np.array([place[first_of.get(name, name)] for name in rollcall_names], dtype=np.int64)
    cast = _Cast(
        state=state,
        session=table["session"].to_numpy().astype(np.int64),
        item=item_of[rollcall] if len(rollcall) else rollcall,
        choice=np.array(pc.index_in(table["vote"], pa.array(CHOICES)), dtype=np.int64),
    ).informative()
    if not len(cast.state):
        msg = "no vote of the chosen sessions divides the voters: there is nothing to estimate"
        raise UnableToEstimate(msg)
    return _sorted_panel(cast, names=names, items=items)


def _coded(column: pa.ChunkedArray) -> tuple[list[str], NDArray[np.int64]]:
    """The distinct texts, sorted, and the place of each row's text among them."""
    encoded = column.combine_chunks().dictionary_encode()
    names = encoded.dictionary.to_pylist()
    order = np.argsort(np.array(names, dtype=np.str_))
    place = np.empty(len(names), dtype=np.int64)
    place[order] = np.arange(len(names))
    return [names[number] for number in order], place[encoded.indices.to_numpy().astype(np.int64)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cast:
    """Votes as numbers, one row each."""

    state: NDArray[np.int64]
    session: NDArray[np.int64]
    item: NDArray[np.int64]
    choice: NDArray[np.int64]

    def only(self, chosen: NDArray[np.bool_]) -> "_Cast":
        return _Cast(
            state=self.state[chosen], session=self.session[chosen], item=self.item[chosen], choice=self.choice[chosen]
        )

    def informative(self) -> "_Cast":
        """Without items on which all voted alike and, over several sessions, without states seen in a single one."""
        cast = self
        while True:
            divided = _kinds(cast.item, cast.choice)[cast.item] > 1
            kept = cast.only(divided)
            if len(np.unique(kept.session)) > 1:
                kept = kept.only(_kinds(kept.state, kept.session)[kept.state] > 1)
            if len(kept.state) == len(cast.state):
                return kept
            cast = kept


def _kinds(group: NDArray[np.int64], value: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many different values each group has."""
    if not len(group):
        return np.zeros(0, dtype=np.int64)
    width = int(value.max()) + 1
    return np.bincount(np.unique(group * width + value) // width, minlength=int(group.max()) + 1)


def _sorted_panel(cast: _Cast, *, names: list[str], items: list[str]) -> Panel:
    width = int(cast.session.max()) + 1
    voters, voter = np.unique(cast.state * width + cast.session, return_inverse=True)
    kept, item = np.unique(cast.item, return_inverse=True)
    cells = item * len(CHOICES) + cast.choice
    order = np.lexsort((voter, cells))
    sizes = np.bincount(cells, minlength=len(kept) * len(CHOICES)).reshape(len(kept), len(CHOICES))
    ends = np.cumsum(sizes).reshape(sizes.shape)
    counts = np.bincount(voter, minlength=len(voters))
    before, precision = _priors(voters // width, counts)
    return Panel(
        voter=voter[order].astype(np.int32),
        bounds=np.column_stack([ends[:, 0] - sizes[:, 0], ends]),
        states=np.array(names, dtype=np.str_)[voters // width],
        sessions=(voters % width).astype(np.int16),
        counts=counts,
        before=before,
        precision=precision,
        items=tuple(items[number] for number in kept),
    )


def _priors(states: NDArray[np.int64], counts: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.float64]]:
    """What each state-session leans on and how much: precision 1 / (0.5 n_t / (n_t + n_before)); N(0, 1) alone."""
    places = np.arange(len(states))
    is_same = states[1:] == states[:-1]
    has_before, has_after = np.r_[False, is_same], np.r_[is_same, False]
    before = np.where(has_before, places - 1, np.where(has_after, places + 1, -1))
    share = counts / (counts + counts[before])
    return before.astype(np.int32), np.where(before < 0, 1.0, 1.0 / (0.5 * share))
