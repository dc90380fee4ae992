"""The filters that every query of every room passes through, and who somebody is at an instant."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from operator import and_
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from secretariat.access.models import Appointment as AppointmentRow
from secretariat.access.models import Person, Placement, PlacementEntry, Reach, Token
from secretariat.access.rules import (
    Appointment,
    AppointmentKind,
    Body,
    Compartment,
    Distribution,
    Mark,
    Stage,
    Viewer,
)

__all__ = [
    "Person",  # the account itself, for the sign-in above
    "PersonView",
    "appointments",
    "codes_with_duty",
    "compartments",
    "exists_for",
    "names_of",
    "person_of_token",
    "persons",
    "persons_with_duty",
    "scope",
    "tokens",
    "visible_placements",
]


def scope(viewer: Viewer) -> Q:
    """The rows that exist for ``viewer``, as a condition on any table with a ``mark``."""
    return Q(mark__in=[mark.value for mark in Mark if viewer.sees(mark)])


def _has(kind: Reach, *values: str) -> Exists:
    return Exists(PlacementEntry.objects.filter(placement=OuterRef("pk"), kind=kind, value__in=values))


def _has_other(kind: Reach, values: Iterable[str]) -> Exists:
    entries = PlacementEntry.objects.filter(placement=OuterRef("pk"), kind=kind)
    return Exists(entries.exclude(value__in=sorted(values)))


def visible_placements(viewer: Viewer) -> QuerySet[Placement]:
    """The newest placement of every object that exists for ``viewer``: :func:`..rules.see` in SQL."""
    newer = Placement.objects.filter(object=OuterRef("object"), number__gt=OuterRef("number"))
    is_named = Q(limits_named=False)
    is_released = Q(limits_release=False)
    if viewer.person:
        is_named |= Q(_has(Reach.NAMED, viewer.person))
    reached = Q(mark=Distribution.PUBLIC.value)
    if viewer.organisation:
        is_released |= Q(_has(Reach.RELEASED, viewer.organisation))
    if viewer.organisation and viewer.active:
        limits = [is_named, is_released, ~Q(_has_other(Reach.ORGAN, viewer.seats))]
        if not viewer.is_among_members:
            limits.append(Q(members=False))
        reached |= reduce(and_, limits)
    visible = ~Q(stage=Stage.DRAFT.value) & reached
    if viewer.organisation:
        own = Q(_has(Reach.ORIGINATOR, viewer.organisation)) & is_named & (Q(bound=False) | reached)
        visible |= own
    return Placement.objects.filter(visible & ~Q(_has_other(Reach.GROUP, viewer.groups))).exclude(Exists(newer))


def exists_for(viewer: Viewer, column: str = "key") -> Q:
    """The objects that exist for ``viewer``, as a condition on a table whose ``column`` is the id of placed objects."""
    return Q(**{f"{column}__in": visible_placements(viewer).values("object")})


def compartments(viewer: Viewer, objects: Iterable[str]) -> dict[str, Compartment]:
    """The compartments of those objects that exist for ``viewer``, by id. Two queries."""
    rows = visible_placements(viewer).filter(object__in=list(objects)).prefetch_related("entries")
    return {row.object: _compartment(row) for row in rows}


def _compartment(row: Placement) -> Compartment:
    entries: dict[str, set[str]] = {kind.value: set() for kind in Reach}
    for entry in row.entries.all():
        entries[entry.kind].add(entry.value)
    return Compartment(
        originators=frozenset(entries[Reach.ORIGINATOR]),
        stage=Stage(row.stage),
        mark=Distribution(row.mark),
        organs=frozenset(entries[Reach.ORGAN]),
        released_to=frozenset(entries[Reach.RELEASED]) if row.limits_release else None,
        named=frozenset(entries[Reach.NAMED]) if row.limits_named else None,
        need_to_know=frozenset(entries[Reach.GROUP]),
        members=row.members,
        bound=row.bound,
    )


SECRET_LENGTH = 32
"""Letters of a secret address at least; an account without one has none."""
_IS_CODE = re.compile("[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class PersonView:
    """What others may know of an account: a name and the organisation; the address only among one's own."""

    code: str
    name: str
    organisation: str
    email: str = ""
    language: str = "en"
    time_zone: str = "UTC"
    is_active: bool = True


def _view(row: Person, *, with_address: bool) -> PersonView:
    return PersonView(
        row.code,
        row.name,
        row.organisation,
        row.email if with_address else "",
        row.language,
        row.time_zone,
        row.is_active,
    )


def persons(viewer: Viewer, *, organisation: str | None = None) -> list[PersonView]:
    """The accounts by organisation and name; addresses of one's own organisation, and for who invites, of all.

    Somebody who is not signed in sees none.
    """
    if not viewer.person:
        return []
    rows = Person.objects.order_by("organisation", "name", "id")
    if organisation is not None:
        rows = rows.filter(organisation=organisation)
    invites = viewer.body is Body.SECRETARIAT
    return [_view(row, with_address=invites or row.organisation == viewer.organisation) for row in rows]


def person_with_code(viewer: Viewer, code: str) -> Person | None:
    """The account with an id, for who invites; nobody else is given one."""
    try:
        key = UUID(hex=code)
    except ValueError:
        return None
    if viewer.body is not Body.SECRETARIAT or not viewer.person:
        return None
    return Person.objects.filter(id=key).first()


