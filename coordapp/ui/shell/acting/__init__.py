"""Who works at this PC, and how that is asked."""
