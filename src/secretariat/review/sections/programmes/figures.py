"""The numbers of the chapter: published figures with their qualifiers, counts, what a finding is about."""

from collections.abc import Sequence

from secretariat.kernel import Figure, LocalizedText, Trace
from secretariat.programmes.queries import Programme
from secretariat.programmes.rules import Amount, Finding, Indicator, Measurement, Qualifier, Weight, amount
from secretariat.programmes.rules.findings import QUALIFIED
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Sentence, Value, say
from secretariat.review.rules.methods import count
from secretariat.review.rules.programmes import CHECKS, FIGURES
from secretariat.sources.rules import Basis

SOURCE = say("register of programmes", "реестр направлений работы")


def measured(each: Measurement, indicator: Indicator) -> Figure:
    """A published figure in the indicator's unit; of a range the lower end."""
    trace = Trace(
        FIGURES.name,
        FIGURES.version,
        (each.basis.key,),
        (f"indicator = {indicator.key}",),
        (each.basis.standing,),
        each.basis.sources,
    )
    value = None if each.bounds is None else amount(each, indicator).value
    return Figure(f"{each.key.lower()}-measured", value, indicator.unit, trace)


def spoken(each: Measurement, indicator: Indicator) -> Sentence:
    """A published figure with its qualifier and unit: ``more than 400 t``."""
    figure = measured(each, indicator)
    if figure.value is None:
        return say("{n}", "{n}", n=figure)
    found = amount(each, indicator)
    values: dict[str, Value] = {"n": figure, "unit": indicator.unit_name}
    if found.qualifier is Qualifier.RANGE:
        values["high"] = Figure(f"{each.key.lower()}-upper-end", found.high, indicator.unit, figure.trace)
    words = QUALIFIED[found.qualifier]
    return say(f"{words.en} {{unit}}", f"{words.ru} {{unit}}", **values)


def beside(some: Sequence[Measurement], indicator: Indicator) -> Sentence:
    """All figures for one period, side by side."""
    sentences = [spoken(each, indicator) for each in some if each.bounds is not None]
    english, russian = [], []
    values: list[tuple[str, Value]] = []
    for number, sentence in enumerate(sentences):
        texts = [sentence.text.en, sentence.text.ru]
        for name, value in sentence.values:
            texts = [text.replace(f"{{{name}}}", f"{{{name}_{number}}}") for text in texts]
            values.append((f"{name}_{number}", value))
        english.append(texts[0])
        russian.append(texts[1])
    return Sentence(LocalizedText(" / ".join(english), " / ".join(russian)), tuple(values))


def measurements_figure(programme: Programme) -> Figure:
    """How many figures are on record in a field."""
    known = [each for each in programme.measurements if each.bounds is not None]
    return count(
        f"{programme.field.key}-measurements",
        FIGURES,
        tuple(each.basis.key for each in known),
        unit="figures",
        standings=tuple(sorted({each.basis.standing for each in known})),
        sources=tuple(key for each in known for key in each.basis.sources),
        filters=(f"field = {programme.field.key}",),
    )


def _bases(programme: Programme) -> dict[str, Basis]:
    """What the rows that findings name rest on, by key: figures, and the indicators that expect some."""
    described = {each.indicator.basis.key: each.indicator.basis for each in programme.indicators}
    return described | {each.basis.key: each.basis for each in programme.measurements}


def findings_figure(programme: Programme, weight: Weight) -> Figure:
    """How many contradictions, or questions, the checks found in a field; its rows are those they name."""
    found = [each for each in programme.findings if each.weight is weight]
    bases = _bases(programme)
    rows = tuple(dict.fromkeys(key for each in found for key in each.rows))
    return count(
        f"{programme.field.key}-{weight.value}s",
        CHECKS,
        rows,
        unit="findings",
        standings=tuple(sorted({bases[key].standing for key in rows if key in bases})),
        sources=tuple(source for key in rows if key in bases for source in bases[key].sources),
        filters=(f"field = {programme.field.key}", f"weight = {weight.value}"),
        value=len(found),
    )


def phases_figure(programme: Programme, name: str, keys: Sequence[str]) -> Figure:
    """How many phases of operations, all or some of them."""
    acts = [act for report in programme.operations for act in report.acts if act.key in set(keys)]
    return count(
        f"{programme.field.key}-{name}",
        FIGURES,
        tuple(act.basis.key for act in acts),
        unit="phases",
        standings=tuple(sorted({act.basis.standing for act in acts})),
        sources=tuple(key for act in acts for key in act.basis.sources),
        filters=(f"field = {programme.field.key}",),
    )


def _in_finding(
    found: Amount, name: str, programme: Programme, finding: Finding
) -> tuple[LocalizedText, dict[str, Value]]:
    """A number of a finding: the words around it with their places, and what fills them."""
    bases = _bases(programme)
    rows = [bases[key] for key in found.rows if key in bases]
    trace = Trace(
        CHECKS.name,
        CHECKS.version,
        found.rows,
        (f"check = {finding.kind.value}", f"indicator = {finding.indicator}"),
        tuple(sorted({each.standing for each in rows})),
        tuple(dict.fromkeys(key for each in rows for key in each.sources)),
    )
    number = programme.findings.index(finding) + 1
    stem = f"{programme.field.key}-{number}-{name.replace('_', '-')}"
    values: dict[str, Value] = {name: Figure(f"{stem}-in-finding", found.value, found.unit.en or "periods", trace)}
    english, russian = (
        text.replace("{n}", f"{{{name}}}") for text in (QUALIFIED[found.qualifier].en, QUALIFIED[found.qualifier].ru)
    )
    if found.qualifier is Qualifier.RANGE:
        english, russian = (text.replace("{high}", f"{{{name}_high}}") for text in (english, russian))
        values[f"{name}_high"] = Figure(f"{stem}-high-in-finding", found.high, found.unit.en, trace)
    if found.unit:
        english, russian = (f"{text} {{{name}_unit}}" for text in (english, russian))
        values[f"{name}_unit"] = found.unit
    return LocalizedText(english, russian), values


def explanation(finding: Finding, programme: Programme) -> Sentence:
    """A finding as a sentence whose every number is a figure."""
    english, russian = finding.text.en, finding.text.ru
    values: dict[str, Value] = {}
    for name, value in finding.values:
        if not isinstance(value, Amount):
            values[name] = value
            continue
        words, places = _in_finding(value, name, programme, finding)
        english, russian = english.replace(f"{{{name}}}", words.en), russian.replace(f"{{{name}}}", words.ru)
        values |= places
    return say(english, russian, **values)


def shown(shot: Snapshot) -> list[Programme]:
    """The fields of work of which anything is on record, those with figures first."""
    found = [each for each in shot.programmes if each.measurements or each.operations or each.plans]
    return sorted(found, key=lambda each: (not each.measurements, each.field.key))
