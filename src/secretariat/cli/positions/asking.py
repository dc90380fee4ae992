"""The options that the commands about votes share, and what they mean together."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import typer

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import day, mistake
from secretariat.parties.queries import NoOrganisation
from secretariat.positions.queries import (
    Choice,
    UnableToFindGroup,
    UnableToFindRelease,
    days_of_votes,
    is_organisation,
    member_group,
    member_group_by_date,
    named_states,
)
from secretariat.positions.rules.groups import Group
from secretariat.positions.rules.votes import Issue
from secretariat.sources.lake import UnableToReadLake
from secretariat.sources.queries import release_as_known

EACH_VOTE = "each-vote"

GroupOption = Annotated[
    str,
    typer.Option(
        "--group", metavar="NAME|CODES", help="The organisation's short name (its members), or state codes: AM,BY,KG."
    ),
]
MembershipOn = Annotated[
    str | None,
    typer.Option(
        "--membership-on",
        metavar="DATE|each-vote",
        help="Whose votes count: the members on that day (else on the last day), or on the day of each vote.",
    ),
]
From = Annotated[
    date | None, typer.Option("--from", parser=day, metavar="DATE", help="The first day; else all on record.")
]
To = Annotated[
    date | None, typer.Option("--to", parser=day, metavar="DATE", help="The last day, included; else today.")
]
IssueOption = Annotated[
    Issue | None,
    typer.Option(
        "--issue",
        help="Only votes about: me Middle East, nu nuclear weapons, di disarmament, hr human rights, co colonialism, "
        "ec development.",
    ),
]
MinMinority = Annotated[
    float | None,
    typer.Option(
        "--min-minority",
        min=0,
        max=1,
        metavar="SHARE",
        help="Only votes in which at least this share of the whole membership went against the majority.",
    ),
]
NoParagraphs = Annotated[
    bool, typer.Option("--no-paragraphs", help="Leave out votes on single paragraphs and on amendments.")
]
Intended = Annotated[
    bool, typer.Option("--intended", help="Count a vote as the state corrected it afterwards, not as it was recorded.")
]
DatasetOption = Annotated[str, typer.Option("--dataset", metavar="NAME", help="The data set of roll calls.")]
ReleaseOption = Annotated[
    str | None, typer.Option("--release", metavar="NAME", help="One of its releases; else the newest known.")
]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: a group, a day, an instant, and which roll calls count."""

    group: Group
    on: date
    known_at: datetime
    choice: Choice


def asked_for(
    group: str,
    membership_on: str | None,
    since: date | None,
    until: date | None,
    known_at: datetime | None,
    *,
    issue: Issue | None,
    min_minority: float | None,
    no_paragraphs: bool,
    dataset: str,
    release: str | None,
) -> Asked:
    """What was asked for, with the group looked up; a mistake ends the command."""
    now = datetime.now(UTC)
    on, known = until or now.date(), known_at or now
    if since is not None and since > on:
        mistake(f"--from {since} is after --to {on}")
    if release_as_known(SECRETARIAT, dataset=dataset, known_at=known) is None:
        mistake(
            f"no release of {dataset} was known by {known:%Y-%m-%d}; see: secretariat data list, secretariat data add"
        )
    choice: Choice = {
        "start": since,
        "end": on + timedelta(days=1),
        "issue": issue.value if issue else None,
        "min_minority": min_minority,
        "paragraphs": not no_paragraphs,
        "dataset": dataset,
        "release": release,
    }
    return Asked(_group(group, membership_on, on, known, choice), on, known, choice)


@contextmanager
def mistakes() -> Iterator[None]:
    """What a person got wrong is answered with a word."""
    try:
        yield
    except NoOrganisation:
        mistake("the register holds no organisation; load a pack first: secretariat load PACK")
    except (UnableToFindGroup, UnableToFindRelease, UnableToReadLake) as error:
        mistake(str(error))


def _group(name: str, membership_on: str | None, on: date, known_at: datetime, choice: Choice) -> Group:
    if "," in name or not is_organisation(SECRETARIAT, name, known_at=known_at):
        return named_states(SECRETARIAT, name, known_at=known_at)
    if membership_on == EACH_VOTE:
        days = days_of_votes(SECRETARIAT, on=on, known_at=known_at, **choice)
        return member_group_by_date(SECRETARIAT, days, known_at=known_at)
    return member_group(SECRETARIAT, on=day(membership_on) if membership_on else on, known_at=known_at)
