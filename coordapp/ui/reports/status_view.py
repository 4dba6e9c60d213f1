"""The status table on screen, and why a number in it is what it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.figures.status import StatusFigure, StatusRow, StatusTable
from coordapp.domain.figures.status_labels import (
    FIGURE,
    LONGEST,
    NOTHING,
    RATE,
    caption,
    compared,
    left_out,
    percent,
    rule,
)
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.totals.total_row import TotalRow, above
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import Card, button, label
from coordapp.ui.widgets.empty_state import EmptyState

# title and width of each number's column
_TITLES = {
    StatusFigure.TOTAL: ("Tổng", 60),
    StatusFigure.DONE: ("Hoàn thành", 92),
    StatusFigure.DONE_ON_TIME: ("Đúng hạn", 84),
    StatusFigure.DONE_LATE: ("Chậm", 66),
    StatusFigure.OPEN: ("Chưa hoàn thành", 126),
    StatusFigure.OPEN_IN_TIME: ("Trong hạn", 86),
    StatusFigure.OPEN_OVERDUE: ("Quá hạn", 78),
    StatusFigure.NO_DEADLINE: ("Không hạn", 88),
    StatusFigure.ON_HOLD: ("Tạm hoãn", 86),
}
_CENTER = Qt.AlignmentFlag.AlignHCenter
_BEFORE = "before"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """A row with the same group's row of the period before."""

    row: StatusRow
    before: StatusRow | None = None

    @property
    def key(self) -> int:
        """The group's key."""
        return self.row.group.key


class StatusView(QWidget):
    """Emits `opened(row, figure)` for the tasks behind a number."""

    opened = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table: StatusTable | None = None
        self.model: RecordModel[ComparedRow] = RecordModel(
            list(_columns()), key=lambda shown: shown.key, parent=self
        )
        self.table = TableView(self.model, self)
        self.total = TotalRow(self.table, self.model, self._sums, last_is_total=True)
        self.caption = label("", "secondary", self)
        self.why = label("", parent=self)
        self.rule = label("", "secondary", self)
        self.open_button = button("Xem nhiệm vụ", "plain", "eye", self)
        self.foot = label("", "secondary", self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.table.setAccessibleName("Tình hình thực hiện nhiệm vụ")
        # protocol order, and the sums below
        self.table.offer_no_order()
        self.table.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self.table.set_empty_state(
            EmptyState(
                "Không có nhiệm vụ nào để tính",
                "Đến ngày đã chọn chưa có nhiệm vụ được giao. Hãy chọn ngày hoặc kỳ khác.",
            )
        )
        card = Card("Cách tính số liệu", self)
        row = QHBoxLayout()
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.why)
        words.addWidget(self.rule)
        row.addLayout(words, 1)
        row.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignBottom)
        card.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.caption)
        column.addWidget(above(self.table, self.total), 1)
        column.addWidget(card)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.table.activated_row.connect(self.open_current)
        self.table.selectionModel().currentChanged.connect(self._explain)
        self.open_button.clicked.connect(self.open_current)

    # --- what the page uses

    def show_table(self, table: StatusTable) -> None:
        """Show the rows and their sums; without a table before there is no column for it."""
        self._table = table
        before = table.previous
        self.caption.setText(f"{caption(table.question)}. {compared(table)}.")
        self.foot.setText(left_out(table))
        place = self.model.column_of(_BEFORE)
        if place is not None:
            self.table.horizontalHeader().setSectionHidden(place, before is None)
        rows = [
            ComparedRow(row=row, before=None if before is None else before.row(row.group.key))
            for row in table.rows
        ]
        if rows:
            rows.append(
                ComparedRow(row=table.total, before=None if before is None else before.total)
            )
        self.model.show(rows)
        if self.table.current_id() is None and rows:
            self.table.setCurrentIndex(self.model.index(len(rows) - 1, 1))
        self._explain()

    def _sums(self) -> dict[str, str]:
        """Give the row of sums, which stands last, as it is shown."""
        last = self.model.rowCount() - 1
        shown = self.model.columns
        return {column.key: self.model.text_at(last, n) for n, column in enumerate(shown)}

    def figure(self) -> StatusFigure:
        """Give the number the cursor is on; beside the numbers it is the total."""
        index = self.table.currentIndex()
        key = self.model.columns[index.column()].key if index.isValid() else ""
        if key == "rate":
            return StatusFigure.DUE_DONE
        if key == "longest":
            return StatusFigure.OPEN_OVERDUE
        return next((figure for figure in _TITLES if figure.value == key), StatusFigure.TOTAL)

    @Slot()
    def open_current(self) -> None:
        """Ask for the tasks behind the number the cursor is on."""
        shown = self.table.current_record()
        if shown is not None and shown.row.count(self.figure()):
            self.opened.emit(shown.row, self.figure())

    @Slot(QModelIndex, QModelIndex)
    def _explain(self, *_moved: QModelIndex) -> None:
        shown = self.table.current_record()
        if shown is None or self._table is None:
            self.why.setText("Chọn một số trong bảng để biết cách tính và xem các nhiệm vụ.")
            self.rule.setText("")
            self.open_button.setVisible(False)
            return
        figure = self.figure()
        count = shown.row.count(figure)
        self.why.setText(f"{shown.row.group.label} · {FIGURE[figure]}: {count}")
        self.rule.setText(rule(figure, self._table.question))
        self.open_button.setVisible(True)
        self.open_button.setEnabled(count > 0)
        self.open_button.setText(f"Xem {count} nhiệm vụ" if count else "Không có nhiệm vụ")


