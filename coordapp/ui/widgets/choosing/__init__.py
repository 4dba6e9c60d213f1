"""Choosing one of many by a few letters of its name."""
