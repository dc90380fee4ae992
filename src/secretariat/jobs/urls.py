"""Addresses of jobs."""

from django.urls import path

from secretariat.jobs.views import job_cancel, job_file, job_list, job_page

app_name = "jobs"
urlpatterns = [
    path("jobs", job_list, name="jobs"),
    path("jobs/<str:key>", job_page, name="job"),
    path("jobs/<str:key>/cancel", job_cancel, name="cancel"),
    path("jobs/<str:key>/files/<path:name>", job_file, name="file"),
]
