"""What an entry of the log is and how content is hashed; how a database is told to refuse changes."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import rfc8785


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: a person's or a program's name, as it stands in the log."""

    name: str


SEALED = Actor("sealed")
"""Stands in the log for whoever records a sealed act. Nobody is shown these entries: their number would say how many
acts there are. The act that opens them makes an entry of its own over all their hashes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log, before it is stored."""

    recorded_at: datetime
    actor: str
    action: str
    object: str
    count: int
    content_hash: str

    def canonical(self) -> bytes:
        """The entry in the JSON Canonicalization Scheme (RFC 8785)."""
        return canonical(
            {
                "action": self.action,
                "actor": self.actor,
                "content_hash": self.content_hash,
                "count": self.count,
                "object": self.object,
                "recorded_at": self.recorded_at.isoformat(),
            }
        )

    def leaf_hash(self) -> str:
        """The entry's hash as a leaf of a Merkle tree (RFC 6962, section 2.1: SHA-256 of 0x00 and the entry)."""
        return hashlib.sha256(b"\x00" + self.canonical()).hexdigest()


_EXACT = 2**53 - 1
"""The greatest whole number that RFC 8785 allows: beyond it readers of JSON disagree."""
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


_SIMPLE = frozenset({str, bool, type(None)})


def _is_plain(value: Any) -> bool:
    """Whether the standard library writes ``value`` as RFC 8785 does: no fractions, no order of keys to disagree on."""
    if isinstance(value, dict):
        # Types are compared in one go: most values of a row are short texts and need no further look.
        return all(type(key) is str and key.isascii() for key in value) and all(
            map(_is_plain, [item for item in value.values() if type(item) not in _SIMPLE])
        )
    if isinstance(value, list):
        return _SIMPLE.issuperset(map(type, value)) or all(map(_is_plain, value))
    if isinstance(value, int):
        return -_EXACT <= value <= _EXACT
    return value is None or isinstance(value, str)


def canonical(content: Any) -> bytes:
    """Content in the JSON Canonicalization Scheme (RFC 8785).

    Plain content takes the standard library's encoder, which is ten times faster and writes the same bytes (a property
    test holds the two together). Raises ``ValueError`` on what the scheme cannot say: NaN, whole numbers beyond 2^53,
    halves of characters.
    """
    return _ENCODER.encode(content).encode() if _is_plain(content) else rfc8785.dumps(content)


def content_hash(content: Any) -> str:
    """SHA-256 over the canonical JSON (RFC 8785) of a row's content, in hexadecimal."""
    return hashlib.sha256(canonical(content)).hexdigest()


def digest_of(hashes: Iterable[str]) -> str:
    """One hash for many rows: the canonical JSON of their hashes in sorted order."""
    return content_hash(sorted(hashes))


_SQLITE = """
CREATE TRIGGER {table}_no_{verb} BEFORE {VERB} ON {table}
BEGIN SELECT RAISE(ABORT, '{table} is append-only: {verb} refused'); END;
"""
_POSTGRESQL_FUNCTION = """
CREATE OR REPLACE FUNCTION secretariat_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, lower(TG_OP)
  USING ERRCODE = 'integrity_constraint_violation'; END $$;
"""
_POSTGRESQL_TRIGGER = """
CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION secretariat_refuse_change();
"""


def refusal_statements(table: str, vendor: str) -> list[str]:
    """The SQL that makes ``table`` refuse UPDATE and DELETE on ``sqlite`` or ``postgresql``.

    Raises ``ValueError`` for another vendor: a register without this protection must not come into being.
    """
    if vendor == "sqlite":
        return [_SQLITE.format(table=table, verb=verb, VERB=verb.upper()) for verb in ("update", "delete")]
    if vendor == "postgresql":
        return [_POSTGRESQL_FUNCTION, _POSTGRESQL_TRIGGER.format(table=table)]
    msg = f"no append-only triggers are written for {vendor}"
    raise ValueError(msg)
