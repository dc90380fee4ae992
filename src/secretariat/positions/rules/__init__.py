"""The rules of the room positions."""
