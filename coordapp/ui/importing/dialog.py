"""The dialog of an import: choices at the left, what would become of each row at the right."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.committee.unit import Unit
from coordapp.domain.importing import cells
from coordapp.domain.importing.clipboard import as_tabs
from coordapp.domain.importing.header import Header, find_header, header_at, remembered
from coordapp.domain.importing.labels import ROW_OUTCOME, WORKBOOK_NOTE
from coordapp.domain.importing.legacy_fonts import Legacy, to_unicode
from coordapp.domain.importing.plan import ImportPlan
from coordapp.domain.importing.workbook import RowOutcome, Sheet, Workbook
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.kernel.text import fold
from coordapp.domain.words.messages import sentence
from coordapp.services.importing import import_actions
from coordapp.services.importing.import_actions import AgreedImport, ImportChoices, SourceTable
from coordapp.ui.importing.column_choices import ColumnChoices, UnitChoices
from coordapp.ui.importing.preview import ImportPreview
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.jobs import Job
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.message_bar import MessageBar
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.save_as import EXCEL, ask_target
from coordapp.ui.widgets.split import Split

Start = Callable[[Workbook, ImportChoices], Job]
_REST = 150  # milliseconds after the last choice
_MOST_HEADER = 60
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
    known: Mapping[str, Mapping[str, str]]  # mappings chosen earlier, by signature


class ImportDialog(Dialog):
    """Plans anew in the worker after each choice; it writes nothing itself."""

    planned = Signal()

    def __init__(self, offered: ImportOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered = offered
        self._job: Job | None = None
        self._is_refused = False
        self._turned: Workbook | None = None
        self.agreed: AgreedImport | None = None
        self.setWindowTitle(offered.title)
        self.resize(1180, 640)
        self._build()
        self._choosing = Debounce(self, wait=_REST)
        self._choosing.rested.connect(self._plan)
        self._connect()
        self.preview.show_nothing("Đang đọc…", "Các dòng của bảng sẽ hiện ở đây.")
        self._offer_sheets()
        first = (self.legacy, self.sheet, self.header)
        next(part for part in first if part.isVisibleTo(self)).setFocus()

    # --- building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        self.message = MessageBar(self)
        self.counts = label("Đang đọc…", "card-title")
        self.preview = ImportPreview()
        split = Split((self._build_side(), self.preview), (360, 780), wide=1, parent=self)
        column.addWidget(self.message)
        column.addWidget(self.counts)
        column.addWidget(split, 1)
        column.addLayout(self._build_buttons())

    def _build_side(self) -> QWidget:
        self.sheet = QComboBox()
        self.sheet.setAccessibleName("Trang tính")
        self.header = QSpinBox()
        self.header.setRange(0, _MOST_HEADER)
        self.header.setSpecialValueText("không có")
        self.header.setAccessibleName("Dòng tiêu đề")
        self.header.lineEdit().setTextMargins(9, 0, 0, 0)
        self.header.setToolTip("Gõ số dòng, hoặc phím ↑ ↓; 0 là bảng không có dòng tiêu đề")
        self.hidden = QCheckBox("Nhập cả các dòng ẩn")
        self.hidden.setChecked(True)
        self.legacy = QCheckBox()
        self.examples = label("", "secondary")
        self.columns = ColumnChoices()
        self.unknown = UnitChoices()
        self._asked = label("Đơn vị chưa có trong sổ", "card-title")
        self._asked.hide()
        inner = QWidget()
        inner.setProperty("role", "plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        self._sheets = _titled("Trang tính", self.sheet)
        for part in (
            self._sheets, _titled("Dòng tiêu đề", self.header),
            self.hidden, self.legacy, self.examples, self._asked, self.unknown,
            label("Các cột", "card-title"), self.columns,
        ):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setMinimumWidth(330)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        return scroll

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
        self.sheet.activated.connect(self._offer_table)
        self.header.valueChanged.connect(self._offer_columns)
        self.hidden.toggled.connect(self._wait)
        self.legacy.toggled.connect(self._turn_letters)
        self.columns.changed.connect(self._wait)
        self.unknown.changed.connect(self._wait)
        self.copy.clicked.connect(self.copy_rejected)
        self.save.clicked.connect(self._ask_save)
        self.write.clicked.connect(self.accept)

    # --- offering

    def _offer_sheets(self) -> None:
        workbook = self._offered.workbook
        legacy = import_actions.old_letters(workbook)
        self._legacy = legacy
        self.legacy.setVisible(legacy is not None)
        self.examples.setVisible(legacy is not None)
        if legacy is not None:
            self.legacy.setText(f"Chuyển chữ {legacy.name} sang Unicode")
            self.examples.setText(_examples(workbook, legacy))
        self._sheets.setVisible(len(workbook.sheets) > 1)
        notes = [WORKBOOK_NOTE[note] for note in workbook.notes]
        if notes:
            self.message.say(" ".join(sorted(notes)), "notice")
        for sheet in workbook.sheets:
            words = f"{sheet.name} (ẩn)" if sheet.is_hidden else sheet.name
            self.sheet.addItem(words, sheet.name)
        try:
            best = import_actions.find_table(workbook, self._offered.choices).sheet.name
        except CodedError:
            best = workbook.sheets[0].name if workbook.sheets else ""
        self.sheet.setCurrentIndex(max(0, self.sheet.findData(best)))
        self._offer_table()

    def _workbook(self) -> Workbook:
        if self._legacy is None or not self.legacy.isChecked():
            return self._offered.workbook
        if self._turned is None:
            # once: every choice asks for it, and a register may be long
            self._turned = import_actions.in_unicode(self._offered.workbook, self._legacy)
        return self._turned

    def _sheet(self) -> Sheet | None:
        place = self.sheet.currentIndex()
        sheets = self._workbook().sheets
        return sheets[place] if 0 <= place < len(sheets) else None

    @Slot()
    def _turn_letters(self) -> None:
        self._offer_table()

    @Slot()
    def _offer_table(self) -> None:
        sheet = self._sheet()
        if sheet is None:
            return
        found = self._offered.choices.header or find_header(sheet)
        self.header.blockSignals(True)
        self.header.setValue(found.last if found else 1)
        self.header.blockSignals(False)
        hidden = sum(found is None or row > found.last for row in sheet.hidden_rows)
        self.hidden.setVisible(bool(hidden))
        self.hidden.setText(f"Nhập cả {hidden} dòng ẩn")
        self._take(sheet, found or header_at(sheet, 1))

    @Slot()
    def _offer_columns(self) -> None:
        sheet = self._sheet()
        if sheet is not None:
            self._take(sheet, header_at(sheet, self.header.value()))

    def _take(self, sheet: Sheet, header: Header) -> None:
        known = self._offered.known.get(header.signature)
        self._header = header if known is None else remembered(header, known)
        self.columns.show_header(sheet, self._header)
        self._wait()

    # --- planning

    @Slot()
    def _wait(self) -> None:
        self.write.setEnabled(False)
        self._choosing.wait()

    def chosen(self) -> ImportChoices:
        """Give everything chosen."""
        sheet = self._sheet()
        return replace(
            self._offered.choices,
            sheet=None if sheet is None else sheet.name,
            header=replace(self._header, fields=self.columns.fields()),
            units=self.unknown.units(),
            new_units=self.unknown.new_units(),
            with_hidden=self.hidden.isChecked(),
        )

    @Slot()
    def _plan(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._asked_for = self.chosen()
        job = self._job = self._offered.start(self._workbook(), self._asked_for)
        job.succeeded.connect(self._show)
        job.failed.connect(self._refuse)

    @Slot(object)
    def _show(self, planned: tuple[SourceTable, ImportPlan]) -> None:
        if self.sender() is not self._job:
            return
        found, plan = planned
        if self._is_refused:
            self._is_refused = False
            self.message.hide()
        self.agreed = AgreedImport(table=found, choices=self._asked_for, plan=plan)
        counts = (f"{ROW_OUTCOME[outcome].lower()} {plan.count(outcome)}" for outcome in RowOutcome)
        self.counts.setText(f"{len(plan.rows)} dòng: {', '.join(counts)}")
        taken = plan.written
        self.write.setText(f"{self._verb} {taken} nhiệm vụ" if taken else self._verb)
        self.write.setEnabled(bool(taken))
        for part in (self.copy, self.save):
            part.setVisible(bool(plan.count(RowOutcome.REJECTED)))
        self.unknown.show_names(import_actions.unknown_units(plan), self._offered.units)
        self._asked.setVisible(self.unknown.isVisibleTo(self))
        self.preview.show_plan(found, plan.rows)
        self.planned.emit()

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
        self.preview.show_nothing(
            "Chưa có gì để xem trước", "Hãy chọn dòng tiêu đề và các cột ở bên trái."
        )
        self.planned.emit()

    def _said(self, error: CodedError) -> str:
        if error.code == "table_not_found" and self._legacy and not self.legacy.isChecked():
            # the titles are there, only in letters that nobody can read
            return f"Chữ trong tệp theo bảng mã cũ. Hãy đánh dấu “{self.legacy.text()}”."
        return sentence(error)

    # --- ending

    @Slot()
    def copy_rejected(self) -> None:
        """Put the rows that are not taken on the clipboard, with the reasons."""
        if self.agreed is not None:
            titles, rows = import_actions.rejected(self.agreed.table, self.agreed.plan)
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
            import_actions.write_rejected(self.agreed.table, self.agreed.plan, target)
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


def _titled(title: str, field: QWidget) -> QWidget:
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(title))
    row.addWidget(field, 1)
    return both


def mapping_of(header: Header) -> dict[str, str]:
    """Say by titles what the columns hold, for the next table of the same shape."""
    return {fold(header.titles[column]): field.value for column, field in header.fields.items()}


def _examples(workbook: Workbook, legacy: Legacy) -> str:
    """Show a few texts as they are and as they would be."""
    texts = [
        cell
        for sheet in workbook.sheets
        for row in sheet.rows[:50]
        for cell in row
        if isinstance(cell, str) and not cell.isascii() and not cells.is_blank(cell)
    ]
    return "\n".join(
        f"{text[:40]} → {to_unicode(text, legacy)[:40]}" for text in texts[:_SHOWN_EXAMPLES]
    )
