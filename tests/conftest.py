"""What every test may ask for: an empty store with a stopped clock, and the day it stands on."""

import os
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from coordapp.store import Store

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# a machine that is busy with something else draws slowly, and no rule of ours is wrong for it
settings.register_profile("whole", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# for the inner loop; the whole suite tries the usual number of examples
settings.register_profile("quick", settings.get_profile("whole"), max_examples=20)
settings.load_profile("whole")

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
