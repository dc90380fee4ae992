"""Static maps as SVG: members, perimeter, neighbours, what happened; the same picture on a page and in a review."""

from secretariat.watch.render.drawing import WIDTH, MapMark, Picture, draw_map

__all__ = ["WIDTH", "MapMark", "Picture", "draw_map"]
