"""The user's actions, and the reading of everything that papers print."""
