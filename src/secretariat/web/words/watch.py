"""The labels of the pages of the room watch in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {}
