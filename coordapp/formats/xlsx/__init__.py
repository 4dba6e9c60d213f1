"""Tables as Excel files."""
