"""Addresses of sources."""

from django.urls import path

from secretariat.sources.views import source_list, source_page

app_name = "sources"
urlpatterns = [
    path("sources", source_list, name="sources"),
    path("sources/<path:key>", source_page, name="source"),
]
