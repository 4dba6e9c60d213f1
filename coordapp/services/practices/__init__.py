"""Actions on models, movements and the reports units owe."""
