"""Handing the register over: a passphrase, a place, and what was made."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coordapp.domain.documents.handover import SHORTEST, ensure_strong
from coordapp.domain.kernel.errors import CodedError, RuleViolation
from coordapp.domain.words.messages import sentence
from coordapp.ui.kit import outside
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog
from coordapp.ui.widgets.save_as import ask_target

if TYPE_CHECKING:
    from coordapp.services.file.handover import HandedOver

_KIND = "Tệp bàn giao (*.zip)"


class HandoverDialog(Dialog):
    """Makes the locked file and its record, and leads to the record."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._record = Path()
        self.setWindowTitle("Bàn giao sổ")
        self.setMinimumWidth(560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.first = _secret("Mật khẩu")
        self.again = _secret("Gõ lại mật khẩu")
        self.shows = QCheckBox("Hiện chữ đang gõ")
        self.said = label("", "error")
        self.outcome = label("")
        self.make = button("Lập tệp bàn giao…", "primary")
        self.record = button("Mở biên bản để in", icon="printer")
        self.leave = button("Đóng")
        self._lay_out()
        self.shows.toggled.connect(self._show_letters)
        self.make.clicked.connect(self._ask)
        self.record.clicked.connect(self._open_record)
        self.leave.clicked.connect(self.close)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(
            label(
                "Sổ, tệp đính kèm và bảng kê được khóa vào một tệp; kèm biên bản bàn giao có số lượng và mã "
                f"SHA-256 để hai bên ký. Mật khẩu từ {SHORTEST} ký tự, giao riêng. Mất mật khẩu thì "
                "không ai mở được tệp này; sổ đang dùng không bị ảnh hưởng."
            )
        )
        form = QFormLayout()
        form.addRow("Mật khẩu", self.first)
        form.addRow("Gõ lại", self.again)
        form.addRow("", self.shows)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addWidget(self.outcome)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for part in (self.record, self.make, self.leave):
            foot.addWidget(part)
        column.addLayout(foot)
        self.said.hide()
        self.outcome.hide()
        self.record.hide()
        self.make.setDefault(True)

    @Slot(bool)
    def _show_letters(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.first.setEchoMode(mode)
        self.again.setEchoMode(mode)

    @Slot()
    def _ask(self) -> None:
        try:
            ensure_strong(self.first.text())
            if self.first.text() != self.again.text():
                raise RuleViolation("passphrase_differs")
        except RuleViolation as error:
            self._refuse(error)
            return
        self.said.hide()
        proposed = self._context.store.path.parent / f"ban-giao-{self._context.today:%Y%m%d}.zip"
        target = ask_target(self, "Tệp bàn giao", proposed, _KIND)
        if target is not None:
            self.lock_into(target)

    def lock_into(self, target: Path) -> None:
        """Make the file beside the window: a large register takes a while."""
        # loads what locks files and what makes PDF: not before somebody asks for it
        from coordapp.services.file.handover import make

        self.make.setEnabled(False)
        self.outcome.setText("Đang lập tệp bàn giao…")
        self.outcome.show()
        store = self._context.store
        work = partial(make, store.path, target, self.first.text(), store.now)
        job = self._context.jobs.start(lambda _step: work())
        job.succeeded.connect(self._tell)
        job.failed.connect(self._refuse)

    @Slot(object)
    def _tell(self, made: "HandedOver") -> None:
        self._record = made.record
        self.outcome.setText(
            f"Đã lập {made.file} và biên bản {made.record.name}. Mã SHA-256: {made.report.sha256}"
        )
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.record.show()
        self.make.setEnabled(True)
        self.first.clear()
        self.again.clear()

    @Slot(object)
    def _refuse(self, error: BaseException) -> None:
        self.make.setEnabled(True)
        self.outcome.hide()
        if not isinstance(error, CodedError):
            raise error
        self.said.setText(sentence(error))
        self.said.show()

    @Slot()
    def _open_record(self) -> None:
        if not outside.hand_over(self._record):
            self.outcome.setText(outside.no_program(self._record))


def _secret(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field
