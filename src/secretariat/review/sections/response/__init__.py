"""The chapter on the joint forces: an administrative register of pledges, requests, consents and mandates."""

from datetime import date

from secretariat.kernel import Figure, ImpreciseDate, LocalizedText
from secretariat.review.queries import Snapshot
from secretariat.review.rules.blocks import Block, Heading, Notice, Paragraph, say
from secretariat.review.rules.methods import count
from secretariat.review.rules.response import CASES
from secretariat.review.sections.response import answers, cases, consents, mandates, pledges
from secretariat.review.sections.response.figures import (
    in_persons,
    mandates_figure,
    members_pledging,
    pledges_confirmed,
    pledges_numbered,
    requests_made,
    requests_open,
)
from secretariat.sources.rules import Basis


def figures(shot: Snapshot) -> list[Figure]:
    """The figures by which two reviews are compared; none where the register holds nothing of this room."""
    if not shot.response:
        return []
    pledged = [members_pledging(shot), pledges_numbered(shot), pledges_confirmed(shot)] if in_persons(shot) else []
    return [
        *pledged,
        requests_made(shot),
        requests_open(shot),
        mandates_figure(shot, running=False),
        mandates_figure(shot, running=True),
    ]


def _rules(shot: Snapshot) -> list[Block]:
    """Who asks and who decides, as the texts of each force say and as the register holds to."""
    found: list[Block] = [
        Paragraph(
            say(
                "{force}: {rule}",
                "{force}: {rule}",
                force=force.name,
                rule=force.rule,
            )
        )
        for force in shot.response.forces.values()
        if force.rule
    ]
    found.append(
        Paragraph(
            say(
                "The register holds to this rule: no mandate without the request or the approval of the state on whose "
                "territory it takes place, nor against the adoption rule of the organ; a member whose participation is "
                "suspended, or that is no party to the agreement, neither consents nor counts, and is not bound; when "
                "the state concerned withdraws its consent, the mandate ends.",
                "Реестр исходит из правила: мандат невозможен без просьбы или согласия государства, на территории "
                "которого это происходит, и вопреки правилу принятия решений органа; член, чьё участие приостановлено, "
                "и государство, не участвующее в соглашении, согласия не дают, не учитываются и не связаны; с отзывом "
                "согласия принимающего государства мандат прекращается.",
            )
        )
    )
    return found


def _news(shot: Snapshot, since: date) -> Block:
    """How many acts about the joint forces happened in the period, and which requests are among them."""
    happened: list[tuple[ImpreciseDate, Basis]] = [(each.when, each.basis) for each in shot.response.pledges]
    for case in shot.response.cases:
        course = case.course
        happened.append((case.request.when, case.request.basis))
        happened += [(act.when, act.basis) for act in course.acts]
        happened += [(each.when, each.basis) for each in case.assistance]
        happened += [(hearing.consultation.when, hearing.consultation.basis) for hearing in course.hearings]
        happened += [(each.closing.when, each.closing.basis) for each in course.hearings if each.closing]
        for mandate in course.mandates:
            happened.append((mandate.activation.when, mandate.activation.basis))
            happened += [(step.when, step.basis) for step in mandate.acts]
            happened += [(each.when, each.basis) for each in mandate.contributions]
    new = [basis for when, basis in happened if when.latest > since]
    figure = count(
        "force-news",
        CASES,
        tuple(dict.fromkeys(basis.key for basis in new)),
        unit="acts",
        standings=tuple(basis.standing for basis in new),
        sources=tuple(key for basis in new for key in basis.sources),
        filters=(f"after {since}", f"on = {shot.on}"),
    )
    fresh = [case for case in shot.response.cases if case.request.when.latest > since]
    if not fresh:
        return Paragraph(
            say(
                "Since {since}: acts about the joint forces on record: {n}; no request among them.",
                "С {since}: актов о коллективных силах в реестре – {n}; обращений среди них нет.",
                since=since,
                n=figure,
            )
        )
    names = [cases.titled(shot, case) for case in fresh]
    return Paragraph(
        say(
            "Since {since}: acts about the joint forces on record: {n}; new requests by: {states}.",
            "С {since}: актов о коллективных силах в реестре – {n}; новые обращения: {states}.",
            since=since,
            n=figure,
            states=LocalizedText("; ".join(name.en for name in names), "; ".join(name.ru for name in names)),
        )
    )


def blocks(shot: Snapshot, _before: Snapshot | None, since: date) -> list[Block]:
    """The rule of consent, what happened since, pledges, requests and consents, mandates."""
    if not shot.response:
        return []
    scope = say(
        "Administrative only: nothing about weapons, targets, positions or movements is recorded.",
        "Только административные сведения: о вооружении, целях, позициях и перемещениях записей не ведётся.",
    )
    pledged = pledges.blocks(shot)
    asked = [*cases.blocks(shot), *consents.blocks(shot), *answers.blocks(shot)]
    found: list[Block] = [Notice(scope), *_rules(shot), _news(shot, since)]
    if pledged:
        found += [Heading(LocalizedText("Pledged and confirmed", "Заявлено и подтверждено")), *pledged]
    if asked:
        heading = LocalizedText("Requests and consents", "Обращения и согласия")
        found += [Heading(heading), *asked, Heading(LocalizedText("Mandates", "Мандаты")), *mandates.blocks(shot)]
    return found
