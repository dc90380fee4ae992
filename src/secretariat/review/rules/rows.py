"""A row of the register as a line that a reader of a figure's trace understands."""

from dataclasses import dataclass

from secretariat.kernel import LocalizedText


@dataclass(frozen=True, slots=True)
class RowLine:
    """One row behind a figure: where it stands, when it happened, what it says and what it rests on."""

    key: str
    table: str = ""
    when: str = ""
    what: LocalizedText = LocalizedText()
    standing: str = ""
    sources: tuple[str, ...] = ()
    title: LocalizedText = LocalizedText()
    subject: LocalizedText = LocalizedText()
    group: tuple[str, str, str] = ("", "", "")
    """Rows that differ only in their subject share this."""
    without_subject: LocalizedText = LocalizedText()
