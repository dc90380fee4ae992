from django.apps import AppConfig


class SilenceConfig(AppConfig):
    """The room silence."""

    name = "secretariat.silence"
    label = "silence"
