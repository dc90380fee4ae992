from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """The room programmes."""

    name = "secretariat.programmes"
    label = "programmes"
