"""What signed minutes vouch for, the papers that went out, and whether they still are as they were."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from coordapp.domain.documents.document import Document, seal_code
from coordapp.domain.kernel.ids import ConferenceId
from coordapp.store.file.opening import Reader
from coordapp.store.file.table import Table
from coordapp.store.file.tables import (
    AGENDA_ITEMS,
    ATTENDANCES,
    CONCLUSIONS,
    CONFERENCES,
    DOCUMENTS,
    SPEECHES,
)
from coordapp.store.queries import attachment_queries

_PARTS: tuple[Table[Any], ...] = (AGENDA_ITEMS, ATTENDANCES, SPEECHES, CONCLUSIONS)
# the state turns to "signed" itself; why a conclusion gave no task may be said later
_LEFT_OUT = frozenset({("conference", "state"), ("conclusion", "no_task_reason")})
_LOCKED = ("conference", "agenda_item", "attendance", "speech", "conclusion", "document")
_DONE = {
    "conference": ("edited", "deleted", "replaced"),
    "document": ("edited", "deleted", "replaced"),
}
_DONE_TO_PARTS = ("added", "edited", "deleted")


def content_hash(connection: Reader, conference_id: ConferenceId) -> str:
    """Hash everything that the minutes of a conference tell.

    Empty values are left out, so that a column of a later version breaks no old seal.
    """
    held = {
        table.name: [
            _telling(table, row)
            for row in connection.execute(
                f"select {table.selected()} from {table.name} where {column} = ? order by id",
                (conference_id,),
            )
        ]
        for table, column in (
            (CONFERENCES, "id"),
            *((part, "conference_id") for part in _PARTS),
        )
    }
    text = json.dumps(held, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def signed(connection: Reader) -> list[Document]:
    """Read all signed papers."""
    return DOCUMENTS.where(connection, "signed_at is not null order by id")


def of_file(connection: Reader, sha256: str) -> Document | None:
    """Find the signed paper that is this file; None if it is none of them."""
    found = DOCUMENTS.where(
        connection, "signed_at is not null and sha256 = ? order by id limit 1", (sha256,)
    )
    return found[0] if found else None


def issued(connection: Reader) -> list[Document]:
    """Read the papers that went out and whose file is kept; signed minutes are apart."""
    return DOCUMENTS.where(connection, "signed_at is null and sha256 <> '' order by id")


def issued_file(connection: Reader, sha256: str) -> Document | None:
    """Find the paper that went out as this file; None if it is none of them."""
    return next((paper for paper in issued(connection) if paper.sha256 == sha256), None)


def unkept(connection: Reader) -> int:
    """Count the papers that went out in an earlier version, without a kept file."""
    row = connection.execute(
        "select count(*) from document where sha256 = '' and number is not null"
    ).fetchone()
    return int(row[0])


def holds(connection: Reader, paper: Document) -> bool:
    """Tell whether the conference still says what was signed."""
    if paper.conference_id is None:
        return False
    row = connection.execute(
        "select state from conference where id = ?", (paper.conference_id,)
    ).fetchone()
    unchanged = content_hash(connection, paper.conference_id) == paper.sealed
    return row is not None and row[0] == "signed" and unchanged


def broken(connection: Reader) -> Iterator[tuple[str, str]]:
    """Name what is wrong with signed and issued papers and their locks: a code, and where."""
    for paper in signed(connection):
        where = f"{paper.symbol} ({seal_code(paper.sealed)})"
        if not holds(connection, paper):
            yield "seal_broken", where
        if attachment_queries.content_of(connection, paper.sha256) is None:
            yield "signed_paper_damaged", where
    for paper in issued(connection):
        if attachment_queries.content_of(connection, paper.sha256) is None:
            yield "issued_paper_damaged", paper.symbol
    rows = connection.execute("select name from sqlite_master where type = 'trigger'")
    present = {row[0] for row in rows}
    for name in _locks():
        if name not in present:
            yield "lock_missing", name


def _locks() -> Iterator[str]:
    for table in _LOCKED:
        for done in _DONE.get(table, _DONE_TO_PARTS):
            yield f"signed_{table}_is_not_{done}"
    yield "signed_content_is_not_deleted"
    yield from (f"issued_document_is_not_{done}" for done in _DONE["document"])
    yield "issued_content_is_not_deleted"


def _telling(table: Table[Any], row: tuple[Any, ...]) -> dict[str, Any]:
    named = zip(table.columns, row, strict=True)
    return {name: value for name, value in named if value and (table.name, name) not in _LEFT_OUT}
