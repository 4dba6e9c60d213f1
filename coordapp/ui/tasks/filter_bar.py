"""The two rows above the list: chips with counts, then search and four choices."""

from collections.abc import Hashable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from coordapp.domain.committee.unit import Unit
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.clarity import ClearPoint
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.clarity_words import all_clear, held_points
from coordapp.domain.words.labels import WORK_STATE, soon_span
from coordapp.ui.kit.navigation import TaskChip
from coordapp.ui.kit.state import State
from coordapp.ui.tables.model import RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.tasks.filters import ANY, CHIPS, TaskFilter, place_of
from coordapp.ui.widgets.choosing.choice_box import ChoiceBox
from coordapp.ui.widgets.choosing.search_choice import SearchChoice
from coordapp.ui.widgets.filter_rows import FilterRows

# the names that views of earlier versions keep
_EARLIER = {
    "person": "rõ người",
    "work": "rõ việc",
    "time": "rõ thời gian",
    "result": "rõ kết quả",
    "responsibility": "rõ trách nhiệm",
}
_COUNTED = (
    "Nhiệm vụ tính vào số liệu. Dự thảo và nhiệm vụ chung đã chia cho các đơn vị có mục riêng."
)
_GATHERING = "Nhiệm vụ đã chia cho các đơn vị; kết quả tổng hợp từ từng đơn vị nên không tính thêm."
_WIDEST, _NARROWEST = 180, 110