def person_with_address(email: str) -> Person | None:
    """The account that signs in with an address; for the command line, which asks on nobody's behalf."""
    return Person.objects.filter(email=email.strip().lower()).first()


@dataclass(frozen=True, slots=True)
class Choices:
    """Whom a mark can name: organs with seats, organisations and persons with accounts, one's own groups."""

    organs: tuple[str, ...]
    organisations: tuple[str, ...]
    persons: tuple[PersonView, ...]
    groups: tuple[str, ...]


def choices_for(viewer: Viewer) -> Choices:
    """Whom the viewer can name in a mark. Two queries."""
    found = [each for each in persons(viewer) if each.is_active]
    seats = AppointmentRow.objects.filter(kind=AppointmentKind.SEAT.value).order_by("name")
    return Choices(
        organs=tuple(seats.values_list("name", flat=True).distinct()) if viewer.person else (),
        organisations=tuple(sorted({each.organisation for each in found})),
        persons=tuple(found),
        groups=tuple(sorted(viewer.groups)),
    )


def all_persons() -> list[Person]:
    """Every account, by organisation and name; for the command line, which asks on nobody's behalf."""
    return list(Person.objects.order_by("organisation", "name", "id"))


def names_of(viewer: Viewer, codes: Iterable[str]) -> dict[str, str]:
    """The names of accounts by id: whoever sees an object sees who wrote it. One query, none without ids."""
    wanted = {UUID(hex=code) for code in codes if _IS_CODE.fullmatch(code)}
    if not wanted or not viewer.organisation:
        return {}
    return {row.code: row.name for row in Person.objects.filter(id__in=wanted)}


def appointments(person: str) -> list[Appointment]:
    """What somebody is appointed to; an ending cuts the period short. Two queries at most, however many rows."""
    ended = {
        row.ends_id: row.start for row in AppointmentRow.objects.filter(person_id=UUID(hex=person), ends__isnull=False)
    }
    return [
        Appointment(
            row.key,
            AppointmentKind(row.kind),
            row.name,
            row.role,
            row.start,
            min((end for end in (row.end, ended.get(row.key)) if end is not None), default=None),
        )
        for row in AppointmentRow.objects.filter(person_id=UUID(hex=person), ends__isnull=True).order_by("start", "key")
    ]


def persons_with_duty(viewer: Viewer, *, organisation: str, duty: str, at: datetime) -> list[PersonView]:
    """Who has a duty in an organisation at an instant, by name."""
    held = AppointmentRow.objects.filter(
        Q(end__isnull=True) | Q(end__gt=at), kind="duty", name=duty, start__lte=at, ends__isnull=True
    ).exclude(ended_by__start__lte=at)
    rows = Person.objects.filter(organisation=organisation, is_active=True, appointments__in=held).distinct()
    return [_view(row, with_address=viewer.organisation == organisation) for row in rows.order_by("name", "id")]


def codes_with_duty(organisations: Iterable[str], duties: Iterable[str], *, at: datetime) -> list[str]:
    """Who has one of some duties in one of some organisations at an instant: ids, for telling them. One query."""
    held = AppointmentRow.objects.filter(
        Q(end__isnull=True) | Q(end__gt=at), kind="duty", name__in=list(duties), start__lte=at, ends__isnull=True
    ).exclude(ended_by__start__lte=at)
    rows = Person.objects.filter(organisation__in=list(organisations), is_active=True, appointments__in=held).distinct()
    return [row.code for row in rows.order_by("id")]


def person_of_feed(secret: str) -> Person | None:
    """Whose feeds lie under a secret address; none where nobody's do, or the account was disabled."""
    return Person.objects.filter(feed_secret=secret, is_active=True).first() if len(secret) >= SECRET_LENGTH else None


def person_of_token(secret: str, at: datetime) -> tuple[Person, str] | None:
    """Whose token this is and what it allows; none where it is unknown, expired, revoked or its person disabled."""
    found = (
        Token.objects.filter(
            sha256=hashlib.sha256(secret.encode()).hexdigest(), expires_at__gt=at, person__is_active=True
        )
        .exclude(revoked_by__isnull=False)
        .select_related("person")
        .first()
    )
    return (found.person, found.scope) if found else None


def tokens(viewer: Viewer) -> list[Token]:
    """One's own tokens that were not revoked, newest first."""
    if not viewer.person:
        return []
    mine = Token.objects.filter(person_id=UUID(hex=viewer.person), revokes__isnull=True)
    return list(mine.exclude(revoked_by__isnull=False).order_by("-issued_at"))


@dataclass(frozen=True, slots=True)
class Mailbox:
    """Where and in which language somebody is written to; ``mail`` is how often: at once, daily or never."""

    email: str
    language: str
    mail: str


def mailboxes(codes: Iterable[str]) -> dict[str, Mailbox]:
    """Where active accounts are written to, by id: for sending, not for showing. One query, none without ids."""
    wanted = {UUID(hex=code) for code in codes if code}
    if not wanted:
        return {}
    rows = Person.objects.filter(id__in=wanted, is_active=True)
    return {row.code: Mailbox(row.email, row.language, row.mail) for row in rows}
