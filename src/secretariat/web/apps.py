from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages."""

    name = "secretariat.web"
    label = "web"