def _columns() -> Iterator[Column[ComparedRow]]:
    yield Column(
        key="group",
        title="Nhóm",
        text=lambda shown: shown.row.group.label,
        tooltip=lambda shown: shown.row.group.name or shown.row.group.label,
        stretch=True,
        letters=16,  # of short names; the whole one is its tool tip
    )
    for figure, (title, width) in _TITLES.items():
        yield Column(
            key=figure.value,
            title=title,
            text=partial(_number, figure),
            tooltip=partial(_tip, figure),
            width=width,
            align=_CENTER,
        )
    yield Column(
        key="rate",
        title=RATE,
        text=lambda shown: percent(shown.row.rate),
        tooltip=lambda shown: (
            f"{FIGURE[StatusFigure.DUE_DONE]} ÷ {FIGURE[StatusFigure.DUE].lower()}: "
            f"{shown.row.count(StatusFigure.DUE_DONE)} ÷ {shown.row.count(StatusFigure.DUE)}"
        ),
        width=76,
        align=_CENTER,
    )
    yield Column(
        key="longest",
        title="Chậm nhiều nhất",
        text=lambda shown: (
            f"{shown.row.longest_delay} ngày" if shown.row.longest_delay else NOTHING
        ),
        tooltip=lambda shown: LONGEST,
        width=88,
        align=_CENTER,
        quiet=True,
    )
    yield Column(
        key=_BEFORE,
        title="Kỳ so sánh",
        text=_before,
        tooltip=_told_before,
        width=124,
        align=_CENTER,
        quiet=True,
    )


def _number(figure: StatusFigure, shown: ComparedRow) -> str:
    return str(shown.row.count(figure))


def _tip(figure: StatusFigure, shown: ComparedRow) -> str:
    return f"{FIGURE[figure]}: {shown.row.count(figure)}. Nhấn Enter để xem nhiệm vụ."


def _before(shown: ComparedRow) -> str:
    if shown.before is None:
        return NOTHING
    return f"{shown.before.count(StatusFigure.TOTAL)} · {percent(shown.before.rate)}"


def _told_before(shown: ComparedRow) -> str:
    before = shown.before
    if before is None:
        return "Kỳ so sánh không có nhiệm vụ."
    lines = [f"{FIGURE[figure]}: {before.count(figure)}" for figure in StatusFigure]
    return "\n".join(["Kỳ so sánh", *lines, f"{RATE}: {percent(before.rate)}"])
