"""The only table model: records in, the fewest signals out; it never changes a record itself."""

from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import takewhile
from operator import is_
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from coordapp.domain.calendar.deadline import Deadline
from coordapp.domain.kernel.vietnamese_order import by_text
from coordapp.ui.look.theme import Tone
from coordapp.ui.widgets.choosing.name_completer import ReadPeople

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

TONE_ROLE = int(Role.UserRole) + 1
QUIET_ROLE = int(Role.UserRole) + 2
RECORD_ROLE = int(Role.UserRole) + 3
DOTS_ROLE = int(Role.UserRole) + 4
GROUP_ROLE = int(Role.UserRole) + 5
DIM_ROLE = int(Role.UserRole) + 6

_NOWHERE = QModelIndex()
_BLANK = object()  # sorts last
# joined once: Qt asks for them thousands of times while it paints
_SHOWN = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_TYPED = _SHOWN | Qt.ItemFlag.ItemIsEditable
_REMEMBERED_SORTS = 3
_FEW_PLACES = 40


class Editor(Enum):
    """How a cell is typed in."""

    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column(Generic[R]):
    """One column as data; `apply(record, value)` tells whether the action succeeded.

    A record that is `blank` here sorts last, upwards and downwards alike.
    """

    key: str
    title: str
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    blank: Callable[[R], bool] | None = None
    width: int = 100
    stretch: bool = False
    letters: int = 30  # that a stretched column shows at least; beyond, the table scrolls
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
    tone: Callable[[R], Tone | None] | None = None
    dots: Callable[[R], Sequence[bool]] | None = None  # drawn instead of the text
    lines: int = 1  # one or two
    quiet: bool = False
    hidden: bool = False
    edit: Callable[[R], Any] | None = None
    apply: Callable[[R, Any], bool] | None = None
    editor: Editor = Editor.TEXT
    choices: Sequence[tuple[Any, str]] = ()
    parse: Callable[[str], Any] | None = None
    means: Callable[[str], Deadline] | None = None  # said below the editor while it is typed
    keeps_words: bool = False  # where they give no day
    people: ReadPeople | None = None  # offered while somebody's name is typed
    tooltip: Callable[[R], str] | None = None
    can_edit: Callable[[R], bool] | None = None

    def sort_key(self, record: R) -> Any:
        """Say where a record sorts: by `sort`, else by its text in Vietnamese order."""
        return by_text(self.text(record)) if self.sort is None else self.sort(record)


