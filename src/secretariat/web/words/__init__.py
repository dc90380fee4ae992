"""The labels of the pages in English and Russian, by name; each room of a chapter has a file of its own."""

from secretariat.kernel import Language
from secretariat.web.words import (
    api,
    brief,
    conference,
    data_sets,
    desk,
    editions,
    findings,
    jobs,
    papers,
    partners,
    parts,
    positions,
    programmes,
    register,
    response,
    search,
    sign_in,
    silence,
    watch,
)

_LABELS: dict[str, tuple[str, str]] = {
    **register.LABELS,
    **parts.LABELS,
    **data_sets.LABELS,
    **desk.LABELS,
    **editions.LABELS,
    **papers.LABELS,
    **jobs.LABELS,
    **positions.LABELS,
    **partners.LABELS,
    **watch.LABELS,
    **findings.LABELS,
    **programmes.LABELS,
    **response.LABELS,
    **silence.LABELS,
    **conference.LABELS,
    **brief.LABELS,
    **search.LABELS,
    **api.LABELS,
    **sign_in.LABELS,
}

WORDS: dict[Language, dict[str, str]] = {
    "en": {name: pair[0] for name, pair in _LABELS.items()},
    "ru": {name: pair[1] for name, pair in _LABELS.items()},
}
