"""Tables: organs, terms of office, meetings and what is said and decided upon in them."""

from enum import StrEnum

from django.db import models

from secretariat.organs.rules import (
    AdoptionActKind,
    AgendaStatus,
    AttendanceLevel,
    ChairRule,
    DecisionRule,
    DocumentKind,
    MeetingActKind,
    MeetingKind,
    Position,
    Procedure,
    ProposalActKind,
    QuorumRule,
    Role,
    TermEdge,
)
from secretariat.sources.columns import ActColumns, RecordColumns


def _among(column: str, values: type[StrEnum], *, optional: bool = False) -> models.CheckConstraint:
    """A column holds one of the words of an enumeration."""
    condition = models.Q(**{f"{column}__in": [value.value for value in values]})
    if optional:
        condition |= models.Q(**{f"{column}__isnull": True})
    return models.CheckConstraint(condition=condition, name=f"%(app_label)s_%(class)s_{column}")


class Organ(RecordColumns):
    """A body or an office of the organisation."""

    titled = ("name", "short")
    searched = ("composition", "seat", "note")

    name = models.JSONField()
    short = models.JSONField(null=True)
    kind = models.CharField(max_length=200)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    composition = models.JSONField(null=True)
    procedure = models.CharField(max_length=20, default=DecisionRule.CONSENSUS.value)
    quorum = models.CharField(max_length=20, default=QuorumRule.UNKNOWN.value)
    chair_rule = models.CharField(max_length=20, default=ChairRule.UNKNOWN.value)
    seat = models.JSONField(null=True)
    established = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "unknown"
    variants = models.JSONField(default=list)

    class Meta(RecordColumns.Meta):
        constraints = [
            *RecordColumns.Meta.constraints,
            _among("procedure", DecisionRule),
            _among("quorum", QuorumRule),
            _among("chair_rule", ChairRule),
        ]


class TermAct(ActColumns):
    """The start or the end of somebody's term."""

    term = models.CharField(max_length=160, db_index=True)
    organ = models.ForeignKey("organs.Organ", on_delete=models.PROTECT, related_name="term_acts")
    role = models.CharField(max_length=10)
    kind = models.CharField(max_length=10)
    person = models.JSONField(null=True)
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    acting = models.BooleanField(default=False)
    temporary = models.BooleanField(default=False)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("role", Role), _among("kind", TermEdge)]


class Meeting(RecordColumns):
    """One sitting of an organ."""

    titled = ("title",)
    searched = ("note",)

    organ = models.ForeignKey("organs.Organ", on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=20, default=MeetingKind.REGULAR.value)
    joint_with = models.JSONField(default=list)
    title = models.JSONField(null=True)

    class Meta(RecordColumns.Meta):
        constraints = [*RecordColumns.Meta.constraints, _among("kind", MeetingKind)]


class MeetingAct(ActColumns):
    """What happened to a meeting: announced, moved, cancelled, held."""

    meeting = models.ForeignKey("organs.Meeting", on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=20)
    when = models.CharField(max_length=32, null=True)  # noqa: DJ001  # NULL is "no day was named"
    place = models.JSONField(null=True)
    host = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    certainty = models.CharField(max_length=20, null=True)  # noqa: DJ001  # NULL is "not said"
    constraints = models.JSONField(default=list)
    set_at = models.ForeignKey("organs.Meeting", null=True, on_delete=models.PROTECT, related_name="announced")

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", MeetingActKind)]


class AgendaItem(ActColumns):
    """One item of the agenda of a meeting."""

    titled = ("title", "number")
    searched = ("note",)
    shown_with = "meeting_id"

    meeting = models.ForeignKey("organs.Meeting", on_delete=models.PROTECT, related_name="agenda")
    number = models.CharField(max_length=20)
    title = models.JSONField()
    status = models.CharField(max_length=20, default=AgendaStatus.PROVISIONAL.value)
    restricted = models.BooleanField(default=False)
    about = models.JSONField(default=list)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("status", AgendaStatus)]


