"""Addresses of programmes."""

from django.urls import path

from secretariat.programmes import views

app_name = "programmes"
urlpatterns = [
    path("programmes", views.programme_list, name="programmes"),
    path("programmes/<str:key>", views.programme_page, name="programme"),
]
