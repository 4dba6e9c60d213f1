"""Attachments through the real file: kept once, brought back by undo, found when damaged."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.cli import check
from coordapp.domain.kernel.attachment import LARGEST
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import CodedError, DocumentError, RuleViolation, StoreError
from coordapp.domain.kernel.ids import AttachmentId
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.words.messages import sentence
from coordapp.services.conferences import conference_actions
from coordapp.services.records import attachment_actions
from coordapp.services.tasks import task_actions
from coordapp.store import Store
from coordapp.store.file.tables import ATTACHMENTS, CONFERENCES, TASKS
from coordapp.store.finding import search_hits
from coordapp.store.queries import attachment_queries, health, task_queries
from tests.build import a_conference, a_task
from tests.conftest import NOW

TODAY = NOW.date()


@pytest.fixture
def task(store):
    with store.write(Op.ADD_TASK) as work:
        return work.add(TASKS, a_task())


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Báo cáo quý I.docx"
    path.write_bytes(b"PK\x03\x04 noi dung")
    return path


def kept(store: Store, task) -> list[str]:
    return [
        item.name for item in attachment_queries.of_record(store.connection, Kind.TASK, task.id)
    ]


def contents(store: Store) -> int:
    row = store.connection.execute("select count(*) from attachment_content").fetchone()
    return int(row[0])


def tamper(store: Store, statement: str) -> None:
    with closing(sqlite3.connect(store.path, isolation_level=None)) as raw:
        raw.execute(statement)


def refused(action) -> CodedError:
    with pytest.raises(RuleViolation) as refusal:
        action()
    return refusal.value


def test_a_file_is_kept_with_its_name_size_and_day(store, task, paper):
    (made,) = attachment_actions.add(store, Kind.TASK, task.id, paper)

    assert (made.kind, made.record_id, made.name) == (Kind.TASK, task.id, "Báo cáo quý I.docx")
    assert (made.size, made.added_on) == (len(paper.read_bytes()), TODAY)
    assert attachment_queries.content(store.connection, made) == paper.read_bytes()
    assert health.findings(store.connection) == []


def test_several_files_are_one_step(store, task, paper, tmp_path):
    other = tmp_path / "Ảnh.jpg"
    other.write_bytes(b"JFIF")
    steps = len(store.undo_steps)

    attachment_actions.add(store, Kind.TASK, task.id, paper, other, paper)
    names = kept(store, task)
    store.undo()

    assert names == ["Báo cáo quý I.docx", "Ảnh.jpg", "Báo cáo quý I (2).docx"]
    assert len(store.undo_steps) == steps
    assert kept(store, task) == []


def test_the_same_content_is_stored_once(store, task, paper, tmp_path):
    copy = tmp_path / "Bản sao.docx"
    copy.write_bytes(paper.read_bytes())

    attachment_actions.add(store, Kind.TASK, task.id, paper, copy)

    assert len(kept(store, task)) == 2
    assert contents(store) == 1


def test_the_log_never_holds_the_content(store, task, tmp_path):
    secret = tmp_path / "mật.txt"
    secret.write_text("nội dung chỉ nằm trong tệp", encoding="utf-8")

    attachment_actions.add(store, Kind.TASK, task.id, secret)

    rows = store.connection.execute("select before, after from change_log").fetchall()
    assert not any("nội dung" in str(row) for row in rows)


def test_undo_and_redo_bring_the_same_bytes_back(store, task, paper):
    (made,) = attachment_actions.add(store, Kind.TASK, task.id, paper)
    store.undo()

    store.redo()

    assert ATTACHMENTS.get(store.connection, made.id) == made
    assert attachment_queries.content(store.connection, made) == paper.read_bytes()


def test_a_deleted_file_comes_back_by_undo(store, task, paper):
    (made,) = attachment_actions.add(store, Kind.TASK, task.id, paper)
    attachment_actions.delete(store, made.id)
    gone = kept(store, task)

    store.undo()

    assert gone == []
    assert attachment_queries.content(store.connection, made) == paper.read_bytes()


def test_deleting_a_task_takes_its_files_along_and_undo_brings_them_back(store, task, paper):
    attachment_actions.add(store, Kind.TASK, task.id, paper)
    task_actions.delete(store, [task.id])
    left = ATTACHMENTS.where(store.connection)

    store.undo()

    assert left == []
    assert kept(store, task) == ["Báo cáo quý I.docx"]
    assert health.findings(store.connection) == []


def test_deleting_a_conference_takes_its_files_along(store, paper):
    with store.write(Op.ADD_CONFERENCE) as work:
        conference = work.add(CONFERENCES, a_conference())
    attachment_actions.add(store, Kind.CONFERENCE, conference.id, paper)

    conference_actions.delete(store, conference.id)

    assert ATTACHMENTS.where(store.connection) == []


def test_a_file_of_a_record_that_is_gone_is_refused(store, paper):
    refusal = refused(lambda: attachment_actions.add(store, Kind.TASK, 99, paper))

    assert refusal.code == "record_gone"
    assert contents(store) == 0


def made_folder(folder: Path) -> Path:
    (folder / "hồ sơ").mkdir()
    return folder / "hồ sơ"


def made_empty(folder: Path) -> Path:
    (folder / "rỗng.txt").touch()
    return folder / "rỗng.txt"


def made_big(folder: Path) -> Path:
    with (folder / "phim.mp4").open("wb") as file:
        file.truncate(LARGEST + 1)
    return folder / "phim.mp4"


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(made_folder, "attachment_is_folder", id="folder"),
        pytest.param(made_empty, "attachment_empty", id="empty"),
        pytest.param(made_big, "attachment_too_big", id="too big"),
        pytest.param(lambda f: f / "mất.txt", "attachment_missing", id="missing"),
        pytest.param(lambda f: f / "so.db" / "a.txt", "attachment_missing", id="in no folder"),
        pytest.param(lambda f: f / ("a" * 300), "attachment_unreadable", id="impossible name"),
        pytest.param(lambda f: f / "a\0b", "attachment_unreadable", id="a zero in the name"),
    ],
)
def test_a_file_that_cannot_be_kept_is_named_and_nothing_is_kept(
    store, task, paper, tmp_path, make, code
):
    wrong = make(tmp_path)

    refusal = refused(lambda: attachment_actions.add(store, Kind.TASK, task.id, paper, wrong))

    assert refusal.code == code
    assert refusal.params["name"][:3] == wrong.name.replace("\0", "")[:3]
    assert "{" not in sentence(refusal)
    assert (kept(store, task), contents(store)) == ([], 0)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_refused_and_not_waited_for(store, task, tmp_path):
    os.mkfifo(tmp_path / "ống")

    assert (
        refused(lambda: attachment_actions.add(store, Kind.TASK, task.id, tmp_path / "ống")).code
        == "attachment_unreadable"
    )


def test_the_largest_file_fits(store, task, tmp_path):
    big = tmp_path / "lớn.pdf"
    with big.open("wb") as file:
        file.truncate(LARGEST)

    (made,) = attachment_actions.add(store, Kind.TASK, task.id, big)

    assert made.size == LARGEST


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(content=st.binary(min_size=1, max_size=5000), name=st.text(max_size=40))
def test_what_comes_out_is_what_went_in_and_stays_in_its_folder(
    store, task, tmp_path, content, name
):
    source, out = tmp_path / "nguồn.bin", tmp_path / "ra"
    source.write_bytes(content)
    (made,) = attachment_actions.add(store, Kind.TASK, task.id, source)
    with closing(sqlite3.connect(store.path)) as raw, raw:
        # as a file from somewhere else may say
        raw.execute("update attachment set name = ? where id = ?", (f"../{name}", made.id))

    copy = attachment_actions.copy_out(store.path, made.id, out)

    assert copy.read_bytes() == content
    assert copy.parent.parent == out
    assert copy.resolve().parent == copy.parent.resolve()


def test_each_copy_lies_in_a_folder_of_its_own_and_is_read_only(store, task, paper, tmp_path):
    (made,) = attachment_actions.add(store, Kind.TASK, task.id, paper)

    first, second = (
        attachment_actions.copy_out(store.path, made.id, tmp_path / "xem") for _ in range(2)
    )

    assert first != second
    assert first.name == second.name == paper.name
    assert not first.stat().st_mode & 0o222


def test_copies_are_cleared_away(store, task, paper, tmp_path):
    (made,) = attachment_actions.add(store, Kind.TASK, task.id, paper)
    attachment_actions.copy_out(store.path, made.id, tmp_path / "xem")

    attachment_actions.clear_copies(tmp_path / "xem")
    attachment_actions.clear_copies(tmp_path / "xem")

    assert not (tmp_path / "xem").exists()


def test_no_place_for_a_copy_is_said(store, task, paper):
    (made,) = attachment_actions.add(store, Kind.TASK, task.id, paper)

    with pytest.raises(DocumentError) as refusal:
        attachment_actions.copy_out(store.path, made.id, paper / "xem")

    assert refusal.value.code == "write_failed"


def test_a_file_is_saved_where_it_is_wanted(store, task, paper, tmp_path):
    (made,) = attachment_actions.add(store, Kind.TASK, task.id, paper)

    target = attachment_actions.save_as(store.path, made.id, tmp_path / "ra.docx")

    assert target.read_bytes() == paper.read_bytes()


def test_a_file_taken_away_meanwhile_is_not_copied(store, tmp_path):
    refusal = refused(lambda: attachment_actions.copy_out(store.path, AttachmentId(7), tmp_path))

    assert refusal.code == "record_gone"


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("delete from attachment_content", id="lost"),
        pytest.param("update attachment_content set content = x'00'", id="changed"),
    ],
)
def test_a_damaged_content_is_found_named_and_never_handed_out(
    store, task, paper, tmp_path, statement
):
    (made,) = attachment_actions.add(store, Kind.TASK, task.id, paper)
    tamper(store, statement)

    findings = health.findings(store.connection)
    with pytest.raises(StoreError) as refusal:
        attachment_actions.copy_out(store.path, made.id, tmp_path)

    assert [finding.code for finding in findings] == ["attachment_damaged"]
    assert paper.name in check.sentence(findings[0])
    assert refusal.value.code == "attachment_damaged"
    assert paper.name in sentence(refusal.value)


def test_adding_the_original_again_mends_a_damaged_content(store, task, paper):
    attachment_actions.add(store, Kind.TASK, task.id, paper)
    tamper(store, "update attachment_content set content = x'00'")

    attachment_actions.add(store, Kind.TASK, task.id, paper)

    assert health.findings(store.connection) == []


def test_a_task_is_found_by_the_name_of_its_file(store, task, paper):
    attachment_actions.add(store, Kind.TASK, task.id, paper)

    (place,) = search_hits.places(store.connection, "bao cao quy")
    rows = task_queries.find(store.connection, TaskQuery(text="bao cao quy"), TODAY)

    assert (place.kind, place.opens, place.code) == (Kind.ATTACHMENT, Kind.TASK, task.code)
    assert place.excerpt == paper.name
    assert [row.id for row in rows] == [task.id]


def test_a_file_of_another_record_does_not_lead_to_the_task_of_its_number(store, task, paper):
    with store.write(Op.ADD_CONFERENCE) as work:
        conference = work.add(CONFERENCES, a_conference())
    attachment_actions.add(store, Kind.CONFERENCE, conference.id, paper)

    assert conference.id == task.id
    (place,) = search_hits.places(store.connection, "bao cao quy")
    assert (place.opens, place.code) == (Kind.CONFERENCE, conference.code)
    assert task_queries.find(store.connection, TaskQuery(text="bao cao quy"), TODAY) == []
