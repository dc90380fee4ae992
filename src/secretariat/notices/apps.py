from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The room notices."""

    name = "secretariat.notices"
    label = "notices"
