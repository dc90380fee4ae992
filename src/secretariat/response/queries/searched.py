"""What of the joint forces can be found by its words: requests, as the public record tells of them."""

from datetime import date, datetime
from functools import partial

from secretariat.access.rules import Viewer
from secretariat.response import models
from secretariat.search.queries import Shown
from secretariat.sources.queries import as_of


def searched_rows(viewer: Viewer, *, on: date, known_at: datetime) -> dict[str, Shown]:
    """Requests made by a day. Answers of members are in no index. No query."""
    return {"response.request": Shown(partial(as_of, viewer, models.Request, on, known_at))}
