"""The review report of a period: read from the register, kept in versions, written."""
