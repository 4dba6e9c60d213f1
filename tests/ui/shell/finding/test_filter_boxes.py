"""Every box to filter in finds what the one search box would: same folding, same short forms."""

import ast
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QTreeWidgetItemIterator

from coordapp.domain.committee.person import Person
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId, DirectiveId, PersonId
from coordapp.domain.programmes.directive import Directive
from coordapp.services.committee import committee_actions
from coordapp.store.file import search
from coordapp.store.file.case_tables import DIRECTIVES
from coordapp.store.file.tables import CONCLUSIONS, CONFERENCES, PERSONS, TASKS
from coordapp.store.queries import committee_queries
from coordapp.ui.conclusions.source_dialog import SourceDialog
from coordapp.ui.kit.shortcuts import COMMON, Shortcut
from coordapp.ui.manual.manual_text import Manual, ManualSection
from coordapp.ui.manual.manual_window import ManualWindow
from coordapp.ui.shell.help_dialog import ShortcutsDialog
from coordapp.ui.shell.window import Window
from tests.build import a_conclusion, a_conference, a_task

UI = Path(__file__).parents[4] / "coordapp" / "ui"
TEXT = "Giao ban lực lượng vũ trang với các tổ chức chính trị - xã hội, hội viên Đẩy mạnh"
# what is typed, and whether it is there
TYPED = {
    "LLVT": True,
    "llvt CT-XH": True,
    "ctxh llvt giao": True,
    "luc luong vu": True,
    "day manh": True,
    "hội xã": True,
    "ượng vũ": False,
    "anh": False,
    "LLVT công an": False,
}
OF_THE_OFFICE = "QSĐP"
WHO = "Lò Thị Thử"


def in_tasks(window: Window, typed: str) -> bool:
    page = window.page("tasks")
    page.filters.show_only("all", text=typed)
    return any(row.task.title == TEXT for row in page.model.records())


def in_conclusions(window: Window, typed: str) -> bool:
    page = window.page("conclusions")
    page.refresh()
    page.filters.search.setText(typed)
    page.filters.tell()
    return any(row.conclusion.text == TEXT for row in page.model.records())


def in_history(window: Window, typed: str) -> bool:
    page = window.page("history")
    page.filters.search.setText(typed)
    page.filters.tell()
    return any(entry.title.startswith(WHO) for entry in page.model.records())


def in_conferences(window: Window, typed: str) -> bool:
    page = window.page("conferences")
    page.search(typed)
    lines = page.list.lines
    return TEXT in [lines.item(row).text() for row in range(lines.count())]


def in_a_list(window: Window, typed: str) -> bool:
    people = window.page("units").people
    people._filter(typed)
    return any(one.post == TEXT for one in people.model.records())


def among_sources(window: Window, typed: str) -> bool:
    dialog = SourceDialog(window, window.context.store.connection, (), title="")
    dialog.narrow(typed)
    shown = QTreeWidgetItemIterator(dialog.tree)
    found = False
    while shown.value() is not None:
        item = shown.value()
        found |= TEXT in item.text(0) and not item.isHidden()
        shown += 1
    dialog.deleteLater()
    return found


def in_the_help(window: Window, typed: str) -> bool:
    dialog = ShortcutsDialog([Shortcut(group=COMMON, keys=("F9",), words=TEXT)], window)
    dialog.search.setText(typed)
    found = bool(dialog.shown())
    dialog.close()
    return found


def in_the_manual(window: Window, typed: str) -> bool:
    section = ManualSection(name="a", level=1, title="Mục", text=TEXT, places=())
    return bool(Manual(folder=UI, sections=(section,)).search(typed))


Box = Callable[[Window, str], bool]
# where a box is made, and how to type in it
WITH_BOOK: dict[str, Box] = {
    "tasks/filter_bar.py": in_tasks,
    "conclusions/filter_bar.py": in_conclusions,
    "history/filter_bar.py": in_history,
    "conferences/conference_list.py": in_conferences,
    "tables/record_list.py": in_a_list,
    "conclusions/source_dialog.py": among_sources,
}
WITHOUT_BOOK: dict[str, Box] = {
    "shell/help_dialog.py": in_the_help,
    "manual/manual_window.py": in_the_manual,
}
OTHERS = {
    "widgets/filter_rows.py": "the base of the bars above",
    "papers/reader.py": "goes from place to place where the paper has these very letters",
}


def test_no_box_is_left_out():
    made = set()
    for module in UI.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            is_box = isinstance(node, ast.Call) and _name(node.func) == "SearchBox"
            is_bar = isinstance(node, ast.ClassDef) and "FilterRows" in map(_name, node.bases)
            if is_box or is_bar:
                made.add(module.relative_to(UI).as_posix())

    assert made == {*WITH_BOOK, *WITHOUT_BOOK, *OTHERS}
    assert ManualWindow.__module__.endswith("manual_window")


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""


@pytest.fixture
def filled(window) -> Window:
    """One record of each kind with the same words."""
    store = window.context.store
    with store.write(Op.WRITE_SAMPLE) as work:
        held = work.add(CONFERENCES, a_conference(code="HN-2099-01", title=TEXT))
        work.add(
            CONCLUSIONS,
            a_conclusion(
                id=ConclusionId(0), conference_id=ConferenceId(held.id), number=1, text=TEXT
            ),
        )
        work.add(TASKS, a_task(code="NV-2099-001", title=TEXT))
        work.add(DIRECTIVES, Directive(id=DirectiveId(0), code="VB-99", number="9", subject=TEXT))
        work.add(PERSONS, Person(id=PersonId(0), full_name=WHO, post=TEXT))
    body = committee_queries.get(store.connection)
    own = f"{body.short_forms}\n{OF_THE_OFFICE} = lực lượng vũ trang"
    committee_actions.edit_committee(store, replace(body, short_forms=own))
    window.context.bus.deliver()
    return window


def test_every_box_finds_what_the_search_box_finds(filled):
    reader = filled.context.store.connection
    for typed, is_there in {**TYPED, OF_THE_OFFICE: True}.items():
        everywhere = search.ids_by_kind(reader, typed)
        told = {place: box(filled, typed) for place, box in WITH_BOOK.items()}
        if typed != OF_THE_OFFICE:
            told |= {place: box(filled, typed) for place, box in WITHOUT_BOOK.items()}
        assert told == dict.fromkeys(told, is_there), typed
        last = max((int(one) for one in everywhere.get(Kind.CONFERENCE, ())), default=0)
        assert (last == max_id(reader)) is is_there, typed


def max_id(reader) -> int:
    return max(int(item.id) for item in CONFERENCES.where(reader, "1"))
