"""Addresses of organs, meetings and the calendar.

The page of one meeting is in ``decisions``: it lists what was decided.
"""

from django.urls import path

from secretariat.organs.views import calendar_page, feed, meeting_list, organ_list, organ_page

app_name = "organs"
urlpatterns = [
    path("organs", organ_list, name="organs"),
    path("organs/<path:key>", organ_page, name="organ"),
    path("meetings", meeting_list, name="meetings"),
    path("calendar", calendar_page, name="calendar"),
    path("calendar.ics", feed, name="feed"),
]
