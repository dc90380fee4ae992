"""Agreement and divided votes as JSON and as tables."""

from datetime import date
from typing import Any

import typer

from secretariat.cli.terminal import print_table
from secretariat.positions.rules.agreement import Agreement, Split


def agreement_json(found: Agreement) -> dict[str, Any]:
    """The agreement of a group, by the keys that ``--json`` promises."""
    base = found.baseline
    return {
        "roll_calls": found.roll_calls,
        "used": found.used,
        "agreement_index": found.agreement_index,
        "rice": found.rice,
        "unanimous": found.unanimous,
        "pairs": [
            {
                "a": pair.a,
                "b": pair.b,
                "n": pair.n,
                "exact": pair.exact,
                "linear": pair.linear,
                "s": pair.s,
                "kappa": pair.kappa,
                "pi": pair.pi,
                "clashes": pair.clashes,
            }
            for pair in found.pairs
        ],
        "baseline": base,
        "pair_means": found.pair_means,
        "intervals": {
            "level": found.level,
            **found.intervals,
            "linear": [{"a": pair.a, "b": pair.b, "interval": pair.linear_interval} for pair in found.pairs],
        },
        "consensus_adjusted": found.consensus_adjusted,
        "rice_used": found.rice_used,
        "group": found.group,
        "release": found.release,
        "seed": found.seed,
    }


def number(value: float | None) -> str:
    """A measure for a person: four places, or the word that there is none."""
    return "undefined" if value is None else f"{value:.4f}"


def print_agreement(found: Agreement, on: date) -> None:
    """Print the agreement of a group up to a day for a person."""
    base, means = found.baseline, found.pair_means
    rows = []
    for name, value, whole in (
        ("agreement index", found.agreement_index, base.all_members if base else None),
        ("Rice", found.rice, base.all_members_rice if base else None),
        ("unanimous", found.unanimous, base.all_members_unanimous if base else None),
    ):
        bounds = found.intervals.get({"agreement index": "agreement_index", "Rice": "rice"}.get(name, name))
        interval = f"{bounds.low:.4f} to {bounds.high:.4f}" if bounds else "undefined"
        rows.append([name, number(value), interval, number(whole)])
    for name, value in (
        ("pairs: exact", means.exact),
        ("pairs: linear", means.linear),
        ("pairs: kappa", means.kappa),
        ("pairs: pi", means.pi),
    ):
        rows.append([name, number(value), "", ""])
    print_table(
        f"{', '.join(found.group)}: {found.used} of {found.roll_calls} roll calls by {on}, {found.release}",
        ["measure", "value", f"{found.level:.0%} interval", "whole membership"],
        rows,
    )
    drawn = base.random_groups if base else None
    if drawn is not None:
        typer.echo(
            f"{drawn.draws} random groups of {drawn.size} out of {drawn.drawn_from} states: mean {drawn.mean:.4f}, "
            f"standard deviation {drawn.sd:.4f}; the group stands at percentile {drawn.percentile:.1f}"
        )
    elif found.used:
        typer.echo("random groups: not computed; the release does not hold the votes of the whole membership")
    print_table(
        "Pairs",
        ["a", "b", "n", "exact", "linear", "S", "kappa", "pi", "clashes"],
        [
            [
                pair.a,
                pair.b,
                pair.n,
                *map(number, (pair.exact, pair.linear, pair.s, pair.kappa, pair.pi)),
                pair.clashes,
            ]
            for pair in found.pairs
        ],
    )


def split_json(split: Split) -> dict[str, Any]:
    """A divided vote, with every member's vote by code."""
    return {
        "rollcall": split.rollcall,
        "date": split.date,
        "session": split.session,
        "resolution": split.resolution,
        "title": split.title,
        "issues": split.issues,
        "agreement_index": split.ai,
        "clash": split.clash,
        "votes": split.votes,
    }
