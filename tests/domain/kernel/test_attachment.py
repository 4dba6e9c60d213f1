"""Names of attachments stay in their folder on every system, and sizes read as offices write."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.kernel.attachment import LARGEST, LONGEST, is_risky, safe_name, size_in_words

# pieces that names are attacked with
PIECES = st.sampled_from(
    (
        "CON", "nul", "com1", "AUX .", ".", "..", "/", "\\", "C:", "/etc/", " ", "a", ".pdf",
        ".exe", "\u202e", "\u200d", "\u0301", "\x00", "\x85", "\ud800", "\u3000", "é" * 90,
        "x" * 160, "𠮷" * 70, " (2)",
    )
)  # fmt: skip
NAMES = st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join))
RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)\d)\s*(\..*)?", re.I)


@given(NAMES)
def test_any_name_made_safe_is_one_name_in_its_folder(given_name: str) -> None:
    name = safe_name(given_name)

    assert 0 < len(name) <= LONGEST
    assert len(name.encode()) <= 255
    assert not re.search(r'[/\\<>:"|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]', name)
    assert name == name.strip()
    assert not name.endswith(".")
    assert not RESERVED.fullmatch(name)
    assert unicodedata.is_normalized("NFC", name)


@given(NAMES)
def test_a_safe_name_is_left_as_it_is(given_name: str) -> None:
    assert safe_name(safe_name(given_name)) == safe_name(given_name)


@given(NAMES, st.integers(1, 12))
def test_files_of_the_same_name_are_told_apart(given_name: str, count: int) -> None:
    taken: list[str] = []
    for _ in range(count):
        taken.append(safe_name(given_name, taken))

    assert len({name.casefold() for name in taken}) == count
    assert all(0 < len(name) <= LONGEST and safe_name(name) == name for name in taken)


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        pytest.param("Báo cáo quý I.docx", "Báo cáo quý I.docx", id="a plain name stays"),
        pytest.param(unicodedata.normalize("NFD", "Đề án ấp.pdf"), "Đề án ấp.pdf", id="composed"),
        pytest.param("../../etc/passwd", "passwd", id="a path of Unix"),
        pytest.param(r"C:\Windows\system.ini", "system.ini", id="a path of Windows"),
        pytest.param("a.txt:stream", "a.txt_stream", id="a stream of Windows"),
        pytest.param("hoa\u202exslx.exe", "hoaxslx.exe", id="a mark that turns the text round"),
        pytest.param("a\tb\x00.txt", "a b.txt", id="control characters"),
        pytest.param("CON", "_CON", id="a device"),
        pytest.param("nul .tar.gz", "_nul .tar.gz", id="a device with endings"),
        pytest.param("Lpt1.txt", "_Lpt1.txt", id="a printer"),
        pytest.param("console.txt", "console.txt", id="no device"),
        pytest.param("báo cáo. . ", "báo cáo", id="dots and blanks at the end"),
        pytest.param("..", "tệp", id="the folder above"),
        pytest.param("", "tệp", id="nothing"),
        pytest.param("a" * 300 + ".xlsx", "a" * 145 + ".xlsx", id="too long keeps its ending"),
        pytest.param("b\udce1o.txt", "bo.txt", id="half a character"),
    ],
)
def test_a_name_is_cleaned(given_name: str, name: str) -> None:
    assert safe_name(given_name) == name


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        pytest.param((), "Báo cáo.pdf", id="free"),
        pytest.param(("Báo cáo.pdf",), "Báo cáo (2).pdf", id="taken"),
        pytest.param(("BÁO CÁO.PDF",), "Báo cáo (2).pdf", id="taken in another case"),
        pytest.param(("Báo cáo.pdf", "Báo cáo (2).pdf"), "Báo cáo (3).pdf", id="taken twice"),
    ],
)
def test_a_name_that_is_taken_gets_a_number(taken: tuple[str, ...], name: str) -> None:
    assert safe_name("Báo cáo.pdf", taken) == name


@pytest.mark.parametrize(
    "ending",
    [
        "exe", "bat", "cmd", "com", "scr", "ps1", "vbs", "js", "jar", "msi", "lnk", "hta", "reg",
        "docm", "xlsm", "pptm", "EXE", "Docm",
    ],
)  # fmt: skip
def test_a_file_that_can_run_a_program_is_risky(ending: str) -> None:
    assert is_risky(f"Báo cáo.{ending}")
    assert is_risky(f"Báo cáo.pdf.{ending}")


@pytest.mark.parametrize("name", ["tệp", "ghi chú. exe", "a." + "x" * 20])
def test_a_file_without_an_ending_is_risky(name: str) -> None:
    assert is_risky(name)


@pytest.mark.parametrize("name", ["Báo cáo.pdf", "Bảng.xlsx", "a.exe.docx", "ảnh.JPG"])
def test_a_paper_is_not_risky(name: str) -> None:
    assert not is_risky(name)


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (1, "1 B"),
        (1023, "1023 B"),
        (1024, "1 KB"),
        (240 * 1024, "240 KB"),
        (1024 * 1024 - 1, "1,0 MB"),
        (1_258_291, "1,2 MB"),
        (LARGEST, "50,0 MB"),
    ],
)
def test_a_size_is_written_in_vietnamese(size: int, words: str) -> None:
    assert size_in_words(size) == words
