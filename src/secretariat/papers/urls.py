"""Addresses of papers. The id of a paper is random: no address says how many there are."""

from django.urls import path

from secretariat.papers.views import (
    attach,
    begin,
    file_answer,
    keep,
    mark,
    paper_list,
    paper_page,
    paper_pdf,
    version_page,
    write,
)

app_name = "papers"
urlpatterns = [
    path("papers", paper_list, name="papers"),
    path("papers/new", begin, name="begin"),
    path("papers/files/<str:key>", file_answer, name="file"),
    path("papers/<str:key>.pdf", paper_pdf, name="pdf"),
    path("papers/<str:key>", paper_page, name="paper"),
    path("papers/<str:key>/versions/<int:number>", version_page, name="version"),
    path("papers/<str:key>/write", write, name="write"),
    path("papers/<str:key>/unsent", keep, name="keep"),
    path("papers/<str:key>/mark", mark, name="mark"),
    path("papers/<str:key>/files", attach, name="attach"),
]
