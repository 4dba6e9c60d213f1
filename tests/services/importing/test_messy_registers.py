"""Messy registers come in as a careful clerk would read them, and no row without a word."""

from pathlib import Path

import pytest

from coordapp.domain.importing.values.cells import is_blank
from coordapp.domain.importing.workbook import RowOutcome
from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_reading
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import open_reader
from coordapp.store.queries import unit_queries
from tests.files.messy_registers import MESSY, Messy, Read

each_register = pytest.mark.parametrize("messy", MESSY, ids=lambda messy: messy.name)


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(path)
    return path


def read(messy: Messy, sample: Path, folder: Path):
    path = folder / messy.name
    messy.make(path)
    workbook = import_reading.read(path, Progress().step)
    if alphabets := import_reading.old_letters(workbook):
        workbook, _ = import_reading.in_unicode(workbook, alphabets)
    with open_reader(sample) as reader:
        names = {unit.id: unit.short_name for unit in unit_queries.all_units(reader)}
        found, plan = import_reading.plan(reader, workbook, ImportChoices(), SAMPLE_DAY)
    return workbook, found, plan, names


def as_read(row, found, names, wanted: Read) -> Read:
    task = row.task
    due = task.due and task.due.isoformat()
    original = task.original_due and task.original_due.isoformat()
    return Read(
        row=row.row,
        title=task.title,
        lead=names.get(task.lead_unit_id),
        due=due,
        coordinating=tuple(names[unit] for unit in row.coordinating or ()),
        state=task.work_state.value,
        percent=task.percent,
        wording=task.deadline_wording,
        original=None if original == due else original,
        note=tuple(filter(None, task.note.split("\n"))),
        result=row.result,
        sheet=found.tables[row.table].sheet.name if wanted.sheet else "",
        assumed=frozenset(one.code for one in row.assumed),
    )


@each_register
def test_every_task_is_read_right(sample, tmp_path, messy: Messy) -> None:
    _, found, plan, names = read(messy, sample, tmp_path)

    taken = [row for row in plan.rows if row.outcome is RowOutcome.NEW]
    assert [row.row for row in taken] == [task.row for task in messy.tasks]
    pairs = zip(taken, messy.tasks, strict=True)
    assert [as_read(row, found, names, wanted) for row, wanted in pairs] == list(messy.tasks)


@each_register
def test_what_cannot_be_read_is_refused_for_its_reason(sample, tmp_path, messy: Messy) -> None:
    _, _, plan, _ = read(messy, sample, tmp_path)

    refused = {problem.row: problem.error.code for problem in plan.problems}

    assert refused == messy.rejected


@each_register
def test_no_row_is_without_a_word(sample, tmp_path, messy: Messy) -> None:
    workbook, found, plan, _ = read(messy, sample, tmp_path)

    told = {(row.sheet, row.row) for row in plan.passed}
    told |= {(found.tables[r.table].sheet.name, n) for r in plan.rows for n in (r.row, *r.rows)}
    shown = {
        (sheet.name, number)
        for sheet in workbook.sheets
        for number, row in enumerate(sheet.rows, start=1)
        if not all(map(is_blank, row))
    }
    assert told == shown
    if messy.passed:
        assert {row.row: row.reason.value for row in plan.passed} == messy.passed
    assert messy.notes <= {note.code for note in plan.notes}