class FilterBar(FilterRows):
    """What a person filters the register by; `value` says how."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__([(key, title) for key, title, _ in CHIPS], "Tìm trong danh sách", parent)
        self._units: dict[int, Unit] = {}
        self._conferences: dict[int, Conference] = {}
        self.chips.explain(TaskChip.ALL, _COUNTED)
        self.chips.explain(TaskChip.GATHERING, _GATHERING)
        self.unit, self.conference = SearchChoice(self), SearchChoice(self)
        self.year, self.state = ChoiceBox(self), ChoiceBox(self)
        self._boxes = {
            "unit": self.unit,
            "conference": self.conference,
            "year": self.year,
            "state": self.state,
        }
        self.lacking = ""
        self._points = held_points("")
        self._lay_out()
        self.offer((), (), ())
        words = [(text, state.value) for state, text in WORK_STATE.items()]
        _fill(self.state, "Mọi trạng thái", words)
        self.offer_clear()

    def _lay_out(self) -> None:
        self.search.setMaximumWidth(240)
        self.row.addWidget(self.search, 6)
        names = ("Đơn vị", "Hội nghị", "Năm", "Trạng thái")
        for box, name in zip(self._boxes.values(), names, strict=True):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(0)  # the row gives them their share
            box.setMinimumWidth(_NARROWEST)
            box.setMaximumWidth(_WIDEST)
            box.activated.connect(self.tell)
            self.row.addWidget(box, 5 if box is self.state else 4)  # as long as their words

    # --- what the page uses

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is left out."""
        return self.value().is_empty

    def value(self) -> TaskFilter:
        """Give what is chosen."""
        state = self.state.currentData()
        return TaskFilter(
            chip=TaskChip(self.chips.current()),
            unit=self._units.get(self.unit.currentData() or 0),
            conference=self._conferences.get(self.conference.currentData() or 0),
            year=self.year.currentData(),
            state=None if state is None else WorkState(state),
            lacking=self._lacking(),
            text=nfc(self.search.text()).strip(),
        )

    def offer_points(self, points: Sequence[ClearPoint]) -> None:
        """Offer what the office wants clear; a choice that is gone filters nothing."""
        self._points = tuple(points)
        if self.lacking not in self.lackings():
            self.lacking = ""

    def lackings(self) -> dict[str, str]:
        """Name what a task may lack: any of the points, or one."""
        points = {point.name: f"Chưa {point.name}" for point in self._points}
        return {ANY: f"Chưa đủ {all_clear(self._points)}"} | points

    def _lacking(self) -> tuple[ClearPoint, ...]:
        if self.lacking == ANY:
            return self._points
        return tuple(point for point in self._points if point.name == self.lacking)

    def choose_lacking(self, what: str) -> None:
        """Show only tasks that lack one of the points, any of them, or all tasks."""
        self.lacking = what if what in self.lackings() else ""
        self.changed.emit()

    def active(self) -> list[tuple[str, str]]:
        """Name what filters now: its key and its words."""
        chip = self.chips.current()
        filters = [("chip", title) for key, title, _ in CHIPS if key == chip != TaskChip.ALL]
        if self.value().text:
            filters.append(("text", f"Tìm: {self.value().text}"))
        names = ("Đơn vị", "Hội nghị", "Năm", "Trạng thái")
        for (key, box), name in zip(self._boxes.items(), names, strict=True):
            if box.currentData() is not None:
                filters.append((key, f"{name}: {box.currentText()}"))
        if self.lacking:
            filters.append(("lacking", self.lackings()[self.lacking]))
        return filters

    def drop(self, key: str) -> None:
        """Take back one filter."""
        self._take({name: value for name, value in self.save_state().items() if name != key})
        self.changed.emit()

    def offer(
        self, units: Sequence[Unit], conferences: Sequence[Conference], years: Sequence[int]
    ) -> None:
        """Offer what the book now holds; a choice that is gone filters nothing."""
        self._units = {unit.id: unit for unit in units}
        self._conferences = {conference.id: conference for conference in conferences}
        _fill(self.unit, "Mọi đơn vị", [(unit.to_choose, int(unit.id)) for unit in units])
        meetings = [
            (f"{conference.code} {conference.title}", int(conference.id))
            for conference in conferences
        ]
        _fill(self.conference, "Mọi hội nghị", meetings)
        _fill(self.year, "Mọi năm", [(str(year), year) for year in years])

    def explain_soon(self, days: int) -> None:
        """Say which days the committee calls near. Unit: calendar days."""
        self.chips.explain(TaskChip.SOON, f"Đến hạn {soon_span(days)}")

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Write the counts on the chips."""
        self.chips.set_counts(counts)

    @Slot()
    def clear(self) -> None:
        """Choose everything."""
        self._take({})
        self.changed.emit()

    def show_only(self, chip: TaskChip, unit_id: int | None = None, text: str = "") -> None:
        """Choose a chip and perhaps a unit or words, and everything else."""
        self._take({"chip": chip, "unit": unit_id, "text": text})
        self.changed.emit()

    def save_state(self) -> State:
        """Give the choices as plain values."""
        chosen = {key: box.currentData() for key, box in self._boxes.items()}
        return {
            **chosen,
            "chip": self.chips.current(),
            "lacking": self.lacking,
            "text": self.search.text(),
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take choices saved before; what the book no longer holds filters nothing."""
        before = self.value()
        self._take(state)
        if self.value() != before:
            self.changed.emit()

    def _take(self, state: Mapping[str, object]) -> None:
        chip, text, lacking = (state.get(key) for key in ("chip", "text", "lacking"))
        named = _EARLIER.get(str(lacking), str(lacking))
        self.lacking = named if named in self.lackings() else ""
        self.chips.choose(chip if isinstance(chip, str) else TaskChip.ALL)
        # set by the program, so the wait for the next key is not wanted
        with QSignalBlocker(self.search):
            self.search.setText(text if isinstance(text, str) else "")
        for key, box in self._boxes.items():
            box.setCurrentIndex(max(0, box.findData(state.get(key))))


class TaskLanding:
    """Selects exactly the tasks that a person is led to, dropping filters that hide one."""

    def __init__(
        self, filters: FilterBar, table: TableView[TaskRow], model: RecordModel[TaskRow]
    ) -> None:
        self._filters, self._table, self._model = filters, table, model

    def show(self, rows: Sequence[TaskRow]) -> None:
        """Select these rows, the first of them current and in view."""
        ids: list[Hashable] = [row.id for row in rows]
        if len(self._model.rows_of(ids)) < len(ids):
            places = {place_of(row) for row in rows}
            self._filters.show_only(places.pop() if len(places) == 1 else TaskChip.ALL)
        self._table.select_ids(ids)


def _fill(box: QComboBox, first: str, items: Sequence[tuple[str, object]]) -> None:
    wanted = [(first, None), *items]
    if wanted == [(box.itemText(n), box.itemData(n)) for n in range(box.count())]:
        return
    current = box.currentData()
    if isinstance(box, SearchChoice):
        box.offer(((value, text) for text, value in wanted), current)
        return
    box.clear()
    for text, value in wanted:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findData(current)))
