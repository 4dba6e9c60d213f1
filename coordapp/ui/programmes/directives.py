"""Directives with their sections: who does what of each, and how far it is."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QWidget

from coordapp.domain.conclusions.assignment import CellChange
from coordapp.domain.documents.secret_paper import bare_directive
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import DirectiveId, DirectiveSectionId
from coordapp.domain.programmes.directive import Directive, DirectiveSection
from coordapp.domain.words.case_labels import DIRECTIVE_KIND
from coordapp.services.programmes import directive_actions, section_actions
from coordapp.store.file.case_tables import DIRECTIVE_SECTIONS, DIRECTIVES
from coordapp.store.queries import assignment_queries, programme_queries, unit_queries
from coordapp.store.queries.programme_queries import SectionRow
from coordapp.ui.kit.context import Context
from coordapp.ui.matrix.dialog import MatrixDialog
from coordapp.ui.programmes.paste_dialog import PasteSectionsDialog
from coordapp.ui.programmes.roadmap import RoadmapEditor
from coordapp.ui.programmes.section_ties import SectionTies
from coordapp.ui.records.record_files import RecordFiles
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line
from coordapp.ui.widgets.split import Split

_LIST = 440  # wide at first; in pixels
_HIGH, _LOW = 380, 250  # the same of heights
_NONE = DirectiveId(0)
Rows = dict[int, SectionRow]


class DirectivesView(QWidget):
    """The directives at the left, the sections and the roadmap of one at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.directives = RecordListEditor(context, directive_list(context), None)
        # directives are added by the button of the page
        self.directives.add.hide()
        self.files = RecordFiles(context, self.directives, Kind.DIRECTIVE, "number")
        self.sections = SectionsEditor(context)
        self.roadmap = RoadmapEditor(context)
        self.ties = SectionTies(context)
        below = Split((self.ties, self.roadmap), (_LIST, _LIST), wide=0, parent=self)
        right = QSplitter(Qt.Orientation.Vertical, self)
        right.setChildrenCollapsible(False)
        for part in (self.sections, below):
            right.addWidget(part)
        right.setSizes((_HIGH, _LOW))
        split = Split((self.directives, right), (_LIST, 2 * _LIST), wide=1, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        # the lists scroll by themselves, so the page is given no more height than there is
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.directives.table.selected.connect(self._show_parts)
        self.sections.table.selected.connect(self._show_ties)

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.directives.refresh()
        self._show_parts()

    @Slot()
    def _show_parts(self) -> None:
        directive = self.directives.table.current_record()
        self.sections.show_directive(directive)
        self.roadmap.show_of_directive(None if directive is None else directive.id)
        self._show_ties()

    @Slot()
    def _show_ties(self) -> None:
        self.ties.show_section(self.sections.table.current_record())

    def show_record(self, record_id: int) -> None:
        """Select a directive."""
        self.directives.table.select_id(record_id)
        self.directives.table.setFocus()

    def show_section(self, record_id: int) -> None:
        """Select a section within its directive."""
        section = DIRECTIVE_SECTIONS.find(self._context.store.connection, record_id)
        if section is None:
            return
        self.directives.table.select_id(section.directive_id)
        self._show_parts()
        self.sections.keep_in_sight(record_id)
        self.sections.refresh()
        self.sections.table.select_id(record_id)
        self.sections.table.setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        for part in (self.directives, self.sections, self.roadmap):
            part.flush()


class SectionsEditor(RecordListEditor[DirectiveSection, DirectiveId]):
    """The sections of one directive, with the tasks of each; those without say so."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._rows: Rows = {}
        super().__init__(context, section_list(self._rows), _NONE, parent)
        self.count = label("", "secondary")
        self.body.insertWidget(1, self.count)
        self.paste = button("Dán văn bản…", "plain", "copy")
        self.give = button("Giao đơn vị…", "plain", "list-check")
        for part in (self.paste, self.give):
            self.head.addWidget(part)
        self.paste.clicked.connect(self.ask_paste)
        self.give.clicked.connect(self.ask_give)
        self.table.selected.connect(self._show_buttons)

    def show_directive(self, directive: Directive | None) -> None:
        """Show the sections of a directive; nothing without one."""
        self.setEnabled(directive is not None)
        self.show_of(_NONE if directive is None else directive.id)

    @Slot()
    def refresh(self) -> None:
        """Read the sections and their tasks again."""
        # the columns keep this very mapping, so it is filled and not replaced
        self._rows.clear()
        self._rows.update(
            (row.section.id, row)
            for row in programme_queries.section_rows(self._context.store.connection, self._owner)
        )
        super().refresh()
        self._show_buttons()
        self._say_open()

    def _say_open(self) -> None:
        """Count the sections that nobody has to do anything about yet."""
        free = sum(not row.task_codes for row in self._rows.values())
        total = len(self._rows)
        said = f"{total} mục · {free} mục chưa giao" if free else f"{total} mục, đều đã giao"
        self.count.setText(said if total else "")

    @Slot()
    def _show_buttons(self) -> None:
        section = self.table.current_record()
        self.give.setEnabled(section is not None)

    @Slot()
    def ask_paste(self) -> None:
        """Ask for a text and split it into sections."""
        owner = self._owner
        if not owner:
            return
        text = PasteSectionsDialog.ask(self)
        if text is None:
            return
        store = self._context.store
        done = self._context.run(lambda: directive_actions.paste_sections(store, owner, text))
        if done:
            self._context.messages.offer_undo(f"Đã thêm {len(done.value)} mục")

    @Slot()
    def ask_give(self) -> None:
        """Choose in the matrix which units get the sections, the current one first."""
        self.flush()
        context, section = self._context, self.table.current_record()
        if section is None:
            return
        rows = assignment_queries.section_matrix(context.store.connection, self._owner)
        given = {unit_id for row in rows for unit_id in row.roles()}
        receiving = unit_queries.receiving(context.store.connection, context.today, given)
        if not receiving:
            context.messages.say(
                "Chưa có đơn vị nào. Hãy thêm đơn vị ở trang “Đơn vị, thành viên”."
            )
            return
        chosen = MatrixDialog.ask(
            self.window(),
            rows,
            receiving,
            groups=unit_queries.groups_of_units(context.store.connection),
            today=context.today,
            calendar=context.calendar(),
            start=section.id,
            noun="Mục",
        )
        if chosen is not None:
            self.give_to(chosen)

    def give_to(self, chosen: Sequence[CellChange]) -> None:
        """Make the tasks that were chosen in the matrix."""
        store, today = self._context.store, self._context.today
        if done := self._context.run(lambda: section_actions.assign(store, chosen, today)):
            count = len([task for task in done.value if task.lead_unit_id is not None])
            self._context.messages.offer_undo(
                f"Đã giao {count} nhiệm vụ" if count else "Đã đổi phân công"
            )


def directive_list(context: Context) -> RecordList[Directive, None]:
    """Make the list of the directives."""
    return RecordList(
        table=DIRECTIVES,
        name="Văn bản chỉ đạo",
        empty=(
            "Chưa có văn bản chỉ đạo",
            "Thêm nghị quyết, kế hoạch của cấp trên để giao từng mục.",
        ),
        add_text="Thêm văn bản",
        first="number",
        columns=partial(_directive_columns, context.read_date),
        detail=(
            DetailField(name="subject", title="Trích yếu", row=0, column=0, lines=3),
            DetailField(name="issuer", title="Cơ quan ban hành", row=1, column=0),
            DetailField(name="note", title="Ghi chú", row=2, column=0, lines=3),
        ),
        read=lambda reader, _: programme_queries.all_directives(reader),
        blank=lambda _owner, _directives: Directive(
            id=DirectiveId(0), code="", number="Số mới", subject="Văn bản mới"
        ),
        add=lambda store, directive: directive_actions.add(store, directive, context.today),
        bare=bare_directive,
        edit=lambda store, directive, _: directive_actions.edit(store, directive),
        delete=Deletion(
            action=lambda store, directive: directive_actions.delete(store, directive.id),
            message=lambda directive: f"Đã xóa văn bản {directive.number}",
            key_words="Xóa văn bản",
        ),
    )


def _directive_columns(
    read_date: Callable[[str], date | None], saver: CellSaver[Directive]
) -> Sequence[Column[Directive]]:
    return (
        saver.column("number", "Số, ký hiệu", stretch=True, read=some_line),
        saver.choice("kind", "Loại", tuple(DIRECTIVE_KIND.items()), width=104),
        saver.day("signed_on", "Ngày ký", read_date, width=92),
    )


def section_list(rows: Rows) -> RecordList[DirectiveSection, DirectiveId]:
    """Make the list of sections; `rows` are filled anew when they are read again."""
    return RecordList(
        table=DIRECTIVE_SECTIONS,
        name="Các mục",
        empty=("Văn bản chưa chia thành mục", "Dán nội dung văn bản, hoặc thêm từng mục."),
        add_text="Thêm mục",
        first="title",
        columns=partial(_section_columns, rows),
        detail=(DetailField(name="text", title="Nội dung của mục", row=0, column=0, lines=2),),
        read=programme_queries.sections,
        blank=_blank_section,
        add=directive_actions.add_section,
        edit=lambda store, section, _: directive_actions.edit_section(store, section),
        delete=Deletion(
            action=lambda store, section: directive_actions.delete_section(store, section.id),
            message=lambda section: f"Đã xóa mục “{section.title}”",
            key_words="Xóa mục",
        ),
        put_in_order=lambda store, sections: directive_actions.put_sections_in_order(
            store, [section.id for section in sections]
        ),
    )


def _section_columns(
    rows: Rows, saver: CellSaver[DirectiveSection]
) -> Sequence[Column[DirectiveSection]]:
    return (
        saver.column("number", "Số", width=60),
        saver.choice("level", "Cấp", ((1, "1"), (2, "2"), (3, "3")), width=50),
        saver.column("title", "Tên mục", stretch=True, read=some_line),
        Column(
            key="done",
            title="Đã hoàn thành",
            width=140,
            text=lambda section: _done(rows.get(section.id)),
            quiet=True,
        ),
        Column(
            key="tasks",
            title="Nhiệm vụ",
            width=150,
            text=lambda section: (
                ", ".join(rows[section.id].task_codes) if section.id in rows else ""
            ),
        ),
    )


def _done(row: SectionRow | None) -> str:
    if row is None or not row.task_codes:
        return "Chưa giao nhiệm vụ"
    return f"{row.count.done}/{row.count.total} đã hoàn thành"


def _blank_section(
    directive_id: DirectiveId, sections: Sequence[DirectiveSection]
) -> DirectiveSection:
    level = sections[-1].level if sections else 1
    number = sum(section.level == level for section in sections) + 1
    return DirectiveSection(
        id=DirectiveSectionId(0),
        directive_id=directive_id,
        position=0,
        level=level,
        number=f"{number}.",
        title="Mục mới",
    )
