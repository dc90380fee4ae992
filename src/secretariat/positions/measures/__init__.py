"""Measures of agreement: Ibis expressions that know no engine, and numpy kernels where they do not serve."""

from secretariat.positions.measures.ballots import ballots, of_group
from secretariat.positions.measures.bootstrap import LEVEL, intervals
from secretariat.positions.measures.chance import random_groups, standing_among
from secretariat.positions.measures.consensus import with_consensus
from secretariat.positions.measures.dyads import dyads, linear_values
from secretariat.positions.measures.figures import (
    baseline,
    cohesion_figures,
    group_size,
    pair_figures,
    pair_means,
    session_figures,
)
from secretariat.positions.measures.group import assembly, cohesion, divisions, splits
from secretariat.positions.measures.loyalty import loyalty
from secretariat.positions.measures.pairs import pair_counts, pairs
from secretariat.positions.measures.panel import Panel, panel
from secretariat.positions.measures.selection import selected

__all__ = [
    "LEVEL",
    "Panel",
    "assembly",
    "ballots",
    "baseline",
    "cohesion",
    "cohesion_figures",
    "divisions",
    "dyads",
    "group_size",
    "intervals",
    "linear_values",
    "loyalty",
    "of_group",
    "pair_counts",
    "pair_figures",
    "pair_means",
    "pairs",
    "panel",
    "random_groups",
    "selected",
    "session_figures",
    "splits",
    "standing_among",
    "with_consensus",
]
