"""Papers and lists as PDF."""
