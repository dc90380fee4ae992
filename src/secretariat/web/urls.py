"""Every address of the register."""

from django.conf import settings
from django.urls import include, path

from secretariat.web.views import about, home, review_file

urlpatterns = [
    path("", home, name="home"),
    path("about", about, name="about"),
    path("reviews/<path:name>", review_file, name="review"),
    *[path("", include(f"secretariat.{room}.urls")) for room in settings.ROOMS],
]
handler400 = "secretariat.web.views.bad_request"
handler404 = "secretariat.web.views.not_found"
handler500 = "secretariat.web.views.broken"
