"""Copies of the register and what is known of a file."""
