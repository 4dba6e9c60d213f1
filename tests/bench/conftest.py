"""Large files for the benchmarks."""

from pathlib import Path

import pytest

from coordapp.services.sample.sample_file import write_sample
from coordapp.store import Store
from tests.gallery import add_many


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "lon.db"
    write_sample(path)
    store = Store.open(path)
    add_many(store, 10_000)
    store.close()
    return path