class Attendance(ActColumns):
    """Who was at a meeting, or was not."""

    meeting = models.ForeignKey("organs.Meeting", on_delete=models.PROTECT, related_name="attendance")
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.JSONField(null=True)
    level = models.CharField(max_length=20)
    person = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("level", AttendanceLevel)]


class Statement(ActColumns):
    """Something said, in the register's own words."""

    searched = ("text", "person", "group", "note")
    shown_with = "meeting_id"

    meeting = models.ForeignKey("organs.Meeting", null=True, on_delete=models.PROTECT, related_name="statements")
    item = models.ForeignKey("organs.AgendaItem", null=True, on_delete=models.PROTECT, related_name="statements")
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    organ = models.ForeignKey("organs.Organ", null=True, on_delete=models.PROTECT, related_name="+")
    person = models.JSONField(null=True)
    group = models.JSONField(null=True)
    text = models.JSONField()
    about = models.JSONField(default=list)
    claims = models.JSONField(default=list)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(state__isnull=False)
                | models.Q(organ__isnull=False)
                | models.Q(person__isnull=False)
                | models.Q(group__isnull=False),
                name="organs_statement_speaker",
            ),
        ]


class Proposal(ActColumns):
    """Something a member would like the organisation to do."""

    titled = ("title",)
    searched = ("text", "note")
    shown_with = "meeting_id"

    meeting = models.ForeignKey("organs.Meeting", null=True, on_delete=models.PROTECT, related_name="proposals")
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    title = models.JSONField()
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        pass


class ProposalAct(ActColumns):
    """One step in the fate of a proposal."""

    proposal = models.ForeignKey("organs.Proposal", on_delete=models.PROTECT, related_name="acts")
    kind = models.CharField(max_length=20)
    # The decision belongs to a room above this one, so its key is kept without a foreign key.
    decision = models.CharField(max_length=160, null=True)  # noqa: DJ001  # NULL is "no decision"
    reason = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", ProposalActKind)]


class Document(ActColumns):
    """A document with its symbol."""

    titled = ("symbol", "title")
    searched = ("note",)
    shown_with = "meeting_id"

    symbol = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, default=DocumentKind.BASE.value)
    of = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="annexed")
    organ = models.ForeignKey("organs.Organ", null=True, on_delete=models.PROTECT, related_name="documents")
    meeting = models.ForeignKey("organs.Meeting", null=True, on_delete=models.PROTECT, related_name="documents")
    item = models.ForeignKey("organs.AgendaItem", null=True, on_delete=models.PROTECT, related_name="documents")
    title = models.JSONField()
    languages = models.JSONField(default=list)
    authentic = models.JSONField(default=list)
    url = models.CharField(max_length=1000, blank=True)
    purpose = models.CharField(max_length=20, null=True)  # noqa: DJ001  # NULL is "not said"

    class Meta(ActColumns.Meta):
        constraints = [*ActColumns.Meta.constraints, _among("kind", DocumentKind)]


class AdoptionAct(ActColumns):
    """One act in the adoption of a draft."""

    # A draft is a document, a proposal or a decision; the last belongs to a room above.
    draft = models.CharField(max_length=160, db_index=True)
    procedure = models.CharField(max_length=20)
    kind = models.CharField(max_length=20)
    at = models.DateTimeField()
    deadline = models.DateTimeField(null=True)
    state = models.ForeignKey("parties.State", null=True, on_delete=models.PROTECT, related_name="+")
    position = models.CharField(max_length=30, null=True)  # noqa: DJ001  # NULL is "not a position"
    participants = models.JSONField(default=list)
    text = models.JSONField(null=True)

    class Meta(ActColumns.Meta):
        constraints = [
            *ActColumns.Meta.constraints,
            _among("procedure", Procedure),
            _among("kind", AdoptionActKind),
            _among("position", Position, optional=True),
        ]
