"""The rules of the room partners."""
