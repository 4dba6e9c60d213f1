"""Queries over outgoing papers, their numbers, and the tasks that wait for them."""

from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.documents.document import CARRIERS, CODES, Document, LetterUnit
from coordapp.domain.documents.numbering import Run
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId, DocumentId, TaskId
from coordapp.domain.tasks.task import Task, WorkState
from coordapp.store.file import stored
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import CONCLUSIONS, DOCUMENTS, LETTER_UNITS, TASKS

_CARRIERS = ", ".join(f"'{type_.value}'" for type_ in sorted(CARRIERS, key=lambda t: t.value))
_ISSUED = f"type in ({_CARRIERS}) and issued_on is not null"


def find(connection: Reader) -> list[Document]:
    """Read all papers, oldest first."""
    return DOCUMENTS.where(connection, "1 order by coalesce(issued_on, '9999'), id")


def of_conference(connection: Reader, conference_id: ConferenceId) -> list[Document]:
    """Read the papers of a conference, oldest first."""
    return DOCUMENTS.where(
        connection,
        "conference_id = ? order by coalesce(issued_on, '9999'), id",
        (conference_id,),
    )


def further_units(connection: Reader, document_id: DocumentId) -> list[LetterUnit]:
    """Read whom a letter is for besides the unit named in it."""
    return LETTER_UNITS.where(connection, "document_id = ? order by id", (document_id,))


def signed_minutes(connection: Reader, conference_id: ConferenceId) -> Document | None:
    """Read the signed minutes of a conference; None before they are signed."""
    found = DOCUMENTS.where(
        connection, "conference_id = ? and signed_at is not null", (conference_id,)
    )
    return found[0] if found else None


def is_issued(connection: Reader, conference_id: ConferenceId) -> bool:
    """Tell whether the conclusions of a conference went out to the units."""
    return bool(
        DOCUMENTS.where(connection, f"conference_id = ? and {_ISSUED} limit 1", (conference_id,))
    )


def issued_notices(connection: Reader) -> dict[str, Document]:
    """Read the first issued notice of each conference, by the code of the conference."""
    rows = connection.execute(
        "select conference.code, document.id from document "
        "join conference on conference.id = document.conference_id "
        f"where {_ISSUED} and document.number is not null "
        "order by document.issued_on desc, document.id desc"
    ).fetchall()
    known = {paper.id: paper for paper in find(connection)}
    return {code: known[DocumentId(paper_id)] for code, paper_id in rows}


def is_withheld(connection: Reader, task: Task) -> bool:
    """Tell whether a draft is withheld until the notice of its conference."""
    if task.work_state is not WorkState.DRAFT or task.conclusion_id is None:
        return False
    conclusion = CONCLUSIONS.get(connection, task.conclusion_id)
    return not is_issued(connection, conclusion.conference_id)


def all_withheld(connection: Reader) -> frozenset[TaskId]:
    """Read which drafts are withheld until the notices of their conferences."""
    rows = connection.execute(
        "select id from task where work_state = 'draft' and conclusion_id in "
        "(select id from conclusion where conference_id not in "
        f"(select conference_id from document where conference_id is not null and {_ISSUED}))"
    )
    return frozenset(TaskId(task_id) for (task_id,) in rows)


def withheld(connection: Reader, conference_id: ConferenceId) -> list[Task]:
    """Read the draft tasks of the conclusions of a conference."""
    return TASKS.where(
        connection,
        "work_state = 'draft' and conclusion_id in "
        "(select id from conclusion where conference_id = ?) order by code",
        (conference_id,),
    )


def given_by(connection: Reader, paper: Document) -> list[Task]:
    """Read the tasks of a conference that were given on the day of the paper that carried them."""
    if paper.type not in CARRIERS or paper.conference_id is None or paper.issued_on is None:
        return []
    return TASKS.where(
        connection,
        "assigned_on = ? and work_state <> 'draft' and conclusion_id in "
        "(select id from conclusion where conference_id = ?) order by code",
        (paper.issued_on.isoformat(), paper.conference_id),
    )


def reworded(
    connection: Reader, conference_id: ConferenceId
) -> list[tuple[Conclusion, tuple[Task, ...]]]:
    """Find the conclusions that were changed after drafts had been made of them."""
    drafts: dict[ConclusionId | None, list[Task]] = {}
    for task in withheld(connection, conference_id):
        drafts.setdefault(task.conclusion_id, []).append(task)
    concluded = CONCLUSIONS.where(
        connection, "conference_id = ? order by number, id", (conference_id,)
    )
    found = []
    for conclusion in concluded:
        touched = tuple(t for t in drafts.get(conclusion.id, []) if t.quoted != conclusion.text)
        if touched:
            found.append((conclusion, touched))
    return found


def used_numbers(
    connection: Reader, run: Run, *, besides: tuple[DocumentId | None, ConferenceId | None]
) -> dict[int, str]:
    """Give each number of a run with what bears it.

    `besides` are the paper and the conference whose own number is being chosen.
    """
    document_id, conference_id = besides
    used: dict[int, str] = {}
    if run.code == "BB":
        rows = connection.execute(
            "select id, code, held_on, minutes_number from conference "
            "where minutes_number is not null and id is not ? and id not in (select conference_id "
            "from document where signed_at is not null and conference_id is not null)",
            (conference_id,),
        )
        for _, code, held_on, number in rows:
            day = stored.day_if_any(held_on)
            if run.holds_day(day):
                used[int(number)] = f"biên bản {code}"
    types = [type_.value for type_, code in CODES.items() if code == run.code]
    marks = ", ".join("?" * len(types))
    condition = f"number is not null and id is not ? and type in ({marks}) order by id"
    for paper in DOCUMENTS.where(connection, condition, (document_id, *types)):
        if run.holds(paper.style, paper.term, paper.issued_on):
            used[paper.number or 0] = paper.symbol
    return used
