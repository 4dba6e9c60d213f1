"""The page of conferences: what was said, what was concluded, who got it to do."""
