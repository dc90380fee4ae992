"""Addresses of positions and votes."""

from django.urls import path

from secretariat.positions.views import position_list, position_page, vote_list

app_name = "positions"
urlpatterns = [
    path("positions", position_list, name="positions"),
    path("positions/votes", vote_list, name="votes"),
    path("positions/<path:key>", position_page, name="position"),
]
