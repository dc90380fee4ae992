"""Tables: partners and their members, links, contacts and follow-ups, each with its acts."""

from enum import StrEnum

from django.db import models

from secretariat.parties.rules import ActKind
from secretariat.partners.rules import (
    Adoption,
    ContactKind,
    FollowUpActKind,
    LinkActKind,
    LinkKind,
    PartnerActKind,
    PartnerKind,
)
from secretariat.sources.columns import ActColumns, RecordColumns


def _among(column: str, values: type[StrEnum], name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=models.Q(**{f"{column}__in": [value.value for value in values]}), name=name)


class Partner(RecordColumns):
    """An organisation, a body of one, or an arrangement with which the organisation has to do."""

    titled = ("name", "short")
    searched = ("note",)

    kind = models.CharField(max_length=20)
    name = models.JSONField()
    short = models.JSONField()
    part_of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="bodies")
    website = models.CharField(max_length=300, blank=True)

    class Meta(RecordColumns.Meta):
        constraints = [*RecordColumns.Meta.constraints, _among("kind", PartnerKind, "partners_partner_kind")]


class PartnerAct(ActColumns):
    """A partner was founded, or ceased to exist."""

    partner = models.ForeignKey("partners.Partner", on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=20)
    successor = models.ForeignKey("partners.Partner", null=True, on_delete=models.PROTECT, related_name="succeeds")
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", PartnerActKind, "partners_partneract_kind")]


class Membership(ActColumns):
    """What a state, or an organ of the partner, did about the state's membership of a partner."""

    partner = models.ForeignKey("partners.Partner", on_delete=models.PROTECT, related_name="memberships")
    state = models.ForeignKey("parties.State", on_delete=models.PROTECT, related_name="partner_memberships")
    kind = models.CharField(max_length=30)
    effective = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "on its own date"
    by = models.CharField(max_length=40, blank=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", ActKind, "partners_membership_kind")]


class Link(RecordColumns):
    """A text or a status that ties the organisation and a partner."""

    titled = ("symbol", "title")
    searched = ("body", "note")
    shown_with = "partner_id"

    partner = models.ForeignKey("partners.Partner", on_delete=models.PROTECT, related_name="links")
    kind = models.CharField(max_length=20)
    title = models.JSONField()
    symbol = models.CharField(max_length=100, blank=True)
    body = models.JSONField(null=True)
    binds = models.JSONField(default=list)
    awaits_entry = models.BooleanField(default=False)

    class Meta(RecordColumns.Meta):
        constraints = [*RecordColumns.Meta.constraints, _among("kind", LinkKind, "partners_link_kind")]


class LinkAct(ActColumns):
    """One act about a link."""

    link = models.ForeignKey("partners.Link", on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=20)
    adoption = models.CharField(max_length=20, null=True)  # noqa: DJ001  # NULL is "nobody says how"
    votes = models.JSONField(null=True)
    place = models.JSONField(null=True)
    by = models.JSONField(null=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("kind", LinkActKind, "partners_linkact_kind"),
            models.CheckConstraint(
                condition=models.Q(adoption__isnull=True)
                | models.Q(kind=LinkActKind.ADOPTED.value, adoption__in=[value.value for value in Adoption]),
                name="partners_linkact_adoption",
            ),
        ]


class Contact(ActColumns):
    """A meeting, a consultation, a joint activity with one or more partners."""

    titled = ("title",)
    searched = ("text", "place", "note")
    shown_with = "partners"

    partners = models.JSONField(default=list)
    kind = models.CharField(max_length=20)
    title = models.JSONField()
    place = models.JSONField(null=True)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", ContactKind, "partners_contact_kind")]


class FollowUp(RecordColumns):
    """Something that was agreed at a contact."""

    contact = models.ForeignKey("partners.Contact", on_delete=models.PROTECT, related_name="follow_ups")
    title = models.JSONField()
    responsible = models.JSONField(null=True)

    class Meta(RecordColumns.Meta):
        pass


class FollowUpAct(ActColumns):
    """Something agreed was agreed, moved, done or dropped."""

    follow_up = models.ForeignKey("partners.FollowUp", on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=20)
    due = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "no day was named"
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("kind", FollowUpActKind, "partners_followupact_kind"),
            models.CheckConstraint(
                condition=models.Q(due__isnull=True)
                | models.Q(kind__in=[FollowUpActKind.AGREED.value, FollowUpActKind.MOVED.value]),
                name="partners_followupact_due",
            ),
        ]
