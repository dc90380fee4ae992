"""The feed of the papers that changed, for one person, under a secret address: a reader of feeds cannot sign in."""

from datetime import UTC, datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed

from secretariat.access.queries import person_of_feed
from secretariat.papers.queries import cards
from secretariat.sources.forms import language_of
from secretariat.web.persons import viewer_of
from secretariat.web.tags import spoken_term
from secretariat.web.words import WORDS

COUNT = 100


def papers_feed(request: HttpRequest) -> HttpResponse:
    """The papers that changed last: title, stage and link, nothing of their text. A wrong secret is a wrong address."""
    person = person_of_feed(request.GET.get("secret", ""))
    if person is None:
        raise Http404
    request.default_language = person.language  # type: ignore[attr-defined]
    language = language_of(request)
    words = WORDS[language]
    found = cards(viewer_of(person, datetime.now(UTC)))[:COUNT]
    feed = Atom1Feed(
        title=words["papers_feed"],
        link=request.build_absolute_uri(reverse("papers:papers")),
        description=words["papers_lead"],
        language=language,
        feed_guid=f"urn:secretariat:papers:{person.code}",
    )
    for card in found:
        feed.add_item(
            title=card.title,
            link=request.build_absolute_uri(reverse("papers:paper", args=[card.key])),
            description=f"{spoken_term(card.kind, language)}, {spoken_term(card.stage, language)}",
            unique_id=f"urn:secretariat:paper:{card.key}:{card.version}",
            updateddate=card.changed_at,
        )
    answered = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    answered.headers["Cache-Control"] = "private, no-store"
    answered.headers["Referrer-Policy"] = "no-referrer"
    return answered
