from django.apps import AppConfig


class SourcesConfig(AppConfig):
    """The room sources."""

    name = "secretariat.sources"
    label = "sources"
