"""What of the decisions can be found by its words."""

from datetime import date, datetime
from functools import partial

from django.db.models import Exists, OuterRef, Q, QuerySet

from secretariat.access.rules import Viewer
from secretariat.decisions import models
from secretariat.search.queries import Shown
from secretariat.sources.queries import as_known, as_of


def searched_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:
    """Decisions adopted, what they say, and commitments under them. No query.

    A commitment that stands under several decisions is found where the first of them is.
    """
    adopted = partial(as_of, viewer, models.Decision, on, known_at)
    provisions = partial(as_known, viewer, models.Provision, known_at)

    def assigned() -> QuerySet[models.Commitment]:
        is_adopted = Exists(adopted().filter(Q(key=OuterRef("decision")) | Q(corrects=OuterRef("decision"))))
        above = provisions().filter(Q(key=OuterRef("provision")) | Q(corrects=OuterRef("provision")), is_adopted)
        rows = as_known(viewer, models.Commitment, known_at)
        return rows.filter(Q(latest__isnull=True) | Q(latest__lte=on), Exists(above))

    return {
        "decisions.decision": Shown(adopted),
        "decisions.provision": Shown(provisions, page="decisions.decision"),
        "decisions.commitment": Shown(assigned),
    }
