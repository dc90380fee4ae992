"""What a page may load: only what this server gives, scripts only with the nonce of the answer."""

from typing import Any

from csp.constants import NONCE, NONE, SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from secretariat.web.sign_in.options import form_targets


def policy(issuer: str) -> dict[str, Any]:
    """The policy of every page; forms may lead to the identity provider ``issuer`` too."""
    return {
        "default-src": [SELF],
        "script-src": [NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": form_targets(issuer),
        "frame-ancestors": [NONE],
    }


REVIEW = {
    "default-src": [NONE],
    "style-src": ["'unsafe-inline'"],
    "img-src": [SELF, "data:"],
    "font-src": ["data:"],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [NONE],
}
"""A review is one self-contained file with its own style; it may load nothing but itself."""


class ContentSecurity(CSPMiddleware):
    """The policy as a header; a page that used no nonce runs no script at all."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001  # the library names them
    ) -> PolicyParts:
        """The policy of an answer."""
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and parts.config is None and parts.nonce is None:
            parts.replace = {"script-src": [NONE]} | (parts.replace or {})
        return parts


def nonce(request: HttpRequest) -> dict[str, Any]:
    """The nonce of the answer, for the scripts that a template includes; it exists once it was written."""
    return {"csp_nonce": getattr(request, "csp_nonce", "")}
