"""What is new since the last day worked is marked on the first page, and is a choice away."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt

from coordapp.domain.figures.news import NewsOf
from coordapp.domain.kernel.changes import Op
from coordapp.domain.tasks.task import WorkState
from coordapp.store import Store
from coordapp.store.file.tables import TASKS
from coordapp.ui.kit.navigation import OpenTask
from coordapp.ui.today.page import TodayPage
from tests.build import a_task
from tests.founding import set_up

FRIDAY, MONDAY = date(2018, 3, 30), date(2018, 4, 2)


@pytest.fixture
def page(tmp_path, context_on, show_page):
    """One task late since Friday, one late for long, one due soon now, one reported today."""
    days = [FRIDAY]
    store = Store.create(
        tmp_path / "so.sodp", now=lambda: datetime.combine(days[0], datetime.min.time())
    )
    set_up(store)
    with store.write(Op.WRITE_SAMPLE) as work:
        for code, day in (("A", 30), ("B", 1)):
            work.add(TASKS, a_task(code=code, due=date(2018, 3, day)))
        work.add(TASKS, a_task(code="C", due=date(2018, 4, 5)))
        told = work.add(TASKS, a_task(code="D", due=date(2018, 5, 5)))
    days[0] = MONDAY
    with store.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(told, work_state=WorkState.AWAITING_CONFIRMATION))
    context = context_on(store, MONDAY)
    yield show_page(TodayPage(context))
    store.close()


def left(page: TodayPage) -> dict[str, str]:
    column = page.model.column_of("left")
    rows = range(page.model.rowCount())
    return {str(page.model.id_at(row)): page.model.index(row, column).data() for row in rows}


def test_what_is_new_bears_a_word_in_the_list_and_beside_the_figures(page):
    assert left(page) == {
        "A": "Quá hạn 3 ngày · mới",
        "B": "Quá hạn 32 ngày",
        "C": "Còn 3 ngày · mới",
        "D": "Còn 33 ngày · mới",
    }
    notes = {key: figure.note.text() for key, figure in page.figures.items()}
    assert notes["overdue"] == "1 mới · lâu nhất 32 ngày"
    assert notes["soon"].startswith("1 mới · trong 3 ngày tới")
    assert notes["waiting"] == "1 mới · đơn vị báo cáo đã hoàn thành"
    assert page.figures["overdue"].accessibleName().startswith("Quá hạn: 2. 1 mới")
    note, why = page.figures["overdue"].toolTip().split("\n")
    assert note == notes["overdue"]
    assert why == "Mới quá hạn. So với cuối ngày làm việc trước (Thứ Sáu, 30/03/2018)."
    first = page.model.index(0, page.model.column_of("left")).data(Qt.ItemDataRole.ToolTipRole)
    assert first == "01/03/2018"


def test_each_new_task_is_a_choice_of_the_button(qtbot, page):
    assert page.new.isVisible()
    assert page.new.text() == "Mới từ sau Thứ Sáu 30/03: 3 nhiệm vụ"
    entries = page.new.menu().actions()
    assert [entry.text().split(" · ")[0] for entry in entries] == ["A", "C", "D"]
    assert "mới quá hạn" in entries[0].text()

    with qtbot.waitSignal(page._context.navigate.requested) as asked:
        entries[0].trigger()

    assert asked.args == [OpenTask(code="A")]
    assert page._news.of(page.model.record(0).id) == ()
    assert page._news.tasks(NewsOf.REPORTED)


def test_a_day_without_news_has_no_button(page):
    with page._context.store.write(Op.EDIT_TASK) as work:
        for task in TASKS.where(page._context.store.connection, "1"):
            work.put(TASKS, replace(task, work_state=WorkState.CANCELLED))

    page.refresh()

    assert not page.new.isVisible()
    assert not any("mới" in figure.note.text() for figure in page.figures.values())
