from django.apps import AppConfig


class ResponseConfig(AppConfig):
    """The room response."""

    name = "secretariat.response"
    label = "response"
