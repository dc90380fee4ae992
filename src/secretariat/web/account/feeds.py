"""The secret addresses of a person's feeds: shown to that person alone, and made anew when they have leaked."""

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from secretariat.access.actions import renew_feed_secret
from secretariat.access.queries import Person
from secretariat.sources.forms import actor_of, language_of
from secretariat.web.words import WORDS


@never_cache
def feeds(request: HttpRequest) -> HttpResponse:
    """The addresses, once there are any; the form makes new ones, and the old ones lead nowhere."""
    owner = cast("Person", request.user)
    if request.method == "POST":
        renew_feed_secret(actor_of(request), person=owner)
        messages.success(request, WORDS[language_of(request)]["said_feeds_renewed"])
        return redirect("account-feeds")
    secret = owner.feed_secret
    addresses = (
        {
            "calendar_address": request.build_absolute_uri(reverse("personal-calendar", args=[secret])),
            "papers_address": request.build_absolute_uri(f"{reverse('papers-feed')}?secret={secret}"),
        }
        if secret
        else {}
    )
    return render(request, "web/account/feeds.html", addresses)
