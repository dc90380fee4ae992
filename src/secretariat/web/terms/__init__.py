"""The terms of the rooms in English and Russian, by value; ``Class.value`` where one word says two things."""

from secretariat.web.terms import (
    conference,
    desk,
    editions,
    jobs,
    papers,
    partners,
    positions,
    programmes,
    register,
    response,
    silence,
    watch,
)

TERMS: dict[str, tuple[str, str]] = {
    **conference.TERMS,
    **desk.TERMS,
    **editions.TERMS,
    **papers.TERMS,
    **jobs.TERMS,
    **positions.TERMS,
    **partners.TERMS,
    **watch.TERMS,
    **programmes.TERMS,
    **response.TERMS,
    **silence.TERMS,
    **register.TERMS,
}
