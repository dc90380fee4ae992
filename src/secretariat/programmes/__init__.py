"""Fields of work of the coordinating councils: plans, indicators, measurements, operations."""
