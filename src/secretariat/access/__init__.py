"""Who may see what: every reading of the register goes through a viewer and one scope."""
