"""Histories drawn at random; after every step every channel shows everybody what the oracle shows them, and no more."""

import re
from collections import Counter
from contextlib import nullcontext
from datetime import date, timedelta
from itertools import count
from typing import ClassVar

import pytest
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from secretariat.access.actions import (
    NotSeen,
    appoint,
    disable_person,
    end_appointment,
    place_anew,
    renew_feed_secret,
)
from secretariat.access.queries import compartments
from secretariat.access.rules import (
    AppointmentKind,
    Compartment,
    Distribution,
    Stage,
    UnableToPlace,
    Viewer,
    derived_from,
)
from secretariat.papers.actions import UnableToWrite, attach_file, begin_paper, take_step, write_paper
from secretariat.papers.queries import paper, visible_papers
from secretariat.papers.rules import PaperKind, StepKind
from secretariat.parties.actions import record_treaty_act
from secretariat.parties.rules import ActKind
from tests.access import oracle
from tests.access.conftest import ACTOR, CAST, STATES, World, people
from tests.access.living import viewer_now
from tests.access.oracle import Somebody, Thing

WHO = tuple(CAST)
ORGANS = ("CFM", "CSC")
GROUPS = ("drafting", "legal")
MARKS = ("public", "members", "organ", "named", "eyes")
ORDER = ("draft", "tabled", "adopted", "published")
CANARY = "канарейка"
"""Every paper says it, so that one search asks for all of them."""
CHANNELS = ("list", "page", "json", "table", "facets", "api", "search", "feed", "pdf", "file", "versions")
RUNS = {"secretariat": (100, 30), "nightly": (2_000, 50), "brief": (5, 30)}
"""Histories, and steps in each, by profile."""
LINK = re.compile(r"/papers/([0-9a-f]{32})")