class RecordModel(QAbstractTableModel, Generic[R]):
    """Shows records; an edit goes to the column's action and comes back by `show`."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.dimmed: frozenset[Hashable] = frozenset()  # ids of rows that the filter let go
        self._key = key
        self._records: list[R] = []
        self._places: dict[Hashable, int] | None = {}  # None: to be numbered when asked for
        self._texts: dict[Hashable, list[str | None]] = {}
        self._sorts: list[tuple[int, bool]] = []
        # for sorting: the records as they first came, what they sort by in each column asked
        # for, and the present order as places in them
        self._base: list[R] | None = None
        self._values: dict[int, list[Any]] = {}
        self._order: list[int] = []

    # --- what a page uses

    def show(self, records: Iterable[R]) -> None:
        """Show these records in the chosen order, telling the views the least."""
        self._turn_into(self.ordered(list(records)))

    def keep(self, records: list[R]) -> None:
        """Show other records of those shown before, unchanged and already in order."""
        if records is self._records:
            return
        if abs(len(records) - len(self._records)) > _FEW_PLACES:
            self._take(records)
        else:
            self._turn_into(records)

    def records(self) -> tuple[R, ...]:
        """Give the records in the order shown."""
        return tuple(self._records)

    def record(self, row: int) -> R:
        """Give the record of a row."""
        return self._records[row]

    def id_at(self, row: int) -> Hashable:
        """Give the id of the record of a row."""
        return self._key(self._records[row])

    def is_record(self, row: int) -> bool:
        """Tell a row that is a record from one that heads others."""
        return True

    def text_at(self, row: int, column: int) -> str:
        """Give the text of a cell."""
        return self._text(row, column)

    def row_of(self, record_id: Hashable) -> int | None:
        """Find the row of an id; None when it is not shown."""
        return self._rows.get(record_id)

    @property
    def _rows(self) -> dict[Hashable, int]:
        if self._places is None:
            self._places = {self._key(record): row for row, record in enumerate(self._records)}
        return self._places

    def rows_of(self, wanted: Collection[Hashable]) -> dict[Hashable, int]:
        """Find the rows of a few ids; those not shown are left out."""
        if self._places is not None:
            return {
                record_id: self._places[record_id]
                for record_id in wanted
                if record_id in self._places
            }
        rows: dict[Hashable, int] = {}
        for row, record_id in enumerate(map(self._key, self._records)):
            if record_id in wanted:
                rows[record_id] = row
                if len(rows) == len(wanted):
                    break
        return rows

    def column_of(self, key: str) -> int | None:
        """Find a column by its key."""
        return next((n for n, column in enumerate(self.columns) if column.key == key), None)

    def forget_texts(self) -> None:
        """Write every text anew, for instance when the day has changed."""
        self._texts.clear()
        if self._records:
            last = self.index(len(self._records) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    # --- order

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort stably, so that the order before decides between equals."""
        if not self._note_sort(column, order):
            return
        chosen = self._sorts[-1]
        if self._base is None:
            self._base, self._order = self._records, list(range(len(self._records)))
            self._values.clear()
        base, before = self._base, self._order
        if column not in self._values:
            self._values[column] = self._read_values(base, column)
        after = _in_order(before, self._values[column], descending=chosen[1])
        self._move([base[place] for place in after], lambda row: after.index(before[row]))
        self._base, self._order = base, after

    def _note_sort(self, column: int, order: Qt.SortOrder) -> bool:
        """Remember by what to sort; False when no order is wanted any more."""
        if column < 0:
            self._sorts.clear()
            return False
        kept = [past for past in self._sorts if past[0] != column]
        chosen = (column, order == Qt.SortOrder.DescendingOrder)
        self._sorts = [*kept, chosen][-_REMEMBERED_SORTS:]
        return True

    def ordered(self, records: list[R]) -> list[R]:
        """Put records in the chosen order."""
        for column, descending in self._sorts:
            values = self._read_values(records, column)
            places = _in_order(range(len(records)), values, descending=descending)
            records = [records[place] for place in places]
        return records

    def _read_values(self, records: list[R], column: int) -> list[Any]:
        chosen = self.columns[column]
        read = chosen.sort or chosen.sort_key
        if chosen.blank is None:
            return list(map(read, records))
        blank = chosen.blank
        return [_BLANK if blank(record) else read(record) for record in records]

    # --- changes

    def _turn_into(self, after: list[R]) -> None:
        """Show these records, telling the views the least; what stands at both ends is passed by."""
        first, last = same_ends(self._records, after)
        between = self._records[first : len(self._records) - last]
        wanted = after[first : len(after) - last]
        ids_before, ids = [[self._key(one) for one in part] for part in (between, wanted)]
        known, wanted_ids = set(ids_before), set(ids)
        gone = runs([first + n for n, one in enumerate(ids_before) if one not in wanted_ids])
        new = runs([first + n for n, one in enumerate(ids) if one not in known])
        if max(abs(len(wanted) - len(between)), len(gone) + len(new)) > _FEW_PLACES:
            self._texts.clear()
            self._take(after)
            return
        self._remove(gone)
        stayed = [one for one in ids_before if one in wanted_ids]
        kept = [one for one in ids if one in known]
        if stayed != kept:
            self._reorder(first, stayed, kept)
        self._insert(after, new)
        self._replace(after, first, ids)

    def _reorder(self, first: int, before: list[Hashable], after: list[Hashable]) -> None:
        """Put the records that stand from `first` on into another order of their ids."""
        behind = first + len(before)
        records = dict(zip(before, self._records[first:behind], strict=True))
        places = {record_id: first + n for n, record_id in enumerate(after)}
        self._move(
            [*self._records[:first], *(records[one] for one in after), *self._records[behind:]],
            lambda row: places[before[row - first]] if first <= row < behind else row,
        )

    def _take(self, records: list[R]) -> None:
        self.beginResetModel()
        self._put(records)
        self.endResetModel()

    def _put(self, records: list[R]) -> None:
        """Change what is shown, inside a signal; what was known of places is forgotten."""
        self._records, self._places = records, None
        self._base = None

    def _remove(self, gone: list[tuple[int, int]]) -> None:
        for first, last in reversed(gone):
            self.beginRemoveRows(_NOWHERE, first, last)
            for record in self._records[first : last + 1]:
                self._texts.pop(self._key(record), None)
            self._put(self._records[:first] + self._records[last + 1 :])
            self.endRemoveRows()

    def _insert(self, after: list[R], new: list[tuple[int, int]]) -> None:
        # from the top, so that each place is already the one in `after`
        for first, last in new:
            self.beginInsertRows(_NOWHERE, first, last)
            added = after[first : last + 1]
            self._put(self._records[:first] + added + self._records[first:])
            self.endInsertRows()

    def _move(self, records: list[R], new_row: Callable[[int], int]) -> None:
        """Take the same records in another order; `new_row` tells where a row went."""
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        rows = {row: new_row(row) for row in {index.row() for index in old}}
        new = [self.index(rows[index.row()], index.column()) for index in old]
        self._put(records)
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _replace(self, records: list[R], first: int, ids: list[Hashable]) -> None:
        """Take records that may have changed from `first` on; their ids are these."""
        before = self._records
        self._put(records)
        changed = [
            first + n
            for n in range(len(ids))
            if records[first + n] is not before[first + n]
            and records[first + n] != before[first + n]
        ]
        for row in changed:
            self._texts.pop(ids[row - first], None)
        for top, bottom in runs(changed):
            self.dataChanged.emit(self.index(top, 0), self.index(bottom, len(self.columns) - 1))

    # --- what Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role in (Role.DisplayRole, Role.ToolTipRole):
            return column.title
        if role == Role.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, record = self.columns[index.column()], self._records[index.row()]
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._text(index.row(), index.column())
        if role == Role.EditRole:
            return self._edited(column, record, index)
        if role == TONE_ROLE:
            return None if column.tone is None else column.tone(record)
        if role == QUIET_ROLE:
            return column.quiet
        if role == RECORD_ROLE:
            return record
        if role == DIM_ROLE:
            return bool(self.dimmed) and self.id_at(index.row()) in self.dimmed
        if role == DOTS_ROLE:
            return None if column.dots is None else column.dots(record)
        if role == Role.ToolTipRole and column.tooltip is not None:
            return column.tooltip(record)
        if role == Role.TextAlignmentRole:
            return column.align | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        column = self.columns[index.column()]
        if column.apply is None:
            return _SHOWN
        if column.can_edit is None or column.can_edit(self._records[index.row()]):
            return _TYPED
        return _SHOWN

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        """Hand the value to the action; the cell changes only when the record comes back."""
        if not index.isValid() or role != Role.EditRole:
            return False
        column, record = self.columns[index.column()], self._records[index.row()]
        if column.apply is None or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        if value == self._edited(column, record, index):
            return True
        return column.apply(record, value)

    def _edited(self, column: Column[R], record: R, index: Index) -> Any:
        if column.edit is None:
            return self._text(index.row(), index.column())
        return column.edit(record)

    def _text(self, row: int, column: int) -> str:
        record = self._records[row]
        texts = self._texts.setdefault(self._key(record), [None] * len(self.columns))
        text = texts[column]
        if text is None:
            text = texts[column] = self.columns[column].text(record)
        return text


def _in_order(places: Sequence[int], values: list[Any], *, descending: bool) -> list[int]:
    """Sort places stably by the values there, blanks last in both directions."""
    if _BLANK not in values:
        return sorted(places, key=values.__getitem__, reverse=descending)
    filled = [place for place in places if values[place] is not _BLANK]
    filled.sort(key=values.__getitem__, reverse=descending)
    return filled + [place for place in places if values[place] is _BLANK]


def runs(rows: Iterable[int]) -> list[tuple[int, int]]:
    """Join rows in ascending order to runs of neighbours: first and last of each."""
    joined: list[tuple[int, int]] = []
    for row in rows:
        if joined and joined[-1][1] == row - 1:
            joined[-1] = (joined[-1][0], row)
        else:
            joined.append((row, row))
    return joined


def same_ends(before: Sequence[object], after: Sequence[object]) -> tuple[int, int]:
    """Count the very same items that two lists begin with, and those they then end with."""
    first = _same(before, after)
    rest = min(len(before), len(after)) - first
    return first, min(rest, _same(reversed(before), reversed(after)))


def _same(before: Iterable[object], after: Iterable[object]) -> int:
    return sum(takewhile(bool, map(is_, before, after)))
