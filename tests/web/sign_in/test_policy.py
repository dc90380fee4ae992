"""What a page may load: the header of every answer."""

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory

from secretariat.web.sign_in.policy import ContentSecurity, policy

pytestmark = pytest.mark.django_db
ALWAYS = {
    "default-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


def directives(response: HttpResponse) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
    return {name: value for name, _, value in parts}


@pytest.mark.parametrize("address", ["/", "/members", "/nothing", "/sign-in/", "/members?on=x", "/members.json"])
def test_every_answer_says_what_it_may_load(csto, address: str):
    found = directives(Client().get(address))
    script = found.pop("script-src")
    assert found == ALWAYS
    assert script == "'none'" or script.startswith("'nonce-")


def test_page_without_a_nonce_runs_no_script():
    respond = ContentSecurity(lambda _request: HttpResponse("no script here"))
    assert directives(respond(RequestFactory().get("/")))["script-src"] == "'none'"


def test_page_with_a_nonce_runs_what_carries_it_and_nothing_else():
    nonces = set()

    def page(request):
        nonces.add(str(request.csp_nonce))
        return HttpResponse("a script here")

    for _ in range(2):
        found = directives(ContentSecurity(page)(RequestFactory().get("/")))["script-src"]
        assert found in {f"'nonce-{nonce}'" for nonce in nonces}
    assert len(nonces) == 2


def test_policy_that_a_page_sets_itself_is_kept():
    def page(_request):
        return HttpResponse(headers={"Content-Security-Policy": "default-src 'none'"})

    assert ContentSecurity(page)(RequestFactory().get("/"))["Content-Security-Policy"] == "default-src 'none'"


def test_forms_may_lead_to_the_identity_provider_and_nowhere_else():
    assert policy("https://id.example.org:8443/realm")["form-action"] == ["'self'", "https://id.example.org:8443"]
    assert policy("")["form-action"] == ["'self'"]
