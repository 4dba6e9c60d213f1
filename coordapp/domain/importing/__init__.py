"""Registers of others: read, understood, planned row by row."""
