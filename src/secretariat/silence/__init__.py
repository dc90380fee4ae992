"""The silence procedure: a text stands adopted unless a member breaks the silence before it ends."""
