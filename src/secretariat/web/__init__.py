"""The register as pages, and the settings every entry point shares."""
