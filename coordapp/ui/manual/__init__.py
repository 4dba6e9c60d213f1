"""The manual inside the program: its text, its window, its pages."""
