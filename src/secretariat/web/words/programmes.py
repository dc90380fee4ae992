"""The labels of the pages of the room programmes in English and Russian."""

LABELS: dict[str, tuple[str, str]] = {}
