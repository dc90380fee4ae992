from django.apps import AppConfig


class OrgansConfig(AppConfig):
    name = "secretariat.organs"
    label = "organs"
