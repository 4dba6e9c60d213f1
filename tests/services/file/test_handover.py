"""A hand-over holds the register, the files with it and what they are known by, and only opens by the words."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.words.file_labels import TABLES
from coordapp.formats.archive import locked_zip
from coordapp.services.file import handover
from coordapp.services.records import attachment_actions
from coordapp.store import Store, open_reader
from coordapp.store.file import placing
from coordapp.store.queries import health, task_queries
from tests.crash import deeds_of_case

AT = datetime(2018, 3, 31, 16, 45)
WORDS = "một câu rất dài khó đoán"


@pytest.fixture(autouse=True)
def own_folder(tmp_path_factory, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))


@pytest.fixture
def register(sample, tmp_path) -> Path:
    paper = tmp_path / "Tờ trình.pdf"
    paper.write_bytes(b"%PDF to trinh")
    task = sample.connection.execute("select id from task limit 1").fetchone()[0]
    attachment_actions.add(sample, Kind.TASK, task, paper)
    return sample.path


@pytest.fixture
def made(register, tmp_path) -> handover.HandedOver:
    return handover.make(register, tmp_path / "bàn giao.zip", WORDS, AT)


def test_the_register_inside_is_whole_and_known_by_its_hash(made, register, tmp_path):
    (tmp_path / "in").mkdir()

    inside = handover.open_inside(made.file, WORDS, tmp_path / "in")

    with open_reader(inside) as reader, open_reader(register) as held:
        assert health.findings(reader) == []
        assert task_queries.with_children(reader) == task_queries.with_children(held)
    assert placing.sha256(inside) == made.report.register_sha256


def test_the_attached_files_lie_beside_it_under_their_names(made):
    said = json.loads(locked_zip.read_small(made.file, WORDS, handover.MANIFEST))

    names = [name for name in said["files"] if name.startswith("tep-dinh-kem/")]
    assert "tep-dinh-kem/Tờ trình.pdf" in names
    assert locked_zip.read_small(made.file, WORDS, "tep-dinh-kem/Tờ trình.pdf") == b"%PDF to trinh"
    assert len(names) == made.report.attachments


def test_the_record_says_counts_and_hash_and_not_the_passphrase(made):
    text = "\n".join(page.extract_text() for page in PdfReader(made.record).pages)
    flat = text.replace(" ", "").replace("\n", "")

    assert "BIÊNBẢNBÀNGIAO" in flat
    assert placing.sha256(made.file) == made.report.sha256
    assert made.report.sha256 in flat
    assert dict(made.report.counts)["Nhiệm vụ"] > 0
    assert WORDS.replace(" ", "") not in flat


def test_the_record_counts_whatever_the_file_holds(tmp_path):
    path = tmp_path / "sổ.db"
    path.write_bytes(deeds_of_case.case()[0])
    with open_reader(path) as reader:
        held = {
            TABLES[kind.value]: reader.execute(f"select count(*) from {kind.value}").fetchone()[0]
            for kind in Kind
            if kind not in (Kind.COMMITTEE, Kind.DAY_OFF, Kind.REGISTER_VIEW, Kind.ATTACHMENT)
        }

    report = handover.make(path, tmp_path / "ra.zip", WORDS, AT).report

    told = dict(report.counts)
    assert {name: count for name, count in held.items() if count} == {
        name: count for name, count in told.items() if count
    }
    assert told["Chương trình phối hợp"]


def test_nothing_readable_lies_in_the_locked_file(made):
    assert b"SQLite format 3" not in made.file.read_bytes()


@pytest.mark.parametrize(
    ("name", "words", "code"),
    [
        ("ra.zip", "ngắn", "passphrase_short"),
        ("ra.rar", WORDS, "bad_extension"),
        ("có rồi.zip", WORDS, "file_exists"),
        ("biên bản có rồi.zip", WORDS, "file_exists"),
        ("không có/ra.zip", WORDS, "folder_missing"),
    ],
)
def test_what_is_refused_leaves_nothing(register, tmp_path, name, words, code):
    (tmp_path / "có rồi.zip").write_bytes(b"x")
    (tmp_path / "biên bản có rồi.pdf").write_bytes(b"x")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(CodedError, match=code):
        handover.make(register, tmp_path / name, words, AT)

    assert sorted(tmp_path.rglob("*")) == before


def test_without_its_record_no_locked_file_stays(register, tmp_path):
    (tmp_path / ".~lock.ra.pdf#").write_text("LibreOffice", encoding="utf-8")

    with pytest.raises(CodedError, match="target_open"):
        handover.make(register, tmp_path / "ra.zip", WORDS, AT)

    assert not (tmp_path / "ra.zip").exists()


def test_what_was_unlocked_is_only_looked_into(made, tmp_path):
    (tmp_path / "in").mkdir()
    inside = handover.open_inside(made.file, WORDS, tmp_path / "in")

    view = Store.view(inside)

    assert view.is_view
    view.close()
