from django.apps import AppConfig


class OrgansConfig(AppConfig):
    """The room as a Django application."""

    name = "secretariat.organs"
    label = "organs"
