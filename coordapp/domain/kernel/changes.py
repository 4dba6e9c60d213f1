"""What an action touched: the operation and the ids of each kind of record."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """The kinds of record the store holds; a new one is added at the end, the order is stored."""

    COMMITTEE = "committee"
    UNIT = "unit"
    PERSON = "person"
    CONFERENCE = "conference"
    AGENDA_ITEM = "agenda_item"
    ATTENDANCE = "attendance"
    SPEECH = "speech"
    CONCLUSION = "conclusion"
    TASK = "task"
    COORDINATION = "coordination"
    PROGRESS_REPORT = "progress_report"
    EXTENSION = "extension"
    DAY_OFF = "day_off"
    ATTACHMENT = "attachment"
    DOCUMENT = "document"
    TASK_TEMPLATE = "task_template"
    TASK_TEMPLATE_ITEM = "task_template_item"
    REGISTER_VIEW = "register_view"


class Op(Enum):
    """The user's actions; each is one transaction, one undo step, one notification."""

    WRITE_SAMPLE = "write_sample"
    SET_UP = "set_up"
    EDIT_COMMITTEE = "edit_committee"
    ADD_TASK = "add_task"
    EDIT_TASK = "edit_task"
    CHANGE_TASKS = "change_tasks"
    PASTE_TASKS = "paste_tasks"
    DUPLICATE_TASK = "duplicate_task"
    DELETE_TASKS = "delete_tasks"
    SET_DUE = "set_due"
    SET_WORK_STATE = "set_work_state"
    SET_LEAD_UNIT = "set_lead_unit"
    SET_PERCENT = "set_percent"
    REPORT_PROGRESS = "report_progress"
    EXTEND_TASK = "extend_task"
    CONFIRM_TASK = "confirm_task"
    RETURN_TASK = "return_task"
    OPEN_PERIODS = "open_periods"
    ADD_CONFERENCE = "add_conference"
    EDIT_CONFERENCE = "edit_conference"
    DELETE_CONFERENCE = "delete_conference"
    SET_CONFERENCE_STATE = "set_conference_state"
    CLONE_CONFERENCE = "clone_conference"
    TAKE_MEMBERS = "take_members"
    TAKE_ATTENDANCE = "take_attendance"
    ADD_AGENDA_ITEM = "add_agenda_item"
    EDIT_AGENDA_ITEM = "edit_agenda_item"
    DELETE_AGENDA_ITEM = "delete_agenda_item"
    ADD_ATTENDANCE = "add_attendance"
    EDIT_ATTENDANCE = "edit_attendance"
    DELETE_ATTENDANCE = "delete_attendance"
    ADD_SPEECH = "add_speech"
    EDIT_SPEECH = "edit_speech"
    DELETE_SPEECH = "delete_speech"
    ADD_CONCLUSION = "add_conclusion"
    EDIT_CONCLUSION = "edit_conclusion"
    DELETE_CONCLUSION = "delete_conclusion"
    ORDER_CONCLUSIONS = "order_conclusions"
    SPLIT_CONCLUSION = "split_conclusion"
    MERGE_CONCLUSIONS = "merge_conclusions"
    SET_NO_TASK_REASON = "set_no_task_reason"
    DRAFT_CONCLUSIONS = "draft_conclusions"
    ASSIGN_CONCLUSIONS = "assign_conclusions"
    ADD_UNIT = "add_unit"
    EDIT_UNIT = "edit_unit"
    ADD_PERSON = "add_person"
    EDIT_PERSON = "edit_person"
    ADD_DAY_OFF = "add_day_off"
    EDIT_DAY_OFF = "edit_day_off"
    DELETE_DAY_OFF = "delete_day_off"
    ORDER_AGENDA = "order_agenda"
    ORDER_SPEECHES = "order_speeches"
    ORDER_UNITS = "order_units"
    ORDER_PERSONS = "order_persons"
    ADD_ATTACHMENT = "add_attachment"
    DELETE_ATTACHMENT = "delete_attachment"
    SIGN_MINUTES = "sign_minutes"
    ISSUE_DOCUMENT = "issue_document"
    EDIT_DOCUMENT = "edit_document"
    DELETE_DOCUMENT = "delete_document"
    RELEASE_TASKS = "release_tasks"
    ADD_TEMPLATE = "add_template"
    EDIT_TEMPLATE = "edit_template"
    DELETE_TEMPLATE = "delete_template"
    ADD_TEMPLATE_ITEM = "add_template_item"
    EDIT_TEMPLATE_ITEM = "edit_template_item"
    DELETE_TEMPLATE_ITEM = "delete_template_item"
    ORDER_TEMPLATE_ITEMS = "order_template_items"
    MAKE_TEMPLATE = "make_template"
    APPLY_TEMPLATE = "apply_template"
    ADD_REGISTER_VIEW = "add_register_view"
    EDIT_REGISTER_VIEW = "edit_register_view"
    DELETE_REGISTER_VIEW = "delete_register_view"
    IMPORT_TASKS = "import_tasks"
    IMPORT_UNITS = "import_units"
    RESTORE = "restore"
    UNDO = "undo"
    REDO = "redo"


# what is done once and for all: undo stops before it
FINAL = frozenset({Op.SIGN_MINUTES})
# what a book cannot be without: it is no step of undo at all
FOUNDING = frozenset({Op.SET_UP})


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """One committed action; `op` is None when another program wrote and anything may differ."""

    op: Op | None
    touched: Mapping[Kind, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def everything(cls) -> "Changes":
        """Say that any record may have changed."""
        return cls(op=None)

    def concern(self, *kinds: Kind) -> bool:
        """Tell whether a view of these kinds must read again."""
        return self.op is None or any(kind in self.touched for kind in kinds)

    def merged(self, later: "Changes") -> "Changes":
        """Join two notifications that are delivered together."""
        if self.op is None or later.op is None:
            return Changes.everything()
        touched = dict(self.touched)
        for kind, ids in later.touched.items():
            touched[kind] = touched.get(kind, frozenset()) | ids
        return Changes(op=later.op, touched=touched)
