"""The words of a version of a review report, part by part, saved as they are typed."""

from functools import partial

from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import SummaryId
from coordapp.domain.summaries.summary import Summary, SummaryPart
from coordapp.domain.words.summary_labels import SUMMARY_PART
from coordapp.services.summaries import summary_actions
from coordapp.store.file.case_tables import SUMMARIES
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.record import changed
from coordapp.ui.widgets.card import plain_body
from coordapp.ui.widgets.growing_text import GrowingText
from coordapp.ui.widgets.saving_form import SavingForm

_SUBJECT_HINT = "Để trống thì lấy theo kỳ báo cáo"
_AUTHOR_HINT = "Ghi khi lưu bản, mặc định là thư ký"


class SummaryTexts(QScrollArea):
    """A version that was kept is read and copied only."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id: SummaryId | None = None
        self.form = SavingForm(context.run, self._save, self)
        column = QVBoxLayout(plain_body(self))
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for name, title, hint in (
            ("subject", "Trích yếu", _SUBJECT_HINT),
            ("author", "Người lập", _AUTHOR_HINT),
        ):
            line = QLineEdit()
            line.setPlaceholderText(hint)
            is_person = name == "author"
            column.addWidget(
                self.form.person(name, title, line, context.people)
                if is_person
                else self.form.text(name, title, line)
            )
        for part in SummaryPart:
            column.addWidget(self.form.text(part.value, SUMMARY_PART[part], GrowingText()))
        column.addStretch(1)
        self.setAccessibleName("Phần chữ của báo cáo")

    def show_version(self, summary: Summary | None) -> None:
        """Show a version; without one there is nothing to type in."""
        found = None if summary is None else summary.id
        if found != self._id:
            self.flush()
            self._id = found
        self.setEnabled(summary is not None)
        if summary is None:
            self.form.show(None, lambda _name: "", locked=True)
        else:
            self.form.show(
                summary.id, partial(getattr, summary), locked=summary.kept_on is not None
            )

    def enter(self) -> None:
        """Start typing the first part."""
        self.form.editors[SummaryPart.SITUATION.value].setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        self.form.flush()

    def _save(self, name: str, value: object, run: int | None = None) -> None:
        if self._id is None:
            return
        current = SUMMARIES.get(self._context.store.connection, self._id)
        key = None if run is None else (Kind.SUMMARY, current.id, name, run)
        summary_actions.edit(self._context.store, changed(current, name, value), run=key)
