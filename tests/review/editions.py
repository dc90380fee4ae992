"""Short ways to editions for tests: small files in the place of those of a build, which takes a minute."""

import time
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from secretariat.access.rules import Viewer
from secretariat.audit.rules import Actor
from secretariat.review.actions import Written
from secretariat.review.actions.editions import begin_edition, circulate_edition, keep_build
from secretariat.review.queries.editions import edition
from secretariat.review.rules.editions import Audience, EditionPlan
from secretariat.web.persons import viewer_of
from tests.people import SignedIn

ACTOR = Actor("a drafter")
DAY = date(2011, 5, 31)
PLAN = EditionPlan("CFM", "CFM-2011-05-31", DAY, DAY, "CFM/2011/R.1", Audience.MEMBERS)
TEXT = "# 2. Pace of implementation\n1. Four of 27 commitments are implemented.\n2. No report is overdue."
RUSSIAN = "# 2. Темп исполнения\n1. Исполнено 4 обязательства из 27.\n2. Просроченных отчётов нет."
SNAPSHOT = "5" * 64
_JOBS = count(1)


@dataclass(frozen=True)
class Made:
    """A prepared edition and what was circulated of it."""

    prepared: str
    circulated: str


def seen_by(who: SignedIn) -> Viewer:
    """The viewer that a request of somebody has."""
    return viewer_of(who.person, datetime.now(UTC))


def fresh(who: SignedIn) -> SignedIn:
    """Somebody who has just shown who they are: what acts that give marks ask for."""
    session = who.client.session
    session["account_authentication_methods_user"] = session["_auth_user_id"]
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session.save()
    return who


def build(viewer: Viewer, key: str, folder: Path, *, text: str = TEXT, job: str = "") -> None:
    """Put small files to an edition as a job does after an hour's work."""
    out = folder / f"build-{next(_JOBS)}"
    out.mkdir()
    files = {
        "review.en.pdf": b"%PDF-1.7 " + text.encode(),
        "review.en.html": b"<p>" + text.encode(),
        "edition.json": b"{}",
    }
    for name, content in files.items():
        (out / name).write_bytes(content)
    written = Written({}, {}, {}, out, out / "edition.json", SNAPSHOT, {"en": text, "ru": RUSSIAN})
    found = edition(viewer, key)
    assert found is not None
    base = found.paper.version.number
    keep_build(ACTOR, viewer, key, base=base, job=job or f"job-{out.name}", written=written, folder=out)


def circulated(viewer: Viewer, folder: Path, *, audience: Audience = Audience.MEMBERS, symbol: str = "") -> Made:
    """An edition that all members have before them."""
    plan = replace(PLAN, audience=audience, symbol=symbol or PLAN.symbol)
    key = begin_edition(ACTOR, viewer, plan=plan)
    build(viewer, key, folder)
    return Made(key, circulate_edition(ACTOR, viewer, key))
