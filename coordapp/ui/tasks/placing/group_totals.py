"""The sum of the register below its groups, and beside it that of the group in view."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from coordapp.domain.figures.grouping import subtotal, subtotal_words
from coordapp.domain.tasks.queries import TaskRow
from coordapp.ui.tables.grouped import GroupedModel
from coordapp.ui.tables.grouped_view import GroupedView
from coordapp.ui.tables.totals.total_row import ACROSS, TotalRow, above


class GroupTotals(TotalRow[TaskRow]):
    """There while tasks stand in groups; a group folded counts as well."""

    def __init__(self, table: GroupedView[TaskRow], model: GroupedModel[TaskRow]) -> None:
        super().__init__(table, model, self._sums)
        self._view, self._grouped = table, model
        self._whole = ""
        table.verticalScrollBar().valueChanged.connect(self._follow)

    def _sums(self) -> Mapping[str, str]:
        if not self._grouped.is_grouped:
            return {}
        rows = (row for _, _, members in self._grouped.groups() for row in members)
        self._whole = f"Tổng cộng: {subtotal_words(subtotal(rows))}"
        return self._with_group()

    def _with_group(self) -> Mapping[str, str]:
        head = self._grouped.head_above(max(self._view.rowAt(0), 0))
        # where the head itself is in view it tells its sum
        beside = f"  ·  {head.title}: {head.note}" if head is not None else ""
        return {ACROSS: f"{self._whole}{beside}"}

    def _follow(self, *_told: object) -> None:
        if self._grouped.is_grouped and self.cells:
            self.cells = self._with_group()
            self.update()


def with_totals(table: GroupedView[TaskRow], model: GroupedModel[TaskRow]) -> QWidget:
    """Put the register above its sums."""
    return above(table, GroupTotals(table, model))
