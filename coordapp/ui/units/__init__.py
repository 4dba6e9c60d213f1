"""Units, people and the committee itself."""
