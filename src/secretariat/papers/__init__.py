"""Working papers of delegations and of the secretariat: who may see each, what it says, what was done with it."""
