"""What a table would change in the register, before anything is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from secretariat.access.rules import Viewer
from secretariat.audit.rules import content_hash
from secretariat.kernel import LANGUAGES, ImpreciseDate
from secretariat.parties.queries import states
from secretariat.programmes.forms.figures import Read, Register, read_figures
from secretariat.programmes.forms.mapping import PLAIN, Mapping
from secretariat.programmes.forms.tables import table_rows
from secretariat.programmes.queries import (
    indicators,
    measurements,
    operation_acts,
    operations,
    recorded_measurements,
)
from secretariat.programmes.rules.imports import Change, ChangeKind, Draft, compared
from secretariat.sources.queries import citations
from secretariat.sources.rules import start_of


@dataclass(frozen=True, slots=True)
class Preview:
    """A table as it was read, and what becomes of each of its figures."""

    read: Read
    mapping: Mapping
    register: Register
    changes: tuple[Change, ...]

    def of(self, kind: ChangeKind) -> list[Change]:
        """The changes of one kind, in the order of the table."""
        return [each for each in self.changes if each.kind is kind]

    def drafts(self, *, correct: bool) -> tuple[list[Draft], list[Draft]]:
        """What would be recorded: new figures, and conflicting ones as corrections where that is asked for."""
        corrections = [each.draft for each in self.of(ChangeKind.CONFLICTING)] if correct else []
        return [each.draft for each in self.of(ChangeKind.NEW)], corrections

    @property
    def content_hash(self) -> str:
        """A hash over what would change: what is confirmed is what was shown."""
        return content_hash(
            [
                [each.kind.value, each.draft.key, str(each.draft.content()), list(each.disagrees)]
                for each in self.changes
            ]
        )

    @property
    def known_from(self) -> datetime | None:
        """Since when an old table was known: the latest date among its sources; ``None`` is now."""
        if self.mapping.known_from == "recording":
            return None
        published: Sequence[ImpreciseDate | None] = [
            self.register.sources[each.draft.source] for each in self.of(ChangeKind.NEW)
        ]
        dated = [each.latest for each in published if each is not None]
        return start_of(max(dated)) if dated else None


def register_for(viewer: Viewer, field: str, *, now: datetime) -> Register:
    """What a table of a field may name: its indicators, states by every name, operations, sources. Five queries."""
    named: dict[str, str] = {}
    for state in states(viewer, known_at=now):
        former = [name for _, name in state.former_names]
        for text in (state.name, state.protocol_name, *former):
            named |= {text.in_language(language): state.code for language in LANGUAGES}
        named[state.code] = state.code
    held = operations(viewer, known_at=now, field=field)
    acts = operation_acts(viewer, on=now.date(), known_at=now, field=field)
    return Register(
        field=field,
        indicators=indicators(viewer, known_at=now, field=field),
        states=named,
        operations=frozenset(held),
        phases={act.key: act.operation for act in acts},
        sources={key: each.published for key, each in citations(viewer, known_at=now).items()},
    )


def preview_of(
    viewer: Viewer,
    file: Path,
    *,
    field: str,
    now: datetime,
    mapping: Mapping | None = None,
    dialect: str | None = None,
) -> Preview:
    """Read a table and compare it with the register. Raises ``UnableToReadTable`` with every wrong cell."""
    chosen = mapping or PLAIN
    if dialect is not None:
        chosen = chosen.model_copy(update={"dialect": dialect})
    register = register_for(viewer, field, now=now)
    rows = table_rows(file, chosen.spoken, sheet=chosen.sheet)
    read = read_figures(file.name, rows, chosen, register, plain=mapping is None)
    held = recorded_measurements(viewer, [each.key for each in read.drafts], known_at=now)
    described = dict(register.indicators)
    told = measurements(viewer, on=now.date(), known_at=now, indicators=described, field=field)
    changes = compared(read.drafts, {key: each.values for key, each in held.items()}, described, told)
    return Preview(read, chosen, register, tuple(changes))
