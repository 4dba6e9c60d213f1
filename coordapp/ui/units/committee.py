"""The particulars of the committee, saved as they are typed."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.committee.committee import DocumentStyle, QuorumRule
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.conference_labels import QUORUM_RULE
from coordapp.domain.words.labels import DOCUMENT_STYLE
from coordapp.services.committee import committee_actions
from coordapp.store.queries import committee_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.field import Field
from coordapp.ui.widgets.fields import ChoiceField, FieldRow
from coordapp.ui.widgets.growing_text import GrowingText

_TEXTS = (
    ("name", "Tên Ban Chỉ đạo"),
    ("superior_body", "Cơ quan cấp trên"),
    ("document_code", "Ký hiệu văn bản"),
    ("place", "Địa danh"),
    ("term", "Nhiệm kỳ"),
)
_NEEDED = ("name", "document_code", "due_soon_days")
_RECIPIENT_LINES, _PADDING = 6, 18
_LONGEST_WARNING = 60


class CommitteeEditor(QScrollArea):
    """One action for each field that is edited."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.editors: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._fields: dict[str, Field] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        body = QWidget()
        body.setProperty("role", "plain")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        self._build()
        self.setWidget(body)
        self.document_style.edited.connect(self._choose_style)
        self.quorum_rule.edited.connect(self._choose_quorum)
        self.substitutes_count.clicked.connect(self._choose_substitutes)

    def _build(self) -> None:
        for name, title in _TEXTS:
            # the name is long, and all of it must be seen
            self._text(name, title, GrowingText() if name == "name" else QLineEdit())
        self.document_style = ChoiceField(DOCUMENT_STYLE.items())
        self._column.addWidget(FieldRow("Thể thức giấy tờ", self.document_style))
        soon = QLineEdit()
        soon.setValidator(QIntValidator(0, _LONGEST_WARNING, soon))
        self._text("due_soon_days", "Báo sắp đến hạn trước (số ngày)", soon)
        self.quorum_rule = ChoiceField(QUORUM_RULE.items())
        self.quorum_rule.setMinimumContentsLength(22)
        self._column.addWidget(FieldRow("Hội nghị hợp lệ khi có mặt", self.quorum_rule))
        self.substitutes_count = QCheckBox("Tính cả người được cử dự thay")
        self._column.addWidget(self.substitutes_count)
        recipients = QPlainTextEdit()
        recipients.setTabChangesFocus(True)
        height = recipients.fontMetrics().lineSpacing() * _RECIPIENT_LINES + _PADDING
        recipients.setMinimumHeight(height)
        self._text("recipients", "Nơi nhận (mỗi dòng một nơi)", recipients)
        self._column.addStretch(1)

    def _text(self, name: str, title: str, editor: QLineEdit | QPlainTextEdit) -> None:
        row = FieldRow(title, editor)
        self.editors[name] = editor
        self._fields[name] = Field(
            self._context.run, editor, partial(self._save, name), row.say_wrong
        )
        self._column.addWidget(row)

    def refresh(self) -> None:
        """Show what the store holds; what is typed or refused stays."""
        body = committee_queries.read(self._context.store.connection)
        self.setEnabled(body is not None)
        if body is None:
            return
        for name, field in self._fields.items():
            field.show(body.id, str(getattr(body, name)))
        self.document_style.set_value(body.document_style)
        self.quorum_rule.set_value(body.quorum_rule)
        self.substitutes_count.setChecked(body.substitutes_count)

    def flush(self) -> None:
        """Save what was typed last."""
        for field in self._fields.values():
            field.flush()

    def _save(self, name: str, text: str) -> None:
        if name in _NEEDED and not text.strip():
            raise RuleViolation("text_missing")
        if name == "due_soon_days":
            self._put(name, int(text))
        else:
            self._put(name, text if name == "recipients" else one_line(text))

    def _put(self, name: str, value: Any) -> None:
        body = committee_queries.read(self._context.store.connection)
        if body is None:
            raise RuleViolation("record_gone", kind=Kind.COMMITTEE)
        committee_actions.edit_committee(self._context.store, replace(body, **{name: value}))

    @Slot(object)
    def _choose_style(self, style: DocumentStyle) -> None:
        if not self._context.run(lambda: self._put("document_style", style)):
            self.refresh()

    @Slot(object)
    def _choose_quorum(self, rule: QuorumRule) -> None:
        if not self._context.run(lambda: self._put("quorum_rule", rule)):
            self.refresh()

    @Slot(bool)
    def _choose_substitutes(self, counted: bool) -> None:
        if not self._context.run(lambda: self._put("substitutes_count", counted)):
            self.refresh()
