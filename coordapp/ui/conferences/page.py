"""The page of conferences: list, editors and the minutes beside them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTemporaryDir, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.conference import (
    Conference,
    ConferenceKind,
    ConferenceState,
)
from coordapp.domain.documents.papers import Paper
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId
from coordapp.domain.kernel.text import fold
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.store.file.tables import CONCLUSIONS, PERSONS
from coordapp.store.queries import conference_queries
from coordapp.ui.conclusions.conclusion_cards import ConclusionList, blank
from coordapp.ui.conclusions.shaping import Shaper
from coordapp.ui.conferences.assigning import Giver
from coordapp.ui.conferences.conference_list import ConferenceList
from coordapp.ui.conferences.conference_tables import AGENDA, ATTENDANCE, SPEECHES, PartsEditor
from coordapp.ui.conferences.details_form import FactsEditor
from coordapp.ui.conferences.editor_shortcuts import EditorKeys
from coordapp.ui.conferences.header import EDITORS, Head
from coordapp.ui.conferences.questions import agrees_to_delete, what_goes
from coordapp.ui.conferences.review_panel import ReviewPanel
from coordapp.ui.conferences.steps import Course
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import OpenConference, OpenPaper, OpenTask, Route
from coordapp.ui.kit.page import Page
from coordapp.ui.live.screen import LiveScreen
from coordapp.ui.papers.conference_papers import PapersEditor
from coordapp.ui.widgets.card import Card, button
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from coordapp.ui.papers.conference_preview import PapersPreview

_SHOWN = (
    Kind.COMMITTEE,
    Kind.UNIT,
    Kind.PERSON,
    Kind.CONFERENCE,
    Kind.AGENDA_ITEM,
    Kind.ATTENDANCE,
    Kind.SPEECH,
    Kind.CONCLUSION,
    Kind.TASK,
    Kind.DOCUMENT,
)
_SIZES = (190, 550, 346)  # list, editors, minutes


class ConferencesPage(Page):
    """Everything typed is saved as it is typed."""

    primary_text = "Hội nghị mới"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._code = ""
        self._searched = ""
        self._conference: Conference | None = None
        self._stale = False
        self._rows: list[ConclusionRow] = []
        self._sizes = list(_SIZES)
        self.preview: PapersPreview | None = None
        self._temporary = QTemporaryDir()
        self._build()
        self._connect()
        self.refresh()

    # --- building

    def _build(self) -> None:
        self.list = ConferenceList()
        self._empty = EmptyState("", "")
        empty = Card()
        empty.body.addWidget(self._empty)
        self._middle = QStackedWidget()
        self._middle.addWidget(empty)
        self._middle.addWidget(self._build_editors())
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._middle)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self.strip = ProgressStrip()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.live = LiveScreen(self._context)
        self.live.hide()
        column.addWidget(self._splitter, 1)
        column.addWidget(self.live, 1)
        column.addWidget(self.strip)

    def _build_editors(self) -> QWidget:
        self.facts = FactsEditor(self._context)
        self.parts = tuple(
            PartsEditor(self._context, parts) for parts in (AGENDA, ATTENDANCE, SPEECHES)
        )
        self.conclusions = ConclusionList(self._context.run, self._save_conclusion)
        self.shaper = Shaper(self._context, self.conclusions)
        self.giver = Giver(self._context, self.conclusions, self.flush)
        self.papers = PapersEditor(self._context)
        self._stack = QStackedWidget()
        facts = Card()
        facts.body.addWidget(self.facts)
        for editor in (facts, self._build_agenda(), *self.parts[1:], self.conclusions, self.papers):
            self._stack.addWidget(editor)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.head = Head()
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        return body

    def _build_agenda(self) -> QWidget:
        self.members = button("Lấy thành viên Ban Chỉ đạo", "plain", "users")
        attendance = self.parts[1]
        attendance.buttons.insertWidget(2, self.members)
        self.review = ReviewPanel(self._context)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.parts[0], 1)
        column.addWidget(self.review, 1)
        return body

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.list.chosen.connect(self._choose)
        self.list.searched.connect(self.search)
        self._empty.requested.connect(self._leave_empty)
        self.head.chosen.connect(self.show_editor)
        self.head.delete_requested.connect(self._ask_delete_conference)
        self._connect_course()
        self.conclusions.add_requested.connect(self.add_conclusion)
        self.conclusions.delete_requested.connect(self._ask_delete)
        self.conclusions.open_task_requested.connect(self._open_task)
        self.show_editor("conclusions")

    def _connect_course(self) -> None:
        shortcuts.action_within(self, "Màn hình đang họp", "Ctrl+L", self.go_live)
        EditorKeys(self, self._stack, self.show_editor)
        shortcuts.action_within(self.conclusions, "Thêm kết luận", "Ins", self.add_conclusion)
        self.head.live_requested.connect(self.go_live)
        self.head.sign_requested.connect(self._ask_sign)
        self.live.left.connect(self._leave_live)
        self.course = Course(self._context, lambda: self._conference, self.flush, self)
        self.head.move_requested.connect(self.course.ask_move)
        self.members.clicked.connect(self.course.take_members)
        self.list.following_requested.connect(self.course.ask_following)
        self.course.made.connect(self._show_plan)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the preview when the page is first seen, since its libraries load slowly."""
        super().showEvent(event)
        self._catch_up()
        if self.preview is None:
            from coordapp.ui.papers.conference_preview import PapersPreview

            folder = Path(self._temporary.path())
            self.preview = PapersPreview(self._context, folder, self.strip, self)
            self.preview.setMinimumWidth(310)
            self.preview.flush_requested.connect(self.flush)
            self._splitter.addWidget(self.preview)
            self._splitter.setStretchFactor(2, 1)
            self._splitter.setSizes(self._sizes)
            self.preview.show_minutes(self._code)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what was typed last before another page comes or the window closes."""
        self.flush()
        super().hideEvent(event)

    # --- showing

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if not changes.concern(*_SHOWN):
            return
        self._stale = self.is_away
        # below the live screen nothing is seen: it is read again when that is left
        if self.live.isHidden() and not self.is_away:
            self.refresh()

    def _catch_up(self) -> None:
        """Read what changed while another page was seen."""
        if self._stale:
            self._stale = False
            if self.live.isHidden():
                self.refresh()
            else:
                self.live.refresh()

    def refresh(self) -> None:
        """Read everything again; the chosen conference and what is being typed stay."""
        found = conference_queries.find(self._context.store.connection)
        wanted = fold(self._searched)
        shown = [item for item in found if wanted in fold(f"{item.code} {item.title}")]
        if self._code not in [item.code for item in shown]:
            self._code = shown[0].code if shown else ""
        self.list.show_conferences(shown, self._code)
        self._conference = next((item for item in shown if item.code == self._code), None)
        self.giver.show_conference(self._conference)
        if self._conference is None:
            self._show_empty(filtered=bool(found))
        else:
            self._middle.setCurrentIndex(1)
            self._show(self._conference)
        if self.preview is not None:
            self.preview.setVisible(self._conference is not None)
            self.preview.show_minutes(self._code)

    def follow(self, route: Route) -> None:
        """Open a conference, or a paper of the one that is chosen."""
        match route:
            case OpenConference(code=code):
                self.show_conference(code)
            case OpenPaper(paper=paper):
                self.show_paper(paper)

    @Slot(str)
    def _open_task(self, code: str) -> None:
        self._context.navigate(OpenTask(code=code))

    def show_paper(self, paper: Paper) -> None:
        """Show a paper of the conference in the preview; without a conference say so."""
        if self._conference is None or self.preview is None:
            self._context.messages.say(
                "Chưa có hội nghị nào để in giấy tờ. Hãy thêm hội nghị trước."
            )
            return
        if self.live.isVisible():
            self.live.leave()
        self.preview.bar.choose(paper)
        self.preview.bar.paper_choice.setFocus()

    @Slot()
    def _ask_sign(self) -> None:
        """Go to the papers, and sign there, or hear what is missing."""
        self.flush()
        self._context.bus.deliver()
        self.show_editor("papers")
        self.papers.ask_sign()

    @Slot()
    def go_live(self) -> None:
        """Show the screen for writing while the conference goes on."""
        self.flush()
        if self._conference is not None and self.head.live.isEnabled():
            self._splitter.hide()
            self.live.start(self._conference)

    @Slot()
    def _leave_live(self) -> None:
        self.live.hide()
        self._splitter.show()
        self.refresh()
        self.head.live.setFocus()

    def _show_empty(self, *, filtered: bool) -> None:
        self._middle.setCurrentIndex(0)
        self._rows = []
        if filtered:
            self._empty.say(
                "Không thấy hội nghị nào",
                f"Không có hội nghị nào khớp “{self._searched}”.",
                "Bỏ tìm",
            )
        else:
            self._empty.say(
                "Chưa có hội nghị",
                "Thêm hội nghị để ghi thành phần, phát biểu, kết luận và in biên bản.",
                self.primary_text,
            )

    def _show(self, item: Conference) -> None:
        reader = self._context.store.connection
        locked = item.state is ConferenceState.SIGNED
        chair = None if item.chair_id is None else PERSONS.find(reader, item.chair_id)
        self.head.show_conference(item, "" if chair is None else chair.shown)
        self.facts.show_conference(item)
        agenda, invited, speeches = (part.show_parts(item.id, locked=locked) for part in self.parts)
        attending = conference_queries.attendances(reader, item.id)
        came = sum(item.came for item in attending)
        self.head.show_course(item, attending)
        self.head.show_quorum(item, conference_queries.quorum(reader, attending))
        self.review.show_review(item)
        self.members.setEnabled(not locked)
        self._rows = rows = conference_queries.conclusions(reader, self._context.today, item.id)
        self.conclusions.show_rows(self._rows, locked=locked)
        self.papers.show_for(item)
        self.head.show_counts(
            {
                "agenda": agenda,
                "attendance": f"{came}/{invited}",
                "speeches": speeches,
                "conclusions": len(rows),
            }
        )

    def show_conference(self, code: str) -> None:
        """Open a conference at its conclusions."""
        self.flush()
        if not self.live.isHidden():
            self._leave_live()
        self._drop_search()
        self._code = code
        self.refresh()
        self.show_editor("conclusions")

    def _drop_search(self) -> None:
        self._searched = ""
        self.list.clear_search()

    @Slot(str)
    def _show_plan(self, code: str) -> None:
        self.show_conference(code)
        self.show_editor("agenda")

    @Slot(str)
    def search(self, text: str) -> None:
        """Show only conferences with this in their title or code."""
        self.flush()
        self._searched = text
        self.refresh()

    @Slot(str)
    def show_editor(self, key: str) -> None:
        """Switch between facts, programme, attendance, speeches and conclusions."""
        self.head.choose(key)
        self._stack.setCurrentIndex([editor for editor, _ in EDITORS].index(key))

    @Slot(str)
    def _choose(self, code: str) -> None:
        self.flush()
        self._code = code
        self.refresh()

    @Slot()
    def _leave_empty(self) -> None:
        if self._searched:
            self.list.clear_search()
            self.search("")
        else:
            self.primary()

    @Slot()
    def flush(self) -> None:
        """Save what was typed last."""
        if self._conference is None:
            return
        self.facts.flush()
        for part in self.parts:
            part.flush()
        self.conclusions.flush()

    def save_state(self) -> dict[str, Any]:
        """Give the widths and the conference shown."""
        sizes = self._sizes if self.preview is None else self._splitter.sizes()
        return {"sizes": sizes, "code": self._code}

    def restore_state(self, state: dict[str, Any]) -> None:
        """Take the widths and the conference of the last run; what no longer fits is left out."""
        sizes, code = state.get("sizes"), state.get("code")
        if (
            isinstance(sizes, list)
            and len(sizes) == len(_SIZES)
            and all(isinstance(size, int) and size > 0 for size in sizes)
        ):
            self._sizes = sizes
        if isinstance(code, str):
            self._code = code
            self.refresh()

    # --- conferences

    def primary(self) -> None:
        """Add a conference and start typing its title."""
        self.flush()
        if not self.live.isHidden():
            self._leave_live()
        new = Conference(
            id=ConferenceId(0), code="", kind=ConferenceKind.BRIEFING, title="Hội nghị mới"
        )
        store, today = self._context.store, self._context.today
        if added := self._context.run(lambda: conference_actions.add(store, new, today)):
            self._drop_search()
            self._code = added.value.code
            self._context.bus.deliver()
            self.show_editor("facts")
            self.facts.start_title()

    @Slot()
    def _ask_delete_conference(self) -> None:
        item = self._conference
        if item is None:
            return
        self.flush()
        held = what_goes(self._context.store.connection, item, len(self._rows))
        refused = any(row.task_codes for row in self._rows)
        # what is refused anyway is not asked about first
        if (
            refused
            or not held
            or agrees_to_delete(
                self, f"Xóa hội nghị {item.code}?", f"Sẽ xóa cả {held}.", "Xóa hội nghị"
            )
        ):
            self.delete_conference(item)

    def delete_conference(self, item: Conference) -> bool:
        """Delete a conference; refused while its conclusions have tasks."""
        done = self._context.run(lambda: conference_actions.delete(self._context.store, item.id))
        if done:
            self._context.messages.offer_undo(f"Đã xóa hội nghị {item.code}")
        return done is not None

    # --- conclusions

    @Slot()
    def add_conclusion(self) -> None:
        """Add a conclusion and start typing it."""
        if self._conference is None:
            return
        new = blank(self._conference.id)
        if added := self._context.run(lambda: conclusion_actions.add(self._context.store, new)):
            self._context.bus.deliver()
            self.conclusions.editors[added.value.id].text.setFocus()

    def _save_conclusion(
        self, conclusion_id: int, name: str, value: Any, run: int | None = None
    ) -> None:
        found = CONCLUSIONS.find(self._context.store.connection, conclusion_id)
        if found is None:
            raise RuleViolation("record_gone", kind=Kind.CONCLUSION)
        key = None if run is None else (Kind.CONCLUSION, conclusion_id, name, run)
        conclusion_actions.edit(self._context.store, replace(found, **{name: value}), run=key)

    @Slot(int)
    def _ask_delete(self, conclusion_id: int) -> None:
        self.flush()
        row = next(item for item in self._rows if item.id == conclusion_id)
        count, number = len(row.task_codes), row.conclusion.number
        if count and not agrees_to_delete(
            self,
            f"Kết luận {number} đã có {count} nhiệm vụ.",
            "Xóa kết luận thì các nhiệm vụ này cũng bị xóa. Ctrl+Z lấy lại được tất cả.",
            f"Xóa cả {count} nhiệm vụ",
        ):
            return
        if self.delete_conclusion(conclusion_id, with_tasks=bool(count)):
            tail = f" và {count} nhiệm vụ" if count else ""
            self._context.messages.offer_undo(f"Đã xóa kết luận {number}{tail}")

    def delete_conclusion(self, conclusion_id: int, *, with_tasks: bool = False) -> bool:
        """Delete a conclusion; refused while it has tasks unless they go too."""
        chosen, store = ConclusionId(conclusion_id), self._context.store
        done = self._context.run(
            lambda: conclusion_actions.delete(store, chosen, with_tasks=with_tasks)
        )
        return done is not None
