"""Signing in: what the sign-in library is told, its addresses, how long a session lasts, when one is asked again."""
