"""The rules of the room response."""
