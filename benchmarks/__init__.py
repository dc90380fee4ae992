"""Measurements of time and memory, run by hand: ``python -m benchmarks`` (``make bench``)."""
