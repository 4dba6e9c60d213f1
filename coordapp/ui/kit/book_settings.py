"""What is remembered of one register: the shapes of its pages, never those of another file."""

import hashlib
import os
from typing import Any

from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.store.file import log

_BOOKS = "books"
_MOST = 30


class BookSettings:
    """A part of the settings, known by where the register lies and by how its log began."""

    def __init__(self, settings: Settings, store: Store) -> None:
        self._settings = settings
        place = os.fsencode(store.path.resolve())
        begun = log.first_hash(store.connection)
        self._book = hashlib.sha256(place + begun.encode("ascii")).hexdigest()[:16]

    def get(self, key: str) -> object:
        """Give what was remembered of this register; None for nothing."""
        return self._own().get(key)

    def put(self, key: str, value: object) -> None:
        """Remember a value that JSON can hold; of many registers the oldest is forgotten."""
        books = self._books()
        own = {**self._own(), key: value}
        books.pop(self._book, None)
        self._settings.put(_BOOKS, {**dict(list(books.items())[1 - _MOST :]), self._book: own})

    def _books(self) -> dict[str, Any]:
        held = self._settings.get(_BOOKS)
        return dict(held) if isinstance(held, dict) else {}

    def _own(self) -> dict[str, object]:
        held = self._books().get(self._book)
        return held if isinstance(held, dict) else {}
