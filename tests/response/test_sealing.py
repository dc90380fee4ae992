"""Until the close nobody but the member itself learns its answer, or how many there are, by any way."""

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import typer
from django.test import Client
from typer.testing import CliRunner

from secretariat.access.rules import PUBLIC, SECRETARIAT, Viewer, delegation_of
from secretariat.audit.models import AuditEntry
from secretariat.audit.queries import audit_entries
from secretariat.audit.rules import Actor
from secretariat.cli import response as response_command
from secretariat.cli.pack import pack_tables
from secretariat.kernel import LocalizedText
from secretariat.response import models
from secretariat.response.actions import (
    UnableToAnswer,
    UnableToConsult,
    close_consultation,
    give_consent,
    open_consultation,
)
from secretariat.response.queries import response_register
from secretariat.response.rules import Answer
from secretariat.review.queries import doubtful_rows, new_rows, row_lines, snapshot_hash, standing_counts
from secretariat.sources.pack.writing import dump_pack
from secretariat.sources.queries import every_row

pytestmark = pytest.mark.django_db
VIEWERS = [SECRETARIAT, PUBLIC, delegation_of("KZ")]
MINSK = date(2011, 5, 31)
SAID = "the answer of Belarus"


@pytest.fixture
def consulted(load: Callable[..., None], actor: Actor) -> None:
    load()
    today = datetime.now(UTC).date()
    open_consultation(actor, key="CON", request="KZ-2022", organ="CSC", force="CRRF", on=today)


def belarus_answers() -> str:
    text = LocalizedText(SAID, SAID)
    return give_consent(consultation="CON", state="BY", answer=Answer.DECLINES, persons=4711, text=text)


def seen(viewer: Viewer, folder: Path, keys: set[str], now: datetime) -> str:
    """Everything that a viewer can ask, as one text; ``now`` is the same for two that are compared."""
    on = date.max.replace(year=2100)
    register = response_register(viewer, on=on, known_at=now)
    dump = dump_pack(viewer, folder, pack_tables())
    written = {path.name: path.read_text() for path in sorted(folder.rglob("*")) if path.is_file()}
    answers = [
        str([asdict(case.course) for case in register.cases]),
        str([case.complete for case in register.cases]),
        snapshot_hash(viewer, on=on, known_at=now),
        str(standing_counts(viewer, on=on, known_at=now)),
        str(row_lines(viewer, keys, known_at=now)),
        str(doubtful_rows(viewer, on=on, known_at=now)),
        str(
            new_rows(viewer, ("consent",), before=(date(2011, 5, 31), datetime(2011, 5, 31, tzinfo=UTC)), now=(on, now))
        ),
        str(audit_entries(viewer)),
        str(list(every_row(viewer, models.Consent).values_list("key", flat=True))),
        str(dump),
        str(written),
    ]
    return "\n".join(answers)


def page(client: Client, address: str) -> str:
    text = client.get(address).content.decode()
    return re.sub(r"\d{4}-\d\d-\d\dT[^\"&<]*|nonce=\"[^\"]*\"", "", text)


