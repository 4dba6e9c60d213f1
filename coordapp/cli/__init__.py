"""The commands: read, export and check a file without a window."""
