"""The rules of the room watch."""
