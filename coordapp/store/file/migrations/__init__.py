"""Numbered migration scripts, forward only; the schema version is `pragma user_version`."""
