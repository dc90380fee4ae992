"""Two histories that are equal in what somebody may see answer that person with the same bytes, on every route."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.test import Client
from django.urls import NoReverseMatch, reverse

from secretariat.access.queries import Placement
from secretariat.access.rules import Compartment, Distribution, Stage, draft_of
from secretariat.audit import queries as log_queries
from secretariat.audit.models import AuditEntry
from secretariat.papers import models as papers_models
from secretariat.papers.actions import attach_file, begin_paper, keep_unsent, take_step
from secretariat.papers.queries import paper
from secretariat.papers.rules import PaperKind, StepKind
from secretariat.papers.views import listing, reading
from secretariat.sources.pack.loading import load_pack
from secretariat.sources.pack.tables import PackTable
from secretariat.web.routes import ROUTES
from tests.access.comparing import answer_of
from tests.access.conftest import ACTOR, REGISTER, World, people
from tests.access.living import viewer_now

pytestmark = pytest.mark.django_db
ASKED = "?on=2030-01-01&known_at=2030-01-01"
"""Instants of answering would differ between any two answers: the question names its own."""
LOOKERS = ("tj2", "sec2", None)
OF_ACCOUNTS = ("account", "mfa", "openid", "socialaccount", "usersessions", "sign", "webauthn")
"""Pages of one's own account: nothing of the register stands there, and challenges are random."""
OF_MAPS = ("watch:", "api:segments", "api:regions", "api:watch")
"""They take seconds each; ``test_hidden`` asks their queries."""
OF_PAPERS = ("/papers", "/desk", "/api/v1/papers")
"""Findings of equal rank stand in the order of their ids, which are random: the other comparison has the search."""
HIDDEN_ROWS = {
    "sources": "- {id: S9, title: {en: Canary source}, date: 1993-01-01, mark: secretariat}\n",
    "instruments": "- {id: CANARY, kind: agreement, title: {en: Canary agreement}, mark: secretariat}\n",
    "treaty_acts": "- {id: CANARY-KG, instrument: CANARY, state: KG, kind: ratification, date: 1993-01-01, "
    "mark: secretariat}\n",
}
_HEX = re.compile(rb"\b(?:[0-9a-f]{64}|[0-9a-f]{32})\b")
_INSTANT = re.compile(
    rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:\+00:00|Z)?|\d{1,2} [A-Za-z\x80-\xff]+ \d{4}, \d\d:\d\d:\d\d"
)
Answers = dict[str, tuple[object, ...]]


def addresses() -> list[str]:
    found = []
    for name, route in ROUTES.items():
        if "GET" not in route.methods or name.startswith((*OF_ACCOUNTS, *OF_MAPS)):
            continue
        try:
            found.append(reverse(name) + ASKED)
        except NoReverseMatch:
            continue  # it names a row: those of papers are asked for below
    return [
        *found,
        f"/search{ASKED}&q=canary",
        f"/search.json{ASKED}&q=canary",
        f"/papers.json{ASKED}",
        f"/papers.csv{ASKED}",
    ]


def of_papers() -> list[str]:
    """The addresses on which papers stand."""
    return [each for each in addresses() if each.startswith(OF_PAPERS)]


def shown_papers(world: World) -> list[str]:
    """What the lookers may see: a public paper, one for the members, one for each of their own organisations."""
    keys = []
    for who, compartment in (
        ("kg1", Compartment(frozenset({"state:KG"}), Stage.PUBLISHED, Distribution.PUBLIC)),
        ("kg1", Compartment(frozenset({"state:KG"}), Stage.TABLED)),
        ("tj1", draft_of("state:TJ")),
        ("un1", draft_of("partner:UN")),
        ("sec1", draft_of("secretariat")),
    ):
        keys.append(write(world, who, compartment, f"Shown {len(keys)} canary"))
    return keys


def write(world: World, who: str, compartment: Compartment, title: str) -> str:
    viewer = viewer_now(world.persons[who])
    key = begin_paper(
        ACTOR, viewer, kind=PaperKind.NOTE, title=title, body={"text": "words"}, compartment=compartment, about="x"
    )
    attach_file(ACTOR, viewer, key, name="note.txt", content=b"words")
    take_step(ACTOR, viewer, key, StepKind.SENT)
    return key


