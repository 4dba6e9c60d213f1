"""What is typed and not in the file yet: written beside the settings, offered at the next start."""

import hashlib
import json
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid

from coordapp import paths
from coordapp.domain.kernel.errors import CodedError, RuleViolation
from coordapp.domain.words.messages import sentence
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.unsaved import NO_DRAFT, UnsavedText
from coordapp.ui.widgets.save_as import ask_target

logger = logging.getLogger(__name__)

_PAUSE, _LATEST = 300, 800  # milliseconds: what a kill may take of a text
_TAKEN = 1000  # milliseconds: by then the action of a dialog has run
_TEXT = "Văn bản (*.txt)"
_SHOWN = 6  # texts in a box; the file and the clipboard get them all
_LONGEST = 160
_Editor = QLineEdit | QPlainTextEdit


class Drafts(QObject):
    """Keeps the texts of one window on disk, and asks before any of them is thrown away."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._unsaved = context.run.unsaved
        self._window = window
        name = hashlib.sha256(os.fsencode(context.store.path.resolve())).hexdigest()
        self.path = paths.data_folder() / "drafts" / f"{name}.json"
        self._last = read(self.path)
        self._watched: list[_Editor] = []
        self.box: QMessageBox | None = None
        self._writing = Debounce(self, wait=_PAUSE, latest=_LATEST)
        self._writing.rested.connect(self.write)
        self._unsaved.changed.connect(self._writing.wait)
        self._unsaved.ask_before = self.ask_before
        self._unsaved.asks_again = self.asks_again
        self._taking = Debounce(self, wait=_TAKEN)
        self._taking.rested.connect(self._settle)
        QApplication.instance().focusChanged.connect(self._follow_keys)  # type: ignore[union-attr]

    # --- editors of dialogs and cells, which are saved as a whole

    @Slot(QWidget, QWidget)
    def _follow_keys(self, _old: object, new: object) -> None:
        self._forget_closed()
        if (
            isinstance(new, _Editor)
            and not isinstance(new.parent(), (QAbstractSpinBox, QComboBox))
            and not new.property(NO_DRAFT)
            and new not in self._watched
            and not (isinstance(new, QLineEdit) and new.echoMode() != QLineEdit.EchoMode.Normal)
        ):
            self._watched.append(new)
            new.textChanged.connect(self._note)

    @Slot()
    def _note(self) -> None:
        editor = self.sender()
        if isinstance(editor, _Editor) and editor.hasFocus() and not editor.isReadOnly():
            text = editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()
            where = editor.accessibleName() or editor.window().windowTitle()
            self._unsaved.keep(editor, "", UnsavedText(where=where, text=text))

    def _forget_closed(self) -> None:
        """Drop the texts of editors that are gone: given up, or handed on, with their dialog or cell."""
        for editor in list(self._watched):
            if isValid(editor) and _is_there(editor):
                continue
            self._watched.remove(editor)
            if isValid(editor) and _is_agreed(editor):
                self._unsaved.agree(editor, "")
                self._taking.wait()
            else:
                self._unsaved.drop(editor, "")

    @Slot()
    def _settle(self) -> None:
        """Take what no action asked for as dealt with; a question that follows a dialog comes first."""
        if QApplication.activeModalWidget() is None:
            self._unsaved.settle()
        else:
            self._taking.wait()

    # --- on disk

    @Slot()
    def write(self) -> None:
        """Write what is not in the file, together with what the last run left unanswered."""
        texts = [*self._last, *self._unsaved.texts]
        try:
            if not texts:
                self.path.unlink(missing_ok=True)
                return
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part = self.path.with_suffix(".part")
            told = json.dumps([asdict(text) for text in texts], ensure_ascii=False)
            part.write_text(told, encoding="utf-8")
            part.replace(self.path)
        except OSError:
            logger.info("drafts not written")

    def offer(self) -> QMessageBox | None:
        """Offer what the last run could not save; None when it saved everything."""
        if not self._last:
            return None
        count = len(self._last)
        box = _box(
            self._window,
            f"Lần trước có {count} đoạn chữ chưa kịp ghi vào sổ:\n\n{listed(self._last)}",
            "Hãy sao chép ra rồi dán vào đúng chỗ. Các đoạn này được giữ cho đến khi chọn “Bỏ”.",
        )
        self.box = box
        copy = box.addButton("Sao chép vào bộ nhớ tạm", QMessageBox.ButtonRole.ActionRole)
        save = box.addButton("Sao chép ra tệp…", QMessageBox.ButtonRole.ActionRole)
        leave = box.addButton("Bỏ", QMessageBox.ButtonRole.DestructiveRole)
        later = box.addButton("Để sau", QMessageBox.ButtonRole.RejectRole)
        copy.clicked.connect(self._copy_last)
        save.clicked.connect(self._save_last)
        leave.clicked.connect(self._leave_last)
        box.setDefaultButton(copy)
        box.setEscapeButton(later)
        box.open()
        return box

    @Slot()
    def _copy_last(self) -> None:
        QGuiApplication.clipboard().setText(in_full(self._last))

    @Slot()
    def _save_last(self) -> None:
        save_texts(self._window, self._last)

    @Slot()
    def _leave_last(self) -> None:
        self._last = []
        self.write()

    # --- before something is thrown away

    def ask_before(self, give_up: Callable[[], None]) -> None:
        """Ask before a text that the disk refused is given up by Esc."""
        refused = self._unsaved.refused
        reason = refused[0].refused if refused else ""
        asked = self._question(refused, reason, "Bỏ đoạn chữ này", stay="Ở lại")
        if asked.leaves:
            give_up()
        else:
            self._do(asked)

    def let_go(self) -> bool:
        """Tell whether the window may close: asks as long as the disk refuses something."""
        self._forget_closed()
        while refused := self._unsaved.refused:
            asked = self._question(refused, refused[0].refused, "Vẫn đóng", stay="Ở lại")
            if asked.leaves:
                break
            if not self._do(asked):
                return False
        # what was refused is offered again at the next start, what an action took is not
        self._unsaved.settle()
        self.write()
        return True

    def asks_again(self, error: CodedError) -> bool:
        """Ask what becomes of texts whose dialog is gone when their action was refused.

        True to run the action once more. What is left is offered again at the next start.
        """
        self._forget_closed()
        texts = list(self._unsaved.agreed)
        is_left = False
        while texts and not is_left:
            asked = self._question(texts, sentence(error), "Vẫn đóng", can_retry=_by_disk(error))
            if asked.retries:
                return True
            is_left = not asked.saves or save_texts(self._window, texts)
            if not asked.saves:
                self._last += texts
        self._unsaved.settle()
        return False

    def _question(
        self,
        texts: list[UnsavedText],
        reason: str,
        leave: str,
        *,
        stay: str = "",
        can_retry: bool = True,
    ) -> "_Answer":
        said = f"Có {len(texts)} đoạn chữ chưa ghi được vào sổ:\n\n{listed(texts)}"
        box = _box(QApplication.activeModalWidget() or self._window, said, reason)
        role = QMessageBox.ButtonRole
        retry = box.addButton("Thử lại", role.ActionRole) if can_retry else None
        save = box.addButton("Sao chép ra tệp…", role.ActionRole)
        leaves = box.addButton(leave, role.DestructiveRole)
        box.setDefaultButton(retry or save)
        box.setEscapeButton(box.addButton(stay, role.RejectRole) if stay else leaves)
        box.exec()
        clicked = box.clickedButton()
        retries = retry is not None and clicked is retry
        return _Answer(retries=retries, saves=clicked is save, leaves=clicked is leaves)

    def _do(self, answer: "_Answer") -> bool:
        """Do what was answered; False to leave everything as it is."""
        if answer.retries:
            self._unsaved.retry()
            return True
        return answer.saves and save_texts(self._window, self._unsaved.refused)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    retries: bool
    saves: bool
    leaves: bool


def _is_there(editor: _Editor) -> bool:
    """Tell whether an editor can still be returned to: a page of a dialog that is turned over can."""
    window, holder = editor.window(), editor.parent()
    is_cell = holder is not None and isinstance(holder.parent(), QAbstractItemView)
    return editor.isVisible() or (
        isinstance(window, QDialog) and window.isVisible() and not is_cell
    )


def _is_agreed(editor: _Editor) -> bool:
    window = editor.window()
    return isinstance(window, QDialog) and window.result() == QDialog.DialogCode.Accepted


def _by_disk(error: CodedError) -> bool:
    return not isinstance(error, RuleViolation)


def read(path: Path) -> list[UnsavedText]:
    """Read drafts; what cannot be read is no draft."""
    with suppress(OSError, ValueError, TypeError):
        return [UnsavedText(**one) for one in json.loads(path.read_text(encoding="utf-8"))]
    return []


def in_full(texts: list[UnsavedText]) -> str:
    """Write all texts under the names of their fields."""
    return "\n\n".join(f"[{one.where}]\n{one.text}" for one in texts)


def listed(texts: list[UnsavedText]) -> str:
    """Write the beginnings of a few texts, for a box."""
    lines = [f"{one.where}: {_beginning(one.text)}" for one in texts[:_SHOWN]]
    more = len(texts) - _SHOWN
    return "\n".join([*lines, f"… và {more} đoạn nữa"] if more > 0 else lines)


def save_texts(parent: QWidget, texts: list[UnsavedText]) -> bool:
    """Ask for a file and write the texts there; False when it was not written."""
    target = ask_target(parent, "Sao chép ra tệp", Path.home() / "chu-chua-luu.txt", _TEXT)
    if target is None:
        return False
    try:
        target.write_text(in_full(texts), encoding="utf-8-sig")
    except OSError:
        _box(parent, f"Không ghi được {target}.", "Hãy chọn ổ đĩa hoặc thư mục khác.").exec()
        return False
    return True


def _beginning(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[:_LONGEST]}…"


def _box(parent: QWidget, text: str, more: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle("Chữ chưa lưu")
    # typed texts may look like markup
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(text)
    box.setInformativeText(more)
    return box
