"""The papers of a meeting as files: PDF for reading, Word for editing, from the same blocks."""

from secretariat.conference.render.docx import paper_docx
from secretariat.conference.render.pdf import paper_pdf

__all__ = ["paper_docx", "paper_pdf"]
