"""The screen for writing while a conference goes on."""
