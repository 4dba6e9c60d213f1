"""What is read from the file, one module a noun."""
