"""One's own account, the keys of one's programs, and for who administers: the persons of the register."""
