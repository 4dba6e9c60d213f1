"""The command that brings in a register of somebody else."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from coordapp.cli import acting, output
from coordapp.domain.importing.labels import (
    RECORD_FIELD,
    ROW_OUTCOME,
    WORKBOOK_NOTE,
    note_sentence,
    why_assumed,
    why_passed,
)
from coordapp.domain.importing.layout.tables import FoundTables
from coordapp.domain.importing.legacy_fonts import Legacy
from coordapp.domain.importing.plan import ImportPlan, PlanNote
from coordapp.domain.importing.row import LeadPolicy
from coordapp.domain.importing.workbook import RowOutcome, Workbook, column_name
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Ground
from coordapp.domain.words import messages
from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_actions, import_reading
from coordapp.services.importing.import_actions import AgreedImport
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.store import open_reader
from coordapp.store.queries import committee_queries

KEEP = "keep"
_SHOWN = 200  # letters of a value


def run(given: Namespace, today: date) -> None:
    """Show what the import would do, and with `--apply` do it.

    Where the register holds everything already there is nothing to do, which is no error: the
    same file may be brought in every morning.
    Raises DocumentError, StoreError, RuleViolation: what `importing` says.
    """
    path = Path(given.file)
    workbook, turned = _read(Path(given.source), given.legacy)
    choices = ImportChoices(
        sheet=given.sheet,
        with_hidden=not given.skip_hidden,
        with_bare=not given.skip_secret,
        policy=LeadPolicy(given.two_leads),
    )
    with open_reader(path) as reader:
        today = committee_queries.working_day(reader, today)
        found, plan = import_reading.plan(reader, workbook, choices, today)
        later = [task.code for task in import_actions.moved_later(reader, plan)]
    said = _as_values(plan, found, _notes(workbook, plan, turned)) | {"later": later}
    applied = bool(given.apply and plan.written)
    if applied:
        agreed = AgreedImport(
            workbook=workbook, tables=found, choices=choices, plan=plan, move=_move(given, today)
        )
        store = acting.open_store(path)
        try:
            done = import_actions.apply(store, agreed, today)
        finally:
            store.close()
        said["backup"] = str(done.backup)
    said["applied"] = applied
    if given.json:
        output.value(said)
    else:
        _tell(plan, said)
        output.message(_outcome(said, asked=given.apply))


def _move(given: Namespace, today: date) -> DeadlineMove | None:
    """Say why deadlines move later; without it such an import is refused as a whole."""
    if given.extension:
        return DeadlineMove(
            ground=Ground.EXTENSION,
            reason=given.extension,
            paper=given.paper or "",
            approved_on=today,
        )
    if given.correction:
        return DeadlineMove(ground=Ground.CORRECTION, reason=given.correction)
    return None


def _read(source: Path, chosen: str | None) -> tuple[Workbook, list[PlanNote]]:
    """Read the file; cells in the letters of old fonts are turned into Unicode, and that is told."""
    workbook = import_reading.read(source, Progress().step)
    alphabets = import_reading.old_letters(workbook)
    if chosen == KEEP or not (alphabets or chosen):
        return workbook, []
    asked = alphabets if chosen is None else tuple(dict.fromkeys((Legacy(chosen), *alphabets)))
    workbook, count = import_reading.in_unicode(workbook, asked)
    names = ", ".join(alphabet.name for alphabet in asked)
    return workbook, [PlanNote(code="letters_turned", params={"count": count, "alphabet": names})]


def _as_values(plan: ImportPlan, found: FoundTables, notes: list[str]) -> dict[str, Any]:
    problems = [
        {
            "sheet": problem.sheet,
            "row": problem.row,
            "column": column_name(problem.column + 1),
            "title": problem.title,
            "value": problem.value[:_SHOWN],
            "reason": messages.sentence(problem.error),
        }
        for problem in plan.problems
    ]
    assumed = [
        {
            "sheet": found.tables[row.table].sheet.name,
            "row": row.row,
            "field": RECORD_FIELD[one.column],
            "value": one.value,
            "reason": why_assumed(one),
        }
        for row in plan.rows
        for one in row.assumed
    ]
    passed = [
        {"sheet": row.sheet, "row": row.row, "reason": why_passed(row), "text": row.text[:_SHOWN]}
        for row in plan.passed
    ]
    first = found.tables[0]
    counts: dict[str, Any] = {outcome.value: plan.count(outcome) for outcome in RowOutcome}
    return {
        **counts,
        "sheet": first.sheet.name,
        "header_row": first.header.last,
        "sheets": list(dict.fromkeys(table.sheet.name for table in found.tables)),
        "problems": problems,
        "assumed": assumed,
        "passed_over": passed,
        "notes": notes,
    }


def _notes(workbook: Workbook, plan: ImportPlan, turned: list[PlanNote]) -> list[str]:
    notes = [WORKBOOK_NOTE[note] for note in sorted(workbook.notes, key=lambda note: note.value)]
    notes += [note_sentence(note) for note in (*turned, *plan.notes)]
    unseen = [sheet.name for sheet in workbook.sheets if sheet.is_hidden]
    if unseen:
        notes.append(f"Trang tính ẩn, không nhập: {', '.join(unseen)}.")
    return notes


def _tell(plan: ImportPlan, said: dict[str, Any]) -> None:
    counts = ", ".join(
        f"{ROW_OUTCOME[outcome].lower()} {plan.count(outcome)}"
        for outcome in RowOutcome
        if outcome is not RowOutcome.BARE or plan.count(outcome)
    )
    output.data(f"Trang “{', '.join(said['sheets'])}”: {counts}, bỏ qua {len(plan.passed)}.")
    for note in said["notes"]:
        output.data(note)
    if said["later"]:
        output.data(
            f"Lùi hoặc bỏ hạn của {len(said['later'])} nhiệm vụ: {', '.join(said['later'])}. "
            "Khi nhập phải thêm --extension LÝ_DO hoặc --correction LÝ_DO."
        )
    for problem in said["problems"]:
        output.data(
            f"Dòng {problem['row']}, cột {problem['column']} ({problem['title']}): {problem['reason']}"
        )
    for one in said["assumed"]:
        output.data(f"Dòng {one['row']}: {one['value'] or 'để trống'} ({one['reason']}).")
    for row in said["passed_over"]:
        output.data(f"Bỏ qua dòng {row['row']}: {row['reason']}.")


def _outcome(said: dict[str, Any], *, asked: bool) -> str:
    if said["applied"]:
        return f"Đã nhập. Bản sao trước khi nhập: {said['backup']}"
    if asked:
        return "Không có nhiệm vụ mới hay thay đổi nào để nhập, sổ vẫn như trước."
    return "Chưa ghi gì vào sổ. Thêm --apply để nhập."
