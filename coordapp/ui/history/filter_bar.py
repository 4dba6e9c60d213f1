"""The rows above the history: everything or the trash, then words, kind, action, person, days."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.changes import Op
from coordapp.domain.history import HistoryQuery
from coordapp.domain.labels import KIND, OP
from coordapp.domain.text import fold, nfc
from coordapp.ui import theme
from coordapp.ui.context import Context
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.chips import ChipBar
from coordapp.ui.widgets.fields import ChoiceField, DateField
from coordapp.ui.widgets.search_box import SearchBox

EVERYTHING, TRASH = "everything", "trash"
_CHIPS = ((EVERYTHING, "Mọi thao tác"), (TRASH, "Thùng rác"))
_DAY_WIDTH = 104


class HistoryFilter(QWidget):
    """Emits `changed` when a person filters; `value` says how."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = ChipBar(_CHIPS, self)
        self.search = SearchBox("Tìm trong nhật ký", self)
        self.kind = ChoiceField([(None, "Mọi loại"), *KIND.items()], self)
        self.op = ChoiceField([(None, "Mọi thao tác")], self)
        self.who = ChoiceField([(None, "Mọi người")], self)
        self.since = DateField(context.read_date, self)
        self.until = DateField(context.read_date, self)
        self.clear_button = button("Xóa bộ lọc", "quiet", "x", self)
        self._lay_out()
        self._connect(context)
        self._forget()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.chips)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.search.setMaximumWidth(theme.scaled(220))
        row.addWidget(self.search, 3)
        for box, name in ((self.kind, "Loại"), (self.op, "Thao tác"), (self.who, "Người")):
            box.setAccessibleName(name)
            box.setMaximumWidth(theme.scaled(180))
            row.addWidget(box, 2)
        for field, name in ((self.since, "Từ"), (self.until, "đến")):
            field.setAccessibleName(f"{name} ngày".capitalize())
            field.setFixedWidth(theme.scaled(_DAY_WIDTH))
            field.setPlaceholderText("ngày")
            said = label(name, "secondary", self)
            said.setWordWrap(False)
            said.setBuddy(field)
            row.addWidget(said)
            row.addWidget(field)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        column.addLayout(row)

    def _connect(self, context: Context) -> None:
        self.chips.chosen.connect(self._tell)
        self.search.searched.connect(self._tell)
        for box in (self.kind, self.op, self.who):
            box.edited.connect(self._tell)
        for field in (self.since, self.until):
            field.edited.connect(self._tell)
            field.refused.connect(context.run.show)
        self.clear_button.clicked.connect(self.clear)
        self.changed.connect(self._offer_clear)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    @Slot()
    def _offer_clear(self) -> None:
        self.clear_button.setVisible(not self.value().is_empty)

    # --- what the page uses

    def value(self) -> HistoryQuery:
        """Give what is chosen."""
        return HistoryQuery(
            text=nfc(self.search.text()).strip(),
            kind=self.kind.value(),
            op=self.op.value(),
            who=self.who.value(),
            since=self.since.value(),
            until=self.until.value(),
            gone=self.chips.current() == TRASH,
        )

    def offer(self, ops: Collection[Op], people: Sequence[str], in_trash: int) -> None:
        """Offer the actions and people that occur in the file."""
        words = sorted(((op, OP[op]) for op in ops), key=lambda item: fold(item[1]))
        _offer(self.op, [(None, "Mọi thao tác"), *words])
        _offer(self.who, [(None, "Mọi người"), *((who, who or "(không rõ)") for who in people)])
        self.chips.set_counts({TRASH: in_trash})

    @Slot()
    def clear(self) -> None:
        """Choose everything within what is looked at."""
        self._forget()
        self.changed.emit()

    def choose(self, chip: str) -> None:
        """Look at everything, or at the trash."""
        self.chips.choose(chip)
        self.changed.emit()

    def _forget(self) -> None:
        # set by the program, so the wait for the next key is not wanted
        with QSignalBlocker(self.search):
            self.search.clear()
        for box in (self.kind, self.op, self.who):
            box.set_value(None)
        for field in (self.since, self.until):
            field.setModified(False)
            field.set_value(None)
        self._offer_clear()


def _offer(box: ChoiceField, choices: list[tuple[Any, str]]) -> None:
    if [words for _, words in choices] != [box.itemText(n) for n in range(box.count())]:
        box.set_choices(choices)
