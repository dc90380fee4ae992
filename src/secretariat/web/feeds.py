"""The feed of public acts: what became known last, as RFC 4287 has it."""

from hashlib import sha256
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.http import http_date, quote_etag

from secretariat.access.rules import PUBLIC
from secretariat.kernel import ImpreciseDate, Language
from secretariat.parties.queries import organisation
from secretariat.review.queries.news import RecentAct, recent_acts
from secretariat.sources.forms import question_of
from secretariat.web.tags import spoken_day, spoken_term
from secretariat.web.words import WORDS

COUNT = 100
_ROUTES = {
    "instrument": "parties:instrument",
    "meeting": "decisions:meeting",
    "decision": "decisions:decision",
    "commitment": "decisions:commitment",
    "position": "positions:position",
    "partner": "partners:partner",
    "request": "response:request",
}
_MINTED = "2026"
"""The year in which the identifiers of entries were first given out, which such an identifier has to name."""


def _said(act: RecentAct, language: Language) -> str:
    """When it happened, how well that is established, and by which citations."""
    words, line = WORDS[language], act.line
    day = spoken_day(ImpreciseDate.parse(line.when), language) if line.when else words["unknown"]
    sources = ", ".join(line.sources) or words["no_source"]
    return (
        f"{day}. {words['feed_standing']}: {spoken_term(line.standing, language)}. {words['feed_sources']}: {sources}."
    )


def acts_feed(request: HttpRequest) -> HttpResponseBase:
    """The newest public acts, whoever asks; a reader that has them already is told so."""
    question = question_of(request)
    language, words = question.language, WORDS[question.language]
    body = organisation(PUBLIC, known_at=question.known_at)
    found = recent_acts(PUBLIC, on=question.on, known_at=question.known_at, count=COUNT)
    mint = f"tag:{body.key.lower()}.secretariat,{_MINTED}"
    query = f"?{urlencode({'lang': language})}" if language != "en" else ""
    feed = Atom1Feed(
        title=f"{body.short.in_language(language)}: {words['feed_title']}",
        link=request.build_absolute_uri(reverse("home") + query),
        description=words["feed_subtitle"],
        language=language,
        author_name=body.name.in_language(language),
        feed_url=request.build_absolute_uri(),
        feed_guid=f"{mint}:acts-{language}",
    )
    for act in found:
        feed.add_item(
            title=act.line.what.in_language(language),
            link=request.build_absolute_uri(reverse(_ROUTES[act.subject], args=[act.about]) + query),
            description=escape(_said(act, language)),
            unique_id=f"{mint}:{act.key}",
            updateddate=act.known_from,
            categories=[act.subject],
        )
    response = HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")
    newest = int(found[0].known_from.timestamp()) if found else None
    etag = quote_etag(sha256(response.content).hexdigest())
    response.headers["ETag"] = etag
    if newest is not None:
        response.headers["Last-Modified"] = http_date(newest)
    answered = get_conditional_response(request, etag, newest, response)
    return response if answered is None else answered
