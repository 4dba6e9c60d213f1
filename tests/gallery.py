"""`python -m tests.gallery OUT`: a picture of every page, empty and on the sample, light and dark.

Pictures are drawn offscreen at 1366×768, and once more at 150 %.

`python -m tests.gallery --manual` draws the pictures of the manual anew, into `resources/manual`.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, cast

from coordapp.ui.kit.navigation import OpenConference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication, QDialog, QWidget

    from coordapp.domain.documents.document import Document
    from coordapp.services.documents.document_actions import Proposal
    from coordapp.store import Store
    from coordapp.ui.conferences.page import ConferencesPage
    from coordapp.ui.matrix.dialog import MatrixDialog
    from coordapp.ui.shell.window import Window
    from coordapp.ui.tables.columns_dialog import ColumnChoice
    from coordapp.ui.tasks.page import TasksPage

    _Picture = tuple[str, QWidget, float]

SAMPLE_DAY = date(2018, 3, 31)
_WAITS = {"import": 0.6, "print": 2.0}  # what is made in the background, in seconds
_CONFERENCE = {"sample": "HN-2017-01", "large": "HN-2018-02"}
PAGES = (
    "today", "tasks", "conferences", "conclusions", "programmes", "indicators", "practices",
    "templates", "units", "reports", "history",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Draw everything into a folder; each scale in a process of its own."""
    if arguments == ["--manual"]:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": tempfile.mkdtemp()}
        return _draw_for_manual()
    if len(arguments) == 2:
        return _draw(Path(arguments[0]), arguments[1])
    out = Path(arguments[0] if arguments else "gallery")
    out.mkdir(parents=True, exist_ok=True)
    for scale in ("1", "1.5"):
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": scale,
            "XDG_DATA_HOME": tempfile.mkdtemp(),
        }
        command = [sys.executable, "-m", "tests.gallery", str(out), scale]
        done = subprocess.run(command, env=environment, check=False)
        if done.returncode:
            return done.returncode
    print(out.resolve())
    return 0


def _draw(out: Path, scale: str) -> int:
    from PySide6.QtWidgets import QApplication

    from coordapp.ui.look import theme
    from coordapp.ui.shell.window import open_window

    app = QApplication([])
    looks = (False, True) if scale == "1" else (False,)
    for name, store in _stores(Path(tempfile.mkdtemp())).items():
        window = open_window(app, store, SAMPLE_DAY)
        window.resize(1366, 768)
        window.show()
        for dark in looks:
            theme.apply(app, dark=dark)
            look = f"{'dark' if dark else 'light'}-{round(float(scale) * 100)}"
            for title, shown, wait in _pictures(name, store, window):
                _settle(app, wait)
                shown.grab().save(str(out / f"{title}-{look}.png"))
        window.close()
        store.close()
    return 0


def _draw_for_manual() -> int:
    """Draw what the manual names, in few colours: it travels with the program."""
    from PIL import Image
    from PySide6.QtWidgets import QApplication

    from coordapp.ui.look import theme
    from coordapp.ui.manual.manual_text import PICTURE, PICTURES, shipped
    from coordapp.ui.shell.first_start import FirstStart
    from coordapp.ui.shell.window import open_window

    app = QApplication([])
    theme.apply(app, dark=False)
    manual = shipped()
    out = manual.folder / PICTURES
    out.mkdir(exist_ok=True)
    for old in out.glob("*.png"):
        old.unlink()
    wanted = {name for one in manual.sections for name in PICTURE.findall(one.text)}
    store = _sample(Path(tempfile.mkdtemp()))
    window = open_window(app, store, SAMPLE_DAY)
    window.resize(1366, 768)
    window.show()

    def pictures() -> "Iterator[_Picture]":
        yield from _pictures("sample", store, window)
        start = FirstStart()
        # no folder of the machine that draws it
        start.place.setText("C:\\Users\\Thuy\\Documents\\Sổ Điều phối\\Sổ Điều phối.sodp")
        start.show()
        yield "first-start", start, 0.2
        start.close()

    for title, shown, wait in pictures():
        if f"{title}.png" in wanted:
            _settle(app, wait)
            target = out / f"{title}.png"
            shown.grab().save(str(target))
            with Image.open(target) as drawn:
                few = drawn.convert("RGB").quantize(96, dither=Image.Dither.NONE)
            few.save(target, optimize=True)
    window.close()
    store.close()
    return 0


