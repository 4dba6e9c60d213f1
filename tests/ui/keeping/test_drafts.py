"""No text that was typed is thrown away unasked, and a kill loses none of it."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QMessageBox, QPlainTextEdit

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import CodedError, RuleViolation, StoreError
from coordapp.store.file.tables import TASKS
from coordapp.ui.keeping import drafts
from coordapp.ui.kit.unsaved import UnsavedText
from coordapp.ui.shell.window import Window
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.saving_field import SavingField

ROOT = Path(__file__).parents[3]
TYPED = "Một đoạn dài vừa gõ, chưa ai ghi"


class Field:
    """A text of the first task, as pages have them."""

    def __init__(self, window: Window) -> None:
        self.window = window
        self.store = window.context.store
        self.editor = QPlainTextEdit(window)
        self.editor.setAccessibleName("Nội dung nhiệm vụ")
        self.editor.setGeometry(300, 200, 300, 80)
        self.editor.show()
        self.marked: list[str] = []
        self.field = SavingField(window.context.run, self.editor, self.save, self.marked.append)
        self.task = TASKS.where(self.store.connection, "1 order by id")[0]
        self.field.show(self.task.id, self.task.title)
        self.editor.setFocus()

    def save(self, text: str) -> None:
        from dataclasses import replace

        with self.store.write(Op.EDIT_TASK) as work:
            work.put(TASKS, replace(work.get(TASKS, self.task.id), title=text))

    @property
    def stored(self) -> str:
        return TASKS.get(self.store.connection, self.task.id).title


@pytest.fixture
def field(window) -> Field:
    return Field(window)


@pytest.fixture
def away(field):
    """Move the file away under the program, and give the way to bring it back."""
    elsewhere = field.store.path.with_name("mang đi.db")
    field.store.path.rename(elsewhere)

    def back() -> None:
        if elsewhere.exists():
            elsewhere.rename(field.store.path)

    yield back
    back()


@pytest.fixture
def answers(monkeypatch) -> tuple[list[str], list[str]]:
    """Answer each box in turn by the words of a button; then by “Vẫn đóng”."""
    wanted: list[str] = []
    said: list[str] = []

    def answer(box: QMessageBox) -> int:
        said.append(box.text())
        words = wanted.pop(0) if wanted else "Vẫn đóng"
        chosen = next(one for one in box.buttons() if one.text() == words)
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: chosen)
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    return wanted, said


def held(window: Window) -> list[str]:
    window.drafts.write()
    return [one.text for one in drafts.read(window.drafts.path)]


def test_what_is_typed_is_beside_the_settings_until_it_is_in_the_file(field, qtbot):
    field.editor.setPlainText(TYPED)
    assert held(field.window) == [TYPED]

    field.field.flush()

    assert field.stored == TYPED
    assert held(field.window) == []
    assert not field.window.drafts.path.exists()


def test_what_the_disk_refuses_stays_marked_in_its_field(field, away, caplog, answers):
    field.editor.setPlainText(TYPED)

    field.field.leave()

    assert field.editor.toPlainText() == TYPED
    assert "đổi tên" in field.marked[-1]
    assert held(field.window) == [TYPED]
    away()


def test_closing_asks_and_stays_open_when_told_so(field, away, caplog, answers):
    wanted, said = answers
    wanted.append("Ở lại")
    field.editor.setPlainText(TYPED)

    field.window.close()

    assert field.window.isVisible()
    assert TYPED in said[0]
    away()
    field.field.flush()


def test_closing_tries_again_and_closes_when_the_disk_takes_it(
    field, away, caplog, answers, monkeypatch
):
    wanted, _ = answers
    field.editor.setPlainText(TYPED)
    field.field.leave()
    wanted.append("Thử lại")
    away()

    field.window.close()

    assert field.stored == TYPED
    assert not field.window.isVisible()
    assert not field.window.drafts.path.exists()


def test_closing_all_the_same_offers_the_text_at_the_next_start(
    field, away, caplog, answers, open_window
):
    field.editor.setPlainText(TYPED)
    field.window.close()
    away()

    again = open_window(field.store)
    box = again.drafts.offer()

    assert TYPED in box.text()
    box.close()


def test_the_text_can_be_put_into_a_file(field, away, caplog, answers, monkeypatch, tmp_path):
    wanted, _ = answers
    wanted.append("Sao chép ra tệp…")
    target = tmp_path / "chữ.txt"
    monkeypatch.setattr(drafts, "ask_target", lambda *_: target)
    field.editor.setPlainText(TYPED)

    field.window.close()

    assert target.read_text(encoding="utf-8-sig") == f"[Nội dung nhiệm vụ]\n{TYPED}"
    assert not field.window.isVisible()
    away()


@pytest.mark.parametrize(("answer", "text"), [("Ở lại", TYPED), ("Bỏ đoạn chữ này", None)])
def test_esc_asks_before_it_throws_away_what_the_disk_refused(
    field, away, caplog, answers, qtbot, answer, text
):
    wanted, _ = answers
    field.editor.setPlainText(TYPED)
    field.field.flush()
    wanted.append(answer)

    qtbot.keyClick(field.editor, Qt.Key.Key_Escape)

    assert field.editor.toPlainText() == (field.task.title if text is None else text)
    away()
    field.field.flush()


def test_a_text_of_a_dialog_is_kept_while_it_is_open_and_forgotten_with_it(window, qtbot):
    dialog = window.findChild(QLineEdit)
    line = QLineEdit(window)
    line.setAccessibleName("Tên nhiệm vụ")
    line.setGeometry(300, 300, 200, 30)
    line.show()
    line.setFocus()
    qtbot.keyClicks(line, "Nhiem vu moi")
    assert held(window) == ["Nhiem vu moi"]

    line.hide()
    dialog.setFocus()

    assert held(window) == []


@pytest.fixture
def agreed(window, qtbot) -> Callable[[], None]:
    """Type into a dialog, turn its page, and agree to it: it is gone before its action runs."""

    def make() -> None:
        dialog = Dialog(window)
        line, other = QLineEdit(dialog), QLineEdit(dialog)
        line.setAccessibleName("Kết quả")
        other.move(0, 60)
        dialog.open()
        dialog.activateWindow()
        line.setFocus()
        qtbot.waitUntil(line.hasFocus)
        qtbot.keyClicks(line, "Da lam xong")
        line.hide()
        other.setFocus()
        assert held(window) == ["Da lam xong"]
        dialog.accept()

    return make


class Disk:
    """An action that the disk refuses so many times."""

    def __init__(self, times: int, error: CodedError) -> None:
        self.left, self.error = times, error

    def __call__(self) -> str:
        self.left -= 1
        if self.left >= 0:
            raise self.error
        return "saved"


FULL = StoreError("disk_full", path=Path("sổ.db"))


def test_what_a_dialog_held_is_tried_again_until_the_disk_takes_it(window, agreed, caplog, answers):
    wanted, said = answers
    wanted += ["Thử lại", "Thử lại"]
    agreed()

    done = window.context.run(Disk(2, FULL))

    assert done is not None
    assert done.value == "saved"
    assert len(said) == 2
    assert "Kết quả: Da lam xong" in said[0]
    assert held(window) == []


def test_what_a_dialog_held_is_offered_at_the_next_start(
    window, agreed, caplog, answers, open_window
):
    agreed()

    assert window.context.run(Disk(9, FULL)) is None

    assert held(window) == ["Da lam xong"]
    box = open_window(window.context.store).drafts.offer()
    assert "Da lam xong" in box.text()
    box.close()


@pytest.mark.parametrize("error", [FULL, RuleViolation("changed_meanwhile")])
def test_what_a_dialog_held_can_be_put_into_a_file(
    window, agreed, caplog, answers, monkeypatch, tmp_path, error
):
    wanted, _ = answers
    wanted.append("Sao chép ra tệp…")
    target = tmp_path / "chữ.txt"
    monkeypatch.setattr(drafts, "ask_target", lambda *_: target)
    agreed()

    assert window.context.run(Disk(1, error)) is None

    assert target.read_text(encoding="utf-8-sig") == "[Kết quả]\nDa lam xong"
    assert held(window) == []


def test_a_refusal_with_no_dialog_before_it_asks_nothing(window, caplog, answers):
    _, said = answers

    assert window.context.run(Disk(1, FULL)) is None
    assert said == []


def test_searching_is_no_draft(window, qtbot):
    window._search.setFocus()
    qtbot.keyClicks(window._search, "bien gioi")

    assert held(window) == []
    window._search.rest()


def left_behind(path: Path, *texts: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    told = [{"where": "Nội dung", "text": text, "refused": ""} for text in texts]
    path.write_text(json.dumps(told), encoding="utf-8")


@pytest.fixture
def offered(window, sample, open_window) -> Callable[..., Window]:
    def build(*texts: str) -> Window:
        left_behind(window.drafts.path, *texts)
        return open_window(sample)

    return build


def test_what_a_kill_left_is_copied_or_dropped_as_asked(offered):
    again = offered(TYPED, "đoạn hai")
    box = again.drafts.offer()

    box.buttons()[[one.text() for one in box.buttons()].index("Sao chép vào bộ nhớ tạm")].click()

    assert TYPED in QGuiApplication.clipboard().text()
    assert held(again) == [TYPED, "đoạn hai"]
    again.drafts._leave_last()
    assert held(again) == []


def test_drafts_that_cannot_be_read_are_none(tmp_path):
    (tmp_path / "x.json").write_text("{rác", encoding="utf-8")

    assert drafts.read(tmp_path / "x.json") == []
    assert drafts.read(tmp_path / "không có.json") == []


def test_a_long_list_says_how_many_more():
    texts = [UnsavedText(where="Ô", text=f"đoạn {n}") for n in range(8)]

    assert drafts.listed(texts).endswith("… và 2 đoạn nữa")


KILLED = """
import sys
from datetime import date
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from PySide6.QtTest import QTest
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.ui.shell.window import Window
app = QApplication([])
window = Window(app, Store.open(Path(sys.argv[1])), date(2018, 3, 31), Settings(Path(sys.argv[2])))
window.restore()
window.show()
window.activateWindow()
line = QLineEdit(window)
line.setAccessibleName("Nội dung")
line.setGeometry(300, 300, 200, 30)
line.show()
def go():
    line.setFocus()
    QTest.keyClicks(line, "chua kip luu gi het")
    QTimer.singleShot(1000, lambda: print("typed", flush=True))
QTimer.singleShot(200, go)
app.exec()
"""


@pytest.mark.slow
@pytest.mark.crash
def test_a_second_after_the_last_key_a_kill_loses_nothing(sample_file, tmp_path):
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path / "data")}
    command = [sys.executable, "-c", KILLED, str(sample_file), str(tmp_path / "s.json")]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"typed\n"
        child.send_signal(signal.SIGKILL)
        child.wait()
    time.sleep(0.1)

    (kept,) = (tmp_path / "data").rglob("drafts/*.json")
    assert [one.text for one in drafts.read(kept)] == ["chua kip luu gi het"]
