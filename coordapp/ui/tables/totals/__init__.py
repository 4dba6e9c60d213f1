"""Totals that stay in view below a table."""
