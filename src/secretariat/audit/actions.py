"""Writing the log, and telling the database to refuse changes."""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db import transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from secretariat.audit.models import AuditEntry
from secretariat.audit.rules import Actor, Entry, digest_of, refusal_statements


def log(actor: Actor, *, action: str, object_name: str, hashes: Iterable[str]) -> Entry:
    """Write one entry; the caller must be inside the transaction of the action it records.

    Raises ``TransactionManagementError`` outside a transaction: an entry alone would be a lie.
    """
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        msg = f"{action}: an audit entry is written in the transaction of its action"
        raise transaction.TransactionManagementError(msg)
    content = list(hashes)
    entry = Entry(datetime.now(UTC), actor.name, action, object_name, len(content), digest_of(content))
    AuditEntry.objects.create(
        recorded_at=entry.recorded_at,
        actor=entry.actor,
        action=entry.action,
        object=entry.object,
        count=entry.count,
        content_hash=entry.content_hash,
        leaf_hash=entry.leaf_hash(),
    )
    return entry


def seal(editor: BaseDatabaseSchemaEditor, *tables: str) -> None:
    """Make tables append-only, from a migration."""
    for table in tables:
        for statement in refusal_statements(table, editor.connection.vendor):
            editor.execute(statement, params=None)
