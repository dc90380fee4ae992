"""Pages of papers: the list, one paper, its versions and files; writing one, and giving it another mark."""

from secretariat.papers.views.listing import paper_list
from secretariat.papers.views.reading import file_answer, paper_page, paper_pdf, version_page
from secretariat.papers.views.writing import attach, begin, keep, mark, write

__all__ = [
    "attach",
    "begin",
    "file_answer",
    "keep",
    "mark",
    "paper_list",
    "paper_page",
    "paper_pdf",
    "version_page",
    "write",
]
