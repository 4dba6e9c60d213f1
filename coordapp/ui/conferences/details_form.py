"""The facts of a conference, saved as they are typed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QWidget

from coordapp.domain.conferences.agenda import read_time
from coordapp.domain.conferences.conference import Conference, ConferenceState
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConferenceId, ProgrammeId
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import CONFERENCE_KIND
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions
from coordapp.store.queries import conference_queries, programme_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.record import changed
from coordapp.ui.widgets.card import plain_body
from coordapp.ui.widgets.form_dialog import LARGEST_NUMBER
from coordapp.ui.widgets.growing_text import GrowingText
from coordapp.ui.widgets.saving_field import some_line
from coordapp.ui.widgets.saving_form import SavingForm, text_block

# name, title, row, column, columns taken of four
_LINES = (
    ("title", "Tên hội nghị", 0, 0, 4),
    ("minutes_number", "Số biên bản", 1, 3, 1),
    ("held_on", "Ngày họp", 2, 0, 1),
    ("start_time", "Bắt đầu", 2, 1, 1),
    ("ended_on", "Ngày kết thúc", 2, 2, 1),
    ("end_time", "Kết thúc", 2, 3, 1),
    ("place", "Địa điểm", 3, 0, 4),
    ("organiser", "Cơ quan tổ chức", 6, 0, 4),
)
_HINTS = {
    "held_on": "dd/mm/yyyy",
    "start_time": "14:00",
    "ended_on": "dd/mm/yyyy",
    "end_time": "16:30",
}
_BLOCKS = (
    ("purpose", "Nội dung hội nghị"),
    ("documents", "Tài liệu sử dụng"),
    ("proceedings", "Diễn biến, các báo cáo đã nghe"),
)
_CHOICES = (
    ("kind", "Loại", 1, 0, 1),
    ("previous_id", "Kiểm điểm kết luận của kỳ trước", 1, 1, 2),
    ("chair_id", "Người chủ trì", 4, 0, 4),
    ("recorder_id", "Người ghi biên bản", 5, 0, 4),
    ("programme_id", "Của chương trình phối hợp", 7, 0, 4),
)
_BLOCKS_FROM = 8  # rows above are of lines and choices
_PEOPLE = ("chair_id", "recorder_id")
_BLOCK_LINES = 4


class DetailsForm(QScrollArea):
    """One action for each field that is edited."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._code = ""
        self.form = SavingForm(context.run, self._save, self)
        self._grid = QGridLayout(plain_body(self))
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._build()

    def _build(self) -> None:
        form = self.form
        for name, title, row, column, span in _LINES:
            # a title is long, and all of it must be seen
            editor = GrowingText() if name == "title" else QLineEdit()
            editor.setPlaceholderText(_HINTS.get(name, ""))
            if isinstance(editor, QLineEdit) and name == "minutes_number":
                editor.setValidator(QIntValidator(1, LARGEST_NUMBER, editor))
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(form.text(name, title, editor), row, column, 1, span, top)
        for name, title, row, column, span in _CHOICES:
            shown = (
                form.searched(name, title)
                if name in _PEOPLE
                else form.choice(name, title, CONFERENCE_KIND.items() if name == "kind" else ())
            )
            self._grid.addWidget(shown, row, column, 1, span)
        for row, (name, title) in enumerate(_BLOCKS, start=_BLOCKS_FROM):
            block = form.text(name, title, text_block(_BLOCK_LINES))
            self._grid.addWidget(block, row, 0, 1, 4, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(_BLOCKS_FROM + len(_BLOCKS), 1)
        for column in range(4):
            self._grid.setColumnStretch(column, 1)

    def show_conference(self, conference: Conference) -> None:
        """Show a conference; what is typed or refused in it stays."""
        if conference.code != self._code:
            self.flush()
            self._code = conference.code
        persons = unit_queries.all_persons(self._context.store.connection)
        people = [(None, "Chưa chọn"), *((person.id, person.shown) for person in persons)]
        for name in _PEOPLE:
            self.form.choices[name].set_choices(people)
        self.form.choices["previous_id"].set_choices(self._earlier(conference))
        self.form.choices["programme_id"].set_choices(self._programmes())
        self.form.show(
            conference.code,
            partial(getattr, conference),
            locked=conference.state is ConferenceState.SIGNED,
        )
        self._propose_number(conference)

    def _propose_number(self, conference: Conference) -> None:
        """Name the next number where none is given, and say what is odd about one that is."""
        reader, today = self._context.store.connection, self._context.today
        number = conference.minutes_number
        known = document_actions.minutes_number(reader, conference, today, number)
        editor = self.form.editors["minutes_number"]
        editor.setToolTip("" if known is None or number is None else known.warning)
        if known is not None and number is None:
            editor.setPlaceholderText(f"tiếp theo {known.number:02d}")

    def _earlier(self, conference: Conference) -> list[tuple[ConferenceId | None, str]]:
        others = (
            item
            for item in conference_queries.find(self._context.store.connection)
            if item.id != conference.id
        )
        named = ((item.id, f"{item.code} {one_line(item.title)}") for item in others)
        return [(None, "Không kiểm điểm"), *named]

    def _programmes(self) -> list[tuple[ProgrammeId | None, str]]:
        held = programme_queries.all_programmes(self._context.store.connection)
        named = ((item.id, one_line(f"{item.number} {item.title}").strip()) for item in held)
        return [(None, "Không thuộc chương trình nào"), *named]

    def start_title(self) -> None:
        """Start typing the title."""
        title = self.form.editors["title"]
        title.setFocus()
        title.selectAll()
        self.ensureWidgetVisible(title)

    def flush(self) -> None:
        """Save what was typed last."""
        self.form.flush()

    def _save(self, name: str, value: object, run: int | None = None) -> None:
        if name in _DAYS:
            value = self._context.read_date(str(value))
        elif name in _READERS:
            value = _READERS[name](str(value))
        current = conference_queries.by_code(self._context.store.connection, self._code)
        if current is None:
            raise RuleViolation("record_gone", kind=Kind.CONFERENCE)
        key = None if run is None else (Kind.CONFERENCE, current.id, name, run)
        conference_actions.edit(self._context.store, changed(current, name, value), run=key)


_DAYS = ("held_on", "ended_on")
_READERS: dict[str, Callable[[str], object]] = {
    "title": some_line,
    "start_time": read_time,
    "end_time": read_time,
    "minutes_number": lambda typed: int(typed) if typed.strip() else None,
}
