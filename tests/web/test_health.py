import pytest
from django.db import DatabaseError, connection
from django.test import Client


@pytest.mark.django_db
def test_a_register_that_answers_is_ok_also_when_it_is_empty(client: Client, django_assert_num_queries):
    with django_assert_num_queries(1):
        answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_a_database_that_is_away_is_said_with_503(client: Client):
    def away(*_: object) -> None:
        raise DatabaseError

    with connection.execute_wrapper(away):
        answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (503, {"status": "database"})
