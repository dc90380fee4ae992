"""The register and the review of a treaty organisation."""

__version__ = "0.1.0"
