"""The one SQLite file: schema, tables, queries, units of work."""

from coordapp.store.connection import Reader
from coordapp.store.reader import open_reader
from coordapp.store.work import Store, Work

__all__ = ["Reader", "Store", "Work", "open_reader"]
