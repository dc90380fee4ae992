"""What the property tests draw: people and things, for the oracle and for the program alike."""

from hypothesis import strategies as st

from secretariat.access.rules import PUBLIC, Compartment, Distribution, Stage, Viewer
from secretariat.access.rules.appointments import body_of
from tests.access.oracle import Somebody, Thing

ORGS = ("state:KG", "state:KZ", "secretariat", "partner:UN")
PERSONS = ("p1", "p2", "p3")
ORGANS = ("CFM", "CSC")
GROUPS = ("drafting", "legal")
MARKS = ("public", "members", "organ", "named", "eyes")
STAGES = tuple(stage.value for stage in Stage)


def some(values: tuple[str, ...], least: int = 0) -> st.SearchStrategy[set[str]]:
    return st.sets(st.sampled_from(values), min_size=least)


somebody = st.builds(
    Somebody,
    code=st.sampled_from(PERSONS),
    org=st.sampled_from(ORGS),
    seats=some(ORGANS),
    groups=some(GROUPS),
    active=st.booleans(),
).filter(lambda p: p.active or p.org.startswith("state:")) | st.just(Somebody("", ""))
things = st.builds(
    Thing,
    originators=some(ORGS, 1),
    stage=st.sampled_from(STAGES),
    mark=st.sampled_from(MARKS),
    organs=some(ORGANS, 1),
    orgs=some(ORGS),
    names=some(PERSONS),
    ntk=some(GROUPS),
)


def viewer(p: Somebody) -> Viewer:
    """The program's viewer for somebody."""
    if not p.org:
        return PUBLIC
    body, code = body_of(p.org)
    return Viewer(body, code, p.code, p.active, frozenset(p.seats), frozenset(p.groups))


def compartment(o: Thing) -> Compartment:
    """The program's compartment for a thing that was made from no other."""
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


@st.composite
def compound(draw: st.DrawFn) -> Compartment:
    """Any compartment: a stricter mark that carries conditions of wider ones, bound or not."""
    mark = draw(st.sampled_from(list(Distribution)))
    rank = list(Distribution).index(mark)
    members = (rank > 1 and draw(st.booleans())) or rank == 1
    organs = draw(some(ORGANS, 1 if rank == 2 else 0)) if rank >= 2 else set()
    limits_release = rank == 3 or (rank > 3 and draw(st.booleans()))
    return Compartment(
        originators=frozenset(draw(some(ORGS, 1))),
        stage=draw(st.sampled_from(list(Stage))),
        mark=mark,
        organs=frozenset(organs),
        released_to=frozenset(draw(some(ORGS))) if limits_release else None,
        named=frozenset(draw(some(PERSONS))) if rank == 4 else None,
        need_to_know=frozenset(draw(some(GROUPS))),
        members=members,
        bound=draw(st.booleans()),
    )
