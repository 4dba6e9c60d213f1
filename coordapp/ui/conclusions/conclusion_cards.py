"""The conclusions of a conference, reworded in place, with the tasks they gave."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.conclusions.conclusion import Conclusion, ConclusionKind, Coverage
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.words.labels import CONCLUSION_KIND
from coordapp.ui.conclusions.labels import covered, done_of
from coordapp.ui.conclusions.source_links import SourceLinks
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.run import Runner
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.fields import ChoiceField
from coordapp.ui.widgets.growing_text import GrowingText
from coordapp.ui.widgets.record_detail import Save
from coordapp.ui.widgets.saving_field import SavingField

_STACKS_BELOW = 520  # pixels: narrower, the buttons stand below the text
_ROWS = 6  # text, what is wrong, reason, sources, buttons in a narrow card, the rest
_MARKED_FOR = 1600  # milliseconds


class TaskLinks(QWidget):
    """The code of a task, which a click asks to open; of several the menu to choose from."""

    open_task_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, ...], int] = ((), 0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def show_codes(self, codes: tuple[str, ...], number: int) -> None:
        """Show these codes, which the conclusion of this number gave."""
        if (codes, number) == self._shown:
            return
        self._shown = codes, number
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        if len(codes) == 1:
            link = _link(codes[0], "Mở nhiệm vụ này")
            link.setObjectName(codes[0])
            link.clicked.connect(self._open)
            self._row.addWidget(link)
        elif codes:
            self._row.addWidget(self._choice(codes, number))

    def _choice(self, codes: tuple[str, ...], number: int) -> QPushButton:
        several = _link(f"{len(codes)} nhiệm vụ", "Chọn nhiệm vụ để mở")
        several.setAccessibleName(f"{len(codes)} nhiệm vụ của kết luận {number}")
        menu = QMenu(several)
        for code in codes:
            menu.addAction(code).setObjectName(code)
        menu.triggered.connect(self._open_action)
        several.setMenu(menu)
        return several

    @Slot()
    def _open(self) -> None:
        self.open_task_requested.emit(self.sender().objectName())

    @Slot(QAction)
    def _open_action(self, action: QAction) -> None:
        self.open_task_requested.emit(action.objectName())


class ConclusionEditor(QFrame):
    """One conclusion."""

    delete_requested = Signal(int)
    assign_requested = Signal(int)
    move_requested = Signal(int, int)  # which, by how many places
    split_requested = Signal(int, int)  # which, before which character
    merge_requested = Signal(int)
    reason_requested = Signal(int)
    sources_requested = Signal(int)
    given_up = Signal(int)  # by Esc

    def __init__(
        self, row: ConclusionRow, run: Runner, save: Save, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._row = row
        self._run = run
        self._save = save
        self.setProperty("role", "card")
        self._is_narrow: bool | None = None
        self._build()
        self._field = SavingField(run, self.text, self._save_text, self._say_wrong)
        self.kind.edited.connect(self._choose_kind)
        self.give.clicked.connect(self._ask_assign)
        self.delete.clicked.connect(self._ask_delete)

    def _build(self) -> None:
        self._number = label("", "card-title", wraps=False)
        # the texts begin below each other, whatever their number
        self._number.setMinimumWidth(self._number.fontMetrics().horizontalAdvance("88") + 2)
        self.kind = ChoiceField((kind, CONCLUSION_KIND[kind]) for kind in ConclusionKind)
        self.kind.setAccessibleName("Loại kết luận")
        self.give = button("Giao…", "quiet", tip="Giao nhiệm vụ theo kết luận này cho đơn vị")
        self.delete = button("", "quiet", "trash", tip="Xóa kết luận này")
        self.more = button(
            "", "quiet", "dots", tip="Chuyển, tách, gộp, ghi căn cứ của kết luận này"
        )
        self.text = GrowingText()
        self.text.setAccessibleName("Nội dung kết luận")
        self.text.setPlaceholderText("Nội dung kết luận, ví dụ: Giao các đơn vị…")
        self._build_menu()
        self._wrong = label("", "error")
        self._wrong.hide()
        self._reason = label("", "secondary")
        self.given = label("", "secondary", wraps=False)
        self._late = label("", "error", wraps=False)
        self.links = TaskLinks()
        self.sources = SourceLinks()
        self._lay_out()

    def _lay_out(self) -> None:
        """Lay out the text with what is done about it at its side: eight must be seen at once."""
        self._side = QWidget()
        self._side.setProperty("role", "plain")
        controls = QHBoxLayout()
        controls.setSpacing(2)
        controls.addWidget(self.kind, 1)
        for part in (self.give, self.more, self.delete):
            controls.addWidget(part)
        told = QHBoxLayout()
        told.setSpacing(8)
        for text in (self.given, self._late):
            told.addWidget(text)
        told.addStretch(1)
        told.addWidget(self.links)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addLayout(controls)
        side.addLayout(told)
        # one grid: a text that grows is asked at once, in a layout of layouts only by and by
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 2, 4, 2)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(_ROWS - 1, 1)
        self._grid.addWidget(self._number, 0, 0, Qt.AlignmentFlag.AlignTop)
        for row, shown in enumerate((self.text, self._wrong, self._reason, self.sources)):
            self._grid.addWidget(shown, row, 1)
        self._stack(is_narrow=False)
        theme.mark(self, "compact", True)

    def _stack(self, *, is_narrow: bool) -> None:
        """Put the buttons beside the text, or below it where both have no room side by side."""
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        self._grid.removeWidget(self._side)
        if is_narrow:
            self._grid.addWidget(self._side, _ROWS - 2, 1)
        else:
            self._grid.addWidget(self._side, 0, 2, _ROWS, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the room there is."""
        super().resizeEvent(event)
        self._stack(is_narrow=self.width() < theme.scaled(_STACKS_BELOW))

    def _build_menu(self) -> None:
        """Offer the same steps in a menu and by keys while the text is written."""
        steps = (
            ("Chuyển lên", "Alt+Up", self._ask_up),
            ("Chuyển xuống", "Alt+Down", self._ask_down),
            ("Tách tại con trỏ", "Ctrl+Return", self._ask_split),
            ("Gộp với kết luận sau", "Ctrl+J", self._ask_merge),
            ("Không phát sinh nhiệm vụ…", "Ctrl+Alt+K", self._ask_reason),
            ("Căn cứ văn bản chỉ đạo…", "Ctrl+Alt+C", self._ask_sources),
        )
        actions = [shortcuts.action_here(self.text, *step) for step in steps]
        self.up, self.down, self.split, self.merge, self.reason, self.rests_on = actions
        menu = QMenu(self.more)
        menu.addActions(actions)
        self.more.setMenu(menu)

    def show_row(self, row: ConclusionRow, *, locked: bool, is_last: bool) -> None:
        """Show what the store holds; text being typed stays."""
        self._row = row
        self.up.setEnabled(not locked and row.conclusion.number > 1)
        self.down.setEnabled(not locked and not is_last)
        self.split.setEnabled(not locked)
        self.merge.setEnabled(not locked and not is_last)
        self.reason.setEnabled(not row.task_codes)
        self.give.setEnabled(not row.conclusion.no_task_reason)
        self._number.setText(str(row.conclusion.number))
        self._number.setAccessibleName(f"Kết luận {row.conclusion.number}")
        self._name_parts(row.conclusion.number)
        self.kind.set_value(row.conclusion.kind)
        self._field.show(row.id, row.conclusion.text)
        self._field.set_locked(locked)
        self.kind.setEnabled(not locked)
        self.delete.setEnabled(not locked)
        self.given.setText(done_of(row))
        self.given.setToolTip(covered(row))
        self._reason.setText(covered(row) if row.conclusion.no_task_reason else "")
        self._reason.setVisible(bool(row.conclusion.no_task_reason))
        self.given.setVisible(self._reason.isHidden())
        uncovered = row.coverage is Coverage.UNCOVERED
        theme.mark(self.given, "role", "warning" if uncovered else "secondary")
        self._late.setText(f"{row.tasks_overdue} quá hạn")
        self._late.setVisible(bool(row.tasks_overdue))
        self.links.show_codes(row.task_codes, row.conclusion.number)
        self.sources.show_ties(row.sources)

    def _name_parts(self, number: int) -> None:
        """Give each part the number of its conclusion: who hears a name knows whose it is."""
        for part, words in (
            (self.kind, "Loại kết luận"),
            (self.give, "Giao kết luận"),
            (self.more, "Chuyển, tách, gộp kết luận"),
            (self.delete, "Xóa kết luận"),
            (self.text, "Nội dung kết luận"),
        ):
            part.setAccessibleName(f"{words} {number}")

    def flush(self) -> None:
        """Save what was typed last."""
        self._field.flush()

    def _say_wrong(self, reason: str) -> None:
        self._wrong.setText(reason)
        self._wrong.setVisible(bool(reason))

    def _save_text(self, text: str) -> None:
        self._save(self._row.id, "text", text, self._field.typing_run)

    @Slot(object)
    def _choose_kind(self, kind: ConclusionKind) -> None:
        if not self._run(lambda: self._save(self._row.id, "kind", kind)):
            self.kind.set_value(self._row.conclusion.kind)

    @Slot()
    def _ask_up(self) -> None:
        self.move_requested.emit(self._row.id, -1)

    @Slot()
    def _ask_down(self) -> None:
        self.move_requested.emit(self._row.id, 1)

    @Slot()
    def _ask_split(self) -> None:
        # the cursor counts halves of rare characters, the text whole ones
        before = self.text.textCursor()
        before.setPosition(0, before.MoveMode.KeepAnchor)
        self.split_requested.emit(self._row.id, len(nfc(before.selectedText())))

    @Slot()
    def _ask_merge(self) -> None:
        self.merge_requested.emit(self._row.id)

    @Slot()
    def _ask_reason(self) -> None:
        self.reason_requested.emit(self._row.id)

    @Slot()
    def _ask_sources(self) -> None:
        self.sources_requested.emit(self._row.id)

    @Slot()
    def _ask_assign(self) -> None:
        self.assign_requested.emit(self._row.id)

    @Slot()
    def _ask_delete(self) -> None:
        self.delete_requested.emit(self._row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell that Esc was pressed in the text, which makes nothing of it."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit(self._row.id)
            return
        super().keyPressEvent(event)


class ConclusionList(QWidget):
    """All conclusions of one conference; editors are kept while their conclusion lives."""

    add_requested = Signal()
    delete_requested = Signal(int)
    paste_requested = Signal()
    assign_requested = Signal(int)  # 0: none chosen yet
    move_requested = Signal(int, int)
    split_requested = Signal(int, int)
    merge_requested = Signal(int)
    reason_requested = Signal(int)
    sources_requested = Signal(int)
    open_task_requested = Signal(str)
    open_source_requested = Signal(object)  # SourceTie
    given_up = Signal(int)

    def __init__(self, run: Runner, save: Save, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._save = save
        self.editors: dict[int, ConclusionEditor] = {}
        self._fading = QTimer(self, singleShot=True, interval=_MARKED_FOR)
        self._fading.timeout.connect(self._unmark)
        self._build()
        self.give.clicked.connect(self._ask_assign)
        self.add.clicked.connect(self.add_requested)
        self.paste.clicked.connect(self.paste_requested)

    def _build(self) -> None:
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        body.setProperty("role", "plain")
        self._rows = QVBoxLayout(body)
        self._rows.setContentsMargins(0, 0, 6, 0)
        self._rows.setSpacing(3)
        self._rows.addStretch(1)
        scroll.setWidget(body)
        self._empty = Card()
        self._empty.body.addWidget(
            EmptyState(
                "Chưa có kết luận",
                "Ghi từng kết luận của người chủ trì, rồi giao nhiệm vụ cho đơn vị.",
            )
        )
        self._scroll = scroll
        self.give = button("Ma trận phân công…", "primary", "users")
        self.add = button("Thêm kết luận", "plain", "plus")
        self.paste = button(
            "Từ văn bản…", "plain", "file-text", tip="Lập kết luận từ văn bản dán vào"
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.give)
        buttons.addWidget(self.add)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scroll, 1)
        column.addWidget(self._empty, 1)
        column.addLayout(buttons)

    def show_rows(self, rows: list[ConclusionRow], *, locked: bool) -> None:
        """Show these conclusions in this order."""
        wanted = {row.id for row in rows}
        for gone in [item for item in self.editors if item not in wanted]:
            editor = self.editors.pop(gone)
            self._rows.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
        for position, row in enumerate(rows):
            if row.id not in self.editors:
                self._add_editor(row, position)
            editor = self.editors[row.id]
            if self._rows.indexOf(editor) != position:
                self._rows.removeWidget(editor)
                self._rows.insertWidget(position, editor)
            editor.show_row(row, locked=locked, is_last=position == len(rows) - 1)
        self._scroll.setVisible(bool(rows))
        self._empty.setVisible(not rows)
        self.give.setEnabled(bool(rows))
        self.add.setEnabled(not locked)
        self.paste.setEnabled(not locked)

    def _add_editor(self, row: ConclusionRow, position: int) -> None:
        editor = ConclusionEditor(row, self._run, self._save, self)
        editor.delete_requested.connect(self.delete_requested)
        editor.given_up.connect(self.given_up)
        editor.assign_requested.connect(self.assign_requested)
        editor.move_requested.connect(self.move_requested)
        editor.split_requested.connect(self.split_requested)
        editor.merge_requested.connect(self.merge_requested)
        editor.reason_requested.connect(self.reason_requested)
        editor.sources_requested.connect(self.sources_requested)
        editor.sources.open_requested.connect(self.open_source_requested)
        editor.links.open_task_requested.connect(self.open_task_requested)
        self.editors[row.id] = editor
        self._rows.insertWidget(position, editor)

    def editors_in_order(self) -> list[int]:
        """Give the ids of the conclusions as they stand."""
        return sorted(self.editors, key=lambda item: self._rows.indexOf(self.editors[item]))

    def start(self, conclusion_id: int) -> None:
        """Put the keyboard on a conclusion and show it whole."""
        editor = self.editors.get(conclusion_id)
        if editor is not None:
            editor.text.setFocus()
            self._bring_in_view(conclusion_id)
            # a card that is new takes its height when it is first painted
            QTimer.singleShot(0, self, partial(self._bring_in_view, conclusion_id))

    def land(self, conclusion_id: int) -> None:
        """Lead to a conclusion, marked once so that the eye finds it."""
        self.start(conclusion_id)
        editor = self.editors.get(conclusion_id)
        if editor is not None:
            self._unmark()
            theme.mark(editor, "landed", True)
            self._fading.start()

    @Slot()
    def _unmark(self) -> None:
        self._fading.stop()
        for editor in self.editors.values():
            theme.mark(editor, "landed", False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was marked: it was seen."""
        self._unmark()
        super().hideEvent(event)

    def _bring_in_view(self, conclusion_id: int) -> None:
        editor = self.editors.get(conclusion_id)
        if editor is None:
            return
        self._rows.activate()
        # its lower end first: of a card higher than the room the beginning is seen
        self._scroll.ensureVisible(0, editor.geometry().bottom(), 0, 4)
        self._scroll.ensureVisible(0, editor.geometry().top(), 0, 4)

    def flush(self) -> None:
        """Save what was typed last."""
        for editor in list(self.editors.values()):
            editor.flush()

    @Slot()
    def _ask_assign(self) -> None:
        self.assign_requested.emit(0)


def blank(conference_id: int) -> Conclusion:
    """Make the conclusion that the add button records."""
    return Conclusion(
        id=ConclusionId(0),
        conference_id=ConferenceId(conference_id),
        number=0,
        kind=ConclusionKind.ASSIGN,
        text="",
    )


def _link(text: str, tip: str) -> QPushButton:
    return button(text, "quiet", tip=tip)
