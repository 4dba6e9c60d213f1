"""The rows above the history: everything or the trash, then words, kind, action, person, days."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.history import HistoryQuery
from coordapp.domain.kernel.text import nfc
from coordapp.domain.kernel.vietnamese_order import by_text
from coordapp.domain.words.labels import KIND, OP
from coordapp.ui.kit.context import Context
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.fields import ChoiceField, DateField
from coordapp.ui.widgets.filter_rows import FilterRows

EVERYTHING, TRASH = "everything", "trash"
_CHIPS = ((EVERYTHING, "Mọi thao tác"), (TRASH, "Thùng rác"))
_DAY_WIDTH = 104


class HistoryFilter(FilterRows):
    """What a person filters the history by; `value` says how."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(_CHIPS, "Tìm trong nhật ký", parent)
        self.kind = ChoiceField([(None, "Mọi loại"), *KIND.items()], self)
        self.op = ChoiceField([(None, "Mọi thao tác")], self)
        self.who = ChoiceField([(None, "Mọi người")], self)
        self.since = DateField(context.read_date, self)
        self.until = DateField(context.read_date, self)
        self._lay_out()
        self._connect(context)
        self._forget()

    def _lay_out(self) -> None:
        row = self.row
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
            said = label(name, "secondary", self, wraps=False)
            said.setBuddy(field)
            row.addWidget(said)
            row.addWidget(field)
        row.addWidget(self.clear_button)

    def _connect(self, context: Context) -> None:
        for box in (self.kind, self.op, self.who):
            box.edited.connect(self.tell)
        for field in (self.since, self.until):
            field.edited.connect(self.tell)
            field.refused.connect(context.run.show)

    # --- what the page uses

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is left out."""
        return self.value().is_empty

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
        words = sorted(((op, OP[op]) for op in ops), key=lambda item: by_text(item[1]))
        self.op.offer([(None, "Mọi thao tác"), *words])
        self.who.offer([(None, "Mọi người"), *((who, who or "(không rõ)") for who in people)])
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
        self.offer_clear()
