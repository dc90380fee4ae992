"""Writing accounts, appointments, tokens and placements: each in one transaction with its entry in the log."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import available_timezones

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailAddress
from allauth.account.utils import user_pk_to_url_str
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse

from secretariat.access.models import LANGUAGES, MAIL, Appointment, Person, Placement, PlacementEntry, Reach, Token
from secretariat.access.queries import compartments
from secretariat.access.rules import (
    SECRETARIAT,
    AppointmentKind,
    Compartment,
    Seat,
    UnableToPlace,
    Viewer,
    is_organisation,
    placed_anew,
    see,
)
from secretariat.access.rules.appointments import DUTIES_OF, body_of
from secretariat.access.rules.invitations import letter_of_invitation
from secretariat.audit.actions import log
from secretariat.audit.rules import SEALED, Actor, content_hash

LONGEST_TOKEN = timedelta(days=366)


class UnableToInvite(Exception):
    """The account cannot be made: the address is taken, or the organisation is none."""


class UnableToChangeAccount(Exception):
    """The account cannot be kept as it was sent."""


class UnableToAppoint(Exception):
    """The appointment does not fit the person's organisation, or there is nothing to end."""


class UnableToIssueToken(Exception):
    """The token would live too long, or has a scope that does not exist."""


class NotSeen(Exception):
    """There is no such object for this viewer: hidden equals missing."""


def new_id() -> str:
    """A random id of 128 bits in hexadecimal: nobody can guess one, and none says how many there are."""
    return secrets.token_hex(16)


def invite_person(
    actor: Actor, *, email: str, name: str, organisation: str, language: str = "en", time_zone: str = "UTC"
) -> Person:
    """Make an account that cannot sign in until its person has set a password by the link of the invitation.

    Raises :class:`UnableToInvite`.
    """
    address = email.strip().lower()
    if not is_organisation(organisation):
        msg = f"{organisation!r} is no organisation: expected secretariat, state:KG or partner:UN"
        raise UnableToInvite(msg)
    if language not in LANGUAGES or time_zone not in available_timezones():
        msg = f"{language!r} is none of {', '.join(LANGUAGES)}, or {time_zone!r} is no time zone, such as Asia/Bishkek"
        raise UnableToInvite(msg)
    with transaction.atomic():
        if Person.objects.filter(email=address).exists():
            msg = f"there is an account with the address {address} already"
            raise UnableToInvite(msg)
        person = Person(
            email=address,
            name=name.strip() or address,
            organisation=organisation,
            language=language,
            time_zone=time_zone,
            joined_at=datetime.now(UTC),
        )
        person.set_unusable_password()
        person.save()
        # The secretariat vouches for the address: an identity provider that says the same may sign its person in.
        EmailAddress.objects.create(user=person, email=address, verified=True, primary=True)
        log(
            actor,
            action="invite person",
            object_name=f"access.Person: {person.code}",
            hashes=[content_hash([person.code, address, organisation])],
        )
    return person


def link_of_invitation(person: Person, address: str) -> str:
    """Where a person sets a first password: it works once, for three days, and tells nothing else about the account."""
    key = default_token_generator.make_token(person)
    path = reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": key})
    return f"{address.rstrip('/')}{path}"


def send_invitation(person: Person, address: str) -> str:
    """E-mail the link to the person; the link, for who cannot be reached so."""
    link = link_of_invitation(person, address)
    letter = letter_of_invitation(name=person.name, link=link, language=person.language)
    send_mail(letter.subject, letter.text, None, [person.email])
    return link


def give_one_time_password(actor: Actor, *, person: Person) -> str:
    """A password by which somebody signs in and has to choose another one at once; shown this once."""
    password = secrets.token_urlsafe(12)
    with transaction.atomic():
        person.set_password(password)
        person.has_one_time_password = True
        person.save(update_fields=["password", "has_one_time_password"])
        log(
            actor,
            action="give one-time password",
            object_name=f"access.Person: {person.code}",
            hashes=[content_hash([person.code, "one-time password"])],
        )
    return password


