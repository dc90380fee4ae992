"""The confirmation letter as PDF and as a Word file: one content, two forms, the same bytes each time."""

from secretariat.silence.render.letters import letter_docx, letter_pdf

__all__ = ["letter_docx", "letter_pdf"]
