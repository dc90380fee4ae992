"""Invented names, each of them labelled."""

Text = dict[str, str]

STATE_CODES: tuple[str, ...] = tuple(
    code
    for code in (
        "AA",
        *(f"Q{letter}" for letter in "MNOPQRSTUVWXYZ"),
        *(f"X{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    )
    # Many programs use XK for Kosovo and QU, XX, XZ for their own ends; an invented state takes none of them.
    if code not in {"QU", "XK", "XX", "XZ"}
)
"""Codes that ISO 3166 assigns to nobody."""

_STEMS = (("Alv", "Алв"), ("Brem", "Брем"), ("Dorn", "Дорн"), ("Estr", "Эстр"), ("Fald", "Фалд"), ("Gorm", "Горм"),
          ("Helv", "Хелв"), ("Ilm", "Илм"), ("Jast", "Яст"), ("Korv", "Корв"))  # fmt: skip
_ENDINGS = (("aria", "ария"), ("onia", "ония"), ("etia", "етия"), ("undia", "ундия"))


def labelled(en: str, ru: str) -> Text:
    """A text in both languages that says it is synthetic."""
    return {"en": f"SYNTHETIC: {en}", "ru": f"СИНТЕТИЧЕСКИЕ ДАННЫЕ: {ru}"}


def plain(en: str, ru: str) -> Text:
    """A text in both languages inside a row whose title carries the label already."""
    return {"en": en, "ru": ru}


def state_name(code: str) -> tuple[str, str]:
    """The invented name of a code in English and Russian, without its label."""
    index = STATE_CODES.index(code)
    stem, ending = _STEMS[index % len(_STEMS)], _ENDINGS[index // len(_STEMS)]
    return stem[0] + ending[0], stem[1] + ending[1]


def person(code: str, number: int) -> Text:
    """An invented office holder."""
    return labelled(f"person {number} of {code}", f"лицо {number} из {code}")


def decision_key(number: int) -> str:
    """The id of a decision."""
    return f"SYN-D{number:06}"
