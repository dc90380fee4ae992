"""The page of one's own notices."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from secretariat.kernel.plain import plain
from secretariat.notices.actions import mark_read
from secretariat.notices.queries import notices
from secretariat.notices.rules import NoticeCard
from secretariat.sources.forms import viewer_of_request
from secretariat.sources.views import wants_json


def _row(card: NoticeCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "kind": card.kind,
        "title": card.subject,
        "text": card.text,
        "link": card.link,
        "created_at": card.created_at,
        "is_read": card.is_read,
    }


@never_cache
@require_GET
def notice_list(request: HttpRequest) -> HttpResponse:
    """One's own last notices."""
    rows = [_row(card) for card in notices(viewer_of_request(request))]
    if wants_json(request):
        return JsonResponse(plain({"notices": rows}), json_dumps_params={"ensure_ascii": False, "indent": 2})
    return render(request, "notices/notices.html", {"notices": rows, "unread": any(not row["is_read"] for row in rows)})


@never_cache
@require_POST
def notice_read(request: HttpRequest) -> HttpResponse:
    """Mark one notice, or all, as read. One of somebody else's is as one that is not there: nothing happens."""
    mark_read(viewer_of_request(request), notice=request.POST.get("notice", ""))
    return redirect("notices:notices")
