"""A content is stored once, is never dropped, and is not given when it is not what was added."""

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.services.records import attachment_actions
from coordapp.store.queries import attachment_queries


@pytest.fixture
def kept(office, tmp_path):
    paper = tmp_path / "Báo cáo.docx"
    paper.write_bytes(b"PK")
    (attachment,) = attachment_actions.add(office.store, Kind.TASK, office.task.id, paper)
    return attachment


def damage(connection):
    connection.execute("update attachment_content set content = x'00'")


def test_the_files_of_a_record_are_read_in_the_order_they_were_added(office, kept):
    of_task = attachment_queries.of_record(office.store.connection, Kind.TASK, office.task.id)
    of_other = attachment_queries.of_record(office.store.connection, Kind.TASK, 99)

    assert (of_task, of_other) == ([kept], [])


def test_a_file_that_was_deleted_is_remembered_by_its_name(office, kept):
    attachment_actions.delete(office.store, kept.id)

    known = attachment_queries.ever_of_record(office.store.connection, Kind.TASK, office.task.id)

    assert known == {kept.id: "Báo cáo.docx"}


def test_the_same_content_is_stored_once(office, kept):
    connection = office.store.connection

    again = attachment_queries.keep(connection, b"PK")

    assert again == kept.sha256
    assert connection.execute("select count(*) from attachment_content").fetchone()[0] == 1


def test_what_was_added_is_read_again(office, kept):
    assert attachment_queries.content(office.store.connection, kept) == b"PK"


def test_a_damaged_content_is_none_and_is_named(office, kept):
    damage(office.store.connection)

    assert attachment_queries.content(office.store.connection, kept) is None
    assert list(attachment_queries.damaged(office.store.connection)) == [
        f"Báo cáo.docx (attachment {kept.id})"
    ]


def test_a_lost_content_is_none(office, kept):
    office.store.connection.execute("delete from attachment_content")

    assert attachment_queries.content(office.store.connection, kept) is None


def test_adding_the_file_again_mends_its_damaged_content(office, kept):
    damage(office.store.connection)

    attachment_queries.keep(office.store.connection, b"PK")

    assert attachment_queries.content(office.store.connection, kept) == b"PK"
