"""Bringing in tables of others."""
