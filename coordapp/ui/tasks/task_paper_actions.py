"""What the register puts on paper: the list as it is shown, the official register, one task."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.figures.grouping import subtotal, subtotal_words
from coordapp.domain.figures.listing import Listing
from coordapp.services.exports import form_exports, paper_exports
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.exports.list_exports import ListingRequest, export_listing
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.listing import shown_columns, shown_parts
from coordapp.ui.tasks.view_actions import RegisterParts
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.save_as import EXCEL, ask_target

TITLE = "Danh sách nhiệm vụ"


class TaskPaperActions(QObject):
    """Asks for a place, takes what is shown at that moment, and has it written."""

    def __init__(
        self, context: Context, page: QWidget, register: RegisterParts, strip: ProgressStrip
    ) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._register = register
        self._strip = strip
        self.dialog: QWidget | None = None
        self.sheet = shortcuts.action_here(
            register.table, "Xuất phiếu Excel…", "", self.export_sheet
        )

    def listing(self) -> Listing:
        """Take what is shown: rows, columns, order, groups, filter."""
        register = self._register
        # the rows of folded groups are in the figures of their heads, so they are in the total
        rows = [row for _, _, members in register.model.groups() for row in members]
        total = subtotal(rows)
        return Listing(
            title=TITLE,
            columns=shown_columns(register.table, register.model),
            parts=shown_parts(register.table, register.model),
            filtered="; ".join(register.active.words()),
            total=subtotal_words(total) if total.total else "",
        )

    @Slot()
    def export_shown(self) -> None:
        """Ask for a place and write the list as it is shown."""
        target = self._ask_target(TITLE)
        if target is not None:
            self.write_shown(target)

    def write_shown(self, target: Path) -> None:
        """Write the list as it is shown, in the background."""
        context = self._context
        form = FormRequest(as_of=context.today)
        request = ListingRequest(listing=self.listing(), asked=form)
        self._write(partial(export_listing, context.store.path, request, target), target)

    @Slot()
    def export_register(self) -> None:
        """Ask for a place and write the official register of the tasks that are filtered."""
        target = self._ask_target("Sổ theo dõi nhiệm vụ")
        if target is not None:
            self.write_register(target)

    def write_register(self, target: Path) -> None:
        """Write the official register in the background."""
        context, query = self._context, self._register.filters.value().query()
        work = partial(
            paper_exports.export_register, context.store.path, query, context.today, target
        )
        self._write(work, target)

    @Slot()
    def export_sheet(self) -> None:
        """Ask for a place and write all that is known of the current task there."""
        row, context = self._register.table.current_record(), self._context
        target = None if row is None else self._ask_target(f"Phiếu {row.task.code}", dated=False)
        if row is None or target is None:
            return
        form = FormRequest(as_of=context.today)
        code, path = row.task.code, context.store.path
        self._write(partial(form_exports.export_task, path, code, form, target), target)

    @Slot()
    def show_list(self) -> None:
        """Show the pages of the list as it is shown, to be printed or saved."""
        # the reader of PDF takes a while to load: not before somebody prints
        from coordapp.ui.papers.list_dialog import ListDialog

        dialog = ListDialog(self._context, self.listing(), self._page)
        self.dialog = dialog
        dialog.open()

    def _write(self, work: Callable[..., object], target: Path) -> None:
        self._strip.watch(self._context.jobs.start(lambda step: work(step=step)), target)

    def _ask_target(self, name: str, *, dated: bool = True) -> Path | None:
        day = f" ({self._context.today:%d.%m.%Y})" if dated else ""
        proposed = self._context.store.path.parent / f"{name}{day}.xlsx"
        return ask_target(self._page, "Xuất Excel", proposed, EXCEL)
