"""The labels of the pages in English and Russian, by name; each room of a chapter has a file of its own."""

from secretariat.kernel import Language
from secretariat.web.words import data_sets, partners, positions, programmes, register, response, watch

_LABELS: dict[str, tuple[str, str]] = {
    **register.LABELS,
    **data_sets.LABELS,
    **positions.LABELS,
    **partners.LABELS,
    **watch.LABELS,
    **programmes.LABELS,
    **response.LABELS,
}

WORDS: dict[Language, dict[str, str]] = {
    "en": {name: pair[0] for name, pair in _LABELS.items()},
    "ru": {name: pair[1] for name, pair in _LABELS.items()},
}
