"""Tables: persons, what they are appointed to, and the keys of their programs; placements of objects in compartments.

A person's row changes (a password, a language): it is an account, no act. Appointments, placements and tokens are acts:
added, never changed.
"""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from secretariat.access.rules import AppointmentKind, Distribution, Stage

LANGUAGES = ("en", "ru")
MAIL = ("at_once", "daily", "none")
"""When somebody is told of something by e-mail."""


class Reach(models.TextChoices):
    """What an entry of a placement says."""

    ORIGINATOR = "originator"
    ORGAN = "organ"
    RELEASED = "released"
    NAMED = "named"
    GROUP = "group"


class PersonQuerySet(BaseUserManager["Person"]):
    """What sign-in asks of accounts."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """The account with an e-mail address, in whatever case it is typed."""
        return self.get(email=self.normalize_email(username).lower())


class Person(AbstractBaseUser):
    """Somebody who signs in, on behalf of one organisation."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    organisation = models.CharField(max_length=80)
    language = models.CharField(max_length=2, default="en")
    time_zone = models.CharField(max_length=60, default="UTC")
    mail = models.CharField(max_length=10, default="daily")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField()
    feed_secret = models.CharField(max_length=64, blank=True)
    has_one_time_password = models.BooleanField(default=False)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "organisation"]
    objects = PersonQuerySet()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~models.Q(organisation=""), name="access_person_has_organisation"),
            models.CheckConstraint(condition=models.Q(language__in=LANGUAGES), name="access_person_language"),
            models.CheckConstraint(condition=models.Q(mail__in=list(MAIL)), name="access_person_mail"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name, as the sign-in library asks for it."""
        return self.name

    @property
    def code(self) -> str:
        """The id as other rooms keep it."""
        return self.id.hex


def _person(name: str) -> Any:
    return models.ForeignKey("access.Person", on_delete=models.PROTECT, related_name=name)


class Appointment(models.Model):
    """A seat, a group or a duty from an instant on; a row that names another one in ``ends`` ends it."""

    key = models.CharField(primary_key=True, max_length=32)
    person = _person("appointments")
    kind = models.CharField(max_length=8)
    name = models.CharField(max_length=160)
    role = models.CharField(max_length=12, blank=True)
    start = models.DateTimeField()
    end = models.DateTimeField(null=True)
    ends = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="ended_by")
    recorded_at = models.DateTimeField()
    recorded_by = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in AppointmentKind]), name="access_appointment_kind"
            ),
            models.CheckConstraint(
                condition=models.Q(end__isnull=True) | models.Q(end__gte=models.F("start")),
                name="access_appointment_period",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind} {self.name}"


class Token(models.Model):
    """A key for a person's own programs; only its hash is kept. A row that names another in ``revokes`` ends it."""

    key = models.CharField(primary_key=True, max_length=32)
    person = _person("tokens")
    name = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, unique=True, null=True)  # noqa: DJ001  # a revocation has none
    scope = models.CharField(max_length=10, default="read")
    issued_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    revokes = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="revoked_by")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(scope__in=["read", "write"]), name="access_token_scope"),
            models.CheckConstraint(
                condition=models.Q(sha256__isnull=True, revokes__isnull=False)
                | models.Q(sha256__isnull=False, revokes__isnull=True, expires_at__isnull=False),
                name="access_token_issued_or_revoked",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Placement(models.Model):
    """An object is put into a compartment; its newest placement is the one that counts.

    ``object`` is the random id of the object: this table knows nothing else of it.
    """

    object = models.CharField(max_length=32)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    by = models.CharField(max_length=32, blank=True)
    reason = models.TextField(blank=True)
    stage = models.CharField(max_length=10)
    mark = models.CharField(max_length=8)
    members = models.BooleanField(default=False)
    bound = models.BooleanField(default=False)
    limits_release = models.BooleanField(default=False)
    limits_named = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["object", "number"], name="access_placement_in_order"),
            models.CheckConstraint(
                condition=models.Q(stage__in=[stage.value for stage in Stage]), name="access_placement_stage"
            ),
            models.CheckConstraint(
                condition=models.Q(mark__in=[mark.value for mark in Distribution]), name="access_placement_mark"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.object} {self.number}"


class PlacementEntry(models.Model):
    """One originator, organ, organisation, person or group of a placement."""

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=10)
    value = models.CharField(max_length=160)

    class Meta:
        indexes = [models.Index(fields=["placement", "kind", "value"], name="access_entry_of_placement")]
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Reach.values), name="access_entry_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"
