"""Addresses of members, states and instruments."""

from django.urls import path

from secretariat.parties.views import instrument_list, instrument_page, member_list, state_page

app_name = "parties"
urlpatterns = [
    path("members", member_list, name="members"),
    path("states/<str:code>", state_page, name="state"),
    path("instruments", instrument_list, name="instruments"),
    path("instruments/<path:key>", instrument_page, name="instrument"),
]
