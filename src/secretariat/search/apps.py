from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The room search."""

    name = "secretariat.search"
    label = "search"
