"""The views of the register: those that come with the program, and a person's own."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu, QPushButton, QWidget

from coordapp.domain.figures.grouping import GroupBy, RowGroup, grouped, states_line, subtotal_words
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.ids import RegisterViewId
from coordapp.domain.kernel.text import nfc
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.register_view import SHIPPED_NAMES, RegisterView
from coordapp.services.tasks import register_view_actions
from coordapp.store.queries import task_queries, unit_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import TaskChip
from coordapp.ui.kit.state import State, part, texts
from coordapp.ui.tables.grouped import GroupedModel, Groups
from coordapp.ui.tables.grouped_view import GroupedView
from coordapp.ui.tasks.active_filters import ActiveFilters
from coordapp.ui.tasks.filter_bar import FilterBar
from coordapp.ui.tasks.filters import ANY
from coordapp.ui.widgets.card import button

GROUPS = {
    GroupBy.LEAD: "Đơn vị chủ trì",
    GroupBy.CONFERENCE: "Hội nghị",
    GroupBy.DEADLINE: "Tình trạng hạn",
    GroupBy.STATE: "Trạng thái",
    GroupBy.URGENCY: "Độ khẩn",
    GroupBy.MONTH: "Tháng đến hạn",
    GroupBy.PARENT: "Nhiệm vụ chung",
}
_SHAPES: tuple[State, ...] = (
    {},
    {"filters": {"chip": TaskChip.OVERDUE}},
    {"filters": {"chip": TaskChip.SOON}},
    {"filters": {"chip": TaskChip.WAITING}},
    {"filters": {"lacking": ANY}},
    {"group": GroupBy.LEAD.value},
    {"group": GroupBy.CONFERENCE.value},
    {"group": GroupBy.PARENT.value},
)
SHIPPED = dict(zip(SHIPPED_NAMES, _SHAPES, strict=True))
ALL_TASKS = SHIPPED_NAMES[0]
_GONE = {"unit": "Đơn vị", "conference": "Hội nghị"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterParts:
    """The parts of the register that a view shapes."""

    table: GroupedView[TaskRow]
    model: GroupedModel[TaskRow]
    filters: FilterBar
    active: ActiveFilters


class ViewActions(QObject):
    """The button "Xem" with its menu; it knows which view is open and whether it was changed."""

    def __init__(self, context: Context, page: QWidget, register: RegisterParts) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._register = register
        self._open = ALL_TASKS
        self._group: GroupBy | None = None
        self._tables: State = {}  # columns as they were left, by the name of the view
        self._own: dict[str, RegisterView] = {}
        self.button: QPushButton = button("Xem", "plain", "eye", page)
        self._menu = QMenu(self.button)
        self._menu.aboutToShow.connect(self.fill)
        self.button.setMenu(self._menu)
        self._keys = shortcuts.action_within(page, "Chọn chế độ xem", "Alt+X", self.button.click)
        context.bus.changed.connect(self._on_changed)
        register.filters.changed.connect(self._name)
        register.active.grouping_dropped.connect(self._ungroup)
        self._read()
        self._name()

    # --- what the page uses

    @property
    def name(self) -> str:
        """The name of the open view."""
        return self._open

    @property
    def is_changed(self) -> bool:
        """Tell whether what is shown differs from the view as it was saved."""
        saved = self._shape_of(self._open)
        now = self.shape()
        return (saved.get("group"), _filters(saved)) != (now.get("group"), _filters(now))

    def shape(self) -> State:
        """Give everything a view remembers, as plain values."""
        filters = self._register.filters.save_state()
        names = {key: words for key, words in self._register.filters.active() if key in _GONE}
        return {
            "filters": filters,
            "names": names,
            "group": None if self._group is None else self._group.value,
            "table": self._register.table.save_state(),
        }

    def open(self, name: str) -> None:
        """Show a view: its filters, its groups, its columns."""
        self._tables[self._open] = self._register.table.save_state()
        self._show(name)

    def _show(self, name: str) -> None:
        shape = self._shape_of(name)
        self._open = name
        self._register.filters.clear()
        self._register.filters.restore_state(part(shape, "filters"))
        self._show_columns()
        self.group_by(_group_of(shape))
        self._say_gone(shape)
        self._name()

    def _show_columns(self) -> None:
        table = part(self._tables, self._open) or part(self._shape_of(self._open), "table")
        if table:
            self._register.table.restore_state(table)
            return
        self._register.table.arrangement.reset()
        # else a view would open in the order of the one before it
        self._register.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)

    def group_by(self, by: GroupBy | None) -> None:
        """Put the rows in groups, or in none."""
        self._group = by
        self._register.active.say_grouping("" if by is None else GROUPS[by])
        self._register.model.group(None if by is None else partial(self._grouped, by))
        self._name()

    def save_state(self) -> State:
        """Give what to remember until the next run."""
        self._tables[self._open] = self._register.table.save_state()
        return {
            "open": self._open,
            "group": None if self._group is None else self._group.value,
            "folded": self._register.model.folded_keys(),
            "tables": self._tables,
        }

    def restore_state(self, state: Mapping[str, object]) -> None:
        """Take the shape of the last run; a view that is gone is not opened."""
        tables, name = state.get("tables"), state.get("open")
        if isinstance(tables, dict):
            self._tables = {key: parts for key, parts in tables.items() if isinstance(parts, dict)}
        if isinstance(name, str) and (name in SHIPPED or name in self._own):
            self._open = name
        self.group_by(_group_of(state))
        self._register.model.fold(texts(state, "folded"), folded=True)

    # --- the menu

    @Slot()
    def fill(self) -> None:
        """Build the menu anew: views come and go."""
        menu = self._menu
        menu.clear()
        group = QActionGroup(menu)
        for name in (*SHIPPED, *self._own):
            if name in self._own and name == next(iter(self._own)):
                menu.addSeparator()
            self._entry(menu, group, name, name == self._open, partial(self._chose, name))
        menu.addSeparator()
        grouping = menu.addMenu("Nhóm theo")
        among = QActionGroup(menu)
        self._entry(grouping, among, "Không nhóm", self._group is None, self._ungroup)
        for by, words in GROUPS.items():
            self._entry(grouping, among, words, self._group is by, partial(self._chose_group, by))
        lackings = self._register.filters.lackings()
        lacking = menu.addMenu(lackings[ANY])
        marks = QActionGroup(menu)
        now = self._register.filters.lacking
        self._entry(lacking, marks, "Không lọc", not now, partial(self._chose_lacking, ""))
        for what, words in lackings.items():
            self._entry(lacking, marks, words, now == what, partial(self._chose_lacking, what))
        columns = self._register.table.arrangement.menu()
        columns.setTitle("Cột")
        menu.addMenu(columns)
        menu.addSeparator()
        self._fill_own(menu)

    def _fill_own(self, menu: QMenu) -> None:
        menu.addAction("Lưu thành chế độ xem mới…").triggered.connect(self.ask_save)
        own = self._own.get(self._open)
        if own is None:
            menu.addAction(f"Đặt lại “{self._open}”").triggered.connect(self.reset)
            return
        menu.addAction(f"Cập nhật “{own.name}”").triggered.connect(self.update)
        menu.addAction(f"Đổi tên “{own.name}”…").triggered.connect(self.ask_rename)
        menu.addAction(f"Xóa “{own.name}”").triggered.connect(self.delete)

    @staticmethod
    def _entry(
        menu: QMenu, group: QActionGroup, words: str, chosen: bool, slot: Callable[..., object]
    ) -> None:
        entry = QAction(words.replace("&", "&&"), menu, checkable=True)
        entry.setChecked(chosen)
        entry.triggered.connect(slot)
        group.addAction(entry)
        menu.addAction(entry)

    def _chose(self, name: str, _checked: bool = False) -> None:
        self.open(name)

    def _chose_group(self, by: GroupBy, _checked: bool = False) -> None:
        self.group_by(by)

    def _chose_lacking(self, what: str, _checked: bool = False) -> None:
        self._register.filters.choose_lacking(what)

    @Slot()
    def _ungroup(self) -> None:
        self.group_by(None)

    # --- own views

    @Slot()
    def ask_save(self) -> None:
        """Ask for a name and save what is shown under it."""
        name = self._ask_name("Lưu chế độ xem", "")
        if name is not None:
            self.save_as(name)

    def save_as(self, name: str) -> None:
        """Save what is shown as a view of its own."""
        store, shape = self._context.store, json.dumps(self.shape())
        if saved := self._context.run(lambda: register_view_actions.add(store, name, shape)):
            self._context.bus.deliver()
            self._open = saved.value.name
            self._name()
            self._context.messages.offer_undo(f"Đã lưu chế độ xem “{saved.value.name}”")

    @Slot()
    def update(self) -> None:
        """Save what is shown in the open view."""
        own = self._own.get(self._open)
        if own is not None and self._context.run(
            lambda: register_view_actions.update(
                self._context.store, own.id, json.dumps(self.shape())
            )
        ):
            self._context.messages.offer_undo(f"Đã cập nhật chế độ xem “{own.name}”")

    @Slot()
    def ask_rename(self) -> None:
        """Ask for another name of the open view."""
        own = self._own.get(self._open)
        name = None if own is None else self._ask_name("Đổi tên chế độ xem", own.name)
        if own is not None and name is not None:
            self.rename(own.id, name)

    def rename(self, view_id: RegisterViewId, name: str) -> None:
        """Give a view another name."""
        self._context.run(lambda: register_view_actions.rename(self._context.store, view_id, name))

    @Slot()
    def delete(self) -> None:
        """Delete the open view and show all tasks."""
        own = self._own.get(self._open)
        if own is not None and self._context.run(
            lambda: register_view_actions.delete(self._context.store, own.id)
        ):
            self._tables.pop(own.name, None)
            self._context.bus.deliver()
            # not `open`: the columns on screen are those of the view that went
            self._show(ALL_TASKS)
            self._context.messages.offer_undo(f"Đã xóa chế độ xem “{own.name}”")

    @Slot()
    def reset(self) -> None:
        """Show the open view as it was made: filters, groups, columns and order."""
        self._tables.pop(self._open, None)
        self._show(self._open)

    def _ask_name(self, title: str, text: str) -> str | None:
        typed, agreed = QInputDialog.getText(
            self._page, title, "Tên", QLineEdit.EchoMode.Normal, text
        )
        return nfc(typed) if agreed else None

    # --- reading

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(Kind.REGISTER_VIEW):
            self._follow()

    def _follow(self) -> None:
        """Read again; stay with the open view under its new name, or leave one that is gone."""
        name, before = self._open, self._own.get(self._open)
        self._read()
        if before is not None:
            names = {view.id: view.name for view in self._own.values()}
            self._open = names.get(before.id, ALL_TASKS)
        left = self._tables.pop(name, None) if self._open != name else None
        if left is not None and self._open != ALL_TASKS:
            self._tables[self._open] = left
        if self._open == ALL_TASKS != name:
            self._show_columns()  # the filters stay: they are what a person looks at
        self._name()

    def _read(self) -> None:
        parts = task_queries.register_views(self._context.store.connection)
        self._own = {view.name: view for view in parts}

    def _shape_of(self, name: str) -> State:
        own = self._own.get(name)
        return SHIPPED.get(name, {}) if own is None else _read_shape(own.shape)

    def _say_gone(self, shape: Mapping[str, object]) -> None:
        """Name what a view filters by and the book no longer holds."""
        wanted, names = part(shape, "filters"), part(shape, "names")
        now = self._register.filters.save_state()
        gone = [
            str(names.get(key, words))
            for key, words in _GONE.items()
            if wanted.get(key) is not None and now.get(key) is None
        ]
        if gone:
            self._context.messages.say(
                f"{'; '.join(gone)} không còn trong sổ nên chế độ xem này không lọc theo."
            )

    @Slot()
    def _name(self) -> None:
        changed = " (đã sửa)" if self.is_changed else ""
        self.button.setText(f"Xem: {self._open}{changed}".replace("&", "&&"))
        self.button.setToolTip("Chế độ xem, nhóm, cột (Alt+X)")

    def _grouped(self, by: GroupBy, rows: list[TaskRow]) -> Groups[TaskRow]:
        known = unit_queries.all_units(self._context.store.connection)
        return [
            (group.key, group.title, _note(by, group, members), members)
            for group, members in grouped(rows, by, known)
        ]


def _note(by: GroupBy, group: RowGroup, members: list[TaskRow]) -> str:
    """Say beside a head how far its units are, or how many rows are below it."""
    counted = subtotal_words(group.subtotal)
    if by is GroupBy.PARENT and group.key:
        return f"{counted} · {states_line(members)}"
    return counted


def _read_shape(text: str) -> State:
    """Read a saved shape; what is no shape, or no part of one, is left out."""
    try:
        shape = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(shape, dict):
        return {}
    kept = {key: shape[key] for key in ("filters", "names", "table") if part(shape, key)}
    return {**kept, "group": shape.get("group")}


def _group_of(shape: Mapping[str, object]) -> GroupBy | None:
    known = {by.value: by for by in GroupBy}
    return known.get(str(shape.get("group")))


def _filters(shape: Mapping[str, object]) -> State:
    """Give the filters that filter something, so that shapes compare."""
    return {
        key: value
        for key, value in part(shape, "filters").items()
        if value not in (None, "") and (key, value) != ("chip", "all")
    }
