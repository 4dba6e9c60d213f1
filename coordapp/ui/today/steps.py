"""The steps of a new book, each with its button and ticked once it is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.store import Reader
from coordapp.store.queries import (
    committee_queries,
    conference_queries,
    task_queries,
    unit_queries,
)
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import (
    AskForFile,
    NewConference,
    OpenMember,
    OpenSample,
    Route,
)
from coordapp.ui.look import icons
from coordapp.ui.widgets.card import Card, button, label

_ICON = 18
_WIDTH = 760


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do in a new book, and where it is done."""

    key: str
    title: str
    why: str
    verb: str
    route: Route


STEPS = (
    Step(
        key="committee",
        title="Ban Chỉ đạo",
        why="Tên, ký hiệu, địa danh, thể thức: in ở đầu mọi văn bản.",
        verb="Ghi thông tin",
        route=OpenMember(kind=Kind.COMMITTEE, record_id=1),
    ),
    Step(
        key="units",
        title="Đơn vị",
        why="Theo thứ tự xếp khi mời họp, có tên viết tắt và tên gọi khác.",
        verb="Ghi đơn vị",
        route=OpenMember(kind=Kind.UNIT, record_id=0),
    ),
    Step(
        key="people",
        title="Thành viên",
        why="Trưởng ban, ủy viên, thư ký: để mời họp, điểm danh và ký văn bản.",
        verb="Ghi thành viên",
        route=OpenMember(kind=Kind.PERSON, record_id=0),
    ),
    Step(
        key="tasks",
        title="Nhập sổ cũ",
        why="Sổ theo dõi đang dùng bằng Excel; xem trước từng dòng rồi mới ghi.",
        verb="Chọn tệp Excel…",
        route=AskForFile(),
    ),
    Step(
        key="conference",
        title="Hội nghị đầu tiên",
        why="Giấy mời, điểm danh, biên bản và kết luận để giao nhiệm vụ.",
        verb="Thêm hội nghị",
        route=NewConference(),
    ),
    Step(
        key="sample",
        title="Xem sổ mẫu",
        why="Một hội nghị tổng kết đã ghi đủ, mở ở cửa sổ khác, sửa thử tùy ý.",
        verb="Mở sổ mẫu",
        route=OpenSample(),
    ),
)
_NAMELESS = ("", "Ban Chỉ đạo")


def done(reader: Reader) -> Mapping[str, bool]:
    """Say which steps are done; looking at the sample leaves no trace, so it never is."""
    body = committee_queries.read(reader)
    return {
        "committee": body is not None and (body.name not in _NAMELESS or bool(body.place)),
        "units": bool(unit_queries.all_units(reader)),
        "people": bool(unit_queries.all_persons(reader)),
        "tasks": task_queries.any_there(reader),
        "conference": bool(conference_queries.find(reader)),
    }


class StepsCard(Card):
    """Leads by routes, as every link does."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__("Bắt đầu sổ mới", parent)
        self._context = context
        self.buttons: dict[str, QPushButton] = {}
        self.marks: dict[str, QLabel] = {}
        self.body.addWidget(
            label("Làm theo thứ tự nào cũng được; bước nào xong thì được đánh dấu.", "secondary")
        )
        steps = QWidget()
        steps.setMaximumWidth(_WIDTH)
        grid = QGridLayout(steps)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        for row, step in enumerate(STEPS):
            mark = QLabel()
            mark.setFixedWidth(_ICON)
            made = button(step.verb, "plain")
            made.setAccessibleName(f"{step.title}: {step.verb}")
            made.clicked.connect(partial(self._go, step.route))
            words = label(f"{row + 1}. {step.title}", "card-title")
            grid.addWidget(mark, 2 * row, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, 2 * row, 1)
            grid.addWidget(label(step.why, "secondary"), 2 * row + 1, 1)
            grid.addWidget(made, 2 * row, 2, 2, 1, Qt.AlignmentFlag.AlignRight)
            self.buttons[step.key], self.marks[step.key] = made, mark
        self.body.addWidget(steps)
        self.body.addStretch(1)

    def show_done(self) -> None:
        """Tick what is done, and let the next step be the one to press."""
        ticked = done(self._context.store.connection)
        open_steps = [step.key for step in STEPS if not ticked.get(step.key)]
        for step in STEPS:
            mark, is_done = self.marks[step.key], bool(ticked.get(step.key))
            mark.setPixmap(icons.pixmap("check", "accent"))
            mark.setVisible(is_done)
            mark.setAccessibleName(f"{step.title}: {'đã hoàn thành' if is_done else 'chưa'}")
            made = self.buttons[step.key]
            made.setProperty("role", "primary" if step.key == open_steps[0] else "plain")
            made.style().unpolish(made)
            made.style().polish(made)

    def _go(self, route: Route, _checked: bool = False) -> None:
        self._context.navigate(route)
