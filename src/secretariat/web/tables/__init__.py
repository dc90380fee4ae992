"""Tables of pages as files: what they hold is declared by the rooms' interfaces for programs, in one place."""

from secretariat.web.tables.answering import file_of

__all__ = ["file_of"]
