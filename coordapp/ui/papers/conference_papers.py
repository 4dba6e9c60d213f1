"""The papers of a conference: issued, signed, kept, put right by supplementary minutes."""

from dataclasses import replace
from operator import attrgetter

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordapp.domain.calendar import dates
from coordapp.domain.conferences.conference import Conference, ConferenceState
from coordapp.domain.documents.document import Document, seal_code
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.tasks.task import Task
from coordapp.services.documents import document_actions, issued_papers, paper_files, signing
from coordapp.services.documents.issued_papers import LETTERS, REPLACED, is_kept
from coordapp.store.queries import document_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.papers.issue_actions import IssueActions
from coordapp.ui.papers.paper_actions import PaperActions, columns
from coordapp.ui.records.attachments import AttachmentList
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import Card, button, label, line

_EMPTY = "Chưa có văn bản nào. Ban hành thông báo kết luận thì các nhiệm vụ dự thảo được giao."

_KEPT = "Mở và Lưu cho đúng bản PDF đã ban hành, lưu trong sổ. Bản đã ban hành không xóa được."
_CHANGED = (
    "Nội dung trong sổ nay khác bản đã ban hành. Mở và Lưu vẫn cho đúng bản đã ban hành; "
    "muốn gửi nội dung mới hãy ban hành bản thay thế."
)
_NOT_KEPT = (
    "Văn bản này ghi số khi chương trình chưa lưu bản PDF: Mở và Lưu lập lại theo nội dung hiện nay, "
    "có thể khác bản đã ban hành."
)


