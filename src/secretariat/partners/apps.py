from django.apps import AppConfig


class PartnersConfig(AppConfig):
    """The room partners."""

    name = "secretariat.partners"
    label = "partners"
