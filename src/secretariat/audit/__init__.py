"""The append-only log: who did what, when, to which object, with the hash of what was written."""
