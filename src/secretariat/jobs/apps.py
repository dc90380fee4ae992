from django.apps import AppConfig


class JobsConfig(AppConfig):
    """The room jobs."""

    name = "secretariat.jobs"
    label = "jobs"
