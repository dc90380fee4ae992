from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "secretariat.sources"
    label = "sources"
