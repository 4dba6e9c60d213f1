"""Papers and tables written to files."""
