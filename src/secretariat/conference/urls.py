"""Addresses of the preparation of a meeting: they begin like those of meetings in ``decisions`` and come before."""

from django.urls import path

from secretariat.conference.views import annotated_agenda_file, chairs_brief_file, preparation_page, record

app_name = "conference"
urlpatterns = [
    path("meetings/<path:key>/preparation", preparation_page, name="preparation"),
    path("meetings/<path:key>/preparation/record", record, name="record"),
    path("meetings/<path:key>/annotated-agenda.<str:kind>", annotated_agenda_file, name="annotated-agenda"),
    path("meetings/<path:key>/chairs-brief.<str:kind>", chairs_brief_file, name="chairs-brief"),
]
