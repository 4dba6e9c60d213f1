"""The dialog before minutes are signed for good."""

from datetime import date

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from coordapp.domain.conference import Conference
from coordapp.services.documents import Proposal
from coordapp.ui.tasks.forms import FormDialog, label

_AFTER = (
    "Sau khi ký, thông tin, chương trình, thành phần, phát biểu và kết luận của hội nghị bị khóa, "
    "không hoàn tác được. Bản PDF được giữ trong sổ kèm mã kiểm tra in ở chân trang. "
    "Muốn sửa về sau phải lập biên bản bổ sung; nhiệm vụ vẫn cập nhật bình thường."
)
_AGAIN = "Vẫn dùng lại số này"


class SignDialog(FormDialog):
    """Says what signing locks, and what is odd about the number."""

    def __init__(
        self, parent: QWidget | None, conference: Conference, known: Proposal, today: date
    ) -> None:
        super().__init__(f"Ký biên bản {conference.code}", "Ký biên bản", today, parent)
        self._repeats = known.repeats
        self.form.addRow("Hội nghị", label(conference.title))
        self.form.addRow("Biên bản số", label(known.symbol))
        warning = label("", "warning")
        self.form.addRow("", warning)
        self.warn(warning, known.warning)
        self.again = QCheckBox(_AGAIN)
        self.add("", self.again)
        self.form.setRowVisible(self.again, known.repeats)
        self.explain(_AFTER)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what stands in the way."""
        if not self._repeats or self.again.isChecked():
            return []
        return [(self.again, f"Hãy sửa số biên bản, hoặc đánh dấu “{_AGAIN}”.")]

    @classmethod
    def ask(
        cls, parent: QWidget | None, conference: Conference, known: Proposal, today: date
    ) -> bool | None:
        """Show the dialog; whether a repeat was agreed to, None when the person turned away."""
        dialog = cls(parent, conference, known, today)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.again.isChecked() if accepted else None