def change_account(viewer: Viewer, *, name: str, language: str, time_zone: str, mail: str) -> None:
    """Keep how the viewer wants to be named and addressed. Raises :class:`UnableToChangeAccount`, :class:`NotSeen`."""
    if not name.strip() or language not in LANGUAGES or time_zone not in available_timezones() or mail not in MAIL:
        msg = "an account has a name, one of our languages, a time zone, and one way to be told"
        raise UnableToChangeAccount(msg)
    if not viewer.person:
        raise NotSeen(viewer.person)
    Person.objects.filter(id=UUID(hex=viewer.person)).update(
        name=name.strip(), language=language, time_zone=time_zone, mail=mail
    )


def disable_person(actor: Actor, *, email: str) -> Person:
    """End an account: it can no longer sign in, and its open sessions end with the next request.

    Raises ``Person.DoesNotExist``.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().get(email=email.strip().lower())
        person.is_active = False
        person.save(update_fields=["is_active"])
        log(
            actor,
            action="disable person",
            object_name=f"access.Person: {person.code}",
            hashes=[content_hash([person.code, "disabled"])],
        )
    return person


def renew_feed_secret(actor: Actor, *, person: Person) -> str:
    """A new secret address for somebody's feeds; the old one is nobody's from now on."""
    with transaction.atomic():
        row = Person.objects.select_for_update().get(id=person.id)
        row.feed_secret = secrets.token_urlsafe(32)
        row.save(update_fields=["feed_secret"])
        log(
            actor,
            action="renew feed address",
            object_name=f"access.Person: {row.code}",
            hashes=[content_hash([row.code, hashlib.sha256(row.feed_secret.encode()).hexdigest()])],
        )
    return row.feed_secret


def appoint(
    actor: Actor,
    *,
    person: Person,
    kind: AppointmentKind,
    name: str,
    role: str = "",
    start: datetime | None = None,
    end: datetime | None = None,
) -> str:
    """Give somebody a duty, a seat in an organ or a place in a need-to-know group. The key of the appointment.

    Raises :class:`UnableToAppoint` for a duty that the person's organisation does not have, or a seat of no kind.
    """
    body, _ = body_of(person.organisation)
    if kind is AppointmentKind.DUTY and name not in {duty.value for duty in DUTIES_OF[body]}:
        known = ", ".join(sorted(duty.value for duty in DUTIES_OF[body]))
        msg = f"{name!r} is no duty in {person.organisation}: expected one of {known}"
        raise UnableToAppoint(msg)
    if kind is AppointmentKind.SEAT and role not in {seat.value for seat in Seat}:
        msg = f"{role!r} is no seat: expected one of {', '.join(sorted(seat.value for seat in Seat))}"
        raise UnableToAppoint(msg)
    now = datetime.now(UTC)
    return _record(
        actor,
        Appointment(key=new_id(), person=person, kind=kind.value, name=name, role=role, start=start or now, end=end),
    )


def end_appointment(actor: Actor, *, key: str, at: datetime | None = None) -> str:
    """End an appointment at an instant, now if none is given. Raises :class:`UnableToAppoint` where there is none."""
    row = Appointment.objects.filter(key=key, ends__isnull=True, ended_by__isnull=True).first()
    if row is None:
        msg = f"there is no appointment {key} to end"
        raise UnableToAppoint(msg)
    ending = Appointment(
        key=new_id(),
        person=row.person,
        kind=row.kind,
        name=row.name,
        role=row.role,
        start=at or datetime.now(UTC),
        ends=row,
    )
    return _record(actor, ending)


def _record(actor: Actor, row: Appointment) -> str:
    row.key, row.recorded_at, row.recorded_by = new_id(), datetime.now(UTC), actor.name
    with transaction.atomic():
        row.save(force_insert=True)
        log(
            actor,
            action="end appointment" if row.ends_id else "appoint",
            object_name=f"access.Appointment: {row.key}",
            hashes=[content_hash([row.key, row.person_id.hex, row.kind, row.name, row.role, row.start.isoformat()])],
        )
    return row.key


def issue_token(actor: Actor, *, person: Person, name: str, scope: str = "read", days: int = 90) -> str:
    """A key for a person's programs, shown this once; only its hash is kept. Raises :class:`UnableToIssueToken`."""
    life = timedelta(days=days)
    if not timedelta() < life <= LONGEST_TOKEN or scope not in {"read", "write"}:
        msg = f"a token reads or writes, and lives from 1 to {LONGEST_TOKEN.days} days"
        raise UnableToIssueToken(msg)
    secret = f"sct_{secrets.token_urlsafe(32)}"
    now = datetime.now(UTC)
    row = Token(
        key=new_id(),
        person=person,
        name=name.strip() or "token",
        sha256=hashlib.sha256(secret.encode()).hexdigest(),
        scope=scope,
        issued_at=now,
        expires_at=now + life,
    )
    _keep(actor, row, "issue token")
    return secret


