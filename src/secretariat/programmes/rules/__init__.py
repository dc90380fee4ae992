"""The rules of the room programmes."""
