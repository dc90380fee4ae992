"""The terms of the room programmes in English and Russian."""

TERMS: dict[str, tuple[str, str]] = {}
