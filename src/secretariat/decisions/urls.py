"""Addresses of decisions, commitments, and of a meeting with what it decided."""

from django.urls import path

from secretariat.decisions.views import (
    commitment_list,
    commitment_page,
    decision_list,
    decision_page,
    meeting_page,
)

app_name = "decisions"
urlpatterns = [
    path("meetings/<path:key>", meeting_page, name="meeting"),
    path("decisions", decision_list, name="decisions"),
    path("decisions/<path:key>", decision_page, name="decision"),
    path("commitments", commitment_list, name="commitments"),
    path("commitments/<path:key>", commitment_page, name="commitment"),
]
