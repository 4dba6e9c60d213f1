"""Days: typed, written, counted as working days, gathered in periods."""
