"""The line below a deadline says at each key what is understood."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coordapp.domain.calendar.working_days import Calendar
from coordapp.ui.widgets.deadlines.deadline_echo import DeadlineEcho, EchoBelow

TODAY = date(2018, 3, 31)


@pytest.fixture
def line(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.field = QLineEdit()
    ground.echo = DeadlineEcho.of_typed(ground.field, TODAY, Calendar(), keeps=True)
    column = QVBoxLayout(ground)
    column.addWidget(ground.field)
    column.addWidget(ground.echo)
    ground.show()
    return ground


def test_each_key_changes_what_is_said(line, qtbot):
    seen = []
    for key in "+14":
        qtbot.keyClicks(line.field, key)
        seen.append(line.echo.text())

    assert seen[1:] == ["→ Chủ nhật 01/04/2018", "→ Thứ Bảy 14/04/2018"]
    qtbot.keyClick(line.field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(line.field, Qt.Key.Key_Backspace)
    assert not line.echo.isVisible()


@pytest.mark.parametrize(
    ("typed", "tone", "keeps"),
    [("+7", "quiet", False), ("15/4", "due_soon", False), ("khi có vốn", "due_soon", True)],
)
def test_what_is_assumed_or_kept_is_told_by_a_sign_and_a_colour(line, typed, tone, keeps):
    line.field.setText(typed)

    assert line.echo.property("tone") == tone
    assert line.echo.text().startswith("→" if tone == "quiet" else "⚠")
    assert line.echo.text().endswith("giữ nguyên lời") is keeps


@pytest.mark.parametrize("bottom", [False, True])
def test_below_a_cell_it_stays_within_the_table_and_beside_the_editor(qtbot, bottom):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(300, 200)
    ground.show()
    field = QLineEdit(ground)
    field.setGeometry(250, 170 if bottom else 10, 50, 28)
    field.show()
    echo = EchoBelow(field, DeadlineEcho.of_typed(QLineEdit(ground), TODAY, None)._read)

    field.setText("15/4")

    assert ground.rect().contains(echo.geometry())
    assert not echo.geometry().intersects(field.geometry())


def test_it_goes_with_the_editor(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    field = QLineEdit(ground)
    echo = EchoBelow(field, DeadlineEcho.of_typed(QLineEdit(ground), TODAY, None)._read)

    with qtbot.waitSignal(echo.destroyed):
        field.deleteLater()
