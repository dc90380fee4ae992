"""Regions, territories, place names and findings of the invented organisation."""

from collections.abc import Iterator

from secretariat.cli.synthetic.names import labelled
from secretariat.cli.synthetic.parties import Membership, Placed

KNOWN_FROM = "2000-01-01"


def geography_rows(members: Membership) -> Iterator[Placed]:
    """A region of each kind, a territory counted to a member, a place name, and findings proposed and settled."""
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
    subject = {"unit": "by-country", "event_kind": "all", "month": "2005-03", "dataset": "synthetic-events"} | stated
    arrow = subject | {"finding": "arrow", "value": "deteriorated"}
    alert = subject | {"finding": "alert", "value": "surge"}
    reason = labelled("two reports of one event", "два сообщения об одном событии")
    settled = {"by": labelled("analyst", "аналитик"), "reason": reason}
    yield "finding_acts", {"id": "arrow-proposed", "date": "2005-04-01", "stage": "proposed"} | arrow
    yield "finding_acts", {"id": "arrow-confirmed", "date": "2005-04-04", "stage": "confirmed"} | arrow | settled
    yield "finding_acts", {"id": "alert-proposed", "date": "2005-04-01", "stage": "proposed"} | alert
    yield "finding_acts", {"id": "alert-rejected", "date": "2005-04-05", "stage": "rejected"} | alert | settled
