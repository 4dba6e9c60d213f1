"""Tying tasks to a section of a directive and to an item of a programme."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import DirectiveSectionId, ProgrammeItemId
from coordapp.domain.programmes.source_tie import SourceTie
from coordapp.domain.tasks.queries import TaskRow
from coordapp.services.programmes import directive_actions
from coordapp.ui.conclusions.source_dialog import FOR_TASKS, Place, SourceDialog
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import route_of
from coordapp.ui.tables.view import TableView


class TaskSourceActions(QObject):
    """The entry of the register's menu that takes all selected rows."""

    def __init__(self, context: Context, page: QWidget, table: TableView[TaskRow]) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._table = table
        self.entry = shortcuts.action_here(table, "Gắn với văn bản, chương trình…", "", self.ask)

    @Slot()
    def ask(self) -> None:
        """Ask which place the selected tasks come from."""
        rows = self._table.targets()
        if not rows:
            return
        held: set[Place] = set.intersection(*(_places(row) for row in rows))
        chosen = SourceDialog.ask(
            self._page.window(),
            self._context.store.connection,
            held,
            title="Nơi giao nhiệm vụ",
            offered=FOR_TASKS,
        )
        if chosen is not None:
            self.tie(rows, chosen)

    def tie(self, rows: list[TaskRow], chosen: list[Place]) -> None:
        """Tie tasks to these places, and to no other."""
        store, places = self._context.store, dict(chosen)
        section, item = places.get(Kind.DIRECTIVE_SECTION), places.get(Kind.PROGRAMME_ITEM)
        done = self._context.run(
            lambda: directive_actions.set_source(
                store,
                [row.id for row in rows],
                section_id=None if section is None else DirectiveSectionId(section),
                item_id=None if item is None else ProgrammeItemId(item),
            )
        )
        if done:
            named = rows[0].task.code if len(rows) == 1 else f"{len(rows)} nhiệm vụ"
            verb = "Đã gắn" if places else "Đã gỡ nơi giao của"
            self._context.messages.offer_undo(f"{verb} {named}")

    @Slot(object)
    def open(self, tie: SourceTie) -> None:
        """Lead to the section or the item."""
        self._context.navigate(route_of(tie.kind, tie.record_id, tie.code))


def _places(row: TaskRow) -> set[Place]:
    task, found = row.task, set[Place]()
    if task.directive_section_id is not None:
        found.add((Kind.DIRECTIVE_SECTION, task.directive_section_id))
    if task.programme_item_id is not None:
        found.add((Kind.PROGRAMME_ITEM, task.programme_item_id))
    return found
