"""Models worth following, movements, commendations, and the reports units owe."""
