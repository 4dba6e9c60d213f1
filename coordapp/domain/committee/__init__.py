"""The committee, its units and its people."""
