"""Three delegations, the secretariat, a partner organisation and the public, in a small register of their own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from secretariat.access.actions import appoint, invite_person
from secretariat.access.queries import Person
from secretariat.access.rules import AppointmentKind
from secretariat.audit.rules import Actor
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable

ACTOR = Actor("test")
STATES = ("KG", "KZ", "TJ")
CAST = {
    "kg1": "state:KG",
    "kg2": "state:KG",
    "kz1": "state:KZ",
    "kz2": "state:KZ",
    "tj1": "state:TJ",
    "tj2": "state:TJ",
    "sec1": "secretariat",
    "sec2": "secretariat",
    "un1": "partner:UN",
}
"""Two persons a delegation, so that what is named to one is seen not to reach the other."""
REGISTER = {
    "organisation": "id: SYN\nname: {en: SYNTHETIC}\nshort: {en: SYN}\nlanguages: [en, ru]\nconstituent: TREATY\n",
    "sources": "- {id: S0, title: {en: Source}, date: 1992-01-01}\n",
    "states": "".join(
        f"- {{id: {code}, name: {{en: State {code}}}, protocol_name: {{en: State {code}}}}}\n" for code in STATES
    ),
    "instruments": "- {id: TREATY, kind: treaty, title: {en: Treaty}, entry: {kind: signature}}\n",
    "treaty_acts": "".join(
        f"- {{id: {code}-signs, instrument: TREATY, state: {code}, kind: definitive_signature, date: 1992-05-15}}\n"
        for code in STATES
    ),
}


@dataclass(frozen=True)
class World:
    """The accounts by their short names."""

    persons: dict[str, Person]

    def code(self, name: str) -> str:
        return self.persons[name].code


def people() -> World:
    """The cast, with one seat and one group to begin with. The caller is inside a transaction."""
    persons = {
        name: invite_person(ACTOR, email=f"{name}@example.org", name=name.upper(), organisation=organisation)
        for name, organisation in CAST.items()
    }
    appoint(ACTOR, person=persons["kg1"], kind=AppointmentKind.SEAT, name="CFM", role="member")
    appoint(ACTOR, person=persons["kz1"], kind=AppointmentKind.SEAT, name="CFM", role="chair")
    appoint(ACTOR, person=persons["sec1"], kind=AppointmentKind.SEAT, name="CFM", role="secretary")
    appoint(ACTOR, person=persons["kg1"], kind=AppointmentKind.GROUP, name="drafting")
    appoint(ACTOR, person=persons["kz1"], kind=AppointmentKind.GROUP, name="drafting")
    appoint(ACTOR, person=persons["sec1"], kind=AppointmentKind.DUTY, name="administrator")
    return World(persons)


@pytest.fixture
def register(make_pack: Callable[..., Path], pack_tables: tuple[PackTable, ...]) -> None:
    load_pack(ACTOR, make_pack(**REGISTER), pack_tables)


@pytest.fixture
def world(db: None, register: None) -> World:
    return people()
