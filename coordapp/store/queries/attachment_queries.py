"""Files kept with records, and their contents, each stored once."""

import hashlib
import sqlite3
from collections.abc import Iterator

from coordapp.domain.kernel.attachment import Attachment
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import AttachmentId
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import ATTACHMENTS


def of_record(connection: Reader, kind: Kind, record_id: int) -> list[Attachment]:
    """Read the files of a record, in the order they were added."""
    return ATTACHMENTS.where(
        connection, "kind = ? and record_id = ? order by id", (kind.value, record_id)
    )


def every(connection: Reader) -> list[Attachment]:
    """Read the files of all records."""
    return ATTACHMENTS.where(connection, "1 order by id")


def ever_of_record(connection: Reader, kind: Kind, record_id: int) -> dict[AttachmentId, str]:
    """Name the files that a record has or had, as the log knows them."""
    return dict(
        connection.execute(
            "select record_id, max(json_extract(coalesce(after, before), '$.name')) "
            "from change_log where kind = ? "
            "and json_extract(coalesce(after, before), '$.kind') = ? "
            "and json_extract(coalesce(after, before), '$.record_id') = ? "
            "group by record_id order by record_id",
            (Kind.ATTACHMENT.value, kind.value, record_id),
        ).fetchall()
    )


def keep(connection: sqlite3.Connection, content: bytes) -> str:
    """Store a content unless it is there already, or lies there damaged; give its hash."""
    # Only a purge drops a content. The log is kept for ever and holds the hash only, so undo, redo
    # and a restore from the log find the file again, however late they come; a file attached again
    # costs nothing.
    sha256 = hashlib.sha256(content).hexdigest()
    connection.execute(
        "insert into attachment_content (sha256, content) values (?, ?) "
        "on conflict (sha256) do update set content = excluded.content "
        "where content is not excluded.content",
        (sha256, content),
    )
    return sha256


def content(connection: Reader, attachment: Attachment) -> bytes | None:
    """Read the content of a file; None when it is lost or is not what was added."""
    return content_of(connection, attachment.sha256)


def content_of(connection: Reader, sha256: str) -> bytes | None:
    """Read a content by its hash; None when it is lost or is not what was kept."""
    row = connection.execute(
        "select content from attachment_content where sha256 = ?", (sha256,)
    ).fetchone()
    if row is None or hashlib.sha256(row[0]).hexdigest() != sha256:
        return None
    return bytes(row[0])


def let_go(connection: sqlite3.Connection) -> None:
    """Drop the contents that no record has and that nothing in the trash can bring back."""
    connection.execute(
        "delete from attachment_content where sha256 not in ("
        "select sha256 from attachment union select sha256 from document "
        "union select coalesce(json_extract(before, '$.sha256'), '') from change_log "
        "where kind in ('attachment', 'document') and before is not null "
        "union select coalesce(json_extract(after, '$.sha256'), '') from change_log "
        "where kind in ('attachment', 'document') and after is not null)"
    )


def damaged(connection: Reader) -> Iterator[str]:
    """Name the files whose content is lost or not what was added."""
    # each content is hashed once, and only one is in memory
    sound = {
        sha256
        for sha256, stored in connection.execute("select sha256, content from attachment_content")
        if hashlib.sha256(stored).hexdigest() == sha256
    }
    rows = connection.execute("select id, name, sha256 from attachment order by id")
    for record_id, name, sha256 in rows:
        if sha256 not in sound:
            yield f"{name} (attachment {record_id})"
