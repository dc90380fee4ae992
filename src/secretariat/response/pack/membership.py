"""Who is a member by the rows of a pack, before any of them is in the register."""

from collections.abc import Iterable
from typing import Any

from secretariat.kernel import ImpreciseDate, LocalizedText
from secretariat.parties.rules import EntryRule, Instrument, State, TreatyAct
from secretariat.response.rules import Membership
from secretariat.sources.pack.tables import Placed, Rows
from secretariat.sources.rules import Basis


def newest(placed_rows: Iterable[Placed]) -> list[Placed]:
    """The rows that stand after all corrections; a retraction leaves none."""
    lines: dict[str, Placed] = {}
    for placed in sorted(placed_rows, key=lambda each: (each.row.corrects is not None, str(each.known_from or ""))):
        lines[placed.row.corrects or placed.row.id] = placed
    return [placed for placed in lines.values() if not placed.row.retracted]


def _instrument(row: Any) -> Instrument:
    entry = EntryRule(
        kind=row.entry.kind,
        deposits=row.entry.deposits,
        states=tuple(row.entry.states),
        instruments=tuple(row.entry.instruments),
        delay_days=row.entry.delay_days,
        later_delay_days=row.entry.later_delay_days,
    )
    return Instrument(row.corrects or row.id, row.kind, LocalizedText(row.title.en, row.title.ru), entry, row.amends)


def _treaty_act(row: Any) -> TreatyAct:
    return TreatyAct(
        key=row.id,
        instrument=row.instrument,
        kind=row.kind,
        state=row.state,
        when=ImpreciseDate.parse(row.date) if row.date else None,
        basis=Basis(row.id, row.standing),
        effective=ImpreciseDate.parse(row.effective) if row.effective else None,
    )


def membership_of(rows: Rows) -> Membership | None:
    """Membership and agreements by the rows of a pack; ``None`` where it holds no organisation of its own."""
    organisation: Any = next((placed.row for placed in newest(rows.get("organisation", []))), None)
    described = [_instrument(placed.row) for placed in newest(rows.get("instruments", []))]
    instruments = {each.key: each for each in described}
    if organisation is None or organisation.constituent not in instruments:
        return None
    codes = [placed.row.corrects or placed.row.id for placed in newest(rows.get("states", []))]
    return Membership(
        states=[State(code, LocalizedText(), LocalizedText()) for code in codes],
        instruments=instruments,
        acts=[_treaty_act(placed.row) for placed in newest(rows.get("treaty_acts", []))],
        constituent=organisation.constituent,
    )
