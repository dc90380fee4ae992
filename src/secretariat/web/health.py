"""Whether the register answers: for the program that starts it again, and for whoever watches it."""

from http import HTTPStatus

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache


def database_answers() -> bool:
    """Whether the database answers the least question there is."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone())
    except DatabaseError:
        return False


@never_cache
def health(_request: HttpRequest) -> JsonResponse:
    """Say ``ok`` with 200, or ``database`` with 503. It names no version and no host: anybody may ask. One query."""
    if database_answers():
        return JsonResponse({"status": "ok"})
    return JsonResponse({"status": "database"}, status=HTTPStatus.SERVICE_UNAVAILABLE)
