"""What every test may ask for: an empty store with a stopped clock, and the day it stands on."""

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from coordapp.services.sample.sample_file import write_sample
from coordapp.store import Store
from tests.founding import new_store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# a machine that is busy with something else draws slowly, and no rule of ours is wrong for it
settings.register_profile("whole", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# for the inner loop; the whole suite tries the usual number of examples
settings.register_profile("quick", settings.get_profile("whole"), max_examples=20)
settings.load_profile("whole")

NOW = datetime(2018, 3, 31, 8, 30)


def clock() -> datetime:
    return NOW


class _Heard(logging.Handler):
    """Keeps what is worth a warning or more."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def nothing_unasked_is_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that has something logged as a warning or worse; who expects it asks `caplog`."""
    heard = _Heard()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    if "caplog" not in request.fixturenames:
        assert [f"{one.name}: {one.getMessage()}" for one in heard.records] == []


@pytest.fixture
def today() -> date:
    return NOW.date()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path / "so.db", now=clock)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sample once for all tests; whoever changes it takes a copy."""
    path = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(path)
    return path


@pytest.fixture
def sample(sample_file: Path, tmp_path: Path) -> Iterator[Store]:
    """Open a fresh sample, as `so.db`."""
    path = tmp_path / "so.db"
    shutil.copyfile(sample_file, path)
    opened = Store.open(path)
    yield opened
    opened.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden texts anew instead"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the one kept under `tests/golden`."""
    folder = Path(__file__).parent / "golden"

    def check(name: str, text: str) -> None:
        kept = folder / name
        if request.config.getoption("--update-golden"):
            folder.mkdir(exist_ok=True)
            kept.write_text(text, encoding="utf-8", newline="\n")
        assert text == kept.read_text(encoding="utf-8")

    return check
