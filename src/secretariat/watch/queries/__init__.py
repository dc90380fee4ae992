"""Reading the watch: geometry, and what happened around it."""
