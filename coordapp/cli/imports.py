"""The command that brings in a register of somebody else."""

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from coordapp.cli import output
from coordapp.domain.importing.labels import ROW_OUTCOME, WORKBOOK_NOTE
from coordapp.domain.importing.legacy_fonts import Legacy
from coordapp.domain.importing.plan import ImportPlan
from coordapp.domain.importing.workbook import RowOutcome, Workbook, column_name
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.task import Ground
from coordapp.domain.words import messages
from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_actions
from coordapp.services.importing.import_actions import AgreedImport, ImportChoices, SourceTable
from coordapp.store import Store, open_reader
from coordapp.store.queries import committee_queries

KEEP = "keep"
_SHOWN = 200  # letters of a value


def run(given: Namespace, today: date) -> None:
    """Show what the import would do, and with `--apply` do it.

    Where the register holds everything already there is nothing to do, which is no error: the
    same file may be brought in every morning.
    Raises DocumentError, StoreError, RuleViolation: legacy_text_found and what `importing` says.
    """
    path = Path(given.file)
    workbook, legacy = _read(Path(given.source), given.legacy)
    choices = ImportChoices(sheet=given.sheet, with_hidden=not given.skip_hidden, legacy=legacy)
    found = import_actions.find_table(workbook, choices)
    with open_reader(path) as reader:
        body = committee_queries.read(reader)
        today = (None if body is None else body.working_day) or today
        plan = import_actions.plan(reader, found, choices, today)
        later = [task.code for task in import_actions.moved_later(reader, plan)]
    said = _as_values(plan, found, _notes(workbook, found)) | {"later": later}
    applied = bool(given.apply and plan.written)
    if applied:
        store = Store.open(path)
        try:
            done = import_actions.apply(
                store,
                AgreedImport(table=found, choices=choices, plan=plan, move=_move(given, today)),
                today,
            )
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


def _read(source: Path, chosen: str | None) -> tuple[Workbook, Legacy | None]:
    workbook = import_actions.read(source, Progress().step)
    legacy = import_actions.old_letters(workbook)
    if legacy is None or chosen == KEEP:
        return workbook, None
    if chosen is None:
        # never turned into other letters without being asked
        raise RuleViolation("legacy_text_found", legacy=legacy.name)
    return import_actions.in_unicode(workbook, Legacy(chosen)), Legacy(chosen)


def _as_values(plan: ImportPlan, found: SourceTable, notes: list[str]) -> dict[str, Any]:
    titles = found.header.titles
    problems = [
        {
            "sheet": found.sheet.name,
            "row": problem.row,
            "column": column_name(problem.column + 1),
            "title": titles[problem.column] if problem.column < len(titles) else "",
            "value": problem.value[:_SHOWN],
            "reason": messages.sentence(problem.error),
        }
        for problem in plan.problems
    ]
    counts: dict[str, Any] = {outcome.value: plan.count(outcome) for outcome in RowOutcome}
    return {
        **counts,
        "sheet": found.sheet.name,
        "header_row": found.header.last,
        "problems": problems,
        "notes": notes,
    }


def _notes(workbook: Workbook, found: SourceTable) -> list[str]:
    notes = [WORKBOOK_NOTE[note] for note in sorted(workbook.notes, key=lambda note: note.value)]
    hidden = sum(row > found.header.last for row in found.sheet.hidden_rows)
    if hidden:
        notes.append(f"Trang “{found.sheet.name}” có {hidden} dòng ẩn.")
    unseen = [sheet.name for sheet in workbook.sheets if sheet.is_hidden]
    if unseen:
        notes.append(f"Trang tính ẩn, không nhập: {', '.join(unseen)}.")
    return notes


def _tell(plan: ImportPlan, said: dict[str, Any]) -> None:
    counts = ", ".join(
        f"{ROW_OUTCOME[outcome].lower()} {plan.count(outcome)}" for outcome in RowOutcome
    )
    output.data(f"Trang “{said['sheet']}”: {counts}.")
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


def _outcome(said: dict[str, Any], *, asked: bool) -> str:
    if said["applied"]:
        return f"Đã nhập. Bản sao trước khi nhập: {said['backup']}"
    if asked:
        return "Không có nhiệm vụ mới hay thay đổi nào để nhập, sổ vẫn như trước."
    return "Chưa ghi gì vào sổ. Thêm --apply để nhập."
