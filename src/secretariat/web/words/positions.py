"""The labels of the pages of the room positions in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {}
