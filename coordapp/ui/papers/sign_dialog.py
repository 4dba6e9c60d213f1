"""The dialog before minutes are signed for good."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from coordapp.domain.documents.document import Document
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words.messages import sentence
from coordapp.services.documents.document_actions import Proposal
from coordapp.ui.papers.agreement import OpenPoints
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.form_dialog import LARGEST_NUMBER, FormDialog

_AFTER = (
    "Sau khi ký, thông tin, chương trình, thành phần, phát biểu và kết luận của hội nghị bị khóa, "
    "không hoàn tác được. Bản PDF được giữ trong sổ kèm mã kiểm tra in ở chân trang. "
    "Muốn sửa về sau phải lập biên bản bổ sung; nhiệm vụ vẫn cập nhật bình thường."
)
_AGAIN = "Vẫn dùng lại số này"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignDraft:
    """The number the minutes get, and whether it may be one that is used already."""

    number: int
    repeat_agreed: bool


class SignDialog(FormDialog):
    """Offers the number, says what is odd about it, and what signing locks."""

    def __init__(
        self,
        parent: QWidget | None,
        paper: Document,
        look: Callable[[Document], Proposal],
        today: date,
        findings: Sequence[str] = (),
    ) -> None:
        super().__init__("Ký biên bản", "Ký biên bản", today, parent)
        self._paper, self._look = paper, look
        self._known = look(paper)
        self.number = QLineEdit(str(self._known.number))
        self.number.setValidator(QIntValidator(1, LARGEST_NUMBER, self.number))
        self._symbol = label("")
        self._warning = label("", "warning")
        self.again = QCheckBox(_AGAIN)
        title = label("")
        self.form.addRow("Hội nghị", title)
        self.warn(title, paper.subject)
        self.add("Số biên bản", self.number)
        self.form.addRow("Số, ký hiệu", self._symbol)
        self.form.addRow("", self._warning)
        self.add("", self.again)
        self.open_points = OpenPoints("ký")
        self.open_points.show_points(findings)
        self.add("", self.open_points)
        self.form.setRowVisible(self.open_points, bool(findings))
        self.explain(_AFTER)
        self.number.textChanged.connect(self._judge)
        self._judge()
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    @Slot()
    def _judge(self) -> None:
        """Say what is odd about the number."""
        if not self.number.hasAcceptableInput():
            return
        typed = self.number.text()
        self._known = self._look(replace(self._paper, number=int(typed)))
        self._symbol.setText(self._known.symbol)
        self.warn(self._warning, self._known.warning)
        self.form.setRowVisible(self.again, self._known.repeats)
        if not self._known.repeats:
            self.again.setChecked(False)
        self.fit_height()

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what stands in the way."""
        if not self.number.hasAcceptableInput():
            return [(self.number, sentence(RuleViolation("document_without_number")))]
        if self._known.repeats and not self.again.isChecked():
            return [(self.again, f"Hãy sửa số biên bản, hoặc đánh dấu “{_AGAIN}”.")]
        return self.open_points.mistakes()

    def draft(self) -> SignDraft:
        """Give what was agreed to."""
        return SignDraft(number=int(self.number.text()), repeat_agreed=self.again.isChecked())

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        paper: Document,
        look: Callable[[Document], Proposal],
        today: date,
        findings: Sequence[str] = (),
    ) -> SignDraft | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, paper, look, today, findings)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft() if accepted else None
