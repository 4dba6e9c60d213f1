"""The particulars of the committee, saved as they are typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from coordapp.domain.committee import short_forms
from coordapp.domain.committee.committee import USUAL_CLARITY
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.conference_labels import QUORUM_RULE
from coordapp.domain.words.labels import DOCUMENT_STYLE, EXTRACT_FORM
from coordapp.services.committee import committee_actions
from coordapp.store.queries import committee_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.record import changed
from coordapp.ui.widgets.card import plain_body
from coordapp.ui.widgets.growing_text import GrowingText
from coordapp.ui.widgets.saving_field import some_line
from coordapp.ui.widgets.saving_form import SavingForm, text_block

_TEXTS = (
    ("name", "Tên Ban Chỉ đạo"),
    ("superior_body", "Cơ quan cấp trên"),
    ("document_code", "Ký hiệu văn bản"),
    ("place", "Địa danh"),
    ("term", "Nhiệm kỳ"),
)
# what is typed in a line goes through these; the recipients are taken as they stand
_READERS: dict[str, Callable[[str], object]] = {
    "name": some_line,
    "superior_body": one_line,
    "document_code": some_line,
    "place": one_line,
    "term": one_line,
    "short_forms": short_forms.tidied,
    "due_soon_days": lambda typed: int(some_line(typed)),
    "report_cutoff_day": lambda typed: int(some_line(typed)),
}
_CLARITY = "Nhiệm vụ phải rõ những gì (mỗi dòng một tiêu chí, sau dấu hai chấm là nội dung cần có)"
_CLARITY_TIP = (
    "Để trống thì theo 5 rõ. Thêm dòng cho tiêu chí thứ sáu, ví dụ “rõ thẩm quyền: căn cứ”.\n"
    "Nội dung cần có: đơn vị chủ trì, đầu mối, nội dung việc, thời hạn, sản phẩm, căn cứ."
)
_RECIPIENT_LINES, _SHORT_FORM_LINES = 6, 5
_LONGEST_WARNING = 60
_LAST_DAY = 31


class CommitteeEditor(QScrollArea):
    """One action for each field that is edited."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.form = SavingForm(context.run, self._save, self)
        self._column = QVBoxLayout(plain_body(self))
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self._build()

    def _build(self) -> None:
        form = self.form
        for name, title in _TEXTS:
            # the name is long, and all of it must be seen
            editor = GrowingText() if name == "name" else QLineEdit()
            self._column.addWidget(form.text(name, title, editor))
        self._column.addWidget(
            form.choice("document_style", "Thể thức văn bản", DOCUMENT_STYLE.items())
        )
        self._column.addWidget(
            form.choice("extract_form", "Bản trích cho đơn vị", EXTRACT_FORM.items())
        )
        form.choices["extract_form"].setMinimumContentsLength(22)
        soon = QLineEdit()
        soon.setValidator(QIntValidator(0, _LONGEST_WARNING, soon))
        self._column.addWidget(form.text("due_soon_days", "Báo sắp đến hạn trước (số ngày)", soon))
        cutoff = QLineEdit()
        cutoff.setValidator(QIntValidator(1, _LAST_DAY, cutoff))
        self._column.addWidget(
            form.text("report_cutoff_day", "Ngày chốt số liệu trong tháng", cutoff)
        )
        self._column.addWidget(
            form.choice("quorum_rule", "Hội nghị hợp lệ khi có mặt", QUORUM_RULE.items())
        )
        form.choices["quorum_rule"].setMinimumContentsLength(22)
        self._column.addWidget(form.tick("substitutes_count", "Tính cả người được cử dự thay"))
        clarity = text_block(_RECIPIENT_LINES, grows=True)
        clarity.setPlaceholderText(USUAL_CLARITY)
        clarity.setToolTip(_CLARITY_TIP)
        self._column.addWidget(form.text("clarity", _CLARITY, clarity))
        recipients = text_block(_RECIPIENT_LINES, grows=True)
        self._column.addWidget(form.text("recipients", "Nơi nhận (mỗi dòng một nơi)", recipients))
        shortened = text_block(_SHORT_FORM_LINES)
        title = "Chữ viết tắt khi tìm (LLVT = lực lượng vũ trang)"
        self._column.addWidget(form.text("short_forms", title, shortened))
        self._column.addStretch(1)

    def refresh(self) -> None:
        """Show what the store holds; what is typed or refused stays."""
        body = committee_queries.read(self._context.store.connection)
        self.setEnabled(body is not None)
        if body is not None:
            self.form.show(body.id, partial(getattr, body))

    def flush(self) -> None:
        """Save what was typed last."""
        self.form.flush()

    def _save(self, name: str, value: object, _run: int | None = None) -> None:
        body = committee_queries.read(self._context.store.connection)
        if body is None:
            raise RuleViolation("record_gone", kind=Kind.COMMITTEE)
        if name in _READERS:
            value = _READERS[name](str(value))
        committee_actions.edit_committee(self._context.store, changed(body, name, value))
