"""Pages of editions: planned, prepared, circulated, commented on, issued and corrected."""

from secretariat.review.views.commenting import keep, paragraph, respond
from secretariat.review.views.planning import edition_list, new, plan_page
from secretariat.review.views.reading import edition_page, file_answer
from secretariat.review.views.working import attach, build, circulate, correct, issue

__all__ = [
    "attach",
    "build",
    "circulate",
    "correct",
    "edition_list",
    "edition_page",
    "file_answer",
    "issue",
    "keep",
    "new",
    "paragraph",
    "plan_page",
    "respond",
]
