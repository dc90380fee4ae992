"""``secretariat positions``: how far a group of states agrees in recorded votes, and where it does not."""

from typing import Annotated

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli import idealpoints
from secretariat.cli.positions.asking import (
    DatasetOption,
    From,
    GroupOption,
    Intended,
    IssueOption,
    MembershipOn,
    MinMinority,
    NoParagraphs,
    ReleaseOption,
    To,
    asked_for,
    mistakes,
)
from secretariat.cli.positions.ledger import show_ledger
from secretariat.cli.positions.shown import agreement_json, number, print_agreement, split_json
from secretariat.cli.terminal import AsJson, KnownAt, mistake, need_register, print_json, print_table
from secretariat.positions.queries import DATASET, agreement, loyalty, splits
from secretariat.positions.rules.groups import states_of

positions_app = typer.Typer(
    name="positions",
    help="Recorded votes of the members: agreement, the votes on which they split, loyalty to the group's plurality.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@positions_app.command("agreement")
def show_agreement(
    group: GroupOption,
    since: From = None,
    until: To = None,
    membership_on: MembershipOn = None,
    issue: IssueOption = None,
    min_minority: MinMinority = None,
    no_paragraphs: NoParagraphs = False,
    intended: Intended = False,
    adopted_without_vote: Annotated[
        int | None,
        typer.Option(
            "--adopted-without-vote",
            min=0,
            metavar="N",
            help="How many resolutions of the period were, if you know: adds the consensus-adjusted index.",
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Repeats the drawing of intervals and random groups.")] = 0,
    dataset: DatasetOption = DATASET,
    release: ReleaseOption = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Measure how far a group agrees, in pairs and as a whole, beside the whole membership and random groups."""
    need_register()
    with mistakes():
        asked = asked_for(
            group, membership_on, since, until, known_at,
            issue=issue, min_minority=min_minority, no_paragraphs=no_paragraphs, dataset=dataset, release=release,
        )  # fmt: skip
        found = agreement(
            SECRETARIAT,
            group=asked.group,
            on=asked.on,
            known_at=asked.known_at,
            intended=intended,
            seed=seed,
            adopted_without_vote=adopted_without_vote,
            **asked.choice,
        )
    if found is None:
        mistake(f"{dataset} has no release any more")
    if as_json:
        print_json(agreement_json(found))
    else:
        print_agreement(found, asked.on)


@positions_app.command("splits")
def show_splits(
    group: GroupOption,
    since: From = None,
    until: To = None,
    membership_on: MembershipOn = None,
    issue: IssueOption = None,
    min_minority: MinMinority = None,
    no_paragraphs: NoParagraphs = False,
    intended: Intended = False,
    dataset: DatasetOption = DATASET,
    release: ReleaseOption = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """List the votes on which a group split, the most divided first, with every member's vote."""
    need_register()
    with mistakes():
        asked = asked_for(
            group, membership_on, since, until, known_at,
            issue=issue, min_minority=min_minority, no_paragraphs=no_paragraphs, dataset=dataset, release=release,
        )  # fmt: skip
        found = splits(
            SECRETARIAT, group=asked.group, on=asked.on, known_at=asked.known_at, intended=intended, **asked.choice
        )
    if as_json:
        print_json([split_json(split) for split in found])
        return
    states = states_of(asked.group)
    print_table(
        f"Roll calls on which the votes of {', '.join(states)} were not all the same, by {asked.on}: {len(found)}",
        ["date", "resolution", *states, "index", "yes and no"],
        [
            [
                split.date,
                split.resolution or split.title,
                *(split.votes.get(state, "no member of the group") or "not recorded" for state in states),
                f"{split.ai:.4f}",
                "yes" if split.clash else "no",
            ]
            for split in found
        ],
    )


@positions_app.command("loyalty")
def show_loyalty(
    group: GroupOption,
    since: From = None,
    until: To = None,
    membership_on: MembershipOn = None,
    issue: IssueOption = None,
    min_minority: MinMinority = None,
    no_paragraphs: NoParagraphs = False,
    intended: Intended = False,
    dataset: DatasetOption = DATASET,
    release: ReleaseOption = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Say how often each member voted as the unique plurality of the other members did, in the order of the codes."""
    need_register()
    with mistakes():
        asked = asked_for(
            group, membership_on, since, until, known_at,
            issue=issue, min_minority=min_minority, no_paragraphs=no_paragraphs, dataset=dataset, release=release,
        )  # fmt: skip
        found = loyalty(
            SECRETARIAT, group=asked.group, on=asked.on, known_at=asked.known_at, intended=intended, **asked.choice
        )
    if as_json:
        print_json([{"state": each.state, "n": each.n, "loyalty": each.loyalty} for each in found])
        return
    print_table(
        f"Votes cast as the plurality of the others of {', '.join(states_of(asked.group))}, by {asked.on}",
        ["state", "as the plurality", "out of", "share"],
        [[each.state, each.agreed, each.n, number(each.loyalty)] for each in found],
    )


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(positions_app)


positions_app.command("ledger")(show_ledger)
idealpoints.add_to(positions_app)
