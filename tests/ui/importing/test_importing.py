"""The import of a long register: the window stays alive, and it can be stopped."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from coordapp.services.file.progress import Progress
from coordapp.services.importing import import_reading
from coordapp.services.importing.import_reading import ImportChoices
from coordapp.ui.importing.dialog import ImportDialog
from coordapp.ui.widgets.reading import ReadingDialog, WritingDialog
from tests.files.make_workbooks import HEAD, a_book, tcvn3, vni


@pytest.fixture
def long(tmp_path: Path) -> Path:
    rows = ((n, f"Việc số {n}", "HND", "", date(2018, 3, 31)) for n in range(1000))
    a_book(HEAD, *rows).save(tmp_path / "dai.xlsx")
    return tmp_path / "dai.xlsx"


@pytest.fixture
def agreed(qtbot, monkeypatch) -> list[bool]:
    """Agree to every import; note whether the window of the reading still stood there."""
    seen: list[bool] = []

    def answer(dialog) -> int:
        seen.append(
            any(
                isinstance(one, ReadingDialog) and one.isVisible()
                for one in QApplication.allWidgets()
            )
        )
        with qtbot.waitSignal(dialog.planned, timeout=5000):
            pass
        return ImportDialog.DialogCode.Accepted

    monkeypatch.setattr(ImportDialog, "exec", answer)
    return seen


def count(window) -> int:
    return window.context.store.connection.execute("select count(*) from task").fetchone()[0]


def test_the_window_lives_while_an_import_is_written(qtbot, window, long, agreed) -> None:
    beats, before = [], count(window)
    pulse = QTimer(window, interval=5)
    pulse.timeout.connect(
        lambda: beats.append(any(one.isVisible() for one in window.findChildren(WritingDialog)))
    )
    pulse.start()
    importer = window._files.importing

    with qtbot.waitSignal(importer._context.messages.undo_offered, timeout=20_000):
        importer.read(long)

    pulse.stop()
    assert sum(beats) > 5
    assert agreed == [False]
    assert count(window) == before + 1000
    window.undo()
    assert count(window) == before


def test_an_import_stopped_while_it_is_written_leaves_the_book_and_says_so(
    qtbot, window, long, agreed
) -> None:
    before, refused, said = count(window), [], []
    window.context.run.refused.connect(refused.append)
    window.context.messages.said.connect(said.append)

    def stop() -> None:
        for one in window.findChildren(WritingDialog):
            if one.isVisible() and one.bar.value() > one.bar.maximum() / 4:
                one.stop.click()

    pulse = QTimer(window, interval=5)
    pulse.timeout.connect(stop)
    pulse.start()
    importer = window._files.importing

    with qtbot.assertNotEmitted(importer._context.messages.undo_offered, wait=1500):
        importer.read(long)
        qtbot.waitUntil(lambda: bool(agreed), timeout=5000)

    pulse.stop()
    assert (count(window), refused) == (before, [])
    assert said == ["Đã dừng: chưa ghi nhiệm vụ nào, sổ vẫn như trước."]
    assert not window.context.store.undo_steps
    # the columns were agreed upon all the same
    assert importer._known()


def a_dialog(window, qtbot, path: Path) -> ImportDialog:
    importer = window._files.importing
    importer._source = path
    workbook = import_reading.read(path, Progress().step)
    dialog = ImportDialog(importer.offered("Nhập từ Excel", workbook, ImportChoices()))
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.planned, timeout=5000):
        dialog.show()
    return dialog


@pytest.mark.parametrize("letters", [tcvn3, vni])
def test_old_letters_are_turned_shown_and_can_be_left_as_they_are(
    qtbot, window, tmp_path, letters
) -> None:
    letters(tmp_path / f"cu{'.csv' if letters is tcvn3 else '.xlsx'}")
    (path,) = tmp_path.glob("cu.*")
    dialog = a_dialog(window, qtbot, path)

    assert dialog.side.letters.isChecked()
    assert "→" in dialog.side.examples.text()
    assert dialog.write.text() == "Nhập 1 nhiệm vụ"
    (turned,) = dialog.agreed.plan.rows
    # taken back: the letters are those of the file again
    with qtbot.waitSignal(dialog.planned, timeout=5000):
        dialog.side.letters.click()
    left = [] if dialog.agreed is None else dialog.agreed.plan.rows
    assert turned.task.title.startswith("Đẩy mạnh")
    assert turned.task.title not in [row.task.title for row in left]


def test_rows_not_taken_are_proposed_beside_the_file_mended_and_brought_in(
    qtbot, window, tmp_path, monkeypatch
) -> None:
    (tmp_path / "gửi").mkdir()
    a_book(HEAD, (1, "Một", "HND"), (2, "+Hai", "Sở Lạ")).save(tmp_path / "gửi" / "sổ.xlsx")
    dialog = a_dialog(window, qtbot, tmp_path / "gửi" / "sổ.xlsx")
    asked = []

    def answer(_parent, _title, proposed, _kinds) -> tuple[str, str]:
        asked.append(proposed)
        return proposed, ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)

    dialog.save.click()

    saved = tmp_path / "gửi" / "sổ - dòng không nhận.xlsx"
    assert asked == [str(saved)]
    book = openpyxl.load_workbook(saved)
    assert book.active["B2"].value == "+Hai"
    assert book.active["B2"].data_type == "s"
    book.active["C2"] = "HND"
    book.save(saved)
    again = a_dialog(window, qtbot, saved)
    assert again.write.text() == "Nhập 1 nhiệm vụ"
