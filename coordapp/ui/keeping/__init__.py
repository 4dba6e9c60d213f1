"""Keeping the register: its copies, going back to one, what is left of a damaged file."""
