"""Actions on outgoing papers, and the reading of what they print."""
