"""Fixtures every room's tests share. The database is SECRETARIAT_DATABASE_URL's: SQLite in memory, or tests.cluster's.

The tables refuse UPDATE and DELETE, so that tests undo by rolling back and never by emptying tables: no
``transaction=True``, no ``TransactionTestCase``.
"""

import os
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from hypothesis import settings as hypothesis_settings

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

# A shared machine pauses at will: no deadline a single example.
hypothesis_settings.register_profile("secretariat", deadline=None, max_examples=60)
hypothesis_settings.register_profile("nightly", deadline=None, max_examples=2_000, stateful_step_count=50)
hypothesis_settings.register_profile("brief", deadline=None, max_examples=5)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "secretariat"))

CSTO = Path(__file__).parents[1] / "examples" / "csto"
MakePack = Callable[..., Path]


@pytest.fixture
def actor() -> Actor:
    return Actor("a drafter")


@pytest.fixture(scope="session", autouse=True)
def lake_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lake of a run: for the tests themselves and, through the environment, for the programs they start."""
    folder = tmp_path_factory.mktemp("lake")
    settings.LAKE = str(folder)
    os.environ["SECRETARIAT_LAKE"] = str(folder)
    return folder


@pytest.fixture(scope="session")
def pack_tables() -> tuple[PackTable, ...]:
    """The tables of every room, in the order they are loaded."""
    return tuple(table for room in settings.ROOMS for table in import_module(f"secretariat.{room}.pack").TABLES)


@pytest.fixture(scope="session")
def party_tables() -> tuple[PackTable, ...]:
    """The tables of the two lowest rooms: enough for every rule of reading and loading."""
    return tuple(table for room in ("sources", "parties") for table in import_module(f"secretariat.{room}.pack").TABLES)


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """Write a pack: file name without its suffix -> YAML; a name with a suffix is written as it is."""

    def make(**files: str | bytes) -> Path:
        folder = tmp_path / "pack"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            # keyword arguments hold no dots and slashes: jsonl__states is states.jsonl
            suffix, _, stem = name.rpartition("__")
            path = folder / f"{stem}.{suffix or 'yaml'}"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return make


@pytest.fixture(scope="module")
def csto(django_db_setup, django_db_blocker, pack_tables: tuple[PackTable, ...]) -> Iterator[None]:
    """The example pack for all tests of a module; rolled back at the end, since the tables refuse DELETE."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_pack(Actor("test"), CSTO, pack_tables)
        yield
        transaction.set_rollback(True)
