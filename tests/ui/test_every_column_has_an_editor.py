"""No column of the file is beyond the reach of a person: each has an editor or a stated reason."""

import re
from pathlib import Path

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.store.file.tables import ALL

SOURCES = Path(__file__).parents[2] / "coordapp" / "ui"
# the modules in which the columns of a kind are typed, chosen, ticked or ordered
TYPED_IN = {
    Kind.COMMITTEE: ("units/committee.py",),
    Kind.UNIT: ("units/roster.py",),
    Kind.PERSON: ("units/roster.py",),
    Kind.UNIT_GROUP: ("units/groups.py",),
    Kind.CONFERENCE: ("conferences/details_form.py", "conferences/state_dialog.py"),
    Kind.AGENDA_ITEM: ("conferences/agenda_lines.py",),
    Kind.ATTENDANCE: ("conferences/conference_tables.py", "live/roll.py"),
    Kind.SPEECH: ("conferences/conference_tables.py", "live/entries.py"),
    Kind.CONCLUSION: ("conclusions/conclusion_cards.py", "conclusions/reason_dialog.py"),
    Kind.TASK: ("tasks/task_dialog.py", "tasks/placing/place_fields.py"),
    Kind.PROGRESS_REPORT: ("tasks/report_dialog.py",),
    Kind.EXTENSION: ("tasks/extend_dialog.py", "records/move_dialog.py"),
    Kind.DAY_OFF: ("units/days_off.py",),
    Kind.DOCUMENT: ("papers/issue_dialog.py",),
    Kind.TASK_TEMPLATE: ("templates/page.py", "templates/item_list.py"),
    Kind.TASK_TEMPLATE_ITEM: ("templates/item_list.py",),
    Kind.REGISTER_VIEW: ("tasks/view_actions.py",),
    Kind.PROGRAMME: ("programmes/programmes.py",),
    Kind.PROGRAMME_PARTY: ("programmes/programmes.py",),
    Kind.PROGRAMME_ITEM: ("programmes/programmes.py",),
    Kind.DIRECTIVE: ("programmes/directives.py",),
    Kind.DIRECTIVE_SECTION: ("programmes/directives.py",),
    Kind.MILESTONE: ("programmes/roadmap.py",),
    Kind.INDICATOR: ("indicators/page.py",),
    Kind.INDICATOR_VALUE: ("indicators/values.py",),
    Kind.PRACTICE: ("practices/models.py",),
    Kind.PRACTICE_YEAR: ("practices/models.py",),
    Kind.RECOGNITION: ("practices/models.py",),
    Kind.PRACTICE_COUNT: ("practices/counts.py",),
    Kind.MOVEMENT: ("practices/movements.py",),
    Kind.COMMENDATION: ("practices/movements.py",),
    Kind.REPORT_DUE: ("practices/reports_due.py",),
    Kind.REPORT_RECEIPT: ("practices/reports_due.py",),
    Kind.SUMMARY: ("reports/summary_texts.py", "reports/summary_view.py"),
}
# where a column is typed under another word than its own
NAMED_OTHERWISE = {
    (Kind.TASK, "lead_unit_id"): "self.lead",
    (Kind.TASK, "focal_person"): "self.focal",
    (Kind.TASK, "work_state"): "self.state",
    (Kind.TASK, "assigned_on"): "self.assigned",
    (Kind.TASK, "parent_id"): "self.above",
    (Kind.EXTENSION, "approved_on"): "approved",
}
# the parts of a review report are typed one below the other, made by a loop
NAMED_OTHERWISE |= {
    (Kind.SUMMARY, part): "SUMMARY_PART"
    for part in (
        "situation", "leadership", "strengths", "shortcomings", "own_causes", "outside_causes",
        "lessons", "directions", "proposals",
    )
}  # fmt: skip
MADE = "made by the program: a number of its own, or of what it is a part of"
ORDERED = "the place in a list, changed by moving the row"
BY_ACTION = "set by the action that makes it true, with its date and its place in the history"
REASONS: dict[tuple[Kind, str], str] = {
    (Kind.COMMITTEE, "is_sample"): "a sample stays one",
    (Kind.COMMITTEE, "working_day"): "the day a sample lives on; a real book lives on the real day",
    (Kind.CONFERENCE, "code"): "never used twice, so nobody types it",
    (Kind.CONFERENCE, "state"): BY_ACTION,
    (Kind.CONFERENCE, "state_reason"): BY_ACTION,
    (Kind.CONCLUSION, "number"): ORDERED,
    (Kind.CONCLUSION, "no_task_reason"): BY_ACTION,
    (Kind.ATTENDANCE, "person_id"): "the members are taken over from the committee's own list",
    (Kind.ATTENDANCE, "unit_id"): "the unit of the member, typed with the person",
    (Kind.TASK, "code"): "never used twice, so nobody types it",
    (Kind.TASK, "original_due"): "the first deadline stays; a correction says why it was wrong",
    (Kind.TASK, "finished_on"): "the day of the report that finishes the task",
    (Kind.PROGRESS_REPORT, "entered_at"): "when it was typed, by the clock",
    (Kind.EXTENSION, "old_due"): "what the deadline was",
    (Kind.EXTENSION, "ground"): BY_ACTION,
    (Kind.DOCUMENT, "style"): "the style in which the paper was made and looked at",
    (Kind.DOCUMENT, "symbol"): "follows number, type and committee",
    (Kind.DOCUMENT, "term"): "the term of the committee on the day of the paper",
    (Kind.DOCUMENT, "text"): "what the paper said when it went out",
    (Kind.DOCUMENT, "sealed"): "the hash of what was signed",
    (Kind.DOCUMENT, "sha256"): "the hash of the kept file",
    (Kind.DOCUMENT, "signed_at"): BY_ACTION,
    (Kind.DOCUMENT, "conference_id"): "the conference from which it was issued",
    (Kind.DOCUMENT, "unit_id"): "the unit for which it was made",
    (Kind.REGISTER_VIEW, "shape"): "what the list shows when the view is saved",
    (Kind.INDICATOR, "code"): "never used twice, so nobody types it",
    (Kind.INDICATOR, "position"): ORDERED,
    (Kind.INDICATOR, "conclusion_id"): "kept for what rests on it; no paper and no figure reads it",
    (Kind.INDICATOR, "directive_section_id"): "as the conclusion of an indicator",
    (Kind.INDICATOR, "task_id"): "as the conclusion of an indicator",
    (Kind.MILESTONE, "directive_id"): MADE,
    (Kind.MILESTONE, "programme_id"): MADE,
    (Kind.PROGRAMME, "code"): "never used twice, so nobody types it",
    (Kind.DIRECTIVE, "code"): "never used twice, so nobody types it",
    (Kind.PRACTICE, "code"): "never used twice, so nobody types it",
    (Kind.MOVEMENT, "code"): "never used twice, so nobody types it",
    (Kind.REPORT_DUE, "code"): "never used twice, so nobody types it",
    (Kind.SUMMARY, "version"): MADE,
    (Kind.SUMMARY, "kept_on"): BY_ACTION,
    (Kind.REPORT_RECEIPT, "unit_id"): "every unit has its row",
}
# parts that are ticked, dropped or tied as a whole, where nothing is typed
WHOLE = {
    Kind.UNIT_GROUP_MEMBER: "units/groups.py",
    Kind.LETTER_UNIT: "papers/addressees.py",
    # the figures a kept report went out with: typed nowhere, for they are counted
    Kind.SUMMARY_FIGURE: "reports/summary_view.py",
    Kind.COORDINATION: "tasks/part_table.py",
    Kind.ATTACHMENT: "records/attachments.py",
    Kind.CONCLUSION_SOURCE: "conclusions/source_dialog.py",
}
COLUMNS = [(kind, column) for kind, table in ALL.items() for column in table.columns]


