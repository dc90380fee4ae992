"""``secretariat positions ledger``: coordinated positions, and what became of them."""

from datetime import UTC, datetime
from typing import Any

from secretariat.access.rules import SECRETARIAT
from secretariat.cli.terminal import AsJson, KnownAt, OnDay, mistake, need_register, print_json, print_table
from secretariat.kernel import Figure
from secretariat.parties.queries import NoOrganisation
from secretariat.positions.queries import Ledger, ledger
from secretariat.positions.rules import PositionView, ledger_rates
from secretariat.sources.lake import UnableToReadLake


def _rate(figure: Figure) -> dict[str, Any]:
    return {"n": figure.numerator, "of": figure.denominator, "share": figure.value}


def _row(view: PositionView) -> dict[str, Any]:
    position = view.position
    return {
        "id": position.key,
        "date": position.when,
        "kind": position.kind,
        "title": position.title,
        "forum": position.forum,
        "planned": view.planned,
        "stage": view.stage,
        "members": [{"state": each.state, "response": each.response} for each in view.answers],
        "outcome": view.outcome.outcome,
        "why_untested": view.outcome.why_untested,
        "votes": [
            {
                "dataset": test.named.dataset,
                "rollcall": test.named.rollcall,
                "resolution": test.named.resolution,
                "agreed": test.named.agreed,
                "outcome": test.outcome,
                "why_untested": test.why_untested,
                "members": [{"state": each.state, "vote": each.vote, "conduct": each.conduct} for each in test.members],
            }
            for test in view.outcome.tests
        ],
        "standing": view.standing,
        "sources": view.sources,
    }


def _joined(view: PositionView) -> str:
    figure = view.rate_joined()
    return "unknown" if figure.value is None else f"{figure.numerator}/{figure.denominator}"


def _printed(found: Ledger) -> list[list[Any]]:
    return [
        [
            view.position.key,
            view.position.when,
            view.position.title.en,
            _joined(view) if view.counts else "",
            view.stage,
            view.outcome.why_untested or view.outcome.outcome,
        ]
        for view in found.views
    ]


def show_ledger(on: OnDay, known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """List the coordinated positions on record by a day, newest first, with what became of them."""
    need_register()
    try:
        found = ledger(SECRETARIAT, on=on, known_at=known_at or datetime.now(UTC))
    except NoOrganisation:
        mistake("the register holds no organisation; load a pack first: secretariat load PACK")
    except UnableToReadLake as error:
        mistake(str(error))
    rates = ledger_rates(found.views, (f"on = {on}",))
    if as_json:
        figures = {name.replace("-", "_"): _rate(figure) for name, figure in rates.items()}
        print_json({"positions": [_row(view) for view in found.views], "rates": figures})
        return
    columns = ["id", "date", "position", "joined", "stage", "in its votes"]
    print_table(f"Coordinated positions on {on}", columns, _printed(found))
    shown = [[name, f"{each.numerator}/{each.denominator}"] for name, each in rates.items()]
    print_table("Rates", ["rate", "n/N"], shown)
