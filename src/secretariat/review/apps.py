from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """The room as a Django application."""

    name = "secretariat.review"
    label = "review"
