"""The one SQLite file: schema, tables, queries, units of work."""

from coordapp.store.file.opening import Reader
from coordapp.store.file.reader import open_reader
from coordapp.store.file.work import Store, Work

__all__ = ["Reader", "Store", "Work", "open_reader"]
