"""Addresses of the desk."""

from django.urls import path

from secretariat.desk.views import (
    begin,
    commitment_page,
    consent_list,
    consent_page,
    correction_list,
    correction_page,
    desk,
    evidence,
    keep,
    report_mistake,
    report_page,
    table_list,
    table_page,
)

app_name = "desk"
urlpatterns = [
    path("desk", desk, name="desk"),
    path("report-an-error", report_mistake, name="correct"),
    path("desk/errors", correction_list, name="corrections"),
    path("desk/errors/<str:key>", correction_page, name="correction"),
    path("desk/consents", consent_list, name="consents"),
    path("desk/consents/<path:key>", consent_page, name="consent"),
    path("desk/tables", table_list, name="tables"),
    path("desk/tables/<str:key>", table_page, name="table"),
    path("desk/reports/<str:key>", report_page, name="report"),
    path("desk/reports/<str:key>/unsent", keep, name="keep"),
    path("desk/reports/<str:key>/evidence", evidence, name="evidence"),
    path("desk/commitments/<path:key>/report", begin, name="begin"),
    path("desk/commitments/<path:key>", commitment_page, name="commitment"),
]
