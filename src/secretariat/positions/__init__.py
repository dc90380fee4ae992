"""Coordinated positions of the members, the roll-call votes that tested them, and measures of agreement."""