def _pictures(name: str, store: "Store", window: "Window") -> "Iterator[_Picture]":
    """Bring one thing after another on the screen: its title, the widget, seconds to wait for it."""
    code = _CONFERENCE.get(name)
    conferences = cast("ConferencesPage", window.page("conferences"))
    for page in PAGES:
        window.go(page)
        if page == "conferences" and code is not None:
            window.follow(OpenConference(code=code))
        yield f"{page}-{name}", window, 1.5 if page == "conferences" else 0.3
        if page == "conferences" and code is not None:
            conferences.show_editor("papers")
            yield f"papers-{name}", window, 0.3
    if name == "sample":
        _select_tasks(window)
        yield "tasks-selected", window, 0.3
        yield from _registers(window)
        yield _review(window)
    if code is not None:
        window.go("conferences")
        conferences.go_live()
        yield f"live-{name}", window, 0.3
        conferences.live.leave()
    if name == "sample":
        dialogs = _dialogs(store, window)
    else:
        dialogs = {} if code is None else {"dialog-assign-large": _matrix(store, window, code)}
    for title, dialog in dialogs.items():
        dialog.show()
        yield title, dialog, _WAITS.get(title.split("-")[1], 0.2)
        # one with changes would ask before it closes
        dialog.hide()


def _dialogs(store: "Store", window: "Window") -> dict[str, "QDialog"]:
    """Make every dialog on the sample; the last one with what it refuses."""
    from coordapp.domain.conferences.conference import ConferenceState
    from coordapp.domain.tasks.queries import TaskQuery
    from coordapp.services.tasks.task_actions import TaskDraft
    from coordapp.store.queries import (
        committee_queries,
        conference_queries,
        reminder_queries,
        task_queries,
        unit_queries,
    )
    from coordapp.ui.conferences.following_dialog import FollowingDialog
    from coordapp.ui.conferences.state_dialog import StateDialog
    from coordapp.ui.papers.list_dialog import ListDialog
    from coordapp.ui.shell.reminders import RemindersDialog
    from coordapp.ui.tables.columns_dialog import ColumnsDialog
    from coordapp.ui.tasks.extend_dialog import ExtendDialog
    from coordapp.ui.tasks.report_dialog import ReportDialog
    from coordapp.ui.tasks.return_dialog import ReturnDialog
    from coordapp.ui.tasks.task_dialog import TaskDialog
    from coordapp.ui.templates.apply_dialog import ApplyDialog
    from coordapp.ui.templates.make_dialog import MakeDialog
    from coordapp.ui.templates.template_actions import TemplateActions

    reader = store.connection
    everybody = unit_queries.all_units(reader)
    row = next(
        r
        for r in task_queries.find(reader, TaskQuery(), SAMPLE_DAY)
        if r.task.code == "NV-2018-010"
    )
    parts = tuple((part.unit_id, part.part) for part in task_queries.coordinations(reader, row.id))
    draft = TaskDraft(task=row.task, coordination=parts)
    planned, *_ = conference_queries.find(reader)
    refused = ExtendDialog(window, row.task, SAMPLE_DAY)
    refused.accept()
    context = window.context
    reminding = RemindersDialog(SAMPLE_DAY, window)
    reminding.show_reminders(
        reminder_queries.read(reader, SAMPLE_DAY), committee_queries.due_soon_days(reader)
    )
    listing = cast("TasksPage", window.page("tasks")).papers.listing()
    making = MakeDialog(window, [row.task], SAMPLE_DAY, context.calendar())
    return {
        **_paper_dialogs(store, window),
        **_table_dialogs(store, window),
        "dialog-task": TaskDialog(window, draft, everybody, SAMPLE_DAY),
        "dialog-report": ReportDialog(window, row.task, everybody, SAMPLE_DAY),
        "dialog-print-list": ListDialog(context, listing, window),
        "dialog-columns": ColumnsDialog(window, _columns()),
        "dialog-return": ReturnDialog(window, row.task, SAMPLE_DAY),
        **_conclusion_dialogs(store, window),
        "dialog-extend-error": refused,
        "dialog-postpone": StateDialog(
            window, planned, ConferenceState.POSTPONED, SAMPLE_DAY, context.calendar()
        ),
        "dialog-following": FollowingDialog(
            window, conference_queries.find(reader), planned.id, SAMPLE_DAY, context.calendar()
        ),
        "dialog-template-apply": ApplyDialog(window, TemplateActions(context, window).offer()),
        "dialog-template-make": making,
        "dialog-reminders": reminding,
        "dialog-number": _number_opened(window),
    }