class PapersEditor(Card):
    """Says how far the papers are, and offers what comes next."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._context = context
        self._conference: Conference | None = None
        self.issuing = IssueActions(context, self)
        self._shelf = PaperActions(context, self)
        self.model: RecordModel[Document] = RecordModel(
            columns(), key=attrgetter("id"), parent=self
        )
        self.table = TableView(self.model, self)
        # scans and the like, which are attached also after signing: they prove what was signed
        self.files = AttachmentList(context, self)
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    # --- building

    def _build(self) -> None:
        self.state = label("")
        self.waiting = label("", "secondary")
        self.issue = button("Ban hành thông báo…", "plain", "file-text")
        self.other = button("Văn bản khác…", "plain", "plus")
        self.sign = button("Ký biên bản…", "plain", "gavel")
        self.supplement = button("Biên bản bổ sung…", "plain", "note")
        self.release = button("Giao trước…", "plain", tip="Giao nhiệm vụ dự thảo trước thông báo")
        self._hint = label(_EMPTY, "secondary")
        self.kept = label("", "secondary")
        self.replace = button("Bản thay thế…", tip="Ban hành văn bản thay cho bản đã ban hành")
        self.edit = button("Sửa…")
        self.open = button("Mở PDF")
        self.save = button("Lưu PDF…", "plain", "file-type-pdf")
        self.remove = button("Xóa", "danger")
        self.table.setAccessibleName("Văn bản của hội nghị")
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        shortcuts.action_here(self.table, "Xóa", "Delete", self.delete_current)
        self.body.addWidget(self.state)
        self.body.addWidget(self.waiting)
        self.body.addLayout(_row(self.issue, self.sign, self.supplement))
        self.body.addLayout(_row(self.other, self.release))
        self.body.addWidget(self._hint)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.kept)
        self.body.addLayout(_row(self.edit, self.open, self.save, self.replace, self.remove))
        self.body.addStretch(0)
        self.body.addWidget(line())
        self.body.addWidget(self.files)

    def _connect(self) -> None:
        self.issue.clicked.connect(self.issuing.ask_notice)
        self.other.clicked.connect(self.issuing.ask_other)
        self.sign.clicked.connect(self.ask_sign)
        self.supplement.clicked.connect(self.issuing.ask_supplement)
        self.release.clicked.connect(self.issuing.ask_release)
        self.issuing.recorded.connect(self.table.select_id)
        self.edit.clicked.connect(self.ask_edit)
        self.replace.clicked.connect(self.ask_replacement)
        self.open.clicked.connect(self.open_current)
        self.save.clicked.connect(self.ask_save)
        self.remove.clicked.connect(self.delete_current)
        self.table.selected.connect(self._follow)
        self.table.activated_row.connect(self._open_or_edit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.files.welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.files.welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take(event)

    # --- showing

    def show_for(self, conference: Conference) -> None:
        """Show the papers of a conference."""
        self._conference = self.issuing.conference = conference
        reader = self._context.store.connection
        papers = document_queries.of_conference(reader, conference.id)
        self.model.show(papers)
        self.files.show_for(Kind.CONFERENCE, conference.id)
        self.table.setVisible(bool(papers))
        self._hint.setVisible(not papers)
        if papers and self.table.current_id() is None:
            self.table.select_id(papers[0].id)
        self._say_state(conference)
        self._say_waiting(document_queries.withheld(reader, conference.id))
        self._follow()

    def _say_state(self, conference: Conference) -> None:
        signed = document_queries.signed_minutes(self._context.store.connection, conference.id)
        is_signed = conference.state is ConferenceState.SIGNED
        lacking = ""
        if conference.state is ConferenceState.HELD:
            # the number is offered when the minutes are signed
            numbered = replace(conference, minutes_number=conference.minutes_number or 1)
            lacking = ", ".join(signing.missing(self._context.store.connection, numbered))
        if signed is not None and signed.signed_at is not None:
            at = f"{dates.short(signed.signed_at.date())} {signed.signed_at:%H:%M}"
            code = seal_code(signed.sealed)
            said = f"Biên bản {signed.symbol} đã ký lúc {at}, mã kiểm tra {code}. Nội dung đã khóa."
        elif is_signed:
            said = "Biên bản đã ký ngoài sổ. Nội dung đã khóa."
        elif conference.state is not ConferenceState.HELD:
            said = "Biên bản ký được sau khi hội nghị đã họp."
        elif lacking:
            said = f"Biên bản chưa ký; còn thiếu: {lacking}."
        else:
            said = f"Biên bản chưa ký. {self._odd_number(conference)}".strip()
        self.state.setText(said)
        self.sign.setVisible(not is_signed)
        self.sign.setEnabled(conference.state is ConferenceState.HELD and not lacking)
        self.sign.setToolTip("" if self.sign.isEnabled() else said)
        self.supplement.setVisible(signed is not None)

    def _odd_number(self, conference: Conference) -> str:
        reader, today = self._context.store.connection, self._context.today
        number = conference.minutes_number
        known = document_actions.minutes_number(reader, conference, today, number)
        return "" if known is None else known.warning

    def _say_waiting(self, drafts: list[Task]) -> None:
        parents = {task.parent_id for task in drafts}
        count = sum(task.id not in parents for task in drafts)
        self.waiting.setText(
            f"{count} nhiệm vụ dự thảo chờ thông báo kết luận, chưa tính vào số liệu."
        )
        self.waiting.setVisible(bool(count))
        self.release.setVisible(bool(count))

    @Slot()
    def _follow(self) -> None:
        paper = self.table.current_record()
        self.edit.setEnabled(paper is not None and paper.signed_at is None)
        kept = paper is not None and is_kept(paper)
        self.remove.setEnabled(paper is not None and paper.signed_at is None and not kept)
        self.kept.setText("" if paper is None else self._say_kept(paper))
        self.kept.setVisible(bool(self.kept.text()))
        printed = paper is not None and self._prints(paper)
        self.open.setEnabled(printed)
        self.save.setEnabled(printed)
        for shown in (self.edit, self.open, self.save, self.remove):
            shown.setVisible(paper is not None)
        self.replace.setVisible(kept and paper is not None and paper.type in REPLACED)

    def _say_kept(self, paper: Document) -> str:
        """Say whether the file that went out is kept, and whether the records say it still."""
        if paper.signed_at is not None:
            return ""
        if not is_kept(paper):
            return _NOT_KEPT if paper.type in LETTERS else ""
        reader = self._context.store.connection
        return _CHANGED if issued_papers.differs(reader, paper) else _KEPT

    def _prints(self, paper: Document) -> bool:
        reader = self._context.store.connection
        papers = (
            []
            if self._conference is None
            else document_queries.of_conference(reader, self._conference.id)
        )
        return paper in papers and paper_files.can_print(paper, papers)

    # --- doing

    @Slot()
    def ask_edit(self) -> None:
        """Put the current paper right."""
        paper = self.table.current_record()
        if paper is not None:
            self.issuing.ask_edit(paper)

    @Slot()
    def ask_replacement(self) -> None:
        """Issue a paper in place of the current one."""
        paper = self.table.current_record()
        if paper is not None:
            self.issuing.ask_replacement(paper)

    @Slot()
    def delete_current(self) -> None:
        """Take the current paper out, and offer the way back."""
        paper = self.table.current_record()
        if paper is not None:
            self.issuing.delete(paper)

    @Slot()
    def ask_sign(self) -> None:
        """Sign the minutes, or hear what is missing."""
        if self.sign.isEnabled():
            self.issuing.ask_sign()
        elif self._conference is not None:
            self._context.messages.say(self.state.text())

    # --- the files

    @Slot()
    def _open_or_edit(self) -> None:
        paper = self.table.current_record()
        if paper is not None and self._prints(paper):
            self.open_current()
        else:
            self.ask_edit()

    @Slot()
    def open_current(self) -> None:
        """Open a copy of the current paper."""
        paper = self.table.current_record()
        if paper is not None:
            self._shelf.open(paper)

    @Slot()
    def ask_save(self) -> None:
        """Write the current paper to a place of the person's choice."""
        paper = self.table.current_record()
        if paper is not None:
            self._shelf.ask_save(paper)


def _row(*shown: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in shown:
        row.addWidget(widget)
    row.addStretch(1)
    return row
