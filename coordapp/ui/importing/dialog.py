"""The dialog of an import: choices at the left, what would become of each row at the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from coordapp.domain.committee.unit import Unit
from coordapp.domain.importing.clipboard import as_tabs
from coordapp.domain.importing.labels import ROW_OUTCOME, WORKBOOK_NOTE, note_sentence
from coordapp.domain.importing.layout.tables import FoundTables
from coordapp.domain.importing.legacy_fonts import Legacy, in_unicode
from coordapp.domain.importing.plan import ImportPlan
from coordapp.domain.importing.workbook import RowOutcome, Workbook
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.vietnamese_order import by_text
from coordapp.domain.words.messages import sentence
from coordapp.services.importing import import_reading
from coordapp.services.importing.import_actions import AgreedImport
from coordapp.services.importing.import_reading import Cell, ImportChoices
from coordapp.ui.importing.passed import PassedRows, PlanNotes
from coordapp.ui.importing.preview import ImportPreview
from coordapp.ui.importing.side import ImportSide
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.jobs import Job
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.message_bar import MessageBar
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.save_as import EXCEL, ask_target
from coordapp.ui.widgets.split import Split

Start = Callable[[Workbook, ImportChoices], Job]
_REST = 150  # milliseconds after the last choice
_SHOWN_EXAMPLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOffer:
    """What the dialog starts from."""

    title: str
    beside: Path  # rows that are not taken are proposed to be saved beside this file
    workbook: Workbook
    units: Sequence[Unit]
    start: Start
    choices: ImportChoices


class ImportDialog(Dialog):
    """Plans anew in the worker after each choice; it writes nothing itself."""

    planned = Signal()

    def __init__(self, offered: ImportOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self._job: Job | None = None
        self._is_refused = False
        self._corrections: dict[Cell, str] = {}
        self._turned: Workbook | None = None
        self.agreed: AgreedImport | None = None
        self.setWindowTitle(offered.title)
        self.resize(1280, 680)
        self._build()
        self._choosing = Debounce(self, wait=_REST)
        self._choosing.rested.connect(self._plan)
        self._connect()
        self.preview.show_nothing("Đang đọc…", "Các dòng của bảng sẽ hiện ở đây.")
        self._offer()

    # --- building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self.message = MessageBar(self)
        self.counts = label("Đang đọc…", "card-title")
        self.preview = ImportPreview()
        self.passed = PassedRows()
        self.notes = PlanNotes()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName("Các phần của tệp")
        self.tabs.addTab(self.preview, "Nhiệm vụ")
        self.tabs.addTab(self.passed, "Dòng bỏ qua")
        self.tabs.addTab(self.notes, "Lưu ý")
        self.side = ImportSide()
        split = Split((self.side, self.tabs), (340, 900), wide=1, parent=self)
        column.addWidget(self.message)
        column.addWidget(self.counts)
        column.addWidget(split, 1)
        column.addLayout(self._build_buttons())

    def _build_buttons(self) -> QHBoxLayout:
        self.copy = button("Sao chép các dòng không nhận", "plain", "copy")
        self.save = button("Lưu thành Excel…", tip="Lưu các dòng không nhận để sửa rồi nhập lại")
        for part in (self.copy, self.save):
            part.hide()
        # pasted rows are written into the list that is open, a file is brought in
        self._verb = "Ghi" if self._offered.choices.on_screen else "Nhập"
        self.write = button(self._verb, "primary", "check")
        self.write.setDefault(True)
        cancel = button("Hủy")
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.copy)
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(self.write)
        row.addWidget(cancel)
        return row

    def _connect(self) -> None:
        self.side.changed.connect(self._wait)
        self.side.turned.connect(self._wait)
        self.preview.corrected.connect(self._correct)
        self.copy.clicked.connect(self.copy_rejected)
        self.save.clicked.connect(self._ask_save)
        self.write.clicked.connect(self.accept)

    def _offer(self) -> None:
        workbook = self._offered.workbook
        self._alphabets = import_reading.old_letters(workbook)
        examples = _examples(workbook, self._alphabets)
        self.side.offer(workbook, self._offered.choices, self._alphabets, examples)
        notes = [WORKBOOK_NOTE[note] for note in workbook.notes]
        if notes:
            self.message.say(" ".join(sorted(notes, key=by_text)), "notice")
        self._wait()

    # --- planning

    def _workbook(self) -> Workbook:
        if not (self._alphabets and self.side.letters.isChecked()):
            return self._offered.workbook
        if self._turned is None:
            # once: every choice asks for it, and a register may be long
            self._turned, _ = import_reading.in_unicode(self._offered.workbook, self._alphabets)
        return self._turned

    @Slot()
    def _wait(self) -> None:
        self.write.setEnabled(False)
        self._choosing.wait()

    @Slot(str, int, int, str)
    def _correct(self, sheet: str, row: int, column: int, typed: str) -> None:
        """Read what was typed in the place of what stands in the file, which stays as it is."""
        self._corrections[sheet, row, column] = typed
        self._wait()

    def chosen(self) -> ImportChoices:
        """Give everything chosen."""
        self.side.take_workbook(self._workbook())
        return replace(self.side.chosen(self._offered.choices), corrections=dict(self._corrections))

    @Slot()
    def _plan(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._asked_for = self.chosen()
        job = self._job = self._offered.start(self._workbook(), self._asked_for)
        job.succeeded.connect(self._show)
        job.failed.connect(self._refuse)

    @Slot(object)
    def _show(self, planned: tuple[FoundTables, ImportPlan]) -> None:
        if self.sender() is not self._job:
            return
        found, plan = planned
        if self._is_refused:
            self._is_refused = False
            self.message.hide()
        self.agreed = AgreedImport(
            workbook=self._workbook(), tables=found, choices=self._asked_for, plan=plan
        )
        self._show_counts(plan)
        self.side.show_found(found, plan, self._offered.units)
        self.preview.show_plan(found, plan, self._names())
        self.passed.show_rows(plan.passed)
        self.tabs.setTabText(1, f"Dòng bỏ qua ({len(plan.passed)})")
        self.notes.show_notes([note_sentence(note) for note in plan.notes])
        self.tabs.setTabText(2, f"Lưu ý ({len(plan.notes)})" if plan.notes else "Lưu ý")
        self.planned.emit()

    def _show_counts(self, plan: ImportPlan) -> None:
        counts = [
            f"{ROW_OUTCOME[outcome].lower()} {plan.count(outcome)}"
            for outcome in RowOutcome
            if outcome is not RowOutcome.BARE or plan.count(outcome)
        ]
        self.counts.setText(
            f"{len(plan.rows) + len(plan.passed)} dòng có chữ: {', '.join(counts)}, "
            f"bỏ qua {len(plan.passed)}"
        )
        taken = plan.written
        self.write.setText(f"{self._verb} {taken} nhiệm vụ" if taken else self._verb)
        self.write.setEnabled(bool(taken))
        for part in (self.copy, self.save):
            part.setVisible(bool(plan.count(RowOutcome.REJECTED)))

    def _names(self) -> Mapping[UnitId, str]:
        names = {unit.id: unit.short_name for unit in self._offered.units}
        new = enumerate(self._asked_for.new_units, start=1)
        return names | {UnitId(-number): name for number, name in new}

    @Slot(object)
    def _refuse(self, error: Exception) -> None:
        if self.sender() is not self._job:
            return
        if not isinstance(error, CodedError):
            raise error
        self.agreed = None
        self._is_refused = True
        self.write.setText(self._verb)
        self.counts.setText("Chưa đọc được bảng")
        for part in (self.copy, self.save):
            part.hide()
        self.message.say(self._said(error), "warning")
        self.side.show_refused(self._workbook())
        self.passed.show_rows(())
        self.notes.show_notes(())
        self.preview.show_nothing(
            "Chưa có gì để xem trước", "Hãy chọn dòng tiêu đề và các cột ở bên trái."
        )
        self.planned.emit()

    def _said(self, error: CodedError) -> str:
        if (
            error.code == "table_not_found"
            and self._alphabets
            and not self.side.letters.isChecked()
        ):
            # the titles are there, only in letters that nobody can read
            return f"Chữ trong tệp theo bảng mã cũ. Hãy đánh dấu “{self.side.letters.text()}”."
        return sentence(error)

    # --- ending

    @Slot()
    def copy_rejected(self) -> None:
        """Put the rows that are not taken on the clipboard, with the reasons."""
        if self.agreed is not None:
            titles, rows = import_reading.rejected(self.agreed.tables, self.agreed.plan)
            QGuiApplication.clipboard().setText(as_tabs([titles, *rows]))

    @Slot()
    def _ask_save(self) -> None:
        beside = self._offered.beside
        proposed = beside.with_name(f"{beside.stem} - dòng không nhận.xlsx")
        target = ask_target(self, "Lưu các dòng không nhận", proposed, EXCEL)
        if target:
            self.save_rejected(target)

    def save_rejected(self, target: Path) -> None:
        """Write the rows that are not taken as a workbook."""
        if self.agreed is None:
            return
        try:
            import_reading.write_rejected(self.agreed.tables, self.agreed.plan, target)
        except CodedError as error:
            self.message.say(sentence(error), "error")
        else:
            self.message.say(f"Đã lưu {target}", "notice")

    @classmethod
    def ask(cls, parent: QWidget | None, offered: ImportOffer) -> AgreedImport | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(offered, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.agreed if accepted else None


def _examples(workbook: Workbook, alphabets: Sequence[Legacy]) -> str:
    """Show a few texts as they are and as they would be."""
    if not alphabets:
        return ""
    texts = (
        (cell, in_unicode(cell, alphabets))
        for sheet in workbook.sheets
        for row in sheet.rows[:50]
        for cell in row
        if isinstance(cell, str) and not cell.isascii()
    )
    turned = [(old, new) for old, new in texts if old != new][:_SHOWN_EXAMPLES]
    return "\n".join(f"{old[:40]} → {new[:40]}" for old, new in turned)
