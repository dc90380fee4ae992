"""The terms of the room response in English and Russian."""

TERMS: dict[str, tuple[str, str]] = {}
