"""The register of conclusions over all conferences."""
