"""Addresses of the silence procedure."""

from django.urls import path

from secretariat.silence.views import letter, new, procedures, silence_page

app_name = "silence"
urlpatterns = [
    path("silence", procedures, name="procedures"),
    path("silence/new", new, name="new"),
    path("silence/<path:key>/letter.<str:form>", letter, name="letter"),
    path("silence/<path:key>", silence_page, name="silence"),
]
