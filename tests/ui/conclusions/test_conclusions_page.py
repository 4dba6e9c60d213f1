"""The register of conclusions: what became of each, and the way to its tasks."""

import unicodedata
from datetime import date

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.tasks.task import WorkState
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import assignment_actions, conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.tasks import task_actions
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES
from coordapp.store.queries import conference_queries
from coordapp.ui.conclusions.page import ConclusionsPage
from coordapp.ui.conclusions.reason_dialog import ReasonDialog
from coordapp.ui.kit.navigation import OpenConference, OpenTask
from tests.build import a_conclusion, a_conference, a_unit, fan_out, issue_notice
from tests.founding import set_up

TODAY = date(2018, 3, 31)


@pytest.fixture
def context(context_on, store):
    set_up(store)
    for number, name in enumerate(("Ban Dân vận", "Sở Nội vụ"), start=1):
        committee_actions.add_unit(store, a_unit(name=name, short_name=name, position=number))
    return context_on(store, TODAY)


@pytest.fixture
def held(store, context):
    older = conference_actions.add(
        store, a_conference(code="", title="Tổng kết năm", held_on=date(2017, 12, 29)), TODAY
    )
    newer = conference_actions.add(store, a_conference(code="", title="Giao ban quý"), TODAY)
    for conference, texts in (
        (newer, ("Rà soát chỉ tiêu", "Sơ kết phong trào")),
        (older, ("Ghi nhận kết quả",)),
    ):
        issue_notice(store, conference, TODAY, conference.id)
        for text in texts:
            conclusion_actions.add(
                store, a_conclusion(conference_id=conference.id, number=0, text=text)
            )
    return newer


@pytest.fixture
def page(qtbot, context, held):
    made = ConclusionsPage(context)
    qtbot.addWidget(made)
    made.resize(1120, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def give(store, page, qtbot, **terms):
    first = conference_queries.conclusions(store.connection, TODAY)[0].conclusion
    made = assignment_actions.assign(store, fan_out((first.id,), (1, 2), **terms), TODAY)
    qtbot.waitUntil(lambda: len(page.model.record(0).task_codes) == 2)
    return made


def shown(page, key="text"):
    column = page.model.column_of(key)
    return [page.model.index(row, column).data() for row in range(page.model.rowCount())]


def chips(page):
    return [chip.text() for chip in page.filters.chips._chips.values()]


def test_conclusions_of_all_conferences_stand_newest_first(page):
    assert shown(page) == ["Rà soát chỉ tiêu", "Sơ kết phong trào", "Ghi nhận kết quả"]
    assert shown(page, "coverage") == ["Chưa giao nhiệm vụ"] * 3


def test_the_chips_count_and_choose_by_coverage(page, store, qtbot):
    give(store, page, qtbot, due=date(2018, 3, 1))

    page.filters.chips.choose(Coverage.OVERDUE.value)
    page.filters.changed.emit()

    assert chips(page)[:4] == [
        "Tất cả  3",
        "Chưa giao nhiệm vụ  2",
        "Đang thực hiện  0",
        "Có nhiệm vụ quá hạn  1",
    ]
    assert shown(page, "coverage") == ["2 quá hạn · hoàn thành 0/2"]
    assert shown(page, "units") == ["Ban Dân vận, Sở Nội vụ"]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        pytest.param("so ket phong", ["Sơ kết phong trào"], id="without marks"),
        pytest.param(
            unicodedata.normalize("NFD", "Sơ kết phong"), ["Sơ kết phong trào"], id="decomposed"
        ),
        pytest.param("tong ket", ["Ghi nhận kết quả"], id="by the conference"),
        pytest.param("so noi vu", ["Rà soát chỉ tiêu"], id="by the unit"),
        pytest.param("' or 1=1 --", [], id="as text, never as a query"),
    ],
)
def test_typing_finds(page, store, qtbot, typed, texts):
    give(store, page, qtbot)

    page.filters.search.setText(typed)

    qtbot.waitUntil(lambda: shown(page) == texts)


