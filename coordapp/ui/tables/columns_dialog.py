"""Which columns a table shows, and in which order; all of it by keys."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coordapp.ui.kit import shortcuts
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog

_KEY = Qt.ItemDataRole.UserRole
_HEIGHT = 320  # of eleven columns, in pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """A column as the dialog offers it; one that is `fixed` is always shown."""

    key: str
    title: str
    shown: bool
    fixed: bool = False


class ColumnsDialog(Dialog):
    """Space shows and hides, Alt with an arrow moves."""

    def __init__(self, parent: QWidget | None, choices: Sequence[ColumnChoice]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Cột của danh sách")
        self.setMinimumWidth(380)
        self._fixed = {choice.key for choice in choices if choice.fixed}
        self.list = QListWidget(self)
        self.list.setAccessibleName("Các cột")
        self.list.setMinimumHeight(_HEIGHT)
        for choice in choices:
            self.list.addItem(_item(choice))
        self.up = self._button("chevron-up", "Lên", "Alt+Up", self._move_up)
        self.down = self._button("chevron-down", "Xuống", "Alt+Down", self._move_down)
        self._lay_out()
        self.list.currentRowChanged.connect(self._allow)
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        hint = label("Đánh dấu cột cần xem (phím cách), chuyển cột bằng Alt+↑, Alt+↓.", "secondary")
        column.addWidget(hint)
        column.addWidget(self.list, 1)
        moves = QHBoxLayout()
        moves.addWidget(self.up)
        moves.addWidget(self.down)
        moves.addStretch(1)
        column.addLayout(moves)
        buttons = QDialogButtonBox()
        agree = buttons.addButton("Áp dụng", QDialogButtonBox.ButtonRole.AcceptRole)
        agree.setProperty("role", "primary")
        buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        agree.setDefault(True)

    def _button(self, icon: str, words: str, keys: str, slot: object) -> QPushButton:
        made = button(words, "plain", icon, self, tip=keys)
        made.setAutoDefault(False)
        made.clicked.connect(slot)
        shortcuts.key_here(self.list, f"Chuyển cột {words.lower()}", keys, made.click)
        return made

    def choices(self) -> tuple[ColumnChoice, ...]:
        """Give the columns in the order and state chosen."""
        items = map(self.list.item, range(self.list.count()))
        return tuple(
            ColumnChoice(
                key=item.data(_KEY),
                title=item.text(),
                shown=item.checkState() is Qt.CheckState.Checked,
                fixed=item.data(_KEY) in self._fixed,
            )
            for item in items
        )

    @Slot()
    def _allow(self) -> None:
        row = self.list.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)

    @Slot()
    def _move_up(self) -> None:
        self._move(-1)

    @Slot()
    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        item = self.list.takeItem(row)
        self.list.insertItem(row + by, item)
        self.list.setCurrentRow(row + by)

    @classmethod
    def ask(
        cls, parent: QWidget | None, choices: Sequence[ColumnChoice]
    ) -> tuple[ColumnChoice, ...] | None:
        """Ask; None when it was left."""
        dialog = cls(parent, choices)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.choices() if agreed else None


def _item(choice: ColumnChoice) -> QListWidgetItem:
    item = QListWidgetItem(choice.title)
    item.setData(_KEY, choice.key)
    item.setCheckState(Qt.CheckState.Checked if choice.shown else Qt.CheckState.Unchecked)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags if choice.fixed else flags | Qt.ItemFlag.ItemIsUserCheckable)
    if choice.fixed:
        item.setToolTip("Cột này luôn hiện")
    return item
