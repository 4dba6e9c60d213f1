"""Whatever the bytes of a file are, the processes that read it say something and end."""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.words.messages import SENTENCES
from coordapp.formats.reading import child, frames
from tests.files.make_workbooks import a_book
from tests.formats.reading.xls.test_records import OLD_EXCEL

few = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("book") / "so.xlsx"
    a_book(("TT", "Việc"), (1, "Một"), (2, "Hai")).save(path)
    return path.read_bytes()


def last_said(path: Path, task: str) -> tuple[str, object]:
    """Do here what a process of its own would do, and give its last word."""
    stream = io.BytesIO()
    child.answer(task, str(path), stream.write)
    stream.seek(0)
    reader = io.BufferedReader(stream)
    said: tuple[str, object] = ("", None)
    while (frame := frames.take(reader)) is not None:
        said = frame
    return said


def assert_all_is_said(path: Path) -> None:
    for task in (child.LOOK, child.VALUES):
        kind, content = last_said(path, task)
        assert kind in ("end", "refused")
        if kind == "refused":
            code, _ = content
            assert code in SENTENCES


@few
@given(st.data())
def test_any_bytes_are_read_or_refused(tmp_path, sample, data) -> None:
    path = tmp_path / "so.xlsx"
    content = bytearray(data.draw(st.sampled_from([sample, OLD_EXCEL.read_bytes()])))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(content[: data.draw(st.integers(1, len(content)))])

    assert_all_is_said(path)


@few
@given(st.data())
def test_any_parts_of_a_package_are_read_or_refused(tmp_path, sample, data) -> None:
    path = tmp_path / "so.xlsx"
    with zipfile.ZipFile(io.BytesIO(sample)) as old:
        parts = {name: bytearray(old.read(name)) for name in old.namelist()}
    part = parts[data.draw(st.sampled_from(sorted(parts)))]
    place = data.draw(st.integers(0, len(part) - 1))
    part[place : place + data.draw(st.integers(0, 20))] = data.draw(st.binary(max_size=20))
    with zipfile.ZipFile(path, "w") as new:
        for name, content in parts.items():
            new.writestr(name, bytes(content))

    assert_all_is_said(path)


@few
@given(st.binary(max_size=2_000))
def test_any_text_is_read_or_refused(tmp_path, content) -> None:
    path = tmp_path / "so.csv"
    path.write_bytes(content)

    assert last_said(path, child.LOOK)[0] in ("end", "refused")


@few
@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=4), max_size=6))
def test_rows_arrive_as_they_were_sent(rows) -> None:
    width = max((len(row) for row in rows), default=0)
    sent = [[*row, *[""] * (width - len(row))] for row in rows]
    stream = io.BytesIO()

    frames.put_rows(lambda kind, content: frames.put(stream.write, kind, content), sent)

    stream.seek(0)
    arrived = []
    reader = io.BufferedReader(stream)
    while (frame := frames.take(reader)) is not None:
        arrived += frames.unpacked_rows(frame[1])
    assert arrived == sent
