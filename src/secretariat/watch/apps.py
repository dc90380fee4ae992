from django.apps import AppConfig


class WatchConfig(AppConfig):
    """The room watch."""

    name = "secretariat.watch"
    label = "watch"
