"""Every address of the register."""

from django.conf import settings
from django.urls import include, path

from secretariat.web.account import urls as account
from secretariat.web.api import ADDRESS, API, api_page, nothing_here
from secretariat.web.brief.offline import worker
from secretariat.web.brief.views import brief, brief_meeting
from secretariat.web.feeds import acts_feed
from secretariat.web.health import health
from secretariat.web.papers_feed import papers_feed
from secretariat.web.personal_calendar.views import personal_calendar
from secretariat.web.search.views import search_page
from secretariat.web.sign_in import urls as sign_in
from secretariat.web.styleguide.views import styleguide
from secretariat.web.views import about, cite, home, review_file

urlpatterns = [
    path(ADDRESS, API.urls),
    path(f"{ADDRESS}<path:rest>", nothing_here, name="nothing-here"),
    path("api", api_page, name="api"),
    path("acts.atom", acts_feed, name="acts"),
    path("papers.atom", papers_feed, name="papers-feed"),
    path("", home, name="home"),
    *sign_in.urlpatterns,
    *account.urlpatterns,
    path("about", about, name="about"),
    path("cite", cite, name="cite"),
    path("brief", brief, name="brief"),
    path("brief/<path:key>", brief_meeting, name="brief-meeting"),
    path("sw.js", worker, name="brief-worker"),
    path("calendar/<str:secret>.ics", personal_calendar, name="personal-calendar"),
    path("health", health, name="health"),
    path("search", search_page, name="search"),
    path("styleguide", styleguide, name="styleguide"),
    path("reviews/<path:name>", review_file, name="review"),
    # before the rooms: a meeting's key may be any path
    path("", include("secretariat.conference.urls")),
    path("", include("secretariat.desk.urls")),
    path("", include("secretariat.silence.urls")),
    path("", include("secretariat.review.urls")),
    path("", include("secretariat.jobs.urls")),
    path("", include("secretariat.notices.urls")),
    path("", include("secretariat.papers.urls")),
    *[path("", include(f"secretariat.{room}.urls")) for room in settings.ROOMS],
]
handler400 = "secretariat.web.views.bad_request"
handler404 = "secretariat.web.views.not_found"
handler500 = "secretariat.web.views.broken"
