"""The terms of the room positions in English and Russian."""

TERMS: dict[str, tuple[str, str]] = {}
