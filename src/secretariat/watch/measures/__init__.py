"""Geometry of the perimeter, counts and baselines: Ibis expressions and numpy kernels."""