def _columns() -> "list[ColumnChoice]":
    from coordapp.ui.tables.columns_dialog import ColumnChoice

    titles = ("Mã", "Nhiệm vụ", "Đơn vị chủ trì", "Hạn", "Tình trạng hạn", "Trạng thái", "Mức rõ")
    return [
        ColumnChoice(key=title, title=title, shown=title != "Mức rõ", fixed=title == "Nhiệm vụ")
        for title in titles
    ]


def _select_tasks(window: "Window") -> None:
    """Select a few rows of the register, so that the bar of the selection is shown."""
    from PySide6.QtCore import QItemSelection, QItemSelectionModel

    window.go("tasks")
    table = cast("TasksPage", window.page("tasks")).table
    table.selectRow(4)
    table.selectionModel().select(
        QItemSelection(table.model().index(4, 0), table.model().index(8, 0)),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )


def _registers(window: "Window") -> "Iterator[_Picture]":
    """Show the register filtered, in groups, and the menu of its views, one after the other."""
    page = cast("TasksPage", window.page("tasks"))
    page.filters.show_only("overdue")
    page.filters.choose_lacking("person")
    yield "tasks-filtered", window, 0.3
    page.filters.clear()
    page.views.open("Theo đơn vị")
    yield "tasks-grouped", window, 0.3
    menu = page.views.button.menu()
    page.views.fill()
    menu.popup(page.views.button.mapToGlobal(page.views.button.rect().bottomLeft()))
    yield "tasks-views-menu", menu, 0.3
    menu.hide()
    page.views.open("Tất cả nhiệm vụ")


def _table_dialogs(store: "Store", window: "Window") -> dict[str, "QDialog"]:
    """Make the dialogs of many tasks: the change, and an import with rows that are not taken."""
    from coordapp.domain.importing.workbook import Sheet, Workbook
    from coordapp.domain.tasks.queries import TaskQuery
    from coordapp.services.importing.import_reading import ImportChoices
    from coordapp.store.queries import task_queries, unit_queries
    from coordapp.ui.importing.dialog import ImportDialog
    from coordapp.ui.importing.import_actions import ImportActions
    from coordapp.ui.tasks.change_dialog import ChangeDialog

    reader = store.connection
    chosen = [row.task for row in task_queries.find(reader, TaskQuery(), SAMPLE_DAY)[4:9]]
    rows = [
        ["STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn"],
        [
            1,
            "Báo cáo kết quả thực hiện chương trình phối hợp quý I",
            "HND",
            "Tỉnh Đoàn",
            "31/3/2018",
        ],
        [2, "Kiểm tra cơ sở", "Sở Nông nghiệp", "", "30/4/2018"],
        [3, "Tổng hợp số liệu", "BDVTU", "HND và Tỉnh Đoàn", "31/02/2018"],
    ]
    book = Workbook(sheets=(Sheet(name="Sổ theo dõi 2018", rows=rows),))
    pasted = [
        ["Mã", "Nhiệm vụ", "Chủ trì", "Hạn", "Thời hạn"],
        [chosen[2].code, "", "HND", "30/6/2018", "Còn 5 ngày"],
        [chosen[3].code, "", "", "(xóa)", ""],
        ["", "Thư ký chuẩn bị tài liệu\ngiao ban quý II", "BDVTU", "15 ngày làm việc", ""],
        ["NV-2018-999", "Không có trong sổ", "", "", ""],
    ]
    clipboard = Workbook(sheets=(Sheet(name="Bảng đã sao chép", rows=pasted),))
    importing = ImportActions(window.context, window)
    offered = importing.offered("Nhập từ Excel", book, ImportChoices())
    from_list = importing.offered("Dán từ bảng", clipboard, ImportChoices(on_screen=True))
    return {
        "dialog-change": ChangeDialog(
            window, chosen, unit_queries.all_units(reader), SAMPLE_DAY, window.context.calendar()
        ),
        "dialog-import-error": ImportDialog(offered, window),
        "dialog-import-paste": ImportDialog(from_list, window),
    }


