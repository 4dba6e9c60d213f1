"""The page of conferences: list, editors and the minutes beside them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain import dates
from coordapp.domain.changes import Changes, Kind
from coordapp.domain.conclusion import Conclusion
from coordapp.domain.conference import AttendanceState, Conference, ConferenceKind
from coordapp.domain.ids import ConclusionId, ConferenceId
from coordapp.domain.labels import CONFERENCE_STATE
from coordapp.domain.queries import ConclusionRow
from coordapp.domain.text import fold
from coordapp.services import conclusions as concluding
from coordapp.services import conferences as actions
from coordapp.services.conclusions import Assignment
from coordapp.store import conferences, tasks, units
from coordapp.ui.conferences.assign_dialog import AssignDialog
from coordapp.ui.conferences.conclusions import ConclusionList, blank
from coordapp.ui.conferences.facts import FactsEditor
from coordapp.ui.conferences.parts import AGENDA, ATTENDANCE, SPEECHES, PartsEditor
from coordapp.ui.context import Context

if TYPE_CHECKING:
    from coordapp.ui.conferences.preview import Preview

_CODE = Qt.ItemDataRole.UserRole
_SHOWN = (
    Kind.COMMITTEE,
    Kind.UNIT,
    Kind.PERSON,
    Kind.CONFERENCE,
    Kind.AGENDA_ITEM,
    Kind.ATTENDANCE,
    Kind.SPEECH,
    Kind.CONCLUSION,
    Kind.TASK,
)
_CAME = (AttendanceState.PRESENT, AttendanceState.SUBSTITUTED)


class ConferencesPage(QWidget):
    """Everything typed is saved as it is typed."""

    open_task_requested = Signal(str)
    said = Signal(str)
    primary_text = "Hội nghị mới"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self._searched = ""
        self._conference: Conference | None = None
        self._rows: list[ConclusionRow] = []
        self._preview: Preview | None = None
        self._temporary = QTemporaryDir()
        self._build()
        self._connect()
        self.refresh()

    # --- building

    def _build(self) -> None:
        self.list = QListWidget()
        self.list.setAccessibleName("Danh sách hội nghị")
        self.list.setWordWrap(True)
        self.list.setFixedWidth(210)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(2)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.list)
        self._row.addWidget(self._build_middle(), 3)

    def _build_middle(self) -> QWidget:
        self._title = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._title.setProperty("role", "card-title")
        self._line = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._line.setProperty("role", "secondary")
        self.facts = FactsEditor(self._context)
        self.parts = tuple(
            PartsEditor(self._context, parts) for parts in (AGENDA, ATTENDANCE, SPEECHES)
        )
        self.conclusions = ConclusionList()
        self._stack = QStackedWidget()
        self._chips = QButtonGroup(self)
        chips = QHBoxLayout()
        chips.setSpacing(4)
        for index, editor in enumerate((self.facts, *self.parts, self.conclusions)):
            chip = QPushButton()
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            self._chips.addButton(chip, index)
            chips.addWidget(chip)
            self._stack.addWidget(editor)
        chips.addStretch(1)
        card = QFrame()
        card.setProperty("role", "card")
        head = QVBoxLayout(card)
        head.setContentsMargins(14, 12, 14, 12)
        head.addWidget(self._title)
        head.addWidget(self._line)
        head.addLayout(chips)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(card)
        column.addWidget(self._stack, 1)
        return self._middle

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.list.currentItemChanged.connect(self._choose)
        self._chips.idClicked.connect(self.show_editor)
        self.conclusions.edited.connect(self._reword)
        self.conclusions.add_requested.connect(self.add_conclusion)
        self.conclusions.delete_requested.connect(self._ask_delete)
        self.conclusions.assign_requested.connect(self._ask_assign)
        self.conclusions.open_task_requested.connect(self.open_task_requested)
        self.show_editor(4)

    def showEvent(self, event: QShowEvent) -> None:  # Qt's name
        """Make the preview when the page is first seen, since its libraries load slowly."""
        super().showEvent(event)
        if self._preview is None:
            from coordapp.ui.conferences.preview import Preview

            self._preview = Preview(self._context, Path(self._temporary.path()), self)
            self._preview.setMinimumWidth(320)
            self._preview.setMaximumWidth(400)
            self._preview.said.connect(self.said)
            self._row.addWidget(self._preview, 2)
            self._preview.show_minutes(self._code)

    # --- showing

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(*_SHOWN):
            self.refresh()

    def refresh(self) -> None:
        """Read everything again; the chosen conference and what is being typed stay."""
        found = conferences.find(self._context.store.reader)
        wanted = fold(self._searched)
        shown = [item for item in found if wanted in fold(f"{item.code} {item.title}")]
        if self._code not in [item.code for item in shown]:
            self._code = shown[0].code if shown else ""
        self._fill_list(shown)
        self._conference = next((item for item in shown if item.code == self._code), None)
        self._middle.setEnabled(self._conference is not None)
        if self._conference is None:
            self._title.setText("Chưa có hội nghị" if not found else "Không thấy hội nghị nào")
            self._line.setText("Bấm “Hội nghị mới” để bắt đầu ghi biên bản.")
            return
        self._show(self._conference)

    def _fill_list(self, shown: list[Conference]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for item in shown:
            day = dates.short(item.held_on) or "Chưa có ngày"
            text = f"{item.title}\n{day} · {CONFERENCE_STATE[item.state]}"
            line = QListWidgetItem(text, self.list)
            line.setData(_CODE, item.code)
            line.setToolTip(item.title)
            if item.code == self._code:
                self.list.setCurrentItem(line)
        self.list.blockSignals(False)

    def _show(self, item: Conference) -> None:
        reader = self._context.store.reader
        self._title.setText(item.title)
        chair = next((p.shown for p in units.all_persons(reader) if p.id == item.chair_id), "")
        when = " ".join(text for text in (item.start_time, dates.short(item.held_on)) if text)
        facts = (item.code, when, item.place, f"Chủ trì: {chair}" if chair else "")
        self._line.setText(" · ".join(text for text in facts if text))
        self.facts.show_conference(item)
        counts = [part.show_parts(item.id) for part in self.parts]
        came = sum(a.state in _CAME for a in conferences.attendances(reader, item.id))
        rows = conferences.conclusions(reader, self._context.today, item.id)
        self._rows = [replace(row, task_codes=self._given(row)) for row in rows]
        self.conclusions.show_rows(self._rows)
        texts = (
            "Thông tin",
            f"Chương trình {counts[0]}",
            f"Thành phần {came}/{counts[1]}",
            f"Phát biểu {counts[2]}",
            f"Kết luận {len(self._rows)}",
        )
        for index, text in enumerate(texts):
            chip = self._chips.button(index)
            chip.setText(text)
            chip.setMinimumWidth(chip.fontMetrics().horizontalAdvance(text) + 28)
        if self._preview is not None:
            self._preview.show_minutes(item.code)

    def _given(self, row: ConclusionRow) -> tuple[str, ...]:
        """List the tasks of units; a parent that only gathers them is not one."""
        given = tasks.of_conclusion(self._context.store.reader, row.id)
        parents = {task.parent_id for task in given}
        return tuple(task.code for task in given if task.id not in parents)

    def show_conference(self, code: str) -> None:
        """Open a conference."""
        self._flush()
        self._searched = ""
        self._code = code
        self.refresh()

    def search(self, text: str) -> None:
        """Show only conferences with this in their title or code."""
        self._searched = text
        self.refresh()

    @Slot(int)
    def show_editor(self, index: int) -> None:
        """Switch between facts, programme, attendance, speeches and conclusions."""
        self._chips.button(index).setChecked(True)
        self._stack.setCurrentIndex(index)

    @Slot(QListWidgetItem, QListWidgetItem)
    def _choose(self, line: QListWidgetItem | None, _: QListWidgetItem | None) -> None:
        if line is not None:
            code = str(line.data(_CODE))
            self._flush()
            self._code = code
            self.refresh()

    def _flush(self) -> None:
        self.facts.flush()
        self.conclusions.flush()

    # --- doing

    def primary(self) -> None:
        """Add a conference and start typing its title."""
        self._flush()
        new = Conference(
            id=ConferenceId(0), code="", kind=ConferenceKind.BRIEFING, title="Hội nghị mới"
        )
        added: list[Conference] = []
        store, today = self._context.store, self._context.today
        if self._context.run(lambda: added.append(actions.add(store, new, today))):
            self.show_conference(added[0].code)
            self.show_editor(0)
            self.facts.title.setFocus()
            self.facts.title.selectAll()

    @Slot()
    def add_conclusion(self) -> None:
        """Add a conclusion and start typing it."""
        if self._conference is None:
            return
        new = blank(self._conference.id)
        added: list[Conclusion] = []
        if self._context.run(lambda: added.append(concluding.add(self._context.store, new))):
            self.refresh()
            self.conclusions.editors[added[0].id].text.setFocus()

    @Slot(object)
    def _reword(self, changed: Conclusion) -> None:
        self._context.run(lambda: concluding.edit(self._context.store, replace(changed)))

    @Slot(int)
    def _ask_delete(self, conclusion_id: int) -> None:
        row = next(item for item in self._rows if item.id == conclusion_id)
        with_tasks = bool(row.task_codes)
        if with_tasks and not self._agrees(row):
            return
        if self.delete_conclusion(conclusion_id, with_tasks=with_tasks):
            self.said.emit(f"Đã xóa kết luận {row.conclusion.number}")

    def _agrees(self, row: ConclusionRow) -> bool:
        box = QMessageBox(self)
        box.setText(f"Kết luận {row.conclusion.number} đã có {len(row.task_codes)} nhiệm vụ.")
        box.setInformativeText("Xóa kết luận thì các nhiệm vụ này cũng bị xóa.")
        delete = box.addButton("Xóa cả nhiệm vụ", QMessageBox.ButtonRole.DestructiveRole)
        keep = box.addButton("Giữ lại", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(keep)
        box.exec()
        agreed = box.clickedButton() is delete
        box.deleteLater()
        return agreed

    def delete_conclusion(self, conclusion_id: int, *, with_tasks: bool = False) -> bool:
        """Delete a conclusion; refused while it has tasks unless they go too."""
        return self._context.run(
            lambda: concluding.delete(
                self._context.store, ConclusionId(conclusion_id), with_tasks=with_tasks
            )
        )

    @Slot(int)
    def _ask_assign(self, conclusion_id: int) -> None:
        self._flush()
        self.refresh()
        reader = self._context.store.reader
        already = {
            row.conclusion.id: {
                task.lead_unit_id
                for task in tasks.of_conclusion(reader, row.id)
                if task.lead_unit_id is not None
            }
            for row in self._rows
        }
        untouched = {row.conclusion.id for row in self._rows if not row.task_codes}
        chosen = AssignDialog.ask(
            self,
            [row.conclusion for row in self._rows],
            units.all_units(reader),
            already=already,
            today=self._context.today,
            preselected={ConclusionId(conclusion_id)} if conclusion_id else untouched,
        )
        if chosen is not None:
            self.assign(chosen)

    def assign(self, chosen: Assignment) -> None:
        """Make the tasks of an assignment."""
        store, today = self._context.store, self._context.today
        if self._context.run(lambda: concluding.assign(store, chosen, today)):
            self.said.emit(f"Đã tạo {chosen.task_count} nhiệm vụ")
