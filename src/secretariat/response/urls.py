"""Addresses of the joint forces."""

from django.urls import path

from secretariat.response.views import request_page, response_page

app_name = "response"
urlpatterns = [
    path("response", response_page, name="response"),
    path("response/<path:key>", request_page, name="request"),
]
