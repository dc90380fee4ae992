"""The minister's brief for a coming meeting: one page, also without a connection."""
