"""Partner organisations: who is in them, what binds the organisation to them, what was agreed and what is due."""
