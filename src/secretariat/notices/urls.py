"""Addresses of notices."""

from django.urls import path

from secretariat.notices.views import notice_list, notice_read

app_name = "notices"
urlpatterns = [
    path("notices", notice_list, name="notices"),
    path("notices/read", notice_read, name="read"),
]
