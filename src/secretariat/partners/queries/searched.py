"""What of the partners can be found by its words."""

from datetime import date, datetime

from django.db.models import Q, QuerySet

from secretariat.access.rules import Viewer
from secretariat.kernel import Standing
from secretariat.partners import models
from secretariat.partners.rules import PartnerActKind
from secretariat.search.queries import Shown
from secretariat.sources.queries import as_known, has_any


def searched_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:
    """Partners founded by a day, links that something had happened to, and contacts until then. No query."""
    happened = Q(latest__lte=on) | Q(date__isnull=True)

    def founded() -> QuerySet[models.Partner]:
        acts = as_known(viewer, models.PartnerAct, known_at)
        is_to_be = has_any(acts.filter(kind=PartnerActKind.FOUNDED.value, latest__gt=on), "partner")
        return as_known(viewer, models.Partner, known_at).exclude(
            is_to_be & ~has_any(acts.filter(latest__lte=on), "partner")
        )

    def links() -> QuerySet[models.Link]:
        acts = as_known(viewer, models.LinkAct, known_at)
        looked_for = Q(standing=Standing.UNKNOWN.value) & ~has_any(acts, "link")
        return as_known(viewer, models.Link, known_at).filter(has_any(acts.filter(happened), "link") | looked_for)

    def contacts() -> QuerySet[models.Contact]:
        return as_known(viewer, models.Contact, known_at).filter(happened)

    return {
        "partners.partner": Shown(founded),
        "partners.link": Shown(links, page="partners.partner"),
        "partners.contact": Shown(contacts, page="partners.partner"),
    }
