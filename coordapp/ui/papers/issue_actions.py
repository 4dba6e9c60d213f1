"""What is done with the papers of a conference: issued, put right, given early, signed."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.conclusions.reading.release_check import lacking
from coordapp.domain.conferences.conference import Conference
from coordapp.domain.documents.document import Document, DocumentType, seal_code
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.words.clarity_words import held_points, unclear_lines
from coordapp.domain.words.release_labels import lacking_lines
from coordapp.services.documents import document_actions, form_checks, signing, urging
from coordapp.services.documents.document_actions import Proposal
from coordapp.services.documents.issued_papers import is_kept
from coordapp.store.queries import committee_queries, document_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.papers.issue_dialog import IssueDialog, IssueDraft, Receivers
from coordapp.ui.papers.release_dialog import ReleaseDialog, ReleaseDraft
from coordapp.ui.papers.sign_dialog import SignDialog, SignDraft

_MADE_OTHERWISE = (DocumentType.MINUTES, DocumentType.SUPPLEMENT)


class IssueActions(QObject):
    """Acts for the conference it is told; `recorded` names a paper that was made."""

    recorded = Signal(int)

    def __init__(self, context: Context, panel: QWidget) -> None:
        super().__init__(panel)
        self._context = context
        self._panel = panel
        self.conference: Conference | None = None

    @Slot()
    def ask_notice(self) -> None:
        """Give the notice of conclusions its number and day; the drafts go with it."""
        self._ask_issue((DocumentType.NOTICE,), self._what_goes())

    @Slot()
    def ask_other(self) -> None:
        """Record another paper of the conference."""
        types = tuple(
            type_ for type_ in DocumentType if type_ not in (*_MADE_OTHERWISE, DocumentType.NOTICE)
        )
        self._ask_issue((DocumentType.INVITATION, *types))

    @Slot()
    def ask_supplement(self) -> None:
        """Put signed minutes right by a paper of their own."""
        self._ask_issue((DocumentType.SUPPLEMENT,))

    def _ask_issue(self, types: tuple[DocumentType, ...], note: str = "") -> None:
        conference = self.conference
        if conference is None:
            return
        reader = self._context.store.connection
        blanks = {
            type_: document_actions.blank(reader, type_, conference.id)
            for type_ in dict.fromkeys(types)
        }
        people = unit_queries.all_persons(reader)
        draft = IssueDialog.ask(
            self._panel,
            blanks,
            people,
            self._look,
            self._context.today,
            note=note,
            points=self._points,
            receivers=self._receivers(),
            worded=self._worded,
        )
        if draft is not None:
            self.record(draft)

    def record(self, draft: IssueDraft) -> None:
        """Issue a paper."""
        store, today, agreed = self._context.store, self._context.today, draft.repeat_agreed
        if issued := self._context.run(
            lambda: document_actions.issue(
                store, draft.paper, today, repeat_agreed=agreed, further=draft.further
            )
        ):
            paper, released = issued.value
            self._context.bus.deliver()
            self.recorded.emit(paper.id)
            parents = {task.parent_id for task in released}
            count = sum(task.id not in parents for task in released)
            tail = f", đã giao {count} nhiệm vụ" if count else ""
            if is_kept(paper):
                # what went out is not taken back
                self._context.messages.say(f"Đã ban hành {paper.symbol}, lưu bản PDF{tail}")
            else:
                self._context.messages.offer_undo(f"Đã ghi {paper.symbol}{tail}")

    def ask_edit(self, paper: Document) -> None:
        """Put a paper right that is not signed."""
        if paper.signed_at is not None:
            return
        people = unit_queries.all_persons(self._context.store.connection)
        today = self._context.today
        given = len(document_queries.given_by(self._context.store.connection, paper))
        draft = IssueDialog.ask(
            self._panel,
            {paper.type: paper},
            people,
            self._look,
            today,
            given=given,
            receivers=self._receivers(paper),
        )
        if draft is not None:
            self.correct(draft)

    def correct(self, draft: IssueDraft) -> None:
        """Record a paper put right, and the day of its tasks where that was agreed to."""
        store, today = self._context.store, self._context.today
        if self._context.run(
            lambda: document_actions.edit(
                store,
                draft.paper,
                today,
                repeat_agreed=draft.repeat_agreed,
                carry_day=draft.carry_day,
                further=draft.further,
            )
        ):
            tail = ", ngày giao của nhiệm vụ theo ngày mới" if draft.carry_day else ""
            self._context.messages.offer_undo(f"Đã sửa {draft.paper.symbol}{tail}")

    def ask_replacement(self, paper: Document) -> None:
        """Issue a paper of its own in place of one that went out and says something else now."""
        fresh = document_actions.replacement(self._context.store.connection, paper)
        people = unit_queries.all_persons(self._context.store.connection)
        draft = IssueDialog.ask(
            self._panel,
            {fresh.type: fresh},
            people,
            self._look,
            self._context.today,
            points=self._points,
            receivers=self._receivers(paper),
            worded=self._worded,
        )
        if draft is not None:
            self.record(draft)

    def delete(self, paper: Document) -> None:
        """Take a paper out, and offer the way back."""
        if self._context.run(lambda: document_actions.delete(self._context.store, paper.id)):
            self._context.messages.offer_undo(f"Đã xóa {paper.symbol}")

    def _look(self, paper: Document) -> Proposal:
        reader, today = self._context.store.connection, self._context.today
        return document_actions.propose(reader, paper, today, number=paper.number)

    def _receivers(self, paper: Document | None = None) -> Receivers:
        """Read whom a paper may go to, and whom a recorded one goes to besides its unit."""
        reader = self._context.store.connection
        further = [] if paper is None else document_queries.further_units(reader, paper.id)
        return Receivers(
            units=unit_queries.all_units(reader),
            groups=unit_queries.groups_of_units(reader),
            further=[one.unit_id for one in further],
        )

    def _worded(self, paper: Document, further: Sequence[UnitId]) -> Document:
        return urging.worded(self._context.store.connection, paper, self._context.today, further)

    def _points(self, paper: Document, further: Sequence[UnitId] = ()) -> tuple[str, ...]:
        reader, today = self._context.store.connection, self._context.today
        return form_checks.open_points(reader, paper, today, further)

    def _what_goes(self) -> str:
        """Say which drafts go with the notice, and which conclusions were changed meanwhile."""
        if self.conference is None:
            return ""
        reader = self._context.store.connection
        drafts = document_queries.withheld(reader, self.conference.id)
        if not drafts:
            return ""
        parents = {task.parent_id for task in drafts}
        count = sum(task.id not in parents for task in drafts)
        lines = [f"Ban hành thì {count} nhiệm vụ dự thảo được giao, ngày giao là ngày thông báo."]
        for conclusion, touched in document_queries.reworded(reader, self.conference.id):
            codes = ", ".join(task.code for task in touched)
            lines.append(
                f"Kết luận {conclusion.number} đã sửa sau khi dự thảo: {codes} lấy theo nội dung mới."
            )
        context = DeadlineContext(
            told_on=self.conference.held_on or self._context.today,
            calendar=self._context.calendar(),
        )
        going = [task for task in drafts if task.id not in parents]
        points = held_points(committee_queries.clarity(reader))
        lines += lacking_lines(lacking(going, context))
        return "\n".join((*lines, *unclear_lines(going, points)))

    @Slot()
    def ask_release(self) -> None:
        """Give some drafts before the notice."""
        if self.conference is None:
            return
        reader = self._context.store.connection
        drafts = document_queries.withheld(reader, self.conference.id)
        parents = {task.parent_id for task in drafts}
        names = {unit.id: unit.short_name for unit in unit_queries.all_units(reader)}
        lines = [
            (task, "" if task.lead_unit_id is None else names.get(task.lead_unit_id, ""))
            for task in drafts
            if task.id not in parents
        ]
        draft = ReleaseDialog.ask(self._panel, lines, self._context.today)
        if draft is not None:
            self.release_early(draft)

    def release_early(self, draft: ReleaseDraft) -> None:
        """Give drafts early for a reason."""
        store, today = self._context.store, self._context.today
        if self._context.run(
            lambda: document_actions.release_early(store, draft.task_ids, draft.reason, today)
        ):
            self._context.messages.offer_undo(f"Đã giao trước {len(draft.task_ids)} nhiệm vụ")

    @Slot()
    def ask_sign(self) -> None:
        """Sign the minutes, after saying what that locks."""
        conference = self.conference
        if conference is None:
            return
        paper = document_actions.minutes_paper(self._context.store.connection, conference)
        agreed = SignDialog.ask(
            self._panel, paper, self._look, self._context.today, self._points(paper)
        )
        if agreed is not None:
            self.sign_minutes(agreed)

    def sign_minutes(self, agreed: SignDraft) -> None:
        """Sign the minutes shown."""
        conference = self.conference
        if conference is not None and (
            signed := self._context.run(
                lambda: signing.sign(
                    self._context.store,
                    conference.id,
                    number=agreed.number,
                    repeat_agreed=agreed.repeat_agreed,
                )
            )
        ):
            code = seal_code(signed.value.sealed)
            self._context.messages.say(f"Đã ký biên bản {signed.value.symbol}, mã kiểm tra {code}")
