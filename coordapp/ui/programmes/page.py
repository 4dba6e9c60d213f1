"""The page of directives and coordination programmes."""

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.services.exports import case_exports
from coordapp.services.exports.case_reading import CaseRequest
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenProgramme, Route
from coordapp.ui.kit.page import TypedPage
from coordapp.ui.kit.seen_stack import SeenStack
from coordapp.ui.papers.case_form_actions import CaseFormActions
from coordapp.ui.papers.list_paper_actions import ListPaperActions, shown
from coordapp.ui.programmes.directives import DirectivesView
from coordapp.ui.programmes.programmes import ProgrammesView
from coordapp.ui.tables.record_list import RecordListEditor
from coordapp.ui.widgets.chips import ChipBar

_DIRECTIVES, _PROGRAMMES = "directives", "programmes"
_PARTS = ((_DIRECTIVES, "Văn bản chỉ đạo"), (_PROGRAMMES, "Chương trình phối hợp"))
_KINDS = (
    Kind.DIRECTIVE, Kind.DIRECTIVE_SECTION, Kind.PROGRAMME, Kind.PROGRAMME_PARTY,
    Kind.PROGRAMME_ITEM, Kind.MILESTONE, Kind.TASK, Kind.UNIT,
    Kind.CONCLUSION, Kind.CONCLUSION_SOURCE, Kind.INDICATOR,
)  # fmt: skip


class ProgrammesPage(TypedPage):
    """Everything typed is saved as it is typed."""

    primary_text = "Thêm mới"
    exports_excel = True
    shown_kinds = _KINDS

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.directives = DirectivesView(context)
        self.programmes = ProgrammesView(context)
        self.paper = ListPaperActions(context, self)
        self.forms = CaseFormActions(context, self, self.paper.strip)
        self.parts = ChipBar(_PARTS)
        self._stack = SeenStack()
        self._stack.addWidget(self.directives)
        self._stack.addWidget(self.programmes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.parts)
        column.addWidget(self.paper.strip)
        column.addWidget(self._stack, 1)
        self.parts.chosen.connect(self.show_part)
        self.refresh()

    @Slot(str)
    def show_part(self, key: str) -> None:
        """Show the directives, or the programmes."""
        self.parts.choose(key)
        self._stack.setCurrentIndex([part for part, _ in _PARTS].index(key))
        # the other part asks for other room
        self._stack.updateGeometry()

    @property
    def shows_programmes(self) -> bool:
        """Tell which part is seen."""
        return self._stack.currentWidget() is self.programmes

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.directives.refresh()
        self.programmes.refresh()

    def primary(self) -> None:
        """Add a directive or a programme and start typing."""
        if self.shows_programmes:
            self.programmes.programmes.start_new()
        else:
            self.directives.directives.start_new()

    def follow(self, route: Route) -> None:
        """Select what was searched for."""
        match route:
            case OpenProgramme(kind=Kind.PROGRAMME, record_id=record_id):
                self.show_part(_PROGRAMMES)
                self.programmes.show_record(record_id)
            case OpenProgramme(kind=Kind.PROGRAMME_ITEM, record_id=record_id):
                self.show_part(_PROGRAMMES)
                self.programmes.show_item(record_id)
            case OpenProgramme(kind=Kind.DIRECTIVE_SECTION, record_id=record_id):
                self.show_part(_DIRECTIVES)
                self.directives.show_section(record_id)
            case OpenProgramme(record_id=record_id):
                self.show_part(_DIRECTIVES)
                self.directives.show_record(record_id)

    def export_excel(self) -> None:
        """Write the current directive or programme in the office's form."""
        if self.shows_programmes:
            programme = self.programmes.programmes.table.current_record()
            if programme is not None:
                self.forms.ask(
                    case_exports.export_programme, f"Chương trình {programme.code}",
                    CaseRequest(as_of=self._context.today, code=programme.code),
                )  # fmt: skip
            return
        directive = self.directives.directives.table.current_record()
        if directive is not None:
            self.forms.ask(
                case_exports.export_directive, f"Văn bản {directive.code}",
                CaseRequest(as_of=self._context.today, code=directive.code),
            )  # fmt: skip

    def print_list(self) -> None:
        """Show the list in use as it prints."""
        title, editor = self._list_in_use()
        self.paper.preview(shown(title, editor.table, editor.model))

    def _list_in_use(self) -> tuple[str, RecordListEditor[Any, Any]]:
        """Give the list where the keys are, else the sections or the items that are seen."""
        last = self.focusWidget()
        if self.shows_programmes:
            lists: tuple[RecordListEditor[Any, Any], ...] = (
                self.programmes.items, self.programmes.programmes, self.programmes.parties,
                self.programmes.roadmap,
            )  # fmt: skip
        else:
            lists = (
                self.directives.sections, self.directives.directives, self.directives.roadmap,
            )  # fmt: skip
        for editor in lists:
            if last is not None and editor.isAncestorOf(last):
                return editor.title.text(), editor
        return lists[0].title.text(), lists[0]

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last before another page comes or the window closes."""
        self.directives.flush()
        self.programmes.flush()
        super().hideEvent(event)
