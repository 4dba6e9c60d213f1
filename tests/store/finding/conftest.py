"""The office of the queries, for what is found in it."""

from tests.store.queries.conftest import office

__all__ = ["office"]
