"""When two answers are the same answer: byte by byte, but for what is random in every one of them."""

import re
from collections.abc import Iterable

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

_RANDOM = (
    re.compile(rb'(name="csrfmiddlewaretoken" value=")[^"]*'),
    re.compile(rb'(name="token" value=")[^"]*'),
    re.compile(rb'(nonce=")[^"]*'),
    re.compile(rb'(content="\{&quot;X-CSRFToken&quot;: &quot;)[^&]*'),
)
_NONCE = re.compile(r"'nonce-[^']*'")
_CHANGING = {"date", "expires", "last-modified", "etag"}
"""Headers that name the instant of the answer, or are drawn from its content, which is compared itself."""


def body_of(response: HttpResponse, names: Iterable[str] = ()) -> bytes:
    """The content without what is random in every answer; ``names`` (ids) stand as ID."""
    content = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[attr-defined]
    for pattern in _RANDOM:
        content = pattern.sub(rb"\1", content)
    for name in names:
        content = content.replace(name.encode(), b"ID")
    return content


def headers_of(response: HttpResponse) -> list[tuple[str, str]]:
    """The headers without the nonce of the policy; a length changes with random texts of another length only."""
    found = [(name, _NONCE.sub("'nonce'", value)) for name, value in response.headers.items()]
    return sorted((name, value) for name, value in found if name.lower() not in _CHANGING)


def answer_of(client: Client, address: str, names: Iterable[str] = ()) -> tuple[int, list[tuple[str, str]], int, bytes]:
    """What somebody who asks can tell apart: status, headers, how much the database had to do, and the content."""
    with CaptureQueriesContext(connection) as asked:
        response = client.get(address)
    content = body_of(response, names)
    return response.status_code, headers_of(response), len(asked), content
