from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "secretariat.parties"
    label = "parties"