def hidden_papers(world: World, looker: str | None) -> list[str]:
    """What this looker may not see, of every kind there is."""
    kept = [
        ("kg1", draft_of("state:KG")),
        (
            "kz1",
            Compartment(frozenset({"state:KZ"}), Stage.TABLED, Distribution.NAMED, released_to=frozenset({"state:KG"})),
        ),
        ("kg1", Compartment(frozenset({"state:KG"}), Stage.TABLED, Distribution.ORGAN, organs=frozenset({"CFM"}))),
        ("kg1", Compartment(frozenset({"state:KG"}), Stage.TABLED, need_to_know=frozenset({"drafting"}))),
        (
            "kz1",
            Compartment(
                frozenset({"state:KZ"}), Stage.ADOPTED, Distribution.EYES, named=frozenset({world.code("kz1")})
            ),
        ),
    ]
    if looker is None:
        kept.append(("sec1", Compartment(frozenset({"secretariat"}), Stage.TABLED)))
    keys = [write(world, who, it, f"Hidden {number} canary") for number, (who, it) in enumerate(kept)]
    keep_unsent(viewer_now(world.persons["kg1"]), "paper:new", fields={"title": "canary"})
    return keys


def answers_to(world: World, looker: str | None, keys: list[str], *, documents: bool = True) -> Answers:
    """Everything that somebody can ask for, and what came; for the secretariat the log, too."""
    client = Client()
    if looker:
        client.force_login(world.persons[looker])
    asked = list(addresses())
    for key in keys:
        asked += [f"/papers/{key}{ASKED}", f"/papers/{key}.json{ASKED}", f"/papers/{key}/versions/1{ASKED}"]
        asked += [f"/api/v1/papers/{key}{ASKED}"]
        asked += [f"/papers/{key}.pdf"] if documents else []
    client.get("/about")  # the first answer of a session also notes when it was last used
    found: Answers = {address: answer_of(client, address) for address in asked}
    if looker and looker.startswith("sec"):
        entries = log_queries.audit_entries(viewer_now(world.persons[looker]), limit=10_000)
        found["log"] = (len(entries), repr([(entry.action, entry.object) for entry in entries]).encode())
    return found


def anonymous(found: Answers, keys: list[str]) -> Answers:
    """The same with the ids of papers by their place, and without other ids, hashes and instants."""

    def plain(value: bytes) -> bytes:
        for number, key in enumerate(keys):
            value = value.replace(key.encode(), b"ID%d" % number)
        return _INSTANT.sub(b"T", _HEX.sub(b"H", value))

    return {
        plain(address.encode()).decode(): tuple(
            plain(value) if isinstance(value, bytes) else value for value in answer if not isinstance(value, list)
        )
        for address, answer in found.items()
    }


def differing(one: Answers, other: Answers) -> list[str]:
    """The addresses that were answered differently, with where the difference begins."""
    return sorted(
        f"{address}: {_first_difference(one.get(address), other.get(address))}"
        for address in one.keys() | other.keys()
        if one.get(address) != other.get(address)
    )


def _first_difference(one: tuple[object, ...] | None, other: tuple[object, ...] | None) -> str:
    for before, after in zip(one or (None,), other or (None,), strict=False):
        if isinstance(before, bytes) and isinstance(after, bytes) and before != after:
            at = next((n for n, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1]), 0)
            return f"{before[max(0, at - 60) : at + 60]!r} | {after[max(0, at - 60) : at + 60]!r}"
        if before != after:
            return f"{before} | {after}"
    return ""


@contextmanager
def undone() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


Write = Callable[..., Path]


def earlier_and_later(looker: str | None, hide: Callable[[World], object]) -> list[str]:
    """Compare one world with itself after something hidden was added."""
    with undone():
        world = people()
        keys = shown_papers(world)
        mine = [key for key in keys if paper(viewer_now(world.persons[looker]), key)] if looker else keys[:1]
        before = answers_to(world, looker, mine)
        hide(world)
        return differing(before, answers_to(world, looker, mine))


def with_and_without(looker: str | None) -> list[str]:
    """Compare a world with one in which something hidden came first."""
    worlds = []
    for is_hiding in (False, True):
        with undone():
            world = people()
            if is_hiding:
                hidden_papers(world, looker)
            keys = shown_papers(world)
            mine = [key for key in keys if paper(viewer_now(world.persons[looker]), key)] if looker else keys[:1]
            worlds.append(anonymous(answers_to(world, looker, mine, documents=False), keys))
    return differing(*worlds)


