"""The register as it stood on a past day, and the figures of such a day."""
