"""The geometry of the area of responsibility: boundary data, perimeter, regions, distances. No Django, no engine."""
