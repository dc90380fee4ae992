from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """The room parties."""

    name = "secretariat.parties"
    label = "parties"
