"""Actions on indicators and their figures."""
