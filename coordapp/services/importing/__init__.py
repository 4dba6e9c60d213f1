"""Bringing in registers of others."""
