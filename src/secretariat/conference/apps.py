from django.apps import AppConfig


class ConferenceConfig(AppConfig):
    """Preparing meetings."""

    name = "secretariat.conference"
