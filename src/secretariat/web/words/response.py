"""The labels of the pages of the room response in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {}
