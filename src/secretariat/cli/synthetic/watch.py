"""Regions, territories and place names of the invented organisation."""

from collections.abc import Iterator

from secretariat.cli.synthetic.names import labelled
from secretariat.cli.synthetic.parties import Membership, Placed

KNOWN_FROM = "2000-01-01"


def geography_rows(members: Membership) -> Iterator[Placed]:
    """A region of each kind, a territory counted to a member, and a place name."""
    stated = {"standing": "derived", "sources": ["SYN-GENERATOR"], "known_from": KNOWN_FROM}
    first = next(iter(members.joined))
    yield (
        "regions",
        {
            "id": "by-country",
            "name": labelled("region by country", "регион по странам"),
            "countries": [members.observer],
        }
        | stated,
    )
    corners = [{"lon": 10.0, "lat": 10.0}, {"lon": 20.0, "lat": 10.0}, {"lon": 15.0, "lat": 20.0}]
    yield (
        "regions",
        {"id": "by-polygon", "name": labelled("region by outline", "регион по контуру"), "polygon": corners} | stated,
    )
    box = {"west": 170.0, "south": -10.0, "east": -170.0, "north": 10.0}
    yield "regions", {"id": "by-box", "name": labelled("region by box", "регион по рамке"), "box": box} | stated
    yield (
        "territories",
        {
            "id": "atoll",
            "territory": "SYNTHETIC atoll",
            "state": first,
            "at": {"lon": 0.0, "lat": 0.0},
            "since": "2001-01-01",
            "until": "2031-01-01",
        }
        | stated,
    )
    yield "place_names", {"id": "nowhere", "name": "SYNTHETIC place", "state": first} | stated
