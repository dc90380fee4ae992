"""Tables: papers, their versions, steps and files; and the text that somebody has not sent yet."""

from typing import Any

from django.db import models

from secretariat.papers.rules import LONGEST_TITLE, PaperKind, StepKind


def _of_paper(name: str) -> Any:
    return models.ForeignKey("papers.Paper", on_delete=models.PROTECT, related_name=name)


class Paper(models.Model):
    """A working paper. Its id is random, so that none says how many there are; its compartment is a placement."""

    key = models.CharField(primary_key=True, max_length=32)
    kind = models.CharField(max_length=12)
    about = models.CharField(max_length=200, blank=True, db_index=True)
    organisation = models.CharField(max_length=80)
    person = models.CharField(max_length=32)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in PaperKind]), name="papers_paper_kind"
            ),
            models.CheckConstraint(condition=~models.Q(organisation=""), name="papers_paper_originated"),
        ]

    def __str__(self) -> str:
        return self.key


class Version(models.Model):
    """What a paper says from an instant on; two people who write from the same version cannot both be next."""

    key = models.CharField(primary_key=True, max_length=44)
    paper = _of_paper("versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=LONGEST_TITLE)
    body = models.JSONField(default=dict)
    at = models.DateTimeField()
    person = models.CharField(max_length=32)
    content_hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["paper", "number"], name="papers_version_in_order")]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.number}"


class Step(models.Model):
    """Something done with a paper."""

    paper = _of_paper("steps")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=12)
    at = models.DateTimeField()
    person = models.CharField(max_length=32)
    organisation = models.CharField(max_length=80)
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    receipt = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["paper", "number"], name="papers_step_in_order"),
            models.CheckConstraint(
                condition=models.Q(kind__in=[kind.value for kind in StepKind]), name="papers_step_kind"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id} {self.kind}"


class Attachment(models.Model):
    """A file put to a paper, with its content: one backup holds both."""

    key = models.CharField(primary_key=True, max_length=32)
    paper = _of_paper("attachments")
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    at = models.DateTimeField()
    person = models.CharField(max_length=32)

    def __str__(self) -> str:
        return self.name


class Unsent(models.Model):
    """What somebody has typed into a form and not sent: it is there again after a closed tab. No act, so it changes."""

    person = models.CharField(max_length=32)
    form = models.CharField(max_length=200)
    fields = models.JSONField(default=dict)
    base = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "form"], name="papers_unsent_one_each")]

    def __str__(self) -> str:
        return self.form


class Submission(models.Model):
    """A form that was sent once: sent again, it leads to what it did the first time."""

    token = models.CharField(max_length=64)
    person = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=500)

    class Meta:
        # by person: what one sends never meets what another sent
        constraints = [models.UniqueConstraint(fields=["person", "token"], name="papers_submission_once")]

    def __str__(self) -> str:
        return self.token
