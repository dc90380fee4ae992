from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """The room as a Django application."""

    name = "secretariat.decisions"
    label = "decisions"
