"""Pledged against confirmed, by member; strengths as published."""

from secretariat.kernel import Figure, LocalizedText, Standing
from secretariat.parties.rules import PartyState
from secretariat.response.rules import ContributionKind, Holding, OtherPersons, Persons, ReadinessReport
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Display, Table, say
from secretariat.review.rules.response import KIND_WORDS, QUALIFIER_WORDS
from secretariat.review.sections.response.figures import (
    in_persons,
    members_pledging,
    other_number,
    pledged,
    pledges_confirmed,
    pledges_numbered,
    reported,
)
from secretariat.sources.rules import Basis

SOURCE = say(
    "register of joint forces; the rows and their citations stand in the annexes",
    "реестр коллективных сил; строки и источники – в приложениях",
)
DASH = say("–", "–")


def persons_cell(figure: Figure, persons: Persons, basis: Basis, others: tuple[OtherPersons, ...] = ()) -> Cell:
    """A number of persons with its qualifier, and what other sources say; unknown as a word."""
    if not persons:
        return figure
    values: dict[str, Figure | LocalizedText] = {"q": QUALIFIER_WORDS[persons.qualifier.value], "n": figure}
    text = "{q}{n}"
    for number, other in enumerate(others):
        values[f"q_{number}"] = QUALIFIER_WORDS[other.persons.qualifier.value]
        values[f"n_{number}"] = other_number(basis.key, number, basis, other)
        text += f"; {{q_{number}}}{{n_{number}}} ({', '.join(other.sources)})"
    return say(text, text, **values)


def force_name(shot: Snapshot, key: str | None) -> LocalizedText:
    """A force's short name, or its key where it is not described."""
    force = shot.response.forces.get(key or "")
    return LocalizedText(key or "–", key or "–") if force is None else force.short or force.name


def _row(shot: Snapshot, holding: Holding) -> tuple[Cell, ...]:
    pledge, report = holding.pledge, holding.report
    number: Cell = persons_cell(pledged(pledge), pledge.persons, pledge.basis)
    if holding.kind is ContributionKind.BUDGET:
        number = say("{n} %", "{n} %", n=pledged(pledge))
    return (
        shot.states[holding.state].name_on(shot.on),
        force_name(shot, holding.force),
        KIND_WORDS[holding.kind.value],
        number,
        persons_cell(reported(report), report.persons, report.basis, report.others) if report else None,
        pledge.text or DASH,
        holding.standing,
    )


def _silent(shot: Snapshot, code: str) -> tuple[Cell, Cell]:
    """Why a member has no pledge in the table: it is no party to the agreements, or none is on record."""
    agreements = {force.instrument for force in shot.response.forces.values() if force.instrument}
    found = [each for each in shot.instruments if each.instrument.key in agreements]
    acted = {status.state for each in found for status in each.states if status.status is not PartyState.NONE}
    if found and code not in acted:
        return LocalizedText("not a party to the agreement", "не участвует в соглашении"), Standing.DERIVED
    return LocalizedText("no pledge on record", "обязательств в реестре нет"), None


def _table(shot: Snapshot) -> Table:
    held = shot.response.holdings
    silent = [m.state for m in shot.members if m.state.code not in {each.state for each in held}]
    rows = [_row(shot, holding) for holding in held]
    rows += [(state.name_on(shot.on), DASH, DASH, DASH, DASH, *_silent(shot, state.code)) for state in silent]
    display = Display(
        "pledges",
        say(
            "{members} members have a pledge on record; {numbered} pledges state a number of persons",
            "Обязательство в реестре – у {members} членов; численность указана в {numbered} обязательств",
            members=members_pledging(shot),
            numbered=pledges_numbered(shot),
        ),
        say(
            "Pledged and confirmed by a readiness report, by member and kind, on {on}; confirmed: {confirmed}",
            "Заявлено и подтверждено отчётом о готовности, по членам и видам, на {on}; подтверждено: {confirmed}",
            on=shot.on,
            confirmed=pledges_confirmed(shot),
        ),
        SOURCE,
        say(
            "Unknown is not zero: units were announced without numbers. A member without a pledge on record may have "
            "made one that was not found.",
            "Неизвестное – не ноль: подразделения объявлялись без указания численности. Отсутствие обязательства в "
            "реестре может означать, что сведения не найдены.",
        ),
    )
    columns = (
        LocalizedText("Member", "Член"),
        LocalizedText("Force", "Силы"),
        LocalizedText("Kind", "Вид"),
        LocalizedText("Pledged, persons", "Заявлено, человек"),
        LocalizedText("Confirmed, persons", "Подтверждено, человек"),
        LocalizedText("As announced", "По объявлению"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, tuple(rows), alphabetical=True, widths=(1.2, 0.9, 1, 1, 1.2, 2.2, 1.2))


def _strength(shot: Snapshot, report: ReadinessReport) -> tuple[Cell, ...]:
    state = shot.states.get(report.state or "")
    whole = LocalizedText("the whole force", "силы в целом")
    about = state.name_on(shot.on) if state else KIND_WORDS[report.kind.value] if report.kind else whole
    return (
        force_name(shot, report.force),
        report.when,
        about,
        persons_cell(reported(report), report.persons, report.basis, report.others),
        report.text or DASH,
        report.basis.standing,
    )


def _strengths(shot: Snapshot) -> list[Block]:
    reports = sorted(shot.response.reports, key=lambda each: (each.force, each.when.latest, each.key))
    if not reports:
        return []
    display = Display(
        "strengths",
        say("Strengths as published, up to {on}", "Опубликованные данные о численности на {on}", on=shot.on),
        say("By force and date; each value as its source gives it", "По силам и датам; значения – как в источнике"),
        SOURCE,
        say(
            "The register does not choose between values that disagree and adds none of them up.",
            "Реестр не выбирает между расходящимися значениями и не складывает их.",
        ),
    )
    columns = (
        LocalizedText("Force", "Силы"),
        LocalizedText("About", "На дату"),
        LocalizedText("Part", "Часть"),
        LocalizedText("Persons", "Численность"),
        LocalizedText("What was said", "Содержание"),
        LocalizedText("Standing", "Статус сведений"),
    )
    rows = tuple(_strength(shot, report) for report in reports)
    return [Table(display, columns, rows, widths=(1.2, 1.1, 1.1, 1.3, 2.4, 1.2))]


def blocks(shot: Snapshot) -> list[Block]:
    """Pledges by member, then strengths as published."""
    found: list[Block] = [_table(shot)] if in_persons(shot) else []
    return [*found, *_strengths(shot)]
