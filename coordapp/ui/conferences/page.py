"""The page of conferences: list, editors and the minutes beside them."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.conferences.conference import (
    Conference,
    ConferenceKind,
    ConferenceState,
)
from coordapp.domain.documents.papers import Paper
from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.ids import ConferenceId
from coordapp.services.conferences import conference_actions
from coordapp.store.file.tables import PERSONS
from coordapp.store.queries import conference_queries
from coordapp.ui.conclusions.conclusion_cards import ConclusionList
from coordapp.ui.conclusions.shaping_actions import ShapingActions
from coordapp.ui.conferences.assignment_actions import AssignmentActions
from coordapp.ui.conferences.conclusion_list_actions import (
    ConclusionListActions,
    save_conclusion,
)
from coordapp.ui.conferences.conference_list import ConferenceList, NoConference
from coordapp.ui.conferences.conference_tables import (
    AGENDA,
    SPEECH_LIST,
    ConferenceTable,
    ParticipantTable,
)
from coordapp.ui.conferences.details_form import DetailsForm
from coordapp.ui.conferences.editor_shortcuts import EditorShortcuts
from coordapp.ui.conferences.header import EDITORS, ConferenceHeader
from coordapp.ui.conferences.landing import ConferenceLanding, LandingParts
from coordapp.ui.conferences.page_paper import PagePaper
from coordapp.ui.conferences.preview_pane import PaneSplitter, PreviewPane
from coordapp.ui.conferences.review_panel import AgendaEditor
from coordapp.ui.conferences.step_actions import StepActions
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import NewConference, OpenConference, OpenPaper, Route
from coordapp.ui.kit.page import Page
from coordapp.ui.kit.state import State
from coordapp.ui.live.screen import LiveScreen
from coordapp.ui.papers.conference_papers import PapersEditor
from coordapp.ui.widgets.card import Card
from coordapp.ui.widgets.progress_strip import ProgressStrip

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
_NEW = Conference(id=ConferenceId(0), code="", kind=ConferenceKind.BRIEFING, title="Hội nghị mới")
_NO_CONFERENCE = "Chưa có hội nghị nào để in văn bản. Hãy thêm hội nghị trước."


class ConferencesPage(Page):
    """Everything typed is saved as it is typed."""

    exports_excel = True
    primary_text = "Hội nghị mới"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._code = ""
        self._searched = ""
        self._conference: Conference | None = None
        self._stale = False
        self._build()
        self._connect()
        self.refresh()

    # --- building

    def _build(self) -> None:
        self.list = ConferenceList()
        self._empty = NoConference(self.primary_text)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._empty)
        self._middle.addWidget(self._build_editors())
        self._splitter = PaneSplitter(self)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self._middle)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self.strip = ProgressStrip(self._context.run, self)
        self.pane = PreviewPane(self._context, self._splitter, self.strip)
        self.pane.flush_requested.connect(self.flush)
        self.paper = PagePaper(self._context, self, self._stack, self.pane)
        shown = LandingParts(self.list, self.parts, self.conclusions, self.papers)
        self.landing = ConferenceLanding(self._context, shown, self.show_editor, self.flush)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.live = LiveScreen(self._context)
        self.live.hide()
        column.addWidget(self._splitter, 1)
        column.addWidget(self.live, 1)
        for strip in (self.strip, self.paper.strip):
            column.addWidget(strip)

    def _build_editors(self) -> QWidget:
        self.details = DetailsForm(self._context)
        self.parts = (
            ConferenceTable(self._context, AGENDA),
            ParticipantTable(self._context),
            ConferenceTable(self._context, SPEECH_LIST),
        )
        self.conclusions = ConclusionList(
            self._context.run, partial(save_conclusion, self._context.store)
        )
        self.shaping = ShapingActions(self._context, self.conclusions)
        self.listing = ConclusionListActions(self._context, self.conclusions, self.flush)
        self.assignment = AssignmentActions(self._context, self.conclusions, self.flush)
        self.papers = PapersEditor(self._context)
        self._stack = QStackedWidget()
        facts = Card()
        facts.body.addWidget(self.details)
        agenda = AgendaEditor(self._context, self.parts[0], self.parts[1])
        self.members, self.review = agenda.members, agenda.review
        for editor in (facts, agenda, *self.parts[1:], self.conclusions, self.papers):
            self._stack.addWidget(editor)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.header = ConferenceHeader()
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)
        return body

    def _connect(self) -> None:
        self._context.bus.changed.connect(self._on_changed)
        self.list.chosen.connect(self._choose)
        self.list.searched.connect(self.search)
        self._empty.requested.connect(self._leave_empty)
        self.header.chosen.connect(self.show_editor)
        self._connect_course()
        self.show_editor("conclusions")

    def _connect_course(self) -> None:
        shortcuts.action_within(self, "Màn hình ghi cuộc họp", "Ctrl+L", self.go_live)
        EditorShortcuts(self, self._stack, self.show_editor)
        self.header.live_requested.connect(self.go_live)
        self.header.sign_requested.connect(self.landing.sign)
        self.live.left.connect(self._leave_live)
        self.steps = StepActions(self._context, lambda: self._conference, self.flush, self)
        self.steps.serve(self.header, self.list, self.members)
        self.steps.made.connect(self._show_plan)
        self.steps.title_wanted.connect(self._type_title)

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed meanwhile, and show the papers beside it."""
        super().showEvent(event)
        self._catch_up()
        self.pane.appear(self._code)

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
            (self if self.live.isHidden() else self.live).refresh()

    def refresh(self) -> None:
        """Read everything again; the chosen conference and what is being typed stay."""
        reader = self._context.store.connection
        conferences = conference_queries.find(reader)
        shown = conference_queries.by_text(reader, conferences, self._searched)
        if self._code not in [item.code for item in shown]:
            self._code = shown[0].code if shown else ""
        self.list.show_conferences(shown, self._code)
        self._conference = next((item for item in shown if item.code == self._code), None)
        self.assignment.show_conference(self._conference)
        if self._conference is None:
            self._show_empty(filtered=bool(conferences))
        else:
            self._middle.setCurrentIndex(1)
            self._show(self._conference)
        self.pane.show_minutes(self._code)

    def follow(self, route: Route) -> None:
        """Open a conference, or a paper of the one that is chosen."""
        match route:
            case NewConference():
                self.primary()
            case OpenConference(code=code, kind=kind, record_id=record_id):
                self.show_conference(code)
                self.landing.land(kind, record_id)
            case OpenPaper(paper=paper):
                self.show_paper(paper)

    def place(self) -> State:
        """Give the conference and the part of it that is seen."""
        return {"code": self._code, "editor": EDITORS[self._stack.currentIndex()][0]}

    def return_to(self, place: State) -> None:
        """Show a conference at one of its parts."""
        self.show_conference(str(place["code"]))
        self.show_editor(str(place["editor"]))

    def show_paper(self, paper: Paper) -> None:
        """Show a paper of the conference in the preview; without a conference say so."""
        if self._conference is None or self.pane.preview is None:
            self._context.messages.say(_NO_CONFERENCE)
            return
        if self.live.isVisible():
            self.live.leave()
        self.pane.choose(paper)

    @Slot()
    def go_live(self) -> None:
        """Show the screen for writing while the conference goes on."""
        self.flush()
        if self._conference is not None and self.header.live.isEnabled():
            self._splitter.hide()
            self.live.start(self._conference)

    @Slot()
    def _leave_live(self) -> None:
        self.live.hide()
        self._splitter.show()
        self.refresh()
        self.header.live.setFocus()

    def _show_empty(self, *, filtered: bool) -> None:
        self._middle.setCurrentIndex(0)
        self.listing.forget()
        self._empty.say(self._searched if filtered else "")

    def _show(self, item: Conference) -> None:
        reader = self._context.store.connection
        locked = item.state is ConferenceState.SIGNED
        chair = None if item.chair_id is None else PERSONS.find(reader, item.chair_id)
        self.header.show_conference(item, "" if chair is None else chair.shown)
        self.details.show_conference(item)
        agenda, invited, speeches = (part.show_of(item.id, locked=locked) for part in self.parts)
        attending = conference_queries.attendances(reader, item.id)
        came = sum(item.came for item in attending)
        self.header.show_course(item, attending)
        self.header.show_quorum(item, conference_queries.quorum(reader, attending))
        self.review.show_review(item)
        self.members.setEnabled(not locked)
        rows = conference_queries.conclusions(reader, self._context.today, item.id)
        self.conclusions.show_rows(rows, locked=locked)
        self.listing.show_conference(item, rows)
        self.papers.show_for(item)
        self.header.show_counts(_counts(agenda, f"{came}/{invited}", speeches, len(rows)))

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
        """Show only conferences that the search finds by this."""
        self.flush()
        self._searched = text
        self.refresh()

    @Slot(str)
    def show_editor(self, key: str) -> None:
        """Switch between facts, programme, attendance, speeches and conclusions."""
        self.header.choose(key)
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
        self.details.flush()
        for part in self.parts:
            part.flush()
        self.conclusions.flush()

    def export_excel(self) -> None:
        """Write the list that is open."""
        self.paper.export_seen(self._conference)

    def print_list(self) -> None:
        """Show the list that is open as it prints, else print the paper shown."""
        self.paper.print_seen(self._conference)

    def save_state(self) -> State:
        """Give the widths and the conference shown."""
        return {"sizes": self.pane.sizes(), "code": self._code}

    def restore_state(self, state: State) -> None:
        """Take the widths and the conference of the last run; what no longer fits is left out."""
        self.pane.restore_sizes(state)
        code = state.get("code")
        if isinstance(code, str):
            self._code = code
            self.refresh()

    def primary(self) -> None:
        """Add a conference and start typing its title."""
        self.flush()
        if not self.live.isHidden():
            self._leave_live()
        store, today = self._context.store, self._context.today
        if added := self._context.run(lambda: conference_actions.add(store, _NEW, today)):
            self._drop_search()
            self._code = added.value.code
            self._context.bus.deliver()
            self._type_title()

    @Slot()
    def _type_title(self) -> None:
        self.show_editor("details")
        self.details.start_title()


def _counts(agenda: int, came: str, speeches: int, conclusions: int) -> dict[str, int | str]:
    return {
        "agenda": agenda,
        "attendance": came,
        "speeches": speeches,
        "conclusions": conclusions,
    }
