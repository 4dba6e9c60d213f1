"""Keys that people know, the same on every page: find, save, undo in fields, why a key does nothing."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.outside import LARGE, texts_copied
from coordapp.ui.kit.page import Page
from coordapp.ui.widgets.search_box import SearchBox

_KEY = QKeySequence.StandardKey
_NOT_DELETED = (
    "Danh sách này không xóa dòng ở đây được. Nhấn Enter để mở, rồi xóa ở trang của mục đó."
)
_NOT_PASTED = "Danh sách này không dán dòng vào được."
_NOT_TYPED = "Ô này không sửa tại chỗ được. Nhấn Enter để mở."
_NO_FILTER = "Trang này không có ô lọc nên đã chuyển đến ô tìm chung."


class CommonKeys(QObject):
    """Finds its way to what the keys are meant for on the page that is seen."""

    def __init__(
        self,
        context: Context,
        window: QWidget,
        page: Callable[[], Page],
        search_everywhere: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._context = context
        self._page = page
        self._search_everywhere = search_everywhere
        self.find = shortcuts.action(window, "Lọc danh sách đang xem", "Ctrl+F", self._find)
        self.save = shortcuts.action(window, "Lưu", "Ctrl+S", self._save)
        self._undo = _UndoBeyond(self)
        QApplication.instance().focusChanged.connect(  # type: ignore[union-attr]
            self._undo.follow
        )

    @property
    def actions(self) -> list[QAction]:
        """The entries for the menu."""
        return [self.find, self.save]

    # --- find

    @Slot()
    def _find(self) -> None:
        # a page that has such lists has loaded them; the window does without at its start
        from coordapp.ui.tables.record_list import RecordListEditor

        page, focused = self._page(), QApplication.focusWidget()
        boxes = [box for box in page.findChildren(SearchBox) if box.isVisible()]
        lists = [one for one in page.findChildren(RecordListEditor) if one.isVisible()]
        here = [one for one in lists if focused is not None and one.isAncestorOf(focused)]
        if here:
            here[0].start_search()
        elif boxes:
            boxes[0].setFocus(Qt.FocusReason.ShortcutFocusReason)
            boxes[0].selectAll()
        elif lists:
            lists[0].start_search()
        else:
            self._search_everywhere()
            self._context.messages.say(_NO_FILTER)

    # --- save

    @Slot()
    def _save(self) -> None:
        """Save what is being typed, and say since when everything is in the file."""
        QGuiApplication.inputMethod().commit()
        focused, run = QApplication.focusWidget(), self._context.run
        refused: list[str] = []
        run.refused.connect(refused.append)
        if focused is not None:
            _commit(focused)
        run.refused.disconnect(refused.append)
        if refused:
            return  # why is said already
        left = run.unsaved.besides(focused)
        if left:
            where = ", ".join(dict.fromkeys(text.where for text in left))
            self._context.messages.say(f"Chưa lưu được: {where}. Hãy sửa chỗ báo đỏ.")
        else:
            self._context.messages.say(f"Đã lưu lúc {datetime.now():%H:%M:%S}")

    # --- what a list does not do

    def explain(self, event: QKeyEvent) -> bool:
        """Say why a key did nothing in the list that has the keys; False for another key."""
        if not isinstance(QApplication.focusWidget(), QAbstractItemView):
            return False
        for is_meant, words in (
            (event.key() == Qt.Key.Key_Delete, _NOT_DELETED),
            (event.matches(_KEY.Paste), _NOT_PASTED),
            (event.matches(_KEY.Cut), f"{_NOT_DELETED} Ctrl+C để sao chép."),
            (event.key() == Qt.Key.Key_F2, _NOT_TYPED),
        ):
            if is_meant:
                self._context.messages.say(words)
                return True
        return False


def _commit(editor: QWidget) -> None:
    """Save a field, or a cell that is being typed in."""
    from coordapp.ui.widgets.saving_field import SavingField

    for field in editor.findChildren(
        SavingField, options=Qt.FindChildOption.FindDirectChildrenOnly
    ):
        field.flush()
    above = editor.parentWidget()
    while above is not None and not isinstance(above, QAbstractItemView):
        above = above.parentWidget()
    if isinstance(above, QAbstractItemView) and isinstance(editor, QLineEdit):
        above.commitData(editor)


class _UndoBeyond(QObject):
    """Lets Ctrl+Z and Ctrl+Y through to the program where a field has no step of its own."""

    @Slot(QWidget, QWidget)
    def follow(self, old: QWidget | None, new: QWidget | None) -> None:
        """Watch the field that has the keys, and no other: each event asked about takes time."""
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hand the keys on when the field would do nothing with them; show that it works on much."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.matches(_KEY.Paste) and len(texts_copied()[0]) > LARGE:
                QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
                QTimer.singleShot(0, QGuiApplication.restoreOverrideCursor)
            can_undo, can_redo = _steps(watched)
            if (event.matches(_KEY.Undo) and not can_undo) or (
                event.matches(_KEY.Redo) and not can_redo
            ):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _steps(field: QObject) -> tuple[bool, bool]:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable(), field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        document = field.document()
        return document.isUndoAvailable(), document.isRedoAvailable()
    return True, True
