"""The log: one file a window, for Windows renames none that another process has open."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from coordapp import logs
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.paths import PACKAGE

ANOTHER = """\
import logging, pathlib, sys
from coordapp import logs
print(logs.start(pathlib.Path(sys.argv[1])))
logging.getLogger("other").info("from the other window")
logs.stop()
"""


@pytest.fixture
def started(tmp_path):
    level = logging.getLogger().level
    yield lambda: logs.start(tmp_path / "logs")
    logs.stop()
    logging.getLogger().setLevel(level)


def test_two_windows_write_two_logs(started, tmp_path):
    mine = started()
    done = subprocess.run(
        [sys.executable, "-c", ANOTHER, str(mine.parent)], cwd=PACKAGE.parent,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    logging.getLogger("mine").info("from this window")

    other = mine.parent / Path(done.stdout.strip()).name
    assert other != mine
    assert "from the other window" in other.read_text(encoding="utf-8")
    assert "from this window" in mine.read_text(encoding="utf-8")


def test_the_logs_of_windows_long_closed_go(started, tmp_path):
    folder = tmp_path / "logs"
    folder.mkdir()
    for number in range(40):
        old = folder / f"coordapp-20180101-080000-{number}.log"
        old.touch()
        os.utime(old, (number, number))
    (folder / "coordapp.log").touch()
    (folder / "ghi chú.txt").touch()

    mine = started()

    kept = sorted(path.name for path in folder.glob("coordapp*"))
    assert len(kept) == logs.KEPT + 1
    assert mine.name in kept
    assert "coordapp-20180101-080000-0.log" not in kept
    assert (folder / "ghi chú.txt").exists()


def test_a_folder_that_takes_no_log_stops_nothing(tmp_path, caplog):
    (tmp_path / "tệp").touch()

    assert logs.start(tmp_path / "tệp" / "logs") is None
    logs.stop()


def test_no_text_of_a_record_gets_into_the_log(started, caplog):
    word = "Bưởi da xanh"
    target = started()
    try:
        try:
            {}[word]
        except KeyError as missing:
            raise RuleViolation("restore_taken", kind="Nhiệm vụ", title=word) from missing
    except RuleViolation as error:
        logs.log_exception(type(error), error, error.__traceback__)
    try:
        int(word)
    except ValueError as error:
        logs.log_exception(type(error), error, error.__traceback__)
    logs.stop()

    written = target.read_text(encoding="utf-8")
    assert word not in written
    assert "RuleViolation (restore_taken)" in written
    assert "KeyError" in written
    assert "test_no_text_of_a_record_gets_into_the_log" in written


def test_a_full_log_is_turned_over_and_no_line_is_lost_in_the_turning(
    started, tmp_path, monkeypatch
):
    monkeypatch.setattr(logs, "FILE_SIZE", 2_000)
    mine = started()
    for number in range(60):
        logging.getLogger("mine").info("line %03d", number)
    logs.stop()

    kept = sorted(mine.parent.glob(f"{mine.name}*"))
    lines = "".join(file.read_text("utf-8") for file in reversed(kept))
    numbers = [int(line.rsplit(" ", 1)[1]) for line in lines.splitlines()]
    assert [file.name for file in kept] == [mine.name, f"{mine.name}.1"]
    assert numbers == list(range(numbers[0], 60))
    assert all(file.stat().st_size < 2_200 for file in kept)
