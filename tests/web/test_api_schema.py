"""The interface for programs against its own description: no failure, no answer that is not declared."""

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    positive_data_acceptance,
    response_schema_conformance,
    status_code_conformance,
)

from secretariat.web.wsgi import application

pytestmark = [pytest.mark.django_db, pytest.mark.pages]
ADDRESS = "/api/v1/openapi.json"
SCHEMA: Any = schemathesis.openapi.from_wsgi(ADDRESS, application)
CHECKS = [
    schemathesis.checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
"""Not that every well-formed question is accepted: an instant has two forms, which one format cannot name."""
BOUNDED: dict[str, Any] = {
    "deadline": None,
    "derandomize": True,
    "database": None,
    "suppress_health_check": list(HealthCheck),
    "phases": [Phase.explicit, Phase.generate],
}


@SCHEMA.parametrize()
@settings(max_examples=4, **BOUNDED)
def test_every_operation_answers_as_it_declares(csto: None, case: Any):
    case.call_and_validate(checks=CHECKS)


@pytest.mark.nightly
@SCHEMA.parametrize()
@settings(max_examples=40, **BOUNDED)
def test_every_operation_answers_as_it_declares_to_many_questions(csto: None, case: Any):
    # What is well formed can still name nothing: a meeting that is not there, months in the wrong order.
    case.call_and_validate(excluded_checks=[positive_data_acceptance])
