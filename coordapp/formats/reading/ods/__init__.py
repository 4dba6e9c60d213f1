"""OpenDocument tables."""
