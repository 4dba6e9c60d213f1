"""The copies of the register: when, why, what they hold, and the ways into and out of them."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.kernel.attachment import size_in_words
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.words import file_labels
from coordapp.services.file import backups
from coordapp.services.file.backups import HeldCopy
from coordapp.ui.keeping.copy_care import CopyCare
from coordapp.ui.kit.context import Context
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.model import Column, RecordModel
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.empty_state import EmptyState
from coordapp.ui.widgets.message_bar import MessageBar
from coordapp.ui.widgets.question import agrees
from coordapp.ui.widgets.reading_order import Dialog

_SIZE = (900, 520)
_SHOWN = 6  # findings; the command `check` lists all
_WAITS = (
    "Sổ vừa được khôi phục. Mọi bản sao được giữ lại cho đến khi bạn xác nhận sổ đã đúng; "
    "bấm “Sổ đã đúng” để lại dọn bản sao cũ theo lệ."
)


def number_of(held: HeldCopy) -> int:
    """Give what tells copies apart."""
    return held.copy.number


class CopyTable(TableView[HeldCopy]):
    """Copies, the newest first."""

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        self._now = now
        self.copies: RecordModel[HeldCopy] = RecordModel(self._columns(), number_of)
        super().__init__(self.copies, parent)
        self.copies.setParent(self)
        self.setAccessibleName("Các bản sao của sổ")
        self.setSortingEnabled(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.set_empty_state(
            EmptyState("Chưa có bản sao nào", "Bấm “Sao lưu ngay” để lập bản sao đầu tiên.")
        )

    def _columns(self) -> tuple[Column[HeldCopy], ...]:
        return (
            Column(
                key="at", title="Lúc", width=130, text=lambda one: file_labels.moment(one.copy.at)
            ),
            Column(
                key="age",
                title="Cách đây",
                width=120,
                text=lambda one: file_labels.age(one.copy.at, self._now()),
            ),
            Column(
                key="reason",
                title="Vì sao",
                stretch=True,
                text=lambda one: file_labels.COPY_REASON[one.copy.reason],
            ),
            Column(key="tasks", title="Nhiệm vụ", width=90, text=_count(Kind.TASK)),
            Column(key="conferences", title="Hội nghị", width=84, text=_count(Kind.CONFERENCE)),
            Column(key="conclusions", title="Kết luận", width=84, text=_count(Kind.CONCLUSION)),
            Column(key="size", title="Cỡ tệp", width=90, text=_size),
            Column(
                key="checked",
                title="Kiểm tra",
                width=130,
                text=lambda one: "Đã đọc lại" if one.copy.verified else "Chưa kiểm tra",
                tone=lambda one: Tone.ON_TIME if one.copy.verified else Tone.DUE_SOON,
            ),
        )


class CopiesDialog(Dialog):
    """`restore_requested` and `view_requested` carry the copy."""

    restore_requested = Signal(object)
    view_requested = Signal(object)
    _changed = Signal()

    def __init__(self, context: Context, care: CopyCare, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._care = care
        self.setWindowTitle("Bản sao của sổ")
        self.resize(*_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bar = MessageBar(self)
        self.table = CopyTable(care.now, self)
        self.said = label("", "secondary")
        self.place = label("", "secondary")
        self.make = button("Sao lưu ngay", "primary")
        self.to_stick = button("Lưu bản sao ra USB…")
        self.look = button("Xem bên trong", icon="eye")
        self.back = button("Khôi phục…", "danger", "history")
        self.choose = button("Chọn nơi thứ hai…")
        self.forget = button("Bỏ nơi thứ hai")
        self.leave = button("Đóng")
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        second = QHBoxLayout()
        second.addWidget(self.place, 1)
        second.addWidget(self.choose)
        second.addWidget(self.forget)
        column.addLayout(second)
        foot = QHBoxLayout()
        for part in (self.make, self.to_stick):
            foot.addWidget(part)
        foot.addStretch(1)
        for part in (self.look, self.back, self.leave):
            foot.addWidget(part)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._care.made.connect(self.refresh)
        self.bar.action_requested.connect(self._confirm)
        self._changed.connect(self.refresh)
        self.table.selected.connect(self._follow_selection)
        self.make.clicked.connect(self._make)
        self.to_stick.clicked.connect(self.ask_stick)
        self.look.clicked.connect(self._look)
        self.back.clicked.connect(self.ask_restore)
        self.choose.clicked.connect(self._ask_second)
        self.forget.clicked.connect(self._forget_second)
        self.leave.clicked.connect(self.close)

    @Slot()
    def refresh(self) -> None:
        """Show the copies there are now."""
        path = self._context.store.path
        self.table.copies.show(backups.listed(path))
        if self._care.found:
            self.bar.say(_found_words(self._care.found), "error")
        elif backups.thinning_waits(path):
            self.bar.say(_WAITS, "notice", "Sổ đã đúng")
        else:
            self.bar.hide()
        self.said.setText(f"Các bản sao nằm ở {backups.folder_of(path)}")
        second = self._care.second_place
        self.place.setText(
            "Nên có nơi thứ hai (ổ khác, USB): ổ đĩa này hỏng thì bản sao ở đây mất theo."
            if second is None
            else f"Mỗi bản sao còn được sao chép sang {second}"
        )
        self.forget.setVisible(second is not None)
        self._follow_selection()

    @Slot()
    def _follow_selection(self, *_: object) -> None:
        is_one = self.table.current_record() is not None
        self.look.setEnabled(is_one)
        self.back.setEnabled(is_one)

    @Slot()
    def _confirm(self) -> None:
        path = self._context.store.path
        # no record: the copies beside the register are told by nobody else
        if self._context.run(lambda: backups.confirm_restore(path)):
            self._changed.emit()

    @Slot()
    def _make(self) -> None:
        self.make.setEnabled(False)
        job = self._care.copy_now()
        job.succeeded.connect(self._say_made)
        job.finished.connect(self._let_make)

    @Slot()
    def _let_make(self) -> None:
        self.make.setEnabled(True)

    @Slot()
    def _say_made(self) -> None:
        self.said.setText("Đã lập bản sao và đọc lại đúng.")

    @Slot()
    def ask_stick(self) -> None:
        """Choose a folder, such as that of a USB stick, and copy the register there."""
        chosen = QFileDialog.getExistingDirectory(self, "Lưu bản sao ra USB hoặc thư mục khác")
        if chosen:
            job = self._care.copy_to(Path(chosen))
            job.succeeded.connect(self._say_put)
            job.failed.connect(self._context.run.show)

    @Slot(object)
    def _say_put(self, made: object) -> None:
        self.said.setText(
            f"Đã lưu {made} và đọc lại đúng. Hãy dùng lệnh tháo USB an toàn rồi mới rút."
        )

    @Slot()
    def _ask_second(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Nơi thứ hai của các bản sao")
        if chosen:
            self._care.choose_second_place(Path(chosen))
            self.refresh()

    @Slot()
    def _forget_second(self) -> None:
        self._care.choose_second_place(None)
        self.refresh()

    @Slot()
    def _look(self) -> None:
        held = self.table.current_record()
        if held is not None:
            self.view_requested.emit(held.path)

    @Slot()
    def ask_restore(self) -> None:
        """Go back to the chosen copy, after a question that tells what it holds."""
        held = self.table.current_record()
        if held is not None and agrees(
            self,
            title="Khôi phục sổ",
            text=f"Đưa sổ về bản sao lúc {file_labels.moment(held.copy.at)}"
            f" ({file_labels.age(held.copy.at, self._care.now())})?",
            more="Những gì ghi sau lúc đó không còn trong sổ. Sổ đang có được sao lưu trước, nên có thể "
            "quay lại. Cửa sổ đóng rồi mở lại.",
            yes="Khôi phục",
            no="Không khôi phục",
        ):
            self.restore_requested.emit(held.path)
            self.close()


def _found_words(found: list[str]) -> str:
    more = f"\n… và {len(found) - _SHOWN} điểm nữa." if len(found) > _SHOWN else ""
    lines = "\n".join(found[:_SHOWN])
    return f"Kiểm tra toàn bộ sổ hôm nay phát hiện:\n{lines}{more}"


def _count(kind: Kind) -> Callable[[HeldCopy], str]:
    def words(held: HeldCopy) -> str:
        return "" if held.manifest is None else str(held.manifest.counts.get(kind.value, 0))

    return words


def _size(held: HeldCopy) -> str:
    return "" if held.manifest is None else size_in_words(held.manifest.size)
