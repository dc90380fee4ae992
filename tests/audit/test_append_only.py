from pathlib import Path

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.transaction import TransactionManagementError

from secretariat.access.rules import PUBLIC, SECRETARIAT
from secretariat.audit.actions import log
from secretariat.audit.models import AuditEntry
from secretariat.audit.queries import audit_entries
from secretariat.audit.rules import Actor
from secretariat.cli.synthetic.writing import write_synthetic
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

pytestmark = pytest.mark.django_db
OPERATIONAL = {
    "access_person",  # an account: a password and a language change
    "jobs_dutydone",  # what the clock asked for and was done
    "jobs_job",  # how far work has come
    "notices_notice",  # whether it was read and mailed
    "papers_unsent",  # a form that is being filled in
    "search_entry",  # an index, rebuilt at will
}
"""Tables that record no acts: what stands in them changes, or goes."""


def registers() -> list[str]:
    ours = [config for config in apps.get_app_configs() if config.name.startswith("secretariat.")]
    return sorted(model._meta.db_table for config in ours for model in config.get_models())


def test_every_table_of_every_room_carries_the_triggers() -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT tbl_name, count(*) FROM sqlite_master WHERE type = 'trigger' GROUP BY tbl_name")
            sealed = {table for table, count in cursor.fetchall() if count == 2}
        else:
            cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%%_append_only'")
            sealed = {table for (table,) in cursor.fetchall()}
    assert set(registers()) - OPERATIONAL <= sealed


@pytest.mark.parametrize("statement", ["UPDATE {table} SET {column} = {column}", "DELETE FROM {table}"])
def test_an_entry_of_the_log_cannot_be_changed_or_deleted(statement: str) -> None:
    log(Actor("a drafter"), action="load", object_name="parties.State: RU", hashes=["00"])
    _refused(statement.format(table="audit_auditentry", column="actor"))
    assert AuditEntry.objects.count() == 1


def test_raw_sql_cannot_change_or_delete_a_row_of_any_table(synthetic_register: list[str]) -> None:
    for table in synthetic_register:
        for statement in ("UPDATE {table} SET note = note", "DELETE FROM {table}"):
            _refused(statement.format(table=table))


def _refused(statement: str) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def synthetic_register(actor: Actor, tmp_path: Path, pack_tables: tuple[PackTable, ...]) -> list[str]:
    """The tables of the register, each with rows of an invented organisation in it."""
    write_synthetic(tmp_path / "pack", pack_tables, seed=1, states=15, decisions=60)
    load_pack(actor, tmp_path / "pack", pack_tables)
    tables = []
    for table in pack_tables:
        assert table.table._default_manager.exists(), f"the synthetic organisation has no {table.name}"
        tables.append(table.table._meta.db_table)
    return tables


def test_an_action_that_fails_leaves_no_entry(actor: Actor) -> None:
    with pytest.raises(RuntimeError), transaction.atomic():
        _log_and_fail(actor)
    assert audit_entries(SECRETARIAT) == []


def _log_and_fail(actor: Actor) -> None:
    log(actor, action="load", object_name="parties.State: RU", hashes=["00"])
    raise RuntimeError


def test_an_entry_outside_a_transaction_is_refused(actor: Actor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "in_atomic_block", False)
    with pytest.raises(TransactionManagementError):
        log(actor, action="load", object_name="parties.State: RU", hashes=["00"])


def test_the_log_is_not_for_the_public(synthetic_register: list[str]) -> None:
    assert audit_entries(PUBLIC) == []
    entries = audit_entries(SECRETARIAT)
    assert len(entries) == len(synthetic_register)
    stored = AuditEntry.objects.get(object=entries[0].object)
    assert stored.leaf_hash == entries[0].leaf_hash()
