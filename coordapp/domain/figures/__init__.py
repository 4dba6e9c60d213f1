"""Figures of the register: status, groups, overview, lists as shown."""
