from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "secretariat.review"
    label = "review"
