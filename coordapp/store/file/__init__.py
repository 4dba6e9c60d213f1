"""The file itself: opening, schema, tables, log, units of work."""