@pytest.mark.slow
@pytest.mark.parametrize("looker", LOOKERS)
def test_what_is_hidden_changes_no_byte_of_any_answer(
    register: None, looker: str | None, make_pack: Write, pack_tables: tuple[PackTable, ...]
):
    def hide(world: World) -> None:
        hidden_papers(world, looker)
        if looker != "sec2":
            pack = {name: text + HIDDEN_ROWS.get(name, "") for name, text in REGISTER.items()}
            load_pack(ACTOR, make_pack(**pack), pack_tables)

    assert earlier_and_later(looker, hide) == []


@pytest.mark.slow
@pytest.mark.parametrize("looker", LOOKERS)
def test_hidden_papers_that_came_first_change_nothing_either(
    register: None, monkeypatch: pytest.MonkeyPatch, looker: str | None
):
    asked = of_papers()
    monkeypatch.setattr(f"{__name__}.addresses", lambda: asked)
    assert with_and_without(looker) == []


def _all_counted(question: object, filters: object, part: object) -> tuple[int, list[object], list[object]]:
    _, rows, found = _PAPER_ROWS(question, filters, part)
    return papers_models.Paper.objects.count(), rows, found


def _facets_of_all(_: object, __: object) -> list[dict[str, object]]:
    count = papers_models.Paper.objects.count()
    return [{"name": "kind", "chosen": "", "values": [{"value": "note", "count": count, "chosen": False}]}]


def _everything_exported(
    question: object, filters: object, part: listing.Part
) -> tuple[int, list[object], list[object]]:
    total, rows, found = _PAPER_ROWS(question, filters, part)
    if part.count is None:
        rows = [{**rows[0], "title": version.title} for version in papers_models.Version.objects.all()]
    return total, rows, found


def _numbered(card: listing.PaperCard) -> dict[str, object]:
    return {**_CARD_ROW(card), "about": str(Placement.objects.get(object=card.key, number=1).pk)}


def _whole_log(_: object, *, limit: int) -> list[AuditEntry]:
    return list(AuditEntry.objects.order_by("-sequence")[:limit])


def _refused(viewer: object, key: str) -> object:
    found = paper(viewer, key)  # type: ignore[arg-type]
    if found is None and papers_models.Paper.objects.filter(key=key).exists():
        raise PermissionDenied
    if found is None:
        raise Http404
    return found


_PAPER_ROWS, _CARD_ROW = listing.paper_rows, listing.card_row
LEAKS = {
    "count": (listing, "paper_rows", _all_counted, "tj2", "/papers.json"),
    "facet": (listing, "facets_of", _facets_of_all, "tj2", "/papers.json"),
    "export": (listing, "paper_rows", _everything_exported, "tj2", "/papers.csv"),
    "audit size": (log_queries, "audit_entries", _whole_log, "sec2", "log"),
}
"""Where each leak is planted, for whom, and where it must be found."""


@pytest.mark.slow
@pytest.mark.parametrize("leak", LEAKS)
def test_planted_leak_is_found(register: None, monkeypatch: pytest.MonkeyPatch, leak: str):
    module, name, leaky, looker, where = LEAKS[leak]
    monkeypatch.setattr(module, name, leaky)
    monkeypatch.setattr(f"{__name__}.addresses", lambda: [f"/papers.json{ASKED}", f"/papers.csv{ASKED}"])
    found = earlier_and_later(looker, lambda world: hidden_papers(world, looker))
    assert any(address.startswith(where) for address in found), found


@pytest.mark.slow
def test_planted_sequential_id_is_found(register: None, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(f"{__name__}.addresses", lambda: [f"/papers.json{ASKED}"])
    assert with_and_without("tj2") == []
    monkeypatch.setattr(listing, "card_row", _numbered)
    assert with_and_without("tj2") != []


def test_planted_403_for_404_is_found(register: None, monkeypatch: pytest.MonkeyPatch):
    with undone():
        world, client = people(), Client()
        hidden = hidden_papers(world, "tj2")[0]
        client.force_login(world.persons["tj2"])
        unknown = "0" * 32

        def both() -> list[tuple[object, ...]]:
            return [answer_of(client, f"/papers/{key}", [key]) for key in (hidden, unknown)]

        both()  # the first answer of a session also notes when it was last used
        there, never = both()
        assert there == never
        monkeypatch.setattr(reading, "paper_or_404", _refused)
        there, never = both()
        assert there != never
