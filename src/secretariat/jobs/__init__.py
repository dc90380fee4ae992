"""Work that takes its time: who asked for it, how far it has come, what came of it; and the duties of the clock."""
