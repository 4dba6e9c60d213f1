"""Actions on conferences."""
