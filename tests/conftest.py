"""What every test may ask for: an empty store with a stopped clock, and the day it stands on."""

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from coordapp.store import Store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

NOW = datetime(2018, 3, 31, 8, 30)


def clock() -> datetime:
    return NOW


@pytest.fixture
def today() -> date:
    return NOW.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store.create(tmp_path / "so.db", now=clock)
    yield opened
    opened.close()
