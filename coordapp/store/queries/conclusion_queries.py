"""Finding conclusions by words: their own, their conference's, their units'."""

from coordapp.domain.kernel.changes import Kind
from coordapp.store.file import search
from coordapp.store.file.opening import Reader

_RELATED = {
    Kind.CONFERENCE: "select id from conclusion where conference_id in ({marks})",
    Kind.UNIT: "select conclusion_id from task where lead_unit_id in ({marks}) "
    "and conclusion_id is not null",
    Kind.TASK: "select conclusion_id from task where id in ({marks}) and conclusion_id is not null",
}


def ids_by_text(connection: Reader, text: str) -> set[int]:
    """Find conclusions by their text, their conference, and the units and tasks they gave."""
    hits = search.ids_by_kind(connection, text)
    found = set(hits.get(Kind.CONCLUSION, ()))
    for kind, sql in _RELATED.items():
        ids = hits.get(kind, [])
        for chunk in (ids[start : start + 500] for start in range(0, len(ids), 500)):
            marks = ", ".join("?" * len(chunk))
            found.update(row[0] for row in connection.execute(sql.format(marks=marks), chunk))
    return found
