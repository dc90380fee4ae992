from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The room desk."""

    name = "secretariat.desk"
    label = "desk"
