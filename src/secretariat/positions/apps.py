from django.apps import AppConfig


class PositionsConfig(AppConfig):
    """The room positions."""

    name = "secretariat.positions"
    label = "positions"