def _paper_dialogs(store: "Store", window: "Window") -> dict[str, "QDialog"]:
    """Make the dialogs of papers: a number used twice, the signing, the early release."""
    from dataclasses import replace

    from coordapp.domain.documents import form_check
    from coordapp.domain.documents.document import DocumentType
    from coordapp.domain.documents.papers import Paper, PaperRequest
    from coordapp.services.documents import document_actions, letter_reading
    from coordapp.store import open_reader
    from coordapp.store.queries import conference_queries, task_queries, unit_queries
    from coordapp.ui.papers.form_check_dialog import FormCheckDialog
    from coordapp.ui.papers.issue_dialog import IssueDialog
    from coordapp.ui.papers.release_dialog import ReleaseDialog
    from coordapp.ui.papers.sign_dialog import SignDialog

    reader = store.connection
    held = conference_queries.by_code(reader, "HN-2017-01")
    if held is None:
        return {}

    def look(paper: "Document") -> "Proposal":
        return document_actions.propose(reader, paper, SAMPLE_DAY, number=paper.number)

    notice = document_actions.blank(reader, DocumentType.NOTICE, held.id)
    minutes = document_actions.minutes_paper(reader, held)
    note = "Ban hành thì 4 nhiệm vụ dự thảo được giao, ngày giao là ngày thông báo."
    people = unit_queries.all_persons(reader)
    issue = IssueDialog(window, {DocumentType.NOTICE: notice}, people, look, SAMPLE_DAY, note=note)
    issue.number.setText("5")
    issue.accept()
    with open_reader(store.path) as papers_of:
        request = PaperRequest(
            paper=Paper.INVITATION, today=SAMPLE_DAY, conference_code="HN-2018-01"
        )
        wrong = replace(letter_reading.read(papers_of, request), place="", recipients=())
    drafts = [(task, "HND") for task in task_queries.of_conference(reader, held.id)[:4]]
    return {
        "dialog-issue-error": issue,
        "dialog-form-check-error": FormCheckDialog(form_check.check(wrong), "In", window),
        "dialog-sign": SignDialog(window, minutes, look, SAMPLE_DAY),
        "dialog-release": ReleaseDialog(window, drafts, SAMPLE_DAY),
    }


def _review(window: "Window") -> "_Picture":
    """Show the review report of the sample's year."""
    from coordapp.ui.reports.choices import SUMMARY
    from coordapp.ui.reports.page import ReportsPage

    window.go("reports")
    page = cast(ReportsPage, window.page("reports"))
    page.choices.choose(SUMMARY)
    page.refresh()
    return "reports-summary", window, _WAITS["print"]


def _number_opened(window: "Window") -> "QDialog":
    """Open the sum of all tasks on the page of reports."""
    from typing import cast

    from coordapp.domain.figures.status import StatusFigure
    from coordapp.ui.reports.page import ReportsPage

    page = cast(ReportsPage, window.page("reports"))
    page.refresh()
    return page.dialog_of(page.status.model.records()[-1].row, StatusFigure.TOTAL)


def _matrix(store: "Store", window: "Window", code: str) -> "MatrixDialog":
    from coordapp.services.conclusions.proposing import proposals
    from coordapp.store.queries import assignment_queries, conference_queries, unit_queries
    from coordapp.ui.matrix.dialog import MatrixDialog

    held = conference_queries.by_code(store.connection, code)
    rows = [] if held is None else assignment_queries.matrix(store.connection, held.id)
    units = unit_queries.all_units(store.connection)
    read = proposals(store.connection, rows, units, SAMPLE_DAY)
    calendar = window.context.calendar()
    return MatrixDialog(window, rows, units, today=SAMPLE_DAY, calendar=calendar, proposals=read)