def command() -> str:
    app = typer.Typer()
    response_command.add_to(app)
    result = CliRunner().invoke(app, ["--on", "2100-01-01", "--json"], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize("viewer", VIEWERS, ids=["secretariat", "public", "another delegation"])
def test_an_answer_changes_nothing_that_others_can_ask(consulted: None, tmp_path: Path, viewer: Viewer):
    far = datetime(2100, 1, 1, tzinfo=UTC)
    before = seen(viewer, tmp_path / "before", set(), far)
    key = belarus_answers()
    after = seen(viewer, tmp_path / "after", {key}, far)
    assert after == before
    assert SAID not in after
    assert key not in after


def test_an_answer_changes_no_page_and_no_command(consulted: None, client: Client):
    addresses = ["/response", "/response.json", "/response/KZ-2022", "/response/KZ-2022.json"]
    before = [page(client, each) for each in addresses] + [command()]
    belarus_answers()
    assert [page(client, each) for each in addresses] + [command()] == before
    assert "incomplete" in before[2]
    assert json.loads(client.get("/response/KZ-2022.json").content)["consultations"][0]["complete"] is False


def test_the_members_own_delegation_sees_its_own_answer_only(consulted: None):
    belarus_answers()
    give_consent(consultation="CON", state="RU", answer=Answer.CONSENTS)
    now = datetime.now(UTC)
    found = response_register(delegation_of("BY"), on=now.date(), known_at=now).cases[0].course.hearings[0]
    assert [(each.state, each.answer) for each in found.answers] == [("BY", Answer.DECLINES)]
    assert every_row(delegation_of("RU"), models.Consent).count() == 1
    assert every_row(SECRETARIAT, models.Consent).count() == 0


def test_complete_is_said_when_all_that_count_have_answered(consulted: None):
    for state in ("BY", "KZ"):
        give_consent(consultation="CON", state=state, answer=Answer.CONSENTS)
        give_consent(consultation="CON", state=state, answer=Answer.NO_OBJECTION)
    now = datetime.now(UTC)
    assert response_register(SECRETARIAT, on=now.date(), known_at=now).cases[0].complete == {"CON": False}
    give_consent(consultation="CON", state="RU", answer=Answer.CONSENTS)
    now = datetime.now(UTC)
    assert response_register(PUBLIC, on=now.date(), known_at=now).cases[0].complete == {"CON": True}


def test_the_log_names_neither_member_nor_consultation_and_shows_no_entry(consulted: None, actor: Actor):
    belarus_answers()
    entry = AuditEntry.objects.order_by("-sequence")[0]
    assert entry.actor == "sealed"
    assert "BY" not in entry.object
    assert "CON:" not in entry.object
    row = models.Consent._default_manager.get()
    assert len(row.salt) == 32
    close_consultation(actor, key="CON-closed", consultation="CON")
    shown = audit_entries(SECRETARIAT)
    assert [(each.action, each.count) for each in shown[:2]] == [("open answers", 1), ("close consultation", 1)]


def test_the_close_opens_the_answers_for_everybody(consulted: None, actor: Actor):
    belarus_answers()
    hearing = close_consultation(actor, key="CON-closed", consultation="CON")
    assert not hearing.agreed
    assert hearing.adoption is not None
    assert hearing.adoption.reasons == ("BY objected",)
    now = datetime.now(UTC)
    opened = response_register(PUBLIC, on=now.date(), known_at=now).cases[0].course.hearings[0]
    assert [(each.state, each.persons) for each in opened.answers] == [("BY", 4711)]


def test_whoever_looks_from_before_the_close_still_sees_it_sealed(consulted: None, actor: Actor):
    belarus_answers()
    before = datetime.now(UTC)
    close_consultation(actor, key="CON-closed", consultation="CON")
    found = response_register(SECRETARIAT, on=before.date(), known_at=before).cases[0].course.hearings[0]
    assert (found.answers, found.is_closed) == ((), False)


def test_after_the_close_no_answer_is_taken_and_none_is_sealed_again(consulted: None, actor: Actor):
    close_consultation(actor, key="CON-closed", consultation="CON")
    with pytest.raises(UnableToAnswer, match="the consultation is closed"):
        belarus_answers()
    with pytest.raises(UnableToConsult, match="closed already"):
        close_consultation(actor, key="CON-again", consultation="CON")


@pytest.mark.parametrize(
    ("consultation", "state", "reason"),
    [
        ("CON", "UZ", "UZ is not a party to CRRF-2009"),
        ("CON", "XX", "XX is not a member"),
        ("NONE", "BY", "there is no consultation NONE"),
    ],
)
def test_refusal_tells_nothing_of_the_answers_of_others(consulted: None, consultation: str, state: str, reason: str):
    with pytest.raises(UnableToAnswer, match=reason) as before:
        give_consent(consultation=consultation, state=state, answer=Answer.CONSENTS)
    belarus_answers()
    with pytest.raises(UnableToAnswer, match=reason) as after:
        give_consent(consultation=consultation, state=state, answer=Answer.CONSENTS)
    assert str(before.value) == str(after.value)
