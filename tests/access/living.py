"""Who somebody is now, as the web application asks with every request."""

from datetime import UTC, datetime

from secretariat.access.queries import Person
from secretariat.access.rules import Viewer
from secretariat.web.persons import viewer_of


def viewer_now(person: Person) -> Viewer:
    return viewer_of(person, datetime.now(UTC))
