"""The one search box of the window, and what it finds."""
