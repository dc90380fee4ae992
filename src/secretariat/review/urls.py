"""Addresses of editions. The id of one is random: no address says how many there are."""

from django.urls import path

from secretariat.review.views import (
    attach,
    build,
    circulate,
    correct,
    edition_list,
    edition_page,
    file_answer,
    issue,
    keep,
    new,
    paragraph,
    plan_page,
    respond,
)

app_name = "review"
urlpatterns = [
    path("editions", edition_list, name="editions"),
    path("editions/new", new, name="new"),
    path("editions/comments/<str:key>", respond, name="respond"),
    path("editions/<str:key>", edition_page, name="edition"),
    path("editions/<str:key>/plan", plan_page, name="plan"),
    path("editions/<str:key>/build", build, name="build"),
    path("editions/<str:key>/edited", attach, name="attach"),
    path("editions/<str:key>/circulate", circulate, name="circulate"),
    path("editions/<str:key>/issue", issue, name="issue"),
    path("editions/<str:key>/corrigenda", correct, name="correct"),
    path("editions/<str:key>/files/<str:file>", file_answer, name="file"),
    path("editions/<str:key>/paragraphs/<int:number>", paragraph, name="paragraph"),
    path("editions/<str:key>/paragraphs/<int:number>/unsent", keep, name="keep"),
]
