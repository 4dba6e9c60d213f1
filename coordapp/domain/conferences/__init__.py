"""Conferences: programme, attendance, quorum, course."""
