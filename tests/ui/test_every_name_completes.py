"""Wherever somebody is named, who is known already is offered: no field of a person is without."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

import coordapp.ui
from coordapp.domain.conferences.conference import Speech
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import SpeechId
from coordapp.domain.kernel.record_fields import hints, kind_of_id
from coordapp.domain.words.field_labels import FIELDS
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions
from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.services.tasks.task_actions import TaskDraft
from coordapp.store.file.tables import ALL
from coordapp.store.queries import conference_queries, unit_queries
from coordapp.ui.kit.navigation import OpenConference, PageKey
from coordapp.ui.papers.issue_dialog import IssueDialog
from coordapp.ui.shell.acting.acting_dialog import ActingPersonDialog
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.tables.record_list import RecordListEditor
from coordapp.ui.tasks.task_dialog import TaskDialog
from coordapp.ui.widgets.choosing.name_completer import NameCompleter
from coordapp.ui.widgets.choosing.part_finder import PartFinder
from tests.build import a_task

UI = Path(coordapp.ui.__file__).parent
PLANNED = "HN-2018-01"
NAMES_SOMEBODY = re.compile(r"^(Người|Họ và tên|Đầu mối|Chủ trì|Trình bày|Phiếu cho)|cá nhân")
# under which words the office finds the field
TYPED_AS = {
    (Kind.CONFERENCE, "chair_id"): "Người chủ trì",
    (Kind.CONFERENCE, "recorder_id"): "Người ghi biên bản",
    (Kind.AGENDA_ITEM, "presenter"): "Trình bày",
    (Kind.ATTENDANCE, "name"): "Họ và tên",
    (Kind.ATTENDANCE, "substitute_name"): "Người dự thay",
    (Kind.SPEECH, "speaker"): "Người phát biểu",
    (Kind.TASK, "focal_person"): "Đầu mối",
    (Kind.DOCUMENT, "signer_id"): "Người ký",
    (Kind.SUMMARY, "author"): "Người lập",
    (Kind.PRACTICE, "held_by"): "Người thực hiện",
    (Kind.COMMENDATION, "name"): "Tập thể, cá nhân",
}
REASONS = {
    (Kind.PERSON, "full_name"): "the list that the names come from",
    (Kind.ATTENDANCE, "person_id"): "set when the members are invited",
}
# what looks like one: the list of the names itself, and who the log names
NO_FIELD = {"Họ và tên: Thành viên Ban Chỉ đạo", "Người"}


def names_somebody(kind: Kind, column: str) -> bool:
    known = hints(ALL[kind].record)[column]
    words = FIELDS[kind].get(column, "")
    points = kind_of_id(known) is Kind.PERSON and column != "id"
    return points or (known is str and bool(NAMES_SOMEBODY.search(words)))


def completes(field: QWidget) -> bool:
    if field.findChild(NameCompleter) is not None:
        return True
    box = field if isinstance(field, QComboBox) else field.parent()
    return isinstance(box, QComboBox) and isinstance(box.completer(), PartFinder)


def fields_in(root: QWidget) -> dict[str, bool]:
    """Tell of every field in which somebody is named whether it completes the name."""
    found: dict[str, bool] = {}
    for field in (*root.findChildren(QLineEdit), *root.findChildren(QComboBox)):
        name = field.accessibleName()
        if NAMES_SOMEBODY.search(name) and not field.parent().inherits("QAbstractItemView"):
            found[name] = found.get(name, True) and completes(field)
    for editor in root.findChildren(RecordListEditor):
        for column in editor.model.columns:
            if column.apply is not None and NAMES_SOMEBODY.search(column.title):
                name = f"{column.title}: {editor.table.accessibleName()}"
                found[name] = column.people is not None
    return found


@pytest.fixture
def fields(window, sample, qtbot) -> dict[str, bool]:
    window.follow(OpenConference(code=PLANNED))
    window.page(PageKey.CONFERENCES).go_live()
    # made when it is first looked at
    found = fields_in(window.page(PageKey.REPORTS).summary)
    for entry in PAGES:
        found |= fields_in(window.page(entry.key))
    units = unit_queries.all_units(sample.connection)
    conference = conference_queries.by_code(sample.connection, PLANNED)
    paper = document_actions.blank(sample.connection, DocumentType.NOTICE, conference.id)
    papers = window.page(PageKey.CONFERENCES).papers
    for dialog in (
        TaskDialog(window, TaskDraft(task=replace(a_task(), code="")), units, SAMPLE_DAY),
        IssueDialog(window, {paper.type: paper}, [], papers.issuing._look, SAMPLE_DAY),
        ActingPersonDialog(window, window.context, ""),
    ):
        found |= fields_in(dialog)
        dialog.deleteLater()
    window.page(PageKey.CONFERENCES).live.leave()
    return found


def test_every_field_of_a_person_offers_who_is_known(fields) -> None:
    assert {name for name, completes in fields.items() if not completes} == NO_FIELD


def test_every_column_that_names_somebody_is_such_a_field_or_has_a_reason(fields) -> None:
    naming = {
        (kind, column)
        for kind, table in ALL.items()
        for column in table.columns
        if names_somebody(kind, column)
    }
    assert naming == {*TYPED_AS, *REASONS}

    titles = {name.split(":")[0] for name in fields}
    assert {words for place, words in TYPED_AS.items()} - titles == set()


# --- what is taken


def test_who_is_picked_in_a_cell_brings_the_post_as_one_step(window, sample, qtbot) -> None:
    conference = conference_queries.by_code(sample.connection, PLANNED)
    new = Speech(id=SpeechId(0), conference_id=conference.id, position=0, speaker="Đại biểu")
    added = conference_actions.add_speech(sample, new)
    window.follow(OpenConference(code=PLANNED))
    page = window.page(PageKey.CONFERENCES)
    page.show_editor("speeches")
    window.context.bus.deliver()
    steps = len(sample.undo_steps)

    page.parts[2].table.edit_cell(added.id, "speaker")
    cell = QApplication.focusWidget()
    QTest.keyClicks(cell, "hung s")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)

    (speech,) = conference_queries.speeches(sample.connection, conference.id)
    assert (speech.speaker, speech.post) == ("Lê Hùng Sơn", "Bí thư Tỉnh Đoàn")
    assert len(sample.undo_steps) == steps + 1


def test_a_substitute_picked_on_the_live_screen_brings_the_post(window, sample, qtbot) -> None:
    window.follow(OpenConference(code=PLANNED))
    page = window.page(PageKey.CONFERENCES)
    page.go_live()
    line = page.live.roll.detail.editors["substitute_name"]
    line.setFocus()
    QTest.keyClicks(line, "hung s")
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)

    first = conference_queries.attendances(
        sample.connection, conference_queries.by_code(sample.connection, PLANNED).id
    )[0]
    assert (first.substitute_name, first.substitute_post) == ("Lê Hùng Sơn", "Bí thư Tỉnh Đoàn")
    page.live.leave()


def test_names_from_the_whole_register_are_known_once(sample) -> None:
    known = unit_queries.known_people(sample.connection)

    assert len({(one.name, one.post) for one in known}) == len(known)
    assert {one.name for one in known} >= {"Lê Hùng Sơn"}
    assert known[0].post == unit_queries.all_persons(sample.connection)[0].post


# lists of few words, all of them known beforehand or of this one paper, table or day
PLAIN = {
    "conclusions/conclusion_cards.py": "the kinds of a conclusion",
    "conclusions/filter_bar.py": "years and kinds",
    "history/filter_bar.py": "kinds, actions, the few who act",
    "history/trash_dialog.py": "ages",
    "importing/column_choices.py": "the columns of a register",
    "importing/side.py": "the sheets of a file",
    "live/entries.py": "the kinds of a conclusion",
    "matrix/terms.py": "the kinds of a deadline",
    "notices/missing_dialog.py": "what a name may mean",
    "papers/desk_dialog.py": "weeks",
    "papers/paper_bar.py": "the kinds of a paper",
    "papers/preview.py": "two styles",
    "practices/counts.py": "years",
    "reports/choices.py": "spans and groupings",
    "reports/summary_bar.py": "periods and their versions, the last first",
    "tasks/change_dialog.py": "states and degrees",
    "tasks/filter_bar.py": "years and states",
    "tasks/placing/place_fields.py": "kinds of origin",
    "units/days_off.py": "years",
    "widgets/form_dialog.py": "an enumeration",
    "widgets/saving_form.py": "an enumeration",
}


def test_what_grows_with_the_book_is_chosen_by_typing() -> None:
    plain = re.compile(r"\b(?:QComboBox|ChoiceBox|ChoiceField)\((?![QC]\w+\):)")
    found = {
        str(path.relative_to(UI))
        for path in sorted(UI.rglob("*.py"))
        if plain.search(path.read_text())
    }
    assert found - {"widgets/fields.py"} == PLAIN.keys()
