"""Choosing what a record is tied to: sections of directives, items, conclusions, tasks."""

from collections.abc import Collection, Iterable, Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.matching import Sought, finds
from coordapp.domain.kernel.text import one_line
from coordapp.domain.programmes.directive import DirectiveSection
from coordapp.store import Reader
from coordapp.store.file import search
from coordapp.store.queries import conference_queries, programme_queries, task_queries
from coordapp.ui.look import theme
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.search_box import SearchBox

Place = tuple[Kind, int]
FOR_CONCLUSIONS = frozenset({Kind.DIRECTIVE, Kind.DIRECTIVE_SECTION})
FOR_TASKS = frozenset({Kind.DIRECTIVE_SECTION, Kind.PROGRAMME_ITEM})
FOR_INDICATORS = frozenset({Kind.DIRECTIVE_SECTION, Kind.CONCLUSION, Kind.TASK})
_PLACE = Qt.ItemDataRole.UserRole
_SIZE = (720, 560)
_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class SourceDialog(Dialog):
    """Several places for a conclusion; for other records one of each kind that is offered."""

    def __init__(
        self,
        parent: QWidget | None,
        reader: Reader,
        chosen: Collection[Place],
        *,
        title: str,
        offered: Collection[Kind] = FOR_CONCLUSIONS,
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._offered = frozenset(offered)
        self._one_of_each = self._offered != FOR_CONCLUSIONS
        self.setWindowTitle(title)
        self.resize(*(theme.scaled(size) for size in _SIZE))
        self.search = SearchBox("Tìm số, trích yếu, tên mục")
        self.tree = QTreeWidget()
        self.tree.setAccessibleName("Văn bản và các mục")
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._fill(reader, chosen)
        self.count = label("", "secondary")
        self.buttons = QDialogButtonBox()
        self.take = self.buttons.addButton("Lưu", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setProperty("role", "primary")
        self.buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for part in (self.search, self.tree, self.count, self.buttons):
            column.addWidget(part)
        self.search.lead_to(self.tree)
        self.search.searched.connect(self.narrow)
        self.tree.itemChanged.connect(self._on_ticked)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._say()
        self.search.setFocus()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        reader: Reader,
        chosen: Collection[Place],
        *,
        title: str,
        offered: Collection[Kind] = FOR_CONCLUSIONS,
    ) -> list[Place] | None:
        """Show the dialog; None when the person turned away."""
        dialog = cls(parent, reader, chosen, title=title, offered=offered)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.chosen() if accepted else None

    # --- building

    def _fill(self, reader: Reader, chosen: Collection[Place]) -> None:
        ticked = set(chosen)
        for directive in programme_queries.all_directives(reader):
            words = f"{directive.number}: {directive.subject}"
            place = (Kind.DIRECTIVE, int(directive.id))
            top = self._item(place, words, ticked, can_be=Kind.DIRECTIVE in self._offered)
            self.tree.addTopLevelItem(top)
            self._add_sections(top, programme_queries.sections(reader, directive.id), ticked)
        for kind, fill in (
            (Kind.PROGRAMME_ITEM, self._fill_programmes),
            (Kind.CONCLUSION, self._fill_conclusions),
            (Kind.TASK, self._fill_tasks),
        ):
            if kind in self._offered:
                fill(reader, ticked)
        for item in self._items():
            place = item.data(0, _PLACE)
            if place in ticked:
                self._open_to(item)
        tops = self._tops()
        if len(tops) == 1:
            tops[0].setExpanded(True)
        if tops:
            self.tree.setCurrentItem(tops[0])

    def _add_sections(
        self, top: QTreeWidgetItem, sections: Iterable[DirectiveSection], ticked: set[Place]
    ) -> None:
        above = [top]  # the last one of each level, the directive first
        for section in sections:
            place = (Kind.DIRECTIVE_SECTION, int(section.id))
            item = self._item(place, f"{section.number} {section.title}".strip(), ticked)
            del above[section.level :]
            above[-1].addChild(item)
            above.append(item)

    def _fill_programmes(self, reader: Reader, ticked: set[Place]) -> None:
        for programme in programme_queries.all_programmes(reader):
            top = QTreeWidgetItem([one_line(f"{programme.number} {programme.title}")])
            self.tree.addTopLevelItem(top)
            for one in programme_queries.items(reader, programme.id):
                place = (Kind.PROGRAMME_ITEM, int(one.id))
                top.addChild(self._item(place, f"Năm {one.year}: {one.title}", ticked))

    def _fill_conclusions(self, reader: Reader, ticked: set[Place]) -> None:
        for conference in conference_queries.find(reader):
            top = QTreeWidgetItem([one_line(f"{conference.code} {conference.title}")])
            self.tree.addTopLevelItem(top)
            for one in conference_queries.conclusions_of(reader, conference.id):
                words = f"Kết luận {one.number}: {one.text}"
                top.addChild(self._item((Kind.CONCLUSION, int(one.id)), words, ticked))

    def _fill_tasks(self, reader: Reader, ticked: set[Place]) -> None:
        top = QTreeWidgetItem(["Nhiệm vụ"])
        self.tree.addTopLevelItem(top)
        for task in task_queries.newest_first(reader):
            words = f"{task.code} {task.title}"
            top.addChild(self._item((Kind.TASK, int(task.id)), words, ticked))

    def _item(
        self, place: Place, words: str, ticked: set[Place], *, can_be: bool = True
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem([one_line(words)])
        item.setToolTip(0, words)
        item.setData(0, _PLACE, place)
        if can_be:
            item.setCheckState(0, _TICKED if place in ticked else _UNTICKED)
        return item

    def _open_to(self, item: QTreeWidgetItem) -> None:
        above = item.parent()
        while above is not None:
            above.setExpanded(True)
            above = above.parent()

    def _items(self) -> Iterator[QTreeWidgetItem]:
        waiting = self._tops()
        while waiting:
            item = waiting.pop(0)
            yield item
            waiting[:0] = _below(item)

    def _tops(self) -> list[QTreeWidgetItem]:
        tops = (self.tree.topLevelItem(n) for n in range(self.tree.topLevelItemCount()))
        return [top for top in tops if top is not None]

    # --- choosing

    def chosen(self) -> list[Place]:
        """Give the places that are ticked, in the order of the tree."""
        return [item.data(0, _PLACE) for item in self._items() if self._is_ticked(item)]

    def tick(self, place: Place, *, ticked: bool = True) -> None:
        """Tick a place, or take its tick away."""
        for item in self._items():
            if item.data(0, _PLACE) == place:
                item.setCheckState(0, _TICKED if ticked else _UNTICKED)

    @staticmethod
    def _is_ticked(item: QTreeWidgetItem) -> bool:
        has_box = item.data(0, Qt.ItemDataRole.CheckStateRole) is not None
        return has_box and item.checkState(0) is _TICKED

    @Slot(QTreeWidgetItem, int)
    def _on_ticked(self, changed: QTreeWidgetItem, _column: int) -> None:
        if self._one_of_each and self._is_ticked(changed):
            # such a record is tied to one of each kind
            kind = changed.data(0, _PLACE)[0]
            for item in self._items():
                if item is not changed and self._is_ticked(item):
                    other = item.data(0, _PLACE)
                    if other[0] is kind:
                        item.setCheckState(0, _UNTICKED)
        self._say()

    @Slot(str)
    def narrow(self, typed: str) -> None:
        """Show what holds these words, and all below and above it."""
        sought = search.wanted(self._reader, typed)
        for top in self._tops():
            self._narrow(top, sought, shown_above=sought.is_empty)

    def _narrow(self, item: QTreeWidgetItem, sought: Sought, *, shown_above: bool) -> bool:
        hit = shown_above or finds(sought, item.toolTip(0) or item.text(0))
        below = [self._narrow(one, sought, shown_above=hit) for one in _below(item)]
        item.setHidden(not (hit or any(below)))
        if not sought.is_empty and any(below):
            item.setExpanded(True)
        return not item.isHidden()

    def _say(self) -> None:
        count = len(self.chosen())
        if not self.tree.topLevelItemCount():
            self.count.setText(
                "Chưa có văn bản chỉ đạo. Hãy thêm ở trang “Chương trình, văn bản” trước."
            )
        else:
            self.count.setText(f"Đã chọn {count}." if count else "Chưa chọn căn cứ nào.")


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (item.child(n) for n in range(item.childCount()))
    return [one for one in children if one is not None]