def test_year_and_kind_narrow_and_one_button_shows_everything(page, qtbot):
    page.filters.year.setCurrentIndex(page.filters.year.findText("2017"))
    page.filters.year.activated.emit(page.filters.year.currentIndex())
    narrowed = shown(page)

    qtbot.mouseClick(page.filters.clear_button, Qt.MouseButton.LeftButton)

    assert narrowed == ["Ghi nhận kết quả"]
    assert len(shown(page)) == 3


def test_nothing_found_says_so_and_offers_the_way_back(page, qtbot):
    page.filters.search.setText("không có gì như thế")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)

    page._empty.requested.emit()

    assert page.model.rowCount() == 3
    assert page.filters.search.text() == ""


def test_the_detail_shows_the_tasks_and_opens_them(page, store, qtbot):
    _, first, _ = give(store, page, qtbot)
    task_actions.set_work_state(store, first.id, WorkState.DONE, TODAY)
    qtbot.waitUntil(lambda: "hoàn thành" in page.detail.tasks[0].text())

    with qtbot.waitSignal(page._context.navigate.requested) as asked:
        qtbot.keyClick(page.detail.tasks[0], Qt.Key.Key_Space)

    assert asked.args == [OpenTask(code=first.code)]
    assert page.detail.coverage.text() == "2 nhiệm vụ · hoàn thành 1/2"


def test_enter_and_the_link_open_the_conference(page, store, qtbot):
    code = CONFERENCES.get(store.connection, 2).code
    with qtbot.waitSignal(page._context.navigate.requested) as by_key:
        qtbot.keyClick(page.table, Qt.Key.Key_Return)
    with qtbot.waitSignal(page._context.navigate.requested) as by_link:
        page.detail.conference.click()

    chosen = page.table.current_id()
    wanted = OpenConference(code=code, kind=Kind.CONCLUSION, record_id=chosen)
    assert by_key.args == by_link.args == [wanted]


def test_a_reason_given_here_is_one_step_and_stands_in_the_list(page, store, qtbot, monkeypatch):
    monkeypatch.setattr(ReasonDialog, "ask", lambda _parent, _conclusion: "chỉ ghi nhận")
    page.table.select_id(page.model.id_at(2))

    page.detail.reason.click()
    qtbot.waitUntil(lambda: shown(page, "coverage")[2] == "Không phát sinh")

    assert page.detail.coverage.text() == "Không phát sinh nhiệm vụ: chỉ ghi nhận"
    assert store.undo() is Op.SET_NO_TASK_REASON


def test_what_is_chosen_stays_chosen_when_something_changes(page, store, qtbot):
    page.table.select_id(page.model.id_at(1))
    chosen = page.table.current_id()

    give(store, page, qtbot)

    assert page.table.current_id() == chosen
    assert CONCLUSIONS.get(store.connection, chosen).text == "Sơ kết phong trào"


def test_the_shape_is_remembered_and_rubbish_is_left_alone(page, context, qtbot):
    page.filters.chips.choose(Coverage.DONE.value)
    state = page.save_state()
    other = ConclusionsPage(context)
    qtbot.addWidget(other)

    other.restore_state({"chip": 7, "widths": "x", "table": []})
    other.restore_state(state)

    assert other.filters.chips.current() == Coverage.DONE.value


def test_excel_holds_what_is_shown_and_nothing_else(page, qtbot, tmp_path):
    page.filters.search.setText("so ket phong")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    target = tmp_path / "kl.xlsx"

    page.export_to(target)
    qtbot.waitUntil(target.exists, timeout=10_000)

    sheet = load_workbook(target).active
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value]
    assert page.exports_excel
    assert "Sơ kết phong trào" in texts
    assert "Rà soát chỉ tiêu" not in texts
