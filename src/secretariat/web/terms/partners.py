"""The terms of the room partners in English and Russian."""

TERMS: dict[str, tuple[str, str]] = {}
