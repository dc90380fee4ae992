"""Reading silences: the text, where each member stands, how it ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from secretariat.access.rules import Viewer
from secretariat.kernel import LocalizedText
from secretariat.organs.queries import adoption_acts, documents
from secretariat.organs.rules import (
    Adoption,
    AdoptionAct,
    AdoptionActKind,
    Document,
    Outcome,
    Procedure,
    adoption_at,
)
from secretariat.parties.queries import NoOrganisation, members_by_day
from secretariat.parties.rules import PartyState
from secretariat.silence.models import Closing, Opening
from secretariat.silence.rules import Letter, Voice, board_of, letter_of


@dataclass(frozen=True, slots=True)
class Silence:
    """A text under silence: the newest opening counts. ``closed_at`` is when the worker recorded the end."""

    draft: str
    symbol: str
    title: LocalizedText
    organ: str | None
    opening: AdoptionAct
    zone: str
    adoption: Adoption
    voices: tuple[Voice, ...]
    acts: tuple[AdoptionAct, ...]
    closed_at: datetime | None

    @property
    def is_running(self) -> bool:
        """Whether a member can still break it."""
        return self.adoption.outcome is Outcome.PENDING

    def letter(self) -> Letter | None:
        """The confirmation letter, once it has ended."""
        return letter_of(
            self.adoption,
            symbol=self.symbol,
            title=self.title,
            opened_at=self.opening.at,
            zone=self.zone,
            voices=self.voices,
            acts=tuple(act.key for act in self.acts),
        )


def _grouped(acts: Iterable[AdoptionAct]) -> dict[str, list[AdoptionAct]]:
    found: dict[str, list[AdoptionAct]] = {}
    for act in acts:
        found.setdefault(act.draft, []).append(act)
    return found


def _day_that_counts(acts: list[AdoptionAct], at: datetime) -> date:
    """The day whose membership counts: that of the deadline in force once it has passed, else of ``at``."""
    deadlines = [act.deadline for act in acts if act.deadline is not None]
    last = max(deadlines, default=at)
    return min(at, last).astimezone(UTC).date()


def silences(viewer: Viewer, *, at: datetime, draft: str | None = None) -> list[Silence]:
    """Every text that was put under silence by an instant, running ones first, then the newest opening first.

    Seven queries, however many texts.
    """
    by_draft = _grouped(adoption_acts(viewer, at=at, procedure=Procedure.SILENCE, draft=draft))
    described: dict[str, Document] = {
        each.key: each for each in documents(viewer, on=at.astimezone(UTC).date(), known_at=at)
    }
    days = {key: _day_that_counts(acts, at) for key, acts in by_draft.items()}
    try:
        membership = members_by_day(viewer, days.values(), known_at=at)
    except NoOrganisation:
        membership = {}
    rows = Opening.objects.filter(draft__in=list(by_draft)).select_related("closing")
    openings = {row.act: row for row in rows}
    found = []
    for key, acts in by_draft.items():
        opened = [act for act in acts if act.kind is AdoptionActKind.OPENED]
        if not opened:
            continue
        parties = membership.get(days[key], [])
        suspended = [each.state.code for each in parties if each.status.status is PartyState.SUSPENDED]
        adoption = adoption_at(acts=acts, members=[each.state.code for each in parties], suspended=suspended, at=at)
        refused = {each.act.key for each in adoption.refused}
        opening = max((act for act in opened if act.key not in refused), key=lambda act: act.at, default=opened[0])
        row, document = openings.get(opening.key), described.get(key)
        closing = getattr(row, "closing", None)
        found.append(
            Silence(
                draft=key,
                symbol=document.symbol if document else key,
                title=document.title if document else LocalizedText(en=key),
                organ=document.organ if document else None,
                opening=opening,
                zone=row.zone if row else "UTC",
                adoption=adoption,
                voices=tuple(board_of(adoption, acts, suspended=suspended)),
                acts=tuple(acts),
                closed_at=closing.closed_at if closing is not None and closing.closed_at <= at else None,
            )
        )
    return sorted(found, key=lambda each: (not each.is_running, -each.opening.at.timestamp(), each.draft))


def silence(viewer: Viewer, draft: str, *, at: datetime) -> Silence | None:
    """One text under silence; ``None`` for one that is hidden or never was."""
    return next(iter(silences(viewer, at=at, draft=draft)), None)


def drafts_to_open(viewer: Viewer, *, at: datetime) -> list[Document]:
    """The documents that can be put under silence: those under none, or whose last silence ended without adoption."""
    taken = {
        each.draft for each in silences(viewer, at=at) if each.is_running or each.adoption.outcome is Outcome.ADOPTED
    }
    found = documents(viewer, on=at.astimezone(UTC).date(), known_at=at)
    return [each for each in reversed(found) if each.key not in taken]


def unclosed(at: datetime) -> list[str]:
    """The openings whose end nobody has recorded yet, oldest first: what a worker looks at."""
    rows = Opening.objects.filter(opened_at__lte=at).exclude(act__in=Closing.objects.values("opening"))
    return list(rows.order_by("opened_at", "act").values_list("act", flat=True))
