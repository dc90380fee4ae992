"""A small register of partners on facts of the record."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest

from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

CODES = ("AM", "BY", "KG", "KZ", "RU", "TJ", "UZ")
FILES = {
    "states": "".join(f"- {{id: {code}, name: {{en: {code}}}, protocol_name: {{en: {code}}}}}\n" for code in CODES),
    "instruments": "- {id: CST, kind: treaty, title: {en: Treaty}}\n",
    "organisation": "{id: CSTO, name: {en: Organisation}, short: {en: CSTO}, languages: [en], constituent: CST}\n",
    "treaty_acts": "- {id: CST-FORCE, instrument: CST, kind: announcement, date: '1994-04-20'}\n"
    + "".join(f"- {{id: CST-{code}, instrument: CST, state: {code}, kind: accession, date: '1994-04-20'}}\n"
              for code in CODES),
    "partners": "- {id: SCO, name: {en: Shanghai Cooperation Organisation}, short: {en: SCO, ru: ШОС}}\n"
    "- {id: SCO-RATS, kind: body, part_of: SCO, name: {en: Anti-Terrorist Structure}, short: {en: RATS}}\n"
    "- {id: EurAsEC, name: {en: Community}, short: {en: EurAsEC}}\n"
    "- {id: EAEU, name: {en: Union}, short: {en: EAEU}}\n",
    "partner_acts": "- {id: E-1, partner: EurAsEC, kind: founded, date: '2001-05-31'}\n"
    "- {id: E-2, partner: EurAsEC, kind: ceased, date: '2015-01-01', successor: EAEU, known_from: 2014-10-10}\n"
    "- {id: E-3, partner: EAEU, kind: founded, date: '2015-01-01', known_from: 2014-10-10}\n",
    "partner_memberships": "".join(
        f"- {{id: SCO-{code}, partner: SCO, state: {code}, kind: definitive_signature, date: '2001-06-15'}}\n"
        for code in ("KG", "KZ", "RU", "TJ", "UZ")
    )
    + "- {id: SCO-BY, partner: SCO, state: BY, kind: partner_status, date: '2009-07-13'}\n",
    "links": "- {id: MOU, partner: SCO, kind: memorandum, title: {en: Memorandum}}\n"
    "- {id: RATS, partner: SCO-RATS, kind: protocol, title: {en: Protocol}, binds: [KZ, RU]}\n"
    "- {id: SOUGHT, partner: EurAsEC, kind: memorandum, title: {en: Memorandum}, standing: unknown}\n",
    "link_acts": "- {id: MOU-1, link: MOU, kind: signed, date: '2007-10-05'}\n"
    "- {id: RATS-1, link: RATS, kind: signed, date: '2011-06-14'}\n",
    "contacts": "- {id: C-1, partners: [EurAsEC, SCO], kind: meeting, title: {en: Meeting}, date: '2011-04-20'}\n",
    "follow_ups": "- {id: F-1, contact: C-1, title: {en: Meeting of the heads}}\n",
    "follow_up_acts": "- {id: F-1-agreed, follow_up: F-1, kind: agreed, date: '2011-04-20', due: '2011'}\n",
}  # fmt: skip


@pytest.fixture(scope="session")
def partner_tables() -> tuple[PackTable, ...]:
    return tuple(
        table
        for room in ("sources", "parties", "partners")
        for table in import_module(f"secretariat.{room}.pack").TABLES
    )


@pytest.fixture
def pack_of(make_pack: Callable[..., Path]) -> Callable[..., Path]:
    """The pack above, with some files replaced or longer: ``links=...`` replaces, ``more_links=...`` appends."""

    def make(**changes: str) -> Path:
        files = FILES | {name: text for name, text in changes.items() if not name.startswith("more_")}
        for name, text in changes.items():
            if name.startswith("more_"):
                files[name.removeprefix("more_")] += text
        return make_pack(**files)

    return make


@pytest.fixture
def register(pack_of: Callable[..., Path], partner_tables: tuple[PackTable, ...], actor: Actor) -> None:
    load_pack(actor, pack_of(), partner_tables)
