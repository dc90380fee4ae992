"""Preparing a meeting: its provisional agenda from what is due, the deadlines of its documents, the chair's papers."""
