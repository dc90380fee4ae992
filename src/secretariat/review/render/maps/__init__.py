"""Static maps as SVG: members, perimeter, neighbours, what happened; the same picture on the page and in the PDF."""

from secretariat.review.render.maps.blocks import MAP, draw_map_block
from secretariat.review.render.maps.drawing import MapMark, Picture, draw_map

__all__ = ["MAP", "MapMark", "Picture", "draw_map", "draw_map_block"]
