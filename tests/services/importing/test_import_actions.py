"""Registers of others: every messy file has its answer, and nothing is written but what was shown."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.header import header_at
from coordapp.domain.importing.values.cells import is_blank
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Workbook
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import Cancelled, CodedError, RuleViolation
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.deadline_move import DeadlineMove
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.domain.tasks.task import Ground, WorkState
from coordapp.formats.xlsx import xlsx_register
from coordapp.services.conclusions import assignment_actions
from coordapp.services.documents import paper_reading
from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_actions, import_reading
from coordapp.services.importing.import_actions import AgreedImport
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.file.tables import ALL, CONCLUSIONS, CONFERENCES, TASKS, UNITS
from coordapp.store.queries import task_queries, unit_queries
from tests.build import a_conclusion, a_conference, a_task, fan_out
from tests.files.make_workbooks import CASES, HEAD, ROW, Case, a_book, plain

NO_STEP = Progress().step
MOVE = DeadlineMove(ground=Ground.EXTENSION, reason="chờ kinh phí")


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(path)
    return path.read_bytes()


@pytest.fixture
def book(sample: bytes, tmp_path: Path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "so.db"
    path.write_bytes(sample)
    store = Store.open(path)
    yield store
    store.close()


def looked_at(store: Store, path: Path, choices: ImportChoices | None = None):
    """Go as far as the preview: give what would be agreed to, and its plan."""
    workbook = import_reading.read(path, NO_STEP)
    if alphabets := import_reading.old_letters(workbook):
        workbook, _ = import_reading.in_unicode(workbook, alphabets)
    return agreed_to(store, workbook, choices or ImportChoices())


def agreed_to(store: Store, workbook: Workbook, choices: ImportChoices):
    found, plan = import_reading.plan(store.connection, workbook, choices, SAMPLE_DAY)
    return AgreedImport(workbook=workbook, tables=found, choices=choices, plan=plan), plan


def everything(store: Store) -> dict[str, list[object]]:
    return {table.name: table.where(store.connection, "1 order by id") for table in ALL.values()}


@pytest.mark.parametrize("messy", CASES, ids=lambda messy: messy.name)
def test_a_messy_file_has_its_answer(book, tmp_path, messy: Case) -> None:
    path = tmp_path / messy.name
    messy.make(path)

    if messy.refused:
        with pytest.raises(CodedError) as refusal:
            looked_at(book, path)
        assert refusal.value.code == messy.refused
        return
    _, plan = looked_at(book, path)

    assert (plan.count(RowOutcome.NEW), plan.count(RowOutcome.REJECTED)) == (
        messy.new,
        messy.rejected,
    )
    assert plan.count(RowOutcome.CHANGED) == plan.count(RowOutcome.SAME) == 0
    assert {problem.error.code for problem in plan.problems} == set(messy.reasons)


def test_the_corpus_is_large_enough() -> None:
    assert len(CASES) >= 30


@pytest.mark.parametrize(
    "messy", [messy for messy in CASES if messy.new], ids=lambda messy: messy.name
)
def test_what_was_shown_is_written_once_and_undone_as_one(book, tmp_path, messy: Case) -> None:
    path = tmp_path / messy.name
    messy.make(path)
    before = everything(book)
    agreed, _ = looked_at(book, path)

    done = import_actions.apply(book, agreed, SAMPLE_DAY)

    assert done.backup.is_file()
    assert len(TASKS.where(book.connection, "1")) == len(before["task"]) + messy.new
    _, again = looked_at(book, path)
    assert (again.count(RowOutcome.NEW), again.count(RowOutcome.CHANGED)) == (0, 0)
    assert again.count(RowOutcome.SAME) == messy.new
    book.undo()
    assert everything(book) == before


# --- the register of this program


def exported(store: Store, path: Path) -> None:
    report = paper_reading.register(store.connection, TaskQuery(), SAMPLE_DAY)
    xlsx_register.write(report, path, NO_STEP)


def test_our_own_register_read_again_changes_nothing(book, tmp_path) -> None:
    exported(book, tmp_path / "so.xlsx")

    _, plan = looked_at(book, tmp_path / "so.xlsx")

    assert plan.count(RowOutcome.SAME) == len(plan.rows) > 25


TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"), include_characters="\n\t"),
    max_size=40,
)
HOSTILE = st.sampled_from(
    [
        "=1+1",
        "+84",
        "-x",
        "@SUM",
        "_x0041_",
        "#N/A",
        "'a",
        "(xóa",
        "TRUE",
        "01/02/2018",
        "<b>",
    ]
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_a_register_of_any_texts_read_again_is_the_identity(book, tmp_path, data) -> None:
    texts = TEXT | HOSTILE
    with book.write(Op.ADD_TASK) as work:
        for task in TASKS.where(work.connection, "code like 'NV-2019-%'"):
            work.drop(TASKS, task.id)
        for number in range(data.draw(st.integers(1, 4))):
            due = data.draw(st.none() | st.dates(date(1990, 1, 1), date(2100, 1, 1)))
            state = data.draw(st.sampled_from(WorkState))
            work.add(
                TASKS,
                a_task(
                    id=TaskId(0),
                    code=f"NV-2019-{number:03d}",
                    title="Việc " + nfc(data.draw(texts)),
                    content=nfc(data.draw(texts)),
                    note=nfc(data.draw(texts)),
                    quoted=nfc(data.draw(texts)),
                    deadline_wording=nfc(data.draw(texts)),
                    due=due,
                    deadline_kind=DeadlineKind.DATE if due else DeadlineKind.NONE,
                    original_due=due,
                    work_state=state,
                    finished_on=date(2018, 2, 1) if state is WorkState.DONE else None,
                ),
            )
    exported(book, tmp_path / "so.xlsx")

    _, plan = looked_at(book, tmp_path / "so.xlsx")

    shown = [row for row in plan.rows if row.outcome is not RowOutcome.SAME]
    assert shown == []


@pytest.mark.parametrize("text", ["dài " * 900, "x" * 9000, "dòng\n" * 80 + "cuối", "= 1 " * 1500])
def test_texts_that_go_on_in_further_rows_come_back_whole(book, tmp_path, text) -> None:
    for code in (a_code(book), "NV-2017-003"):
        (task,) = TASKS.where(book.connection, "code = ?", (code,))
        with book.write(Op.EDIT_TASK) as work:
            work.put(TASKS, replace(task, content=text.strip(), note=text.strip()))
    exported(book, tmp_path / "so.xlsx")

    _, plan = looked_at(book, tmp_path / "so.xlsx")

    assert [row.changes for row in plan.rows if row.outcome is not RowOutcome.SAME] == []
    assert plan.rows


def test_texts_that_no_cell_holds_come_back_whole(book, tmp_path) -> None:
    code = a_code(book)
    (task,) = TASKS.where(book.connection, "code = ?", (code,))
    with book.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(task, content="dài " * 20_000, note="=" + "x" * 40_000))
    exported(book, tmp_path / "so.xlsx")

    _, plan = looked_at(book, tmp_path / "so.xlsx")

    assert plan.count(RowOutcome.SAME) == len(plan.rows)


def edited_register(store: Store, path: Path, changes: dict[str, object], code: str) -> None:
    import openpyxl

    exported(store, path)
    book = openpyxl.load_workbook(path)
    sheet = book["Nhiệm vụ"]
    titles = {cell.value: cell.column for cell in sheet[xlsx_register.HEADER_ROW]}
    row = next(
        cell.row for cell in sheet[chr(64 + titles["Ghi chú"])] if str(cell.value).startswith(code)
    )
    for title, value in changes.items():
        cell = sheet.cell(row, titles[title])
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"
    book.save(path)


def a_code(store: Store, *, state: WorkState = WorkState.IN_PROGRESS) -> str:
    rows = task_queries.find(
        store.connection, TaskQuery(work_states=frozenset({state})), SAMPLE_DAY
    )
    return next(row.task.code for row in rows if not row.children and not row.conference_code)


def test_a_known_code_updates_its_task_and_blank_cells_change_nothing(book, tmp_path) -> None:
    code = a_code(book)
    (before,) = TASKS.where(book.connection, "code = ?", (code,))
    changes = {"Thời hạn": date(2018, 6, 30), "Trạng thái": "Tạm hoãn", "Đơn vị chủ trì": None}
    edited_register(book, tmp_path / "so.xlsx", changes, code)

    agreed, plan = looked_at(book, tmp_path / "so.xlsx")
    import_actions.apply(book, replace(agreed, move=MOVE), SAMPLE_DAY)

    (after,) = TASKS.where(book.connection, "code = ?", (code,))
    assert (plan.count(RowOutcome.CHANGED), plan.count(RowOutcome.NEW)) == (1, 0)
    assert after.due == date(2018, 6, 30)
    assert after.original_due == (before.original_due or after.due)
    assert after.work_state is WorkState.ON_HOLD
    assert after.lead_unit_id == before.lead_unit_id


def test_a_cell_that_says_cleared_empties_its_field(book, tmp_path) -> None:
    code = a_code(book)
    edited_register(book, tmp_path / "so.xlsx", {"Đơn vị chủ trì": "(xóa)"}, code)

    agreed, _ = looked_at(book, tmp_path / "so.xlsx")
    import_actions.apply(book, agreed, SAMPLE_DAY)

    (after,) = TASKS.where(book.connection, "code = ?", (code,))
    assert after.lead_unit_id is None


def test_what_a_unit_reports_in_the_table_becomes_a_report(book, tmp_path) -> None:
    code = a_code(book)
    changes = {"Tình hình, kết quả thực hiện": "Đã họp 3 lần, đạt 80 %"}
    edited_register(book, tmp_path / "so.xlsx", changes, code)

    agreed, _ = looked_at(book, tmp_path / "so.xlsx")
    import_actions.apply(book, agreed, SAMPLE_DAY)

    (after,) = TASKS.where(book.connection, "code = ?", (code,))
    assert task_queries.reports(book.connection, after.id)[0].result == "Đã họp 3 lần, đạt 80 %"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"Trạng thái": "gần xong"}, "state_unreadable"),
        ({"Tình hình, kết quả thực hiện": "(xóa)"}, "not_clearable"),
        ({"Ngày hoàn thành": date(2018, 3, 1)}, "finished_not_done"),
        ({"Ghi chú": "NV-2018-999"}, "code_unknown"),
    ],
)
def test_one_wrong_cell_rejects_its_row_with_the_reason(book, tmp_path, changes, code) -> None:
    edited_register(book, tmp_path / "so.xlsx", changes, a_code(book))

    _, plan = looked_at(book, tmp_path / "so.xlsx")

    assert [problem.error.code for problem in plan.problems] == [code]
    assert plan.count(RowOutcome.REJECTED) == 1
    assert plan.count(RowOutcome.CHANGED) == plan.count(RowOutcome.NEW) == 0


# --- choices


def test_a_unit_mapped_by_hand_is_taken(book, tmp_path) -> None:
    a_book(HEAD, (1, "Việc", "Sở Lạ")).save(tmp_path / "la.xlsx")
    _, plan = looked_at(book, tmp_path / "la.xlsx")
    assert plan.unknown == ("Sở Lạ",)

    _, plan = looked_at(book, tmp_path / "la.xlsx", ImportChoices(units={"Sở Lạ": 1}))

    assert [row.task.lead_unit_id for row in plan.rows] == [1]


def test_a_unit_to_be_added_is_added_with_the_tasks(book, tmp_path) -> None:
    a_book(HEAD, (1, "Việc", "Sở Lạ", "HND")).save(tmp_path / "la.xlsx")
    choices = ImportChoices(new_units=("Phòng của trang khác", "Sở Lạ"))
    agreed, _ = looked_at(book, tmp_path / "la.xlsx", choices)
    before = everything(book)

    import_actions.apply(book, agreed, SAMPLE_DAY)

    row = task_queries.find(book.connection, TaskQuery(text="Sở Lạ"), SAMPLE_DAY)[0]
    assert (row.lead_name, row.coordinating) == ("Sở Lạ", ("HND",))
    # a unit that no row names is not added
    assert "Phòng của trang khác" not in {
        unit.name for unit in unit_queries.all_units(book.connection)
    }
    book.undo()
    assert everything(book) == before


def test_hidden_rows_are_left_out_when_asked(book, tmp_path) -> None:
    sheet = a_book(HEAD, ROW, (2, "Hai", "HND"))
    sheet.active.row_dimensions[3].hidden = True
    sheet.save(tmp_path / "an.xlsx")

    _, plan = looked_at(book, tmp_path / "an.xlsx", ImportChoices(with_hidden=False))

    assert plan.count(RowOutcome.NEW) == 1


def test_two_equal_rows_are_two_tasks_and_again_none(book, tmp_path) -> None:
    a_book(HEAD, ROW, ROW).save(tmp_path / "doi.xlsx")
    agreed, plan = looked_at(book, tmp_path / "doi.xlsx")
    import_actions.apply(book, agreed, SAMPLE_DAY)

    _, again = looked_at(book, tmp_path / "doi.xlsx")

    assert (plan.count(RowOutcome.NEW), again.count(RowOutcome.SAME)) == (2, 2)


def test_a_sheet_is_chosen_by_its_name(book, tmp_path) -> None:
    sheet = a_book(HEAD, ROW)
    other = sheet.create_sheet("Năm 2017")
    for row in (HEAD, (1, "Việc năm trước", "HND")):
        other.append(row)
    sheet.save(tmp_path / "hai.xlsx")

    _, plan = looked_at(book, tmp_path / "hai.xlsx", ImportChoices(sheet="Năm 2017"))

    assert [row.task.title for row in plan.rows] == ["Việc năm trước"]
    with pytest.raises(RuleViolation, match="sheet_unknown"):
        looked_at(book, tmp_path / "hai.xlsx", ImportChoices(sheet="Năm 2016"))


def test_a_book_that_changed_since_the_preview_is_not_written(book, tmp_path) -> None:
    plain(tmp_path / "so.xlsx")
    agreed, _ = looked_at(book, tmp_path / "so.xlsx")
    import_actions.apply(book, agreed, SAMPLE_DAY)
    before = everything(book)

    with pytest.raises(RuleViolation, match="changed_meanwhile"):
        import_actions.apply(book, agreed, SAMPLE_DAY)

    assert everything(book) == before


def test_an_old_font_is_read_in_unicode(book, tmp_path) -> None:
    a_book(
        ("STT", "Noäi dung nhieäm vuï", "Ñôn vò chuû trì"), (1, "Ñaåy maïnh coâng taùc", "HND")
    ).save(tmp_path / "vni.xlsx")

    _, plan = looked_at(book, tmp_path / "vni.xlsx")

    assert [row.task.title for row in plan.rows] == ["Đẩy mạnh công tác"]


def test_a_column_named_by_hand_is_read(book, tmp_path) -> None:
    a_book(("a", "b"), ("Việc", "HND")).save(tmp_path / "ab.xlsx")
    workbook = import_reading.read(tmp_path / "ab.xlsx", NO_STEP)
    header = replace(
        header_at(workbook.sheets[0], 1), fields={0: ImportColumn.WORK, 1: ImportColumn.LEAD}
    )

    _, plan = agreed_to(book, workbook, ImportChoices(header=header))

    assert [row.task.title for row in plan.rows] == ["Việc"]


def test_reading_stops_when_it_is_cancelled(tmp_path) -> None:
    plain(tmp_path / "so.xlsx")
    progress = Progress()
    progress.cancel()

    with pytest.raises(Cancelled):
        import_reading.read(tmp_path / "so.xlsx", progress.step)


# --- fuzzing

SCALARS = (
    st.text(max_size=20)
    | st.integers(-(10**9), 10**9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
    | st.none()
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.lists(SCALARS, min_size=5, max_size=5), max_size=5))
def test_any_cells_give_a_plan_and_never_a_crash(book, rows) -> None:
    values = [["" if cell is None else cell for cell in row] for row in rows]
    sheet = Sheet(name="x", rows=[list(HEAD), *values])

    _, plan = agreed_to(book, Workbook(sheets=(sheet,)), ImportChoices(header=header_at(sheet, 1)))

    assert len(plan.rows) <= len(rows)
    assert all(row.problems for row in plan.rows if row.outcome is RowOutcome.REJECTED)
    told = {row.row for row in plan.passed} | {n for row in plan.rows for n in (row.row, *row.rows)}
    shown = {
        number
        for number, row in enumerate(sheet.rows, start=1)
        if any(not is_blank(cell) for cell in row)
    }
    assert told == shown


def test_a_row_that_would_start_a_draft_behind_its_notice_is_rejected_alone(book) -> None:
    with book.write(Op.ADD_CONFERENCE) as work:
        held = work.add(CONFERENCES, a_conference(code="HN-2018-09"))
        concluded = work.add(CONCLUSIONS, a_conclusion(conference_id=held.id))
    (unit_id,) = [unit.id for unit in UNITS.where(book.connection, "short_name = 'HND'")]
    (draft,) = assignment_actions.assign(book, fan_out((concluded.id,), (unit_id,)), SAMPLE_DAY)
    rows = [
        ["Mã", "Nội dung nhiệm vụ", "Chủ trì", "Tình trạng", "Ngày hoàn thành", "Tỷ lệ %"],
        [draft.code, "", "", "Đang thực hiện", "", ""],
        ["", "Việc mới", "HND", "", "", ""],
    ]
    agreed, plan = offered(book, rows)

    assert [row.outcome for row in plan.rows] == [RowOutcome.REJECTED, RowOutcome.NEW]
    assert [(problem.column, problem.error.code) for problem in plan.problems] == [
        (3, "task_withheld")
    ]
    import_actions.paste(book, agreed, SAMPLE_DAY)
    assert TASKS.get(book.connection, draft.id).work_state is WorkState.DRAFT

    rows[1:] = [[draft.code, "", "", "", "1/3/2018", ""]]
    assert [problem.column for problem in offered(book, rows)[1].problems] == [4]
    for state in ("Đã hủy", "Dự thảo"):
        rows[1:] = [[draft.code, "", "", state, "", "20"]]
        assert not offered(book, rows)[1].problems


def offered(book: Store, rows: list[list[str]]):
    """Plan rows of a table that is in no file."""
    return agreed_to(book, Workbook(sheets=(Sheet(name="Sổ", rows=rows),)), ImportChoices())


@pytest.mark.parametrize("stopped_at", [0.1, 0.5, 0.99])
def test_an_import_that_is_stopped_leaves_the_book_as_it_was(book, tmp_path, stopped_at) -> None:
    rows = [(number, f"Việc số {number}", "HND") for number in range(200)]
    a_book(HEAD, *rows).save(tmp_path / "dai.xlsx")
    agreed, _ = looked_at(book, tmp_path / "dai.xlsx")
    before = [tuple(row) for row in book.connection.execute("select * from task order by id")]
    counted = [tuple(row) for row in book.connection.execute("select * from counter")]

    def step(done: int, total: int) -> None:
        if done >= total * stopped_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        import_actions.apply(book, agreed, SAMPLE_DAY, step)

    assert [
        tuple(row) for row in book.connection.execute("select * from task order by id")
    ] == before
    assert [tuple(row) for row in book.connection.execute("select * from counter")] == counted
    assert not book.undo_steps


def test_an_import_tells_how_far_it_is_and_never_goes_back(book, tmp_path) -> None:
    rows = [(number, f"Việc số {number}", "HND") for number in range(200)]
    a_book(HEAD, *rows).save(tmp_path / "dai.xlsx")
    agreed, _ = looked_at(book, tmp_path / "dai.xlsx")
    told = []

    import_actions.apply(
        book,
        agreed,
        SAMPLE_DAY,
        lambda done, total: told.append(done / total),
    )

    assert len(told) > 10
    assert told == sorted(told)
    assert told[-1] <= 1


def test_nothing_of_a_secret_row_but_number_and_date_reaches_the_file(book, tmp_path) -> None:
    row = ("1", "Diễn tập khu vực phòng thủ", "HND", "30/6/2018", "21-KH/TU ngày 05/3/2018", "Mật")
    a_book(("TT", "Nhiệm vụ", "Đơn vị", "Hạn", "Văn bản giao", "Độ mật"), row).save(
        tmp_path / "mật.xlsx"
    )

    agreed, _ = looked_at(book, tmp_path / "mật.xlsx")
    import_actions.apply(book, agreed, SAMPLE_DAY)

    written = TASKS.where(book.connection, "1 order by id desc")[0]
    assert written.title == "Văn bản mật số 21-KH/TU ngày 05/3/2018, xem bản giấy"
    assert "Diễn tập khu vực".encode() not in book.path.read_bytes()


def test_the_number_of_a_secret_row_is_left_out_when_asked(book, tmp_path) -> None:
    row = ("1", "Diễn tập", "HND", "21-KH/TU", "Mật")
    a_book(("TT", "Nhiệm vụ", "Đơn vị", "Văn bản giao", "Độ mật"), row).save(tmp_path / "m.xlsx")

    _, plan = looked_at(book, tmp_path / "m.xlsx", ImportChoices(with_bare=False))

    assert [one.outcome for one in plan.rows] == [RowOutcome.REJECTED]
