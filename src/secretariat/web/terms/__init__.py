"""The terms of the rooms in English and Russian, by value; ``Class.value`` where one word says two things."""

from secretariat.web.terms import partners, positions, programmes, register, response, watch

TERMS: dict[str, tuple[str, str]] = {
    **positions.TERMS,
    **partners.TERMS,
    **watch.TERMS,
    **programmes.TERMS,
    **response.TERMS,
    **register.TERMS,
}
