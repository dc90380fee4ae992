"""The terms of the room watch in English and Russian."""

TERMS: dict[str, tuple[str, str]] = {}
