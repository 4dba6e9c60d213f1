"""Small tables of a conference: programme, attendance and speeches, typed in place."""

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.conferences.conference import AgendaItem, Attendance, Speech
from coordapp.domain.kernel.ids import AgendaItemId, AttendanceId, ConferenceId, SpeechId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import ATTENDANCE_STATE
from coordapp.services.conferences import conference_actions
from coordapp.store.file.tables import AGENDA_ITEMS, ATTENDANCES, SPEECHES
from coordapp.store.queries import conference_queries
from coordapp.ui.conferences import agenda_lines
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.record import Record
from coordapp.ui.live.part_menu import PartMenu
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.widgets.card import Card
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.record_detail import DetailField

R = TypeVar("R", bound=Record)


_PARTS = ((False, "Thành viên"), (True, "Khách mời"))
_MEMBER_TIP = "Được tính vào số thành viên phải có mặt"
_GUEST_TIP = "Không tính vào số thành viên phải có mặt"


def _attendance_columns(saver: CellSaver[Attendance]) -> Sequence[Column[Attendance]]:
    return (
        saver.person("name", "Họ và tên", width=150),
        saver.column("post", "Chức vụ", stretch=True),
        saver.choice(
            "is_guest",
            "Dự họp là",
            _PARTS,
            width=104,
            tone=lambda item: Tone.DUE_SOON if item.is_guest else None,
            tooltip=lambda item: _GUEST_TIP if item.is_guest else _MEMBER_TIP,
        ),
        saver.choice(
            "state",
            "Trạng thái",
            tuple(ATTENDANCE_STATE.items()),
            width=148,
            tone=lambda item: Tone.IN_TIME if item.came else Tone.QUIET,
            tooltip=_told,
        ),
    )


def _told(item: Attendance) -> str:
    """Say who came instead, or why nobody did."""
    substitute = ", ".join(text for text in (item.substitute_name, item.substitute_post) if text)
    return "\n".join(text for text in (substitute, item.reason) if text)


def _speech_columns(saver: CellSaver[Speech]) -> Sequence[Column[Speech]]:
    return (
        saver.person("speaker", "Người phát biểu", width=150),
        saver.column("post", "Chức vụ", width=130),
        # an opinion has several lines, which are typed below the table
        Column(
            key="gist",
            title="Ý kiến",
            text=lambda item: one_line(item.gist),
            stretch=True,
            quiet=True,
        ),
    )


AGENDA: RecordList[AgendaItem, ConferenceId] = RecordList(
    table=AGENDA_ITEMS,
    name="Chương trình",
    empty=(
        "Chưa có chương trình",
        "Ghi từng mục của chương trình hội nghị, có giờ và người trình bày.",
    ),
    add_text="Thêm mục",
    first="title",
    columns=agenda_lines.columns,
    read=agenda_lines.lines,
    blank=lambda owner, _: AgendaItem(
        id=AgendaItemId(0), conference_id=owner, position=0, title="Nội dung mới"
    ),
    add=conference_actions.add_agenda_item,
    edit=lambda store, item, run: conference_actions.edit_agenda_item(store, item, run=run),
    delete=Deletion(
        action=lambda store, item: conference_actions.delete_agenda_item(store, item.id),
        message=lambda _: "Đã xóa một dòng ở mục chương trình",
    ),
    put_in_order=lambda store, items: conference_actions.put_agenda_in_order(
        store, [item.id for item in items]
    ),
)
ATTENDANCE: RecordList[Attendance, ConferenceId] = RecordList(
    table=ATTENDANCES,
    name="Thành phần",
    empty=("Chưa có thành phần", "Ghi người được mời, ai có mặt, ai vắng và ai dự thay."),
    add_text="Thêm người dự",
    first="name",
    columns=_attendance_columns,
    detail=(
        DetailField(name="substitute_name", title="Người dự thay", row=0, column=0, is_person=True),
        DetailField(name="substitute_post", title="Chức vụ người dự thay", row=0, column=1),
        DetailField(name="reason", title="Lý do vắng", row=1, column=0),
    ),
    read=conference_queries.attendances,
    blank=lambda owner, _: Attendance(
        # of rows that are pasted nobody says more: the quorum must not move by itself
        id=AttendanceId(0),
        conference_id=owner,
        position=0,
        name="Người dự mới",
        is_guest=True,
    ),
    add=conference_actions.add_attendance,
    edit=lambda store, one, run: conference_actions.edit_attendance(store, one, run=run),
    delete=Deletion(
        action=lambda store, one: conference_actions.delete_attendance(store, one.id),
        message=lambda _: "Đã xóa một dòng ở mục thành phần",
    ),
    put_in_order=lambda store, people: conference_actions.put_attendance_in_order(
        store, [one.id for one in people]
    ),
    part=lambda one: one.is_guest,
)
SPEECH_LIST: RecordList[Speech, ConferenceId] = RecordList(
    table=SPEECHES,
    name="Phát biểu",
    empty=("Chưa có phát biểu", "Ghi tóm tắt ý kiến của từng người theo thứ tự phát biểu."),
    add_text="Thêm phát biểu",
    first="speaker",
    columns=_speech_columns,
    detail=(DetailField(name="gist", title="Ý kiến", row=0, column=0, lines=5),),
    read=conference_queries.speeches,
    blank=lambda owner, _: Speech(
        id=SpeechId(0), conference_id=owner, position=0, speaker="Đại biểu"
    ),
    add=conference_actions.add_speech,
    edit=lambda store, speech, run: conference_actions.edit_speech(store, speech, run=run),
    delete=Deletion(
        action=lambda store, speech: conference_actions.delete_speech(store, speech.id),
        message=lambda _: "Đã xóa một dòng ở mục phát biểu",
    ),
    put_in_order=lambda store, speeches: conference_actions.put_speeches_in_order(
        store, [speech.id for speech in speeches]
    ),
)


class ConferenceTable(RecordListEditor[R, ConferenceId]):
    """Fills its part of the page; its buttons stand below, as those of the other parts do."""

    def __init__(
        self,
        context: Context,
        records: RecordList[R, ConferenceId],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, records, ConferenceId(0), parent)
        self.add.setToolTip("Ins")
        shortcuts.action_within(self, records.add_text, "Ins", self.add.click)

    def _lay_out(self) -> None:
        self.table.set_empty_state(EmptyState(*self._list.empty))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.addWidget(self.add)
        self.foot.addWidget(self.remove)
        self.foot.addStretch(1)
        if self.mover is not None:
            self.foot.addWidget(self.mover)
        card = Card()
        card.body.setContentsMargins(1, 1, 1, 1)
        card.body.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card, 1)
        column.addWidget(self.wrong)
        if self.detail is not None:
            below = Card()
            below.body.addWidget(self.detail)
            column.addWidget(below)
        column.addLayout(self.foot)


class ParticipantTable(ConferenceTable[Attendance]):
    """Asks of somebody who is added whether they count for the quorum."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, ATTENDANCE, parent)
        self.asked = PartMenu(self.add)
        self.asked.chosen.connect(self._start)

    @Slot()
    def start_new(self) -> None:
        """Ask in which part somebody comes, then add a row and start typing the name."""
        self.asked.ask()

    @Slot(bool)
    def _start(self, is_guest: bool) -> None:
        self.start_with({"is_guest": is_guest})
