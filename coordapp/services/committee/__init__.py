"""Actions on the committee, its units, its people and its days off."""
