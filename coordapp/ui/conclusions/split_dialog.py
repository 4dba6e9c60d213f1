"""Asking which tasks go with the second half of a conclusion."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.tasks.task import Task
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.reading_order import Dialog

_ID = Qt.ItemDataRole.UserRole
_SHOWN = 160  # characters of each half


class SplitDialog(Dialog):
    """Shows both halves; tasks stay with the first unless they are ticked."""

    def __init__(
        self, parent: QWidget | None, halves: tuple[str, str], given: Sequence[Task]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tách kết luận")
        self.setMinimumWidth(560)
        self.tasks = QListWidget()
        self.tasks.setAccessibleName("Nhiệm vụ theo phần sau")
        self.tasks.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tasks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for task in given:
            item = QListWidgetItem(f"{task.code} · {task.title}", self.tasks)
            item.setToolTip(task.title)
            item.setData(_ID, task.id)
            item.setCheckState(Qt.CheckState.Unchecked)
        self.tasks.setCurrentRow(0)
        self.buttons = QDialogButtonBox()
        split = self.buttons.addButton("Tách", QDialogButtonBox.ButtonRole.AcceptRole)
        split.setProperty("role", "primary")
        split.setDefault(True)
        self.buttons.addButton("Không tách", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for title, text in zip(("Phần đầu", "Phần sau"), halves, strict=True):
            shown = one_line(text)
            column.addWidget(label(title, "secondary"))
            column.addWidget(label(shown if len(shown) <= _SHOWN else shown[: _SHOWN - 1] + "…"))
        ask = "Nhiệm vụ ở lại với phần đầu. Đánh dấu nhiệm vụ chuyển sang phần sau:"
        column.addWidget(label(ask, "secondary"))
        column.addWidget(self.tasks)
        column.addWidget(self.buttons)
        self.tasks.setFocus()

    def chosen(self) -> tuple[TaskId, ...]:
        """Give the tasks that go with the second half."""
        items = [self.tasks.item(row) for row in range(self.tasks.count())]
        ticked = Qt.CheckState.Checked
        return tuple(TaskId(item.data(_ID)) for item in items if item.checkState() is ticked)

    @classmethod
    def ask(
        cls, parent: QWidget | None, halves: tuple[str, str], given: Sequence[Task]
    ) -> tuple[TaskId, ...] | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, halves, given)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen() if accepted else None
