from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Accounts, appointments and compartments."""

    name = "secretariat.access"
    label = "access"
