"""What a paper lacks against its form, before it is printed or saved."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.documents.form_finding import FormFinding
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.reading_order import Dialog

_SIZE = (760, 380)


class FormCheckDialog(Dialog):
    """Lists place, required and found; going on is a choice, going back the default."""

    def __init__(
        self, findings: Sequence[FormFinding], verb: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Kiểm tra thể thức")
        self.resize(*_SIZE)
        must = sum(finding.must for finding in findings)
        counts = f"{must} điểm phải sửa, {len(findings) - must} điểm nên xem lại"
        self.words = label(counts if findings else "Không phát hiện lỗi thể thức.", "card-title")
        self.model = RecordModel(_COLUMNS, key=lambda finding: finding, parent=self)
        self.table = TableView(self.model, self)
        self.table.setAccessibleName("Các điểm chưa đúng thể thức")
        self.table.set_compact(True)
        self.table.set_empty_state(EmptyState("Văn bản đúng thể thức", "Không có gì phải sửa."))
        self.model.show(sorted(findings, key=lambda finding: not finding.must))
        self.back = button("Quay lại sửa" if verb else "Đóng", "primary")
        self.go_on = button(f"Vẫn {verb.lower()}")
        self.go_on.setVisible(bool(verb))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.back.setDefault(True)
        self.back.setFocus()
        self.back.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._go_on)

    @Slot()
    def _go_on(self) -> None:
        self.accept()

    @classmethod
    def ask(cls, parent: QWidget | None, findings: Sequence[FormFinding], verb: str) -> bool:
        """Show what was found; tell whether to go on all the same."""
        dialog = cls(findings, verb, parent)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return agreed


_COLUMNS: tuple[Column[FormFinding], ...] = (
    Column(
        key="must",
        title="Mức",
        width=96,
        text=lambda finding: "Phải sửa" if finding.must else "Nên xem",
        tone=lambda finding: Tone.OVERDUE if finding.must else Tone.DUE_SOON,
    ),
    Column(key="place", title="Chỗ", width=150, text=attrgetter("place")),
    Column(key="required", title="Yêu cầu", stretch=True, text=attrgetter("required")),
    Column(key="found", title="Hiện có", width=190, text=attrgetter("found")),
)
