"""What is offered when the register cannot be opened: its copies, a look, what can be saved."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.words import file_labels
from coordapp.domain.words.messages import sentence
from coordapp.services.file import backups
from coordapp.store.file.salvage import Salvaged, save_readable
from coordapp.ui.keeping.copies_dialog import CopyTable
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.message_bar import MessageBar
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.save_as import REGISTER, ask_target

_SIZE = (880, 500)


class RecoveryDialog(Dialog):
    """`chosen_copy` is what to go back to; `view_requested` and `open_requested` carry a file."""

    view_requested = Signal(object)
    open_requested = Signal(object)

    def __init__(
        self,
        path: Path,
        reason: str,
        now: Callable[[], datetime] = datetime.now,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._path = path
        self.chosen_copy: Path | None = None
        self.setWindowTitle("Sổ không mở được")
        self.resize(*_SIZE)
        self.bar = MessageBar(self)
        self.table = CopyTable(now, self)
        self.said = label(
            "Tệp hỏng không bị sửa, không bị xóa: khi khôi phục, tệp được giữ nguyên vẹn cùng nhật "
            "ký ghi dở ở thư mục bản sao. Hãy chọn bản sao mới nhất đã đọc lại, xem bên trong rồi khôi "
            "phục.",
            "secondary",
        )
        self.back = button("Khôi phục bản sao này", "primary", "history")
        self.look = button("Xem bản sao", icon="eye")
        self.look_damaged = button("Xem tệp hỏng")
        self.save = button("Cứu dữ liệu ra tệp mới…")
        self.leave = button("Đóng")
        self._lay_out()
        self._connect()
        self.bar.say(reason, "error")
        self.table.copies.show(backups.listed(path))
        if self.table.copies.rowCount():
            self.table.select_id(self.table.copies.record(0).copy.number)
        self._follow_selection()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        foot = QHBoxLayout()
        for part in (self.save, self.look_damaged):
            foot.addWidget(part)
        foot.addStretch(1)
        for part in (self.look, self.back, self.leave):
            foot.addWidget(part)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.table.selected.connect(self._follow_selection)
        self.back.clicked.connect(self._choose)
        self.look.clicked.connect(self._look)
        self.look_damaged.clicked.connect(self._look_damaged)
        self.save.clicked.connect(self._ask_save)
        self.leave.clicked.connect(self.reject)

    @Slot()
    def _follow_selection(self, *_: object) -> None:
        is_one = self.table.current_record() is not None
        self.back.setEnabled(is_one)
        self.look.setEnabled(is_one)

    @Slot()
    def _choose(self) -> None:
        held = self.table.current_record()
        if held is not None:
            self.chosen_copy = held.path
            self.accept()

    @Slot()
    def _look(self) -> None:
        held = self.table.current_record()
        if held is not None:
            self.view_requested.emit(held.path)

    @Slot()
    def _look_damaged(self) -> None:
        self.view_requested.emit(self._path)

    @Slot()
    def _ask_save(self) -> None:
        proposed = self._path.with_name(f"{self._path.stem}-cứu.db")
        target = ask_target(self, "Cứu dữ liệu ra tệp mới", proposed, REGISTER)
        if target is not None:
            self.save_readable(target)

    def save_readable(self, target: Path) -> None:
        """Save what can be read into a new file, tell what was and what was not, and open it."""
        try:
            found = save_readable(self._path, target)
        except CodedError as error:
            self.said.setText(sentence(error))
            return
        self.said.setText(_told(found, target))
        self.open_requested.emit(target)


def _told(found: Salvaged, target: Path) -> str:
    saved = ", ".join(
        f"{file_labels.table(name)} {count}" for name, count in found.saved.items() if count
    )
    lost = sum(found.lost.values())
    return (
        f"Đã cứu vào {target.name}: {saved}. Không đọc được {lost} chỗ. Dữ liệu này có thể thiếu "
        "hoặc sai: hãy đối chiếu với bản giấy."
    )
