"""Mandates: when they ran, who contributed, what was published about them."""

from datetime import date

from secretariat.kernel import LocalizedText
from secretariat.kernel.spoken import number_in
from secretariat.response.queries import Case
from secretariat.response.rules import ActivationActKind, Contribution, Mandate
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Cell, Chart, Display, Paragraph, Sentence, Table, Value, say
from secretariat.review.rules.response import ACT_WORDS, KIND_WORDS, QUALIFIER_WORDS
from secretariat.review.sections.response.cases import name_of
from secretariat.review.sections.response.figures import contributed, contributed_sum, mandates, mandates_figure
from secretariat.review.sections.response.pledges import DASH, SOURCE, force_name, persons_cell


def _force(shot: Snapshot, mandate: Mandate) -> LocalizedText:
    force = shot.response.forces.get(mandate.activation.force or "")
    return force.name if force else force_name(shot, mandate.activation.force)


def _said(shot: Snapshot, case: Case, mandate: Mandate) -> list[Sentence]:
    """The mandate in words: whose request, which force, from when to when, and its task."""
    activation = mandate.activation
    values: dict[str, Value] = {
        "state": name_of(shot, case.request.territory),
        "force": _force(shot, mandate),
        "start": activation.when,
    }
    if mandate.ended_on is not None:
        values["end"] = mandate.ended_on
        tail = ("to {end}", "по {end}")
    elif mandate.until is not None:
        values["end"] = mandate.until
        tail = ("; it runs, at the latest to {end}", "; действует, не позднее чем до {end}")
    else:
        tail = ("; it runs, and no last day is on record", "; действует, последний день в реестре не указан")
    said = [
        say(
            f"{{state}}: mandate of the {{force}} from {{start}} {tail[0]}.".replace(" ;", ";"),
            f"{{state}}: мандат – {{force}}, с {{start}} {tail[1]}.".replace(" ;", ";"),
            **values,
        )
    ]
    if activation.mandate:
        said.append(say("Task: {text}", "Задача: {text}", text=activation.mandate))
    said += [
        say(
            "{day}: {what}. {text}",
            "{day}: {what}. {text}",
            day=act.when,
            what=ACT_WORDS[act.kind.value],
            text=act.text,
        )
        for act in mandate.acts
        if act.text
    ]
    return said


def _row(shot: Snapshot, each: Contribution) -> tuple[Cell, ...]:
    total = LocalizedText("published total", "опубликованный итог")
    return (
        name_of(shot, each.state) if each.state else total,
        KIND_WORDS[each.kind.value] if each.kind else DASH,
        persons_cell(contributed(each), each.persons, each.basis, each.others),
        each.when,
        each.basis.standing,
    )


def _by_name(shot: Snapshot, contributions: tuple[Contribution, ...]) -> list[Contribution]:
    return sorted(contributions, key=lambda each: (name_of(shot, each.state or "").en, each.key))


def _table(shot: Snapshot, mandate: Mandate) -> Table:
    key = mandate.activation.key.lower()
    rows = [_row(shot, each) for each in _by_name(shot, mandate.contributions)]
    whole = LocalizedText("sum of the members", "сумма по членам")
    rows.append((whole, DASH, contributed_sum(mandate), DASH, contributed_sum(mandate).standing))
    rows += [_row(shot, each) for each in mandate.totals]
    display = Display(
        f"force-contributions-{key}",
        say(
            "Contributions under the mandate: the members add up to {n}",
            "Вклады в рамках мандата: сумма по членам – {n}",
            n=contributed_sum(mandate),
        ),
        say(
            "Persons as announced, by member; published totals below",
            "Численность по объявлениям; ниже – опубликованные итоги",
        ),
        SOURCE,
        say(
            "Published totals are not corrected to the sum, nor the sum to them.",
            "Опубликованные итоги не приводятся к сумме, а сумма – к ним.",
        ),
    )
    columns = (
        LocalizedText("Member", "Член"),
        LocalizedText("Kind", "Вид"),
        LocalizedText("Persons", "Численность"),
        LocalizedText("Announced", "Объявлено"),
        LocalizedText("Standing", "Статус сведений"),
    )
    return Table(display, columns, tuple(rows), widths=(1.4, 1.2, 3, 1.6, 1.2))


def _left_on(mandate: Mandate, state: str) -> date | None:
    left = [
        act.when.latest for act in mandate.acts if act.kind is ActivationActKind.MEMBER_WITHDREW and act.state == state
    ]
    return min(left, default=mandate.ended_on)


def _label(each: Contribution, language: str) -> str:
    value = each.persons.value
    if value is None:
        return "unknown" if language == "en" else "неизвестно"
    qualifier = QUALIFIER_WORDS[each.persons.qualifier.value]
    return f"{getattr(qualifier, language)}{number_in('ru' if language == 'ru' else 'en', value)}"


def _chart(shot: Snapshot, mandate: Mandate) -> list[Block]:
    """When each member's contribution was there."""
    rows: list[dict[str, Value]] = []
    for each in mandate.contributions:
        state = each.state or ""
        ended = _left_on(mandate, state)
        rows.append(
            {
                "subject": name_of(shot, state),
                "start": mandate.activation.when.latest,
                "end": ended or shot.on,
                "open": "" if ended else "open",
                "label": LocalizedText(_label(each, "en"), _label(each, "ru")),
            }
        )
    if not rows:
        return []
    key = mandate.activation.key.lower()
    display = Display(
        f"force-mandate-{key}",
        say(
            "Mandate of the {force} by member",
            "Мандат по членам: {force}",
            force=_force(shot, mandate),
        ),
        say(
            "From the first day of the mandate to the withdrawal on record; persons as announced",
            "С первого дня мандата до зарегистрированного вывода; численность по объявлениям",
        ),
        SOURCE,
    )

    def lines(language: str) -> str:
        return "; ".join(
            f"{getattr(name_of(shot, each.state or ''), language)}: {_label(each, language)}, "
            f"{mandate.activation.when.latest} – {_left_on(mandate, each.state or '') or '…'}"
            for each in _by_name(shot, mandate.contributions)
        )

    alt = say(
        "A bar for each member from its first to its last day: {lines}.",
        "Полоса для каждого члена от первого до последнего дня: {lines}.",
        lines=LocalizedText(lines("en"), lines("ru")),
    )
    return [Chart(display, "force_mandate", tuple(rows), alt, alphabetical="subject")]


def blocks(shot: Snapshot) -> list[Block]:
    """Each mandate in words, with the contributions under it."""
    found: list[Block] = [
        Paragraph(
            say(
                "Mandates on record: {n}; running on {on}: {running}.",
                "Мандаты в реестре: {n}; действующие на {on}: {running}.",
                n=mandates_figure(shot, running=False),
                running=mandates_figure(shot, running=True),
                on=shot.on,
            )
        )
    ]
    for case, mandate in mandates(shot):
        found += [Paragraph(sentence) for sentence in _said(shot, case, mandate)]
        if mandate.contributions or mandate.totals:
            found += [_table(shot, mandate), *_chart(shot, mandate)]
    return found
