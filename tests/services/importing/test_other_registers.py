"""Registers by other habits: read right, or asked about; never taken wrongly, never without a word."""

from pathlib import Path

import pytest

from coordapp.domain.importing.labels import note_sentence
from coordapp.domain.importing.values.cells import is_blank
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words.messages import sentence
from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_reading
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.store import open_reader
from coordapp.store.queries import unit_queries
from tests.files.odd_registers import ODD
from tests.files.other_registers import OPEN, OTHERS, OtherRegister, Wanted

REGISTERS = [register for register in (*OTHERS, *ODD) if register.tasks]
NO_REGISTERS = [register for register in (*OTHERS, *ODD) if not register.tasks]


def read(register: OtherRegister, sample: Path, folder: Path):
    path = folder / register.name
    register.make(path)
    workbook = import_reading.read(path, Progress().step)
    with open_reader(sample) as reader:
        names = {unit.id: unit.short_name for unit in unit_queries.all_units(reader)}
        found, plan = import_reading.plan(reader, workbook, ImportChoices(), SAMPLE_DAY)
    return workbook, found, plan, names


def faults(wanted: Wanted, row, names) -> dict[str, object]:
    """Give the fields that are read otherwise than a clerk would."""
    task = row.task
    said = " ".join(
        (task.title, task.content, task.note, task.deadline_wording, row.result, row.difficulty)
    )
    state = task.work_state.value
    seen = {
        "title": (task.title, wanted.title),
        "lead": (names.get(task.lead_unit_id), wanted.lead),
        "due": (task.due and task.due.isoformat(), wanted.due),
        "with_units": ({names[u] for u in row.coordinating or ()}, set(wanted.with_units)),
        "words": ([words for words in wanted.words if words.lower() not in said.lower()], []),
    }
    if wanted.state == OPEN:
        seen["state"] = (state in ("done", "cancelled"), False)
    else:
        seen["state"] = (state, wanted.state)
    if wanted.percent is not None:
        seen["percent"] = (task.percent, wanted.percent)
    return {name: got for name, (got, right) in seen.items() if got != right}


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_each_row_is_read_right_or_asked_about(sample_file, tmp_path, register) -> None:
    _, found, plan, names = read(register, sample_file, tmp_path)

    taken = {
        (found.tables[row.table].sheet.name, row.row): row
        for row in plan.rows
        if row.outcome is RowOutcome.NEW
    }
    asked = {(problem.sheet, problem.row) for problem in plan.problems}
    wrong: dict[int, object] = {}
    for wanted in register.tasks:
        row = taken.pop((wanted.sheet, wanted.row), None)
        if row is None:
            if not (wanted.may_ask and (wanted.sheet, wanted.row) in asked):
                wrong[wanted.row] = "not taken"
        elif wanted.may_ask:
            # what could not be settled may be left empty, where that is shown
            if not row.assumed:
                wrong[wanted.row] = "not asked about"
        elif fault := faults(wanted, row, names):
            wrong[wanted.row] = fault

    assert wrong == {}
    assert [row.task.title for row in taken.values()] == []


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.name)
def test_each_row_of_each_sheet_has_a_verdict(sample_file, tmp_path, register) -> None:
    workbook, found, plan, _ = read(register, sample_file, tmp_path)

    told = {(row.sheet, row.row) for row in plan.passed}
    told |= {(found.tables[r.table].sheet.name, n) for r in plan.rows for n in (r.row, *r.rows)}
    shown = {
        (sheet.name, number)
        for sheet in workbook.sheets
        for number, row in enumerate(sheet.rows, start=1)
        if not all(map(is_blank, row))
    }
    notes = " ".join(map(note_sentence, plan.notes))

    assert told == shown
    assert [words for words in register.told if words not in notes] == []


@pytest.mark.parametrize("register", NO_REGISTERS, ids=lambda register: register.name)
def test_a_table_that_is_no_register_is_refused_for_what_it_is(
    sample_file, tmp_path, register
) -> None:
    with pytest.raises(RuleViolation) as refusal:
        read(register, sample_file, tmp_path)

    said = sentence(refusal.value).lower()
    assert any(words in said for words in register.refused_as), said
