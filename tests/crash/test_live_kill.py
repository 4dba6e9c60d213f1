"""The program killed two seconds after the last key has every letter in its file."""

import os
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from coordapp.domain.conferences.conference import AttendanceState
from coordapp.services.sample.sample_file import write_sample
from coordapp.store import Store
from coordapp.store.file import log
from coordapp.store.queries import conference_queries, health
from tests.crash import typist

ROOT = Path(__file__).parents[2]
AFTER_LAST_KEY = 2.0  # seconds


def type_and_kill(path: Path, part: str) -> str:
    """Let the program be typed in, and kill it two seconds after the last key."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.crash.typist", str(path), part],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    ) as child:
        assert child.stdout is not None
        told = child.stdout.readline().decode().strip()
        time.sleep(AFTER_LAST_KEY)
        child.kill()
    return told


def held(store: Store, part: str) -> str:
    conference = conference_queries.by_code(store.connection, "HN-2018-01")
    assert conference is not None
    if part == "substitute":
        third = conference_queries.attendances(store.connection, conference.id)[2]
        assert third.state is AttendanceState.SUBSTITUTED
        return third.substitute_name
    if part == "gist":
        return conference_queries.speeches(store.connection, conference.id)[-1].gist
    return conference_queries.conclusions_of(store.connection, conference.id)[-1].text


@pytest.mark.crash
@pytest.mark.slow
@pytest.mark.timeout(90)
@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("substitute", typist.SUBSTITUTE),
        ("gist", typist.GIST),
        ("conclusion", typist.CONCLUSION),
    ],
)
def test_every_letter_typed_two_seconds_ago_is_on_disk(tmp_path: Path, part: str, text: str):
    path = tmp_path / "so.db"
    write_sample(path)

    told = type_and_kill(path, part)

    with closing(Store.open(path)) as store:
        assert told == part
        assert held(store, part) == text
        assert health.findings(store.connection) == []
        assert log.first_broken(store.connection) is None
