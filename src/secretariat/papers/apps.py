from django.apps import AppConfig


class PapersConfig(AppConfig):
    """The room papers."""

    name = "secretariat.papers"
    label = "papers"
