"""Addresses of sources."""

from django.urls import path

from secretariat.sources.views import release_list, release_page, source_list, source_page

app_name = "sources"
urlpatterns = [
    path("data-sets", release_list, name="releases"),
    path("data-sets/<path:key>", release_page, name="release"),
    path("sources", source_list, name="sources"),
    path("sources/<path:key>", source_page, name="source"),
]