class Histories(RuleBasedStateMachine):
    """Papers begun, placed, tabled, derived; seats and groups given and taken; members suspended and readmitted."""

    world: World
    seen: ClassVar[dict[Viewer, tuple[str, tuple[object, ...]]]] = {}
    """The statement that asks which papers a viewer sees: writing it takes far longer than asking it."""

    @initialize()
    def begin(self) -> None:
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        self.somebody = {name: Somebody(self.world.code(name), org) for name, org in CAST.items()}
        for name in ("kg1", "kz1", "sec1"):
            self.somebody[name].seats.add("CFM")
        for name in ("kg1", "kz1"):
            self.somebody[name].groups.add("drafting")
        self.held: dict[tuple[str, str, str], str] = {}
        self.things: dict[str, Thing] = {}
        self.files: dict[str, str] = {}
        self.suspended: set[str] = set()
        self.days = count(1)
        self.viewers = {name: viewer_now(person) for name, person in self.world.persons.items()}
        self.client = Client()
        for (person, kind, name), key in self._appointments().items():
            self.held[person, kind, name] = key

    def _appointments(self) -> dict[tuple[str, str, str], str]:
        return {
            (name, row.kind, row.name): row.key
            for name, person in self.world.persons.items()
            for row in person.appointments.all()
        }

    def teardown(self) -> None:
        if hasattr(self, "atomic"):
            transaction.set_rollback(True)
            self.atomic.__exit__(None, None, None)

    def _look_again(self, *names: str) -> None:
        self.viewers |= {name: viewer_now(self.world.persons[name]) for name in names}

    def _papers_seen_by(self, viewer: Viewer) -> set[str]:
        if viewer not in self.seen:
            self.seen[viewer] = visible_papers(viewer).values("key").query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(*self.seen[viewer])
            return {key for (key,) in cursor.fetchall()}

    def _acts(self, name: str) -> bool:
        """Somebody whose account was disabled cannot come in and act."""
        return self.somebody[name].enabled

    def _thing(self, data: st.DataObject, name: str, stage: str) -> Thing:
        me = self.somebody[name]
        mark = data.draw(st.sampled_from(MARKS))
        return Thing(
            {me.org},
            stage,
            mark,
            organs=data.draw(st.sets(st.sampled_from(ORGANS), min_size=1)),
            orgs=data.draw(st.sets(st.sampled_from(sorted(set(CAST.values()))))),
            names={self.world.code(each) for each in data.draw(st.sets(st.sampled_from(WHO)))},
            ntk=data.draw(st.sets(st.sampled_from(GROUPS), max_size=1)),
        )

    def _compartment(self, o: Thing) -> Compartment:
        return Compartment(
            originators=frozenset(o.originators),
            stage=Stage(o.stage),
            mark=Distribution(o.mark),
            organs=frozenset(o.organs if o.mark == "organ" else ()),
            released_to=frozenset(o.orgs) if o.mark == "named" else None,
            named=frozenset(o.names) if o.mark == "eyes" else None,
            need_to_know=frozenset(o.ntk),
            members=o.mark == "members",
        )

    @rule(data=st.data(), name=st.sampled_from(WHO), stage=st.sampled_from(ORDER[:2]))
    def begin_a_paper(self, data: st.DataObject, name: str, stage: str) -> None:
        if not self._acts(name):
            return
        thing = self._thing(data, name, stage)
        try:
            key = self._paper(name, self._compartment(thing))
        except UnableToPlace:
            assert not oracle.see(self.somebody[name], thing)
        else:
            assert oracle.see(self.somebody[name], thing)
            self.things[key] = thing

    def _paper(self, name: str, compartment: Compartment) -> str:
        return begin_paper(
            ACTOR,
            self.viewers[name],
            kind=PaperKind.NOTE,
            title=f"{CANARY} {len(self.things)}",
            body={"text": CANARY},
            compartment=compartment,
        )

    def _any(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(sorted(self.things, key=list(self.things).index)))

    @precondition(lambda self: self.things)
    @rule(data=st.data(), name=st.sampled_from(WHO), stage=st.sampled_from(ORDER))
    def place_one_anew(self, data: st.DataObject, name: str, stage: str) -> None:
        if not self._acts(name):
            return
        key, me, viewer = self._any(data), self.somebody[name], self.viewers[name]
        old = self.things[key]
        if old.inherited is not None:
            self._place_derived(name, key, old, stage)
            return
        new = self._thing(data, name, stage)
        new.originators = set(old.originators)
        try:
            place_anew(ACTOR, viewer, key, self._compartment(new))
        except NotSeen:
            assert not oracle.see(me, old)
        except UnableToPlace:
            assert oracle.see(me, old)
            assert not oracle.may_place_anew(me, old, new)
        else:
            assert oracle.may_place_anew(me, old, new)
            self.things[key] = new

    def _place_derived(self, name: str, key: str, old: Thing, stage: str) -> None:
        """What was made from others' papers moves on with all their limits; without them it may not."""
        me, viewer = self.somebody[name], self.viewers[name]
        found = compartments(viewer, [key])
        assert bool(found) == oracle.see(me, old)
        if not found:
            return
        with pytest.raises(UnableToPlace), transaction.atomic():
            place_anew(ACTOR, viewer, key, Compartment(frozenset(old.originators), Stage(stage), Distribution.PUBLIC))
        it = found[key]
        new = Thing(set(old.originators), stage, old.mark, ntk=set(old.ntk), inherited=list(old.inherited or ()))
        moved = Compartment(
            it.originators,
            Stage(stage),
            it.mark,
            it.organs,
            it.released_to,
            it.named,
            it.need_to_know,
            it.members,
            it.bound,
        )
        try:
            place_anew(ACTOR, viewer, key, moved)
        except UnableToPlace:
            assert not oracle.may_place_anew(me, old, new)
        else:
            assert oracle.may_place_anew(me, old, new)
            self.things[key] = new

    @precondition(lambda self: self.things)
    @rule(data=st.data(), name=st.sampled_from(WHO))
    def work_on_one(self, data: st.DataObject, name: str) -> None:
        if not self._acts(name):
            return
        key, viewer, me = self._any(data), self.viewers[name], self.somebody[name]
        sees, own = oracle.see(me, self.things[key]), me.org in self.things[key].originators
        found = paper(viewer, key)
        assert (found is not None) == sees
        base = found.version.number if found else 1
        with nullcontext() if own and sees else pytest.raises(UnableToWrite if sees else NotSeen):
            write_paper(ACTOR, viewer, key, base=base, title=f"{CANARY} again", body={"text": f"{CANARY} {base}"})
        with nullcontext() if own and sees else pytest.raises(UnableToWrite if sees else NotSeen):
            self.files[attach_file(ACTOR, viewer, key, name="note.txt", content=b"words")] = key
        with nullcontext() if sees else pytest.raises(NotSeen):
            take_step(ACTOR, viewer, key, StepKind.SENT)

    @precondition(lambda self: self.things)
    @rule(data=st.data(), name=st.sampled_from(WHO))
    def derive_from_two(self, data: st.DataObject, name: str) -> None:
        if not self._acts(name):
            return
        me = self.somebody[name]
        keys = {self._any(data), self._any(data)}
        seen = compartments(self.viewers[name], keys)
        assert set(seen) == {key for key in keys if oracle.see(me, self.things[key])}
        if not seen:
            return
        thing = oracle.derive([self.things[key] for key in seen], me.org)
        try:
            key = self._paper(name, derived_from(seen.values(), by=me.org))
        except UnableToPlace:
            assert not oracle.see(me, thing)
        else:
            assert oracle.see(me, thing)
            self.things[key] = thing

    @rule(name=st.sampled_from(WHO), kind=st.sampled_from(("seat", "group")), number=st.integers(0, 1))
    def appoint_or_end(self, name: str, kind: str, number: int) -> None:
        what = (ORGANS if kind == "seat" else GROUPS)[number]
        held = self.somebody[name].seats if kind == "seat" else self.somebody[name].groups
        if what in held:
            end_appointment(ACTOR, key=self.held.pop((name, kind, what)))
            held.remove(what)
        else:
            role = "member" if kind == "seat" else ""
            person = self.world.persons[name]
            self.held[name, kind, what] = appoint(
                ACTOR, person=person, kind=AppointmentKind(kind), name=what, role=role
            )
            held.add(what)
        self._look_again(name)

    @rule(state=st.sampled_from(STATES))
    def suspend_or_readmit(self, state: str) -> None:
        number = next(self.days)
        record_treaty_act(
            ACTOR,
            key=f"{state}-{number}",
            instrument="TREATY",
            state=state,
            kind=ActKind.LIFTING if state in self.suspended else ActKind.SUSPENSION,
            on=date(2001, 1, 1) + timedelta(days=number),
        )
        self.suspended ^= {state}
        for each in self.somebody.values():
            if each.org == f"state:{state}":
                each.active = state not in self.suspended
        self._look_again(*(name for name, org in CAST.items() if org == f"state:{state}"))

    @rule(name=st.sampled_from(("kg2", "kz2", "tj2", "sec2")))
    def disable(self, name: str) -> None:
        disable_person(ACTOR, email=f"{name}@example.org")
        self.somebody[name].enabled = False

    @invariant()
    def queries_show_what_the_oracle_shows(self) -> None:
        for name, viewer in self.viewers.items():
            expected = {key for key, thing in self.things.items() if oracle.see(self.somebody[name], thing)}
            assert self._papers_seen_by(viewer) == expected, name

    @precondition(lambda self: self.things)
    @rule(data=st.data(), name=st.sampled_from((*WHO, "public")), channel=st.sampled_from(CHANNELS))
    def ask_a_channel(self, data: st.DataObject, name: str, channel: str) -> None:
        if name == "public":
            self.client.logout()
            expected = oracle.visible(oracle.PUBLIC, self.things)
        else:
            self.client.force_login(self.world.persons[name])
            expected = oracle.visible(self.somebody[name], self.things)
        getattr(self, f"_in_{channel}")(expected, name, data)

    def _in_list(self, expected: set[str], *_: object) -> None:
        assert set(LINK.findall(self.client.get("/papers").content.decode())) == expected

    def _in_json(self, expected: set[str], *_: object) -> None:
        content = self.client.get("/papers.json").json()
        assert {row["id"] for row in content["papers"]} == expected
        assert content["total"] == len(expected)

    def _in_facets(self, expected: set[str], *_: object) -> None:
        counted = {
            facet["name"]: {each["value"]: each["count"] for each in facet["values"]}
            for facet in self.client.get("/papers.json").json()["facets"]
        }
        assert counted["stage"] == Counter(self.things[key].stage for key in expected)
        assert sum(counted["mark"].values()) == sum(counted["kind"].values()) == len(expected)

    def _in_table(self, expected: set[str], *_: object) -> None:
        lines = self.client.get("/papers.csv").content.decode("utf-8-sig").splitlines()
        assert {line.split(",")[0] for line in lines[1:]} == expected

    def _in_api(self, expected: set[str], *_: object) -> None:
        content = self.client.get("/api/v1/papers?limit=500").json()
        assert {row["id"] for row in content["rows"]} == expected
        assert content["total"] == len(expected)

    def _in_search(self, expected: set[str], *_: object) -> None:
        content = self.client.get("/search.json", {"q": CANARY}).json()
        assert {row["place"] for row in content["findings"]} == expected
        assert content["total"] == len(expected)

    def _in_feed(self, expected: set[str], name: str, *_: object) -> None:
        if name == "public":
            return
        response = self.client.get("/papers.atom", {"secret": self.world.persons[name].feed_secret})
        if self.somebody[name].enabled:
            assert set(LINK.findall(response.content.decode())) == expected
        else:
            assert response.status_code == 404

    def _one(self, expected: set[str], data: st.DataObject, ending: str) -> None:
        key = self._any(data)
        assert self.client.get(f"/papers/{key}{ending}").status_code == (200 if key in expected else 404)

    def _in_page(self, expected: set[str], _: str, data: st.DataObject) -> None:
        self._one(expected, data, "")

    def _in_pdf(self, expected: set[str], _: str, data: st.DataObject) -> None:
        self._one(expected, data, ".pdf")

    def _in_versions(self, expected: set[str], _: str, data: st.DataObject) -> None:
        self._one(expected, data, "/versions/1")

    def _in_file(self, expected: set[str], *_: object) -> None:
        for file, key in self.files.items():
            assert self.client.get(f"/papers/files/{file}").status_code == (200 if key in expected else 404)


@pytest.mark.django_db
@pytest.mark.slow
def test_every_channel_shows_what_the_oracle_shows_after_every_step(register: None) -> None:
    Histories.world = people()
    for person in Histories.world.persons.values():
        person.feed_secret = renew_feed_secret(ACTOR, person=person)
    Histories.seen.clear()
    runs, steps = RUNS[settings.get_current_profile_name()]
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=runs, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
