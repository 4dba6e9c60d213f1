"""The window: pages, tables and widgets; the only layer that knows Qt."""
