"""The chapter on programmes: a part for each coordinating council or field of work."""

from datetime import date

from secretariat.kernel import Figure, LocalizedText
from secretariat.programmes.queries import Programme
from secretariat.programmes.rules import OperationActKind, Weight
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Heading, Notice, Paragraph, say
from secretariat.review.sections.programmes.figures import (
    findings_figure,
    measurements_figure,
    phases_figure,
    shown,
)
from secretariat.review.sections.programmes.panels import chart
from secretariat.review.sections.programmes.tables import (
    council_name,
    findings_table,
    latest_table,
    operations_table,
    plans_table,
)


def figures(shot: Snapshot) -> list[Figure]:
    """The figures by which two reviews are compared: how many figures and contradictions each field has."""
    found: list[Figure] = []
    for programme in shown(shot):
        found += [measurements_figure(programme), findings_figure(programme, Weight.CONTRADICTION)]
    return found


def _since(programme: Programme, since: date) -> Figure:
    held = [
        act.key
        for report in programme.operations
        for act in report.acts
        if act.kind is OperationActKind.PHASE and act.when is not None and act.when.latest >= since
    ]
    return phases_figure(programme, "phases-since", held)


def _part(programme: Programme, shot: Snapshot, since: date) -> list[Block]:
    name, council = programme.field.name, council_name(programme.council)
    found: list[Block] = [
        Heading(LocalizedText(name.in_language("en") + council.en, name.in_language("ru") + council.ru))
    ]
    if programme.measurements:
        found.append(
            Paragraph(
                say(
                    "{n} published figures are on record. Contradictions among them: {bad}; questions: {asked}. "
                    "Phases of operations held since {since}: {held}.",
                    "Опубликованных данных в реестре: {n}. Противоречий в них: {bad}; вопросов: {asked}. "
                    "Этапов операций с {since}: {held}.",
                    n=measurements_figure(programme),
                    bad=findings_figure(programme, Weight.CONTRADICTION),
                    asked=findings_figure(programme, Weight.QUESTION),
                    since=since,
                    held=_since(programme, since),
                )
            )
        )
    else:
        found.append(Notice(say("No figure is on record.", "Показателей в реестре нет.")))
    return [
        *found,
        *findings_table(programme),
        *chart(programme, shot),
        *latest_table(programme, shot),
        *operations_table(programme, shot),
        *plans_table(programme),
    ]


def blocks(shot: Snapshot, _before: Snapshot | None, since: date) -> list[Block]:
    """The chapter, for what happened from ``since`` on; nothing where the register holds nothing."""
    return [block for programme in shown(shot) for block in _part(programme, shot, since)]
