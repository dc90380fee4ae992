"""The labels of the pages of the room partners in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {}
