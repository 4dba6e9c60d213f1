"""Queries over templates of task sets."""

from coordapp.domain.kernel.ids import TaskTemplateId
from coordapp.domain.tasks.template import TaskTemplate, TaskTemplateItem
from coordapp.store.file.opening import Reader
from coordapp.store.file.tables import TASK_TEMPLATE_ITEMS, TASK_TEMPLATES


def all_templates(connection: Reader) -> list[TaskTemplate]:
    """Read the templates, oldest first."""
    return TASK_TEMPLATES.where(connection, "1 order by id")


def items(connection: Reader, template_id: TaskTemplateId) -> list[TaskTemplateItem]:
    """Read the items of a template in order."""
    return TASK_TEMPLATE_ITEMS.where(
        connection, "task_template_id = ? order by position, id", (template_id,)
    )