def revoke_token(actor: Actor, *, viewer: Viewer, key: str) -> None:
    """End one of the viewer's own tokens. Raises :class:`NotSeen` where it has none of this key."""
    mine = Token.objects.filter(person_id=UUID(hex=viewer.person)) if viewer.person else Token.objects.none()
    row = mine.filter(key=key, revokes__isnull=True, revoked_by__isnull=True).first()
    if row is None:
        raise NotSeen(key)
    _keep(
        actor,
        Token(key=new_id(), person=row.person, name=row.name, issued_at=datetime.now(UTC), revokes=row),
        "revoke token",
    )


def _keep(actor: Actor, row: Token, action: str) -> None:
    with transaction.atomic():
        row.save(force_insert=True)
        log(
            actor,
            action=action,
            object_name=f"access.Token: {row.key}",
            hashes=[content_hash([row.key, row.person_id.hex, row.revokes_id])],
        )


def place(actor: Actor, viewer: Viewer, key: str, it: Compartment, *, reason: str = "") -> None:
    """Put a new object into its first compartment. The caller is inside the transaction that makes the object.

    A draft leaves a sealed entry in the log: not even that it exists is known. Raises :class:`UnableToPlace` where the
    viewer's organisation would not be its originator, or would not see it.
    """
    if viewer.organisation not in it.originators or not see(viewer, it):
        reason = "not_originator"
        raise UnableToPlace(reason)
    _place(actor, viewer, key, it, number=1, reason=reason)


def place_anew(actor: Actor, viewer: Viewer, key: str, it: Compartment, *, reason: str = "") -> None:
    """Put an object into another compartment; what was seen before was seen, from now on the new one counts.

    Raises :class:`NotSeen`, and :class:`UnableToPlace` as :func:`..rules.placed_anew` says.
    """
    with transaction.atomic():
        # whoever places the same object at this moment waits, and then sees where it went
        list(Placement.objects.select_for_update().filter(object=key).values_list("pk"))
        found = compartments(viewer, [key])
        if key not in found:
            raise NotSeen(key)
        number = Placement.objects.filter(object=key).count() + 1
        _place(actor, viewer, key, placed_anew(viewer, found[key], it), number=number, reason=reason)


def _place(actor: Actor, viewer: Viewer, key: str, it: Compartment, *, number: int, reason: str) -> None:
    row = Placement.objects.create(
        object=key,
        number=number,
        at=datetime.now(UTC),
        by=viewer.person,
        reason=reason,
        stage=it.stage.value,
        mark=it.mark.value,
        members=it.members,
        bound=it.bound,
        limits_release=it.released_to is not None,
        limits_named=it.named is not None,
    )
    lists: dict[Reach, Iterable[str]] = {
        Reach.ORIGINATOR: it.originators,
        Reach.ORGAN: it.organs,
        Reach.RELEASED: it.released_to or (),
        Reach.NAMED: it.named or (),
        Reach.GROUP: it.need_to_know,
    }
    PlacementEntry.objects.bulk_create(
        PlacementEntry(placement=row, kind=kind.value, value=value)
        for kind, values in lists.items()
        for value in sorted(values)
    )
    stated = [key, number, it.stage.value, it.mark.value, *(sorted(values) for values in lists.values())]
    # The secretariat reads the log; so only what reaches it, or everybody, is named there.
    is_open = see(SECRETARIAT, it)
    log(
        actor if is_open else SEALED,
        action="place",
        object_name=f"access.Placement: {key}" if is_open else "access.Placement",
        hashes=[content_hash(stated)],
    )
