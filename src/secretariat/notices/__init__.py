"""Telling people that something concerns them: on a page of their own, and by e-mail that says no more than that."""