def is_part_of(kind: Kind, column: str) -> bool:
    """Tell the number of a record, and of the record whose part it is."""
    owners = {
        "conference_id", "task_id", "task_template_id", "programme_id", "directive_id",
        "indicator_id", "practice_id", "movement_id", "report_due_id", "unit_group_id",
    }  # fmt: skip
    return column == "id" or (column in owners and kind not in (Kind.DOCUMENT, Kind.INDICATOR))


@pytest.mark.parametrize(("kind", "column"), COLUMNS, ids=[f"{k.value}.{c}" for k, c in COLUMNS])
def test_a_column_has_an_editor_or_a_stated_reason(kind: Kind, column: str) -> None:
    if kind in WHOLE:
        assert (SOURCES / WHOLE[kind]).is_file()
        return
    if (kind, column) in REASONS:
        assert REASONS[kind, column]
        return
    if is_part_of(kind, column) or column == "position":
        return
    word = NAMED_OTHERWISE.get((kind, column), column)
    sources = [(SOURCES / name).read_text(encoding="utf-8") for name in TYPED_IN[kind]]
    assert any(re.search(rf"(?<![\w]){re.escape(word)}\b", source) for source in sources)


def test_no_reason_speaks_of_a_column_that_is_gone() -> None:
    assert set(REASONS) | set(NAMED_OTHERWISE) <= set(COLUMNS)
