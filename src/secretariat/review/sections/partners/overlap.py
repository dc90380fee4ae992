"""The picture of the chapter: partners against members, with a letter in each cell and the link beside each row."""

from secretariat.kernel import LocalizedText
from secretariat.partners.queries import PartnerOverview
from secretariat.partners.rules import Seat, names_of
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Chart, Display, Value, say
from secretariat.review.rules.partners import LINK_SIGNS, LINK_WORDS, SEAT_LETTERS, SEAT_WORDS
from secretariat.review.sections.partners.figures import existing, whole_figure

SOURCE = say(
    "register of partners; the rows and their citations stand in the annexes",
    "реестр партнёров; строки и источники – в приложениях",
)


def shown(shot: Snapshot) -> list[PartnerOverview]:
    """The partners in the picture: those that exist; a body is left out, since it has the members of its whole."""
    return [each for each in existing(shot) if each.partner.part_of is None]


def _share(each: PartnerOverview) -> LocalizedText:
    found = each.members_in_common
    if found is None:
        return LocalizedText("?", "?")
    return LocalizedText(f"{len(found)} of {len(each.overlap.places)}", f"{len(found)} из {len(each.overlap.places)}")


def _rows(shot: Snapshot, partners: list[PartnerOverview]) -> list[dict[str, Value]]:
    rows: list[dict[str, Value]] = []
    for each in partners:
        state = each.link_state.value
        for place in each.overlap.places:
            described = shot.states.get(place.state)
            rows.append(
                {
                    "row": each.partner.short,
                    "column": described.name_on(shot.on) if described else LocalizedText(place.state, place.state),
                    "seat": place.seat.value,
                    "letter": SEAT_LETTERS[place.seat.value],
                    "word": SEAT_WORDS[place.seat.value],
                    "share": _share(each),
                    "sign": LINK_SIGNS[state],
                    "link": LINK_WORDS[state],
                }
            )
    return rows


def _spoken(shot: Snapshot, partners: list[PartnerOverview]) -> LocalizedText:
    """The picture in words: for each partner the members in it, and who stands beside them."""
    names = {code: state.name_on(shot.on) for code, state in shot.states.items()}
    english, russian = [], []
    for each in partners:
        if each.members_in_common is None:
            english.append(f"{each.partner.short.in_language('en')}: unknown")
            russian.append(f"{each.partner.short.in_language('ru')}: неизвестно")
            continue
        said: tuple[list[str], list[str]] = ([], [])
        for seat in Seat:
            codes = [place.state for place in each.overlap.places if place.seat is seat]
            if codes and seat is not Seat.NONE:
                text = names_of(names, codes)
                said[0].append(f"{SEAT_WORDS[seat.value].en} {text.en}")
                said[1].append(f"{SEAT_WORDS[seat.value].ru} {text.ru}")
        english.append(f"{each.partner.short.in_language('en')}: {'; '.join(said[0]) or 'none'}")
        russian.append(f"{each.partner.short.in_language('ru')}: {'; '.join(said[1]) or 'нет'}")
    return LocalizedText(". ".join(english), ". ".join(russian))


def matrix(shot: Snapshot) -> Chart | None:
    """Who is in what, and the link with each; ``None`` without members or partners."""
    partners = shown(shot)
    rows = _rows(shot, partners)
    if not rows:
        return None
    display = Display(
        "partner-overlap",
        say(
            "Partners to which all members of the organisation belong: {share}",
            "Партнёры, в которых состоят все члены организации: {share}",
            share=whole_figure(shot),
        ),
        say(
            "Each member’s place in each partner on {on}; beside it the members in common and the firmest link",
            "Положение каждого члена в каждом партнёре на {on}; рядом – число общих членов и самая прочная связь",
            on=shot.on,
        ),
        SOURCE,
        say(
            "Bodies of partners are left out here and stand in the table. A suspended member is counted as a member. "
            "“?” means that the membership is not on record; “–”, that no act of the member is.",
            "Органы партнёров здесь опущены и указаны в таблице. Член, чьё участие приостановлено, считается членом. "
            "«?» означает, что состав не внесён в реестр; «–» – что актов члена в реестре нет.",
        ),
    )
    alt = say(
        "A grid of partners and members. {lines}.",
        "Сетка партнёров и членов. {lines}.",
        lines=_spoken(shot, partners),
    )
    return Chart(display, "partner-overlap", tuple(rows), alt, alphabetical="column")
