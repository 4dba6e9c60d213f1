"""Outgoing papers: numbers, contents, checks, secrecy."""
