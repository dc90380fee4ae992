"""What a method of the review is: a rule with a version and a definition in both languages."""

from dataclasses import dataclass

from secretariat.kernel import Figure, LocalizedText, Standing, Trace


@dataclass(frozen=True, slots=True)
class Method:
    """A rule that figures come from."""

    name: str
    version: int
    definition: LocalizedText


def count(
    name: str,
    method: Method,
    rows: tuple[str, ...],
    *,
    unit: str,
    standings: tuple[Standing, ...] = (),
    sources: tuple[str, ...] = (),
    filters: tuple[str, ...] = (),
    value: int | None = None,
) -> Figure:
    """A count with its trace; ``value`` where it is not simply the number of rows."""
    trace = Trace(method.name, method.version, rows, filters, standings, tuple(dict.fromkeys(sources)))
    return Figure(name, len(rows) if value is None else value, unit, trace)
