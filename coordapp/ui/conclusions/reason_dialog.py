"""Asking why a conclusion gives no task."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.kernel.text import nfc, one_line
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.reading_order import Dialog

_SHOWN = 300  # characters of the conclusion


class ReasonDialog(Dialog):
    """Takes a reason; an empty one takes back what was said before."""

    def __init__(self, parent: QWidget | None, conclusion: Conclusion) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Kết luận {conclusion.number} không phát sinh nhiệm vụ")
        self.setMinimumWidth(520)
        text = one_line(conclusion.text) or "Chưa có nội dung"
        said = label(text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…")
        self.reason = QPlainTextEdit(conclusion.no_task_reason)
        self.reason.setAccessibleName("Lý do")
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(84)
        self.reason.setPlaceholderText("Ví dụ: chỉ ghi nhận, đánh giá kết quả")
        self.buttons = QDialogButtonBox()
        self.save = self.buttons.addButton("Lưu lý do", QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setProperty("role", "primary")
        self.save.setDefault(True)
        self.buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(said)
        column.addWidget(label("Lý do", "secondary"))
        column.addWidget(self.reason)
        hint = "Để trống để ghi lại là kết luận này sẽ có nhiệm vụ."
        column.addWidget(label(hint, "secondary"))
        column.addWidget(self.buttons)
        self.reason.selectAll()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @classmethod
    def ask(cls, parent: QWidget | None, conclusion: Conclusion) -> str | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, conclusion)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return nfc(dialog.reason.toPlainText()).strip() if accepted else None
