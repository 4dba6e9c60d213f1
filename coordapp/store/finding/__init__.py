"""What a search over everything finds, and where it leads."""
