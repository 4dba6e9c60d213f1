"""Papers and lists as they will be printed, issued, signed and kept."""
