"""What pages do with templates: make tasks of one, make one of tasks."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from coordapp.domain.kernel.ids import TaskId, TaskTemplateId
from coordapp.domain.tasks.task import WorkState
from coordapp.services.tasks import template_actions
from coordapp.services.tasks.template_actions import Application
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import conference_queries, template_queries, unit_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenPage, PageKey
from coordapp.ui.tables.view import TableView
from coordapp.ui.templates.apply_dialog import ApplyDialog, TemplateOffer
from coordapp.ui.templates.make_dialog import MakeDialog, TemplateDraft
from coordapp.ui.widgets.card import button


class TemplateActions(QObject):
    """Asks by dialogs and runs the actions; the page says what was done."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._page = parent

    def offer(self) -> TemplateOffer:
        """Read what there is to choose from."""
        context = self._context
        reader = context.store.connection
        templates = template_queries.all_templates(reader)
        return TemplateOffer(
            templates=templates,
            items={one.id: template_queries.items(reader, one.id) for one in templates},
            units=unit_queries.receiving(reader, context.today),
            conferences=conference_queries.find(reader),
            conclusions=[
                row.conclusion for row in conference_queries.conclusions(reader, context.today)
            ],
            today=context.today,
            calendar=context.calendar(),
        )

    def ask_to_apply(self, chosen: TaskTemplateId | None = None) -> None:
        """Make tasks of a template; without one, lead to where templates are made."""
        context, offer = self._context, self.offer()
        if not offer.templates:
            context.navigate(OpenPage(page=PageKey.TEMPLATES))
            return
        application = ApplyDialog.ask(self._page, offer, chosen)
        if application is not None:
            self.apply(application)

    def apply(self, application: Application) -> None:
        """Make the tasks and offer the way back."""
        context = self._context
        if outcome := context.run(
            lambda: template_actions.apply(context.store, application, context.today)
        ):
            waits = outcome.value[0].work_state is WorkState.DRAFT
            drafts = ", là dự thảo chờ ban hành thông báo" if waits else ""
            self._context.messages.offer_undo(
                f"Đã thêm {len(outcome.value)} nhiệm vụ từ mẫu{drafts}"
            )

    def ask_to_make(self, task_ids: Sequence[TaskId]) -> None:
        """Make a template of tasks."""
        context = self._context
        tasks = (TASKS.find(context.store.connection, task_id) for task_id in task_ids)
        chosen = [task for task in tasks if task is not None]
        if not chosen:
            return
        draft = MakeDialog.ask(self._page, chosen, context.today, context.calendar())
        if draft is not None:
            self.make(draft, [task.id for task in chosen])

    def make(self, draft: TemplateDraft, task_ids: Sequence[TaskId]) -> None:
        """Save the template and offer the way back."""
        store = self._context.store
        if outcome := self._context.run(
            lambda: template_actions.make(store, draft.name, task_ids, draft.start)
        ):
            self._context.messages.offer_undo(f"Đã lập mẫu “{outcome.value.name}”")


class TemplateMenu(QObject):
    """The button of the register that offers all this, and its entries."""

    def __init__(self, context: Context, page: QWidget, table: TableView[Any]) -> None:
        super().__init__(page)
        self._context = context
        self.template_actions = TemplateActions(context, page)
        self._table = table
        self.button: QPushButton = button(
            "Mẫu", "plain", "copy", page, "Thêm nhiệm vụ từ mẫu (Ctrl+M), lập mẫu từ nhiệm vụ"
        )
        self.apply = shortcuts.action(page, "Thêm nhiệm vụ từ mẫu…", "", self.start)
        self.make = shortcuts.action(page, "Lập mẫu từ nhiệm vụ đã chọn…", "", self._make)
        self.manage = shortcuts.action(page, "Sửa các mẫu", "", self._manage)
        menu = QMenu(self.button)
        menu.addActions([self.apply, self.make, self.manage])
        menu.aboutToShow.connect(self._allow)
        self.button.setMenu(menu)

    @Slot()
    def _allow(self) -> None:
        self.make.setEnabled(bool(self._table.target_ids()))

    @Slot()
    def start(self) -> None:
        """Ask for a template and make its tasks."""
        self.template_actions.ask_to_apply()

    @Slot()
    def _make(self) -> None:
        self.template_actions.ask_to_make(self._table.target_ids())

    @Slot()
    def _manage(self) -> None:
        self._context.navigate(OpenPage(page=PageKey.TEMPLATES))
