"""Addresses of partners."""

from django.urls import path

from secretariat.partners.views import partner_list, partner_page

app_name = "partners"
urlpatterns = [
    path("partners", partner_list, name="partners"),
    path("partners/<path:key>", partner_page, name="partner"),
]