def _conclusion_dialogs(store: "Store", window: "Window") -> dict[str, "QDialog"]:
    from coordapp.store.file.tables import CONCLUSIONS
    from coordapp.store.queries import task_queries, unit_queries
    from coordapp.ui.conclusions.reason_dialog import ReasonDialog
    from coordapp.ui.conclusions.split_dialog import SplitDialog
    from coordapp.ui.notices.paste_dialog import PasteDialog
    from coordapp.ui.notices.unit_book import UnitBook

    everybody = unit_queries.all_units(store.connection)
    matrix = _matrix(store, window, "HN-2017-01")
    rows = matrix.draft.rows
    first = CONCLUSIONS.get(store.connection, rows[0].matter.id)
    given = task_queries.of_conclusion(store.connection, first.id)[:3]
    book, calendar = UnitBook(window.context), window.context.calendar()
    paste = PasteDialog(window, book, told_on=SAMPLE_DAY, calendar=calendar)
    lines = (f"{row.matter.number}. Giao {everybody[0].name} {row.matter.text}" for row in rows)
    paste.text.setPlainText("\n".join((*lines, "9. Vấn đề nhà ở của giáo viên.")))
    paste.read()
    paste.list.setCurrentRow(0)
    matrix.draft.lead_all(rows[-1].matter.id)
    return {
        "dialog-assign": matrix,
        "dialog-paste": paste,
        "dialog-split": SplitDialog(window, (first.text[:60], first.text[60:]), given),
        "dialog-no-task": ReasonDialog(window, first),
        **_tie_dialogs(store, window),
    }


def _tie_dialogs(store: "Store", window: "Window") -> dict[str, "QDialog"]:
    from coordapp.domain.kernel.changes import Kind
    from coordapp.store.file.case_tables import DIRECTIVES
    from coordapp.store.queries import assignment_queries, programme_queries, unit_queries
    from coordapp.ui.conclusions.source_dialog import SourceDialog
    from coordapp.ui.matrix.dialog import MatrixDialog
    from coordapp.ui.records.record_files import FilesDialog

    reader = store.connection
    directive = DIRECTIVES.where(reader)[0]
    sections = programme_queries.sections(reader, directive.id)
    matrix = MatrixDialog(
        window,
        assignment_queries.section_matrix(reader, directive.id),
        unit_queries.all_units(reader),
        today=SAMPLE_DAY,
        start=sections[1].id,
        noun="Mục",
    )
    matrix.draft.lead_all(sections[1].id)
    return {
        "dialog-sections": matrix,
        "dialog-sources": SourceDialog(
            window, reader, [(Kind.DIRECTIVE_SECTION, sections[0].id)], title="Căn cứ"
        ),
        "dialog-files": FilesDialog(
            window.context, Kind.DIRECTIVE, directive.id, directive.number, window
        ),
    }


def _settle(app: "QApplication", seconds: float) -> None:
    """Let the window draw itself, and leave time to the worker thread."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)


def _sample(folder: Path) -> "Store":
    from coordapp.services.sample.sample_file import write_sample
    from coordapp.store import Store

    write_sample(folder / "du-lieu-mau.db")
    return Store.open(folder / "du-lieu-mau.db")


def _stores(folder: Path) -> dict[str, "Store"]:
    from coordapp.services.committee import committee_actions
    from coordapp.services.sample.sample_file import write_sample
    from coordapp.store import Store
    from tests.large_conference import add_conference

    sample = _sample(folder)
    empty = Store.create(folder / "so-moi.db")
    committee_actions.set_up(empty)
    write_sample(folder / "lon.db")
    large = Store.open(folder / "lon.db")
    add_many(large, 10_000)
    add_conference(large)
    return {"sample": sample, "empty": empty, "large": large}


def add_many(store: "Store", count: int) -> None:
    """Add plain tasks of every state to a file, for pictures and benchmarks of large registers."""
    from coordapp.domain.kernel.changes import Op
    from coordapp.domain.tasks.task import WorkState
    from coordapp.store.file.tables import TASKS
    from coordapp.store.queries import unit_queries
    from tests.build import a_task

    led_by = unit_queries.all_units(store.connection)
    states = list(WorkState)
    with store.write(Op.WRITE_SAMPLE) as work:
        for number in range(count):
            due = date(2018, 1, 1) + timedelta(number % 400)
            state = states[number % len(states)]
            work.add(
                TASKS,
                a_task(
                    code=f"NV-2018-{number + 1000:05d}",
                    title=f"Phối hợp đẩy mạnh công tác dân vận tại địa bàn số {number}",
                    lead_unit_id=led_by[number % len(led_by)].id,
                    due=due,
                    original_due=due,
                    work_state=state,
                    finished_on=due if state is WorkState.DONE else None,
                    assigned_on=date(2018, 1, 5),
                ),
            )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
