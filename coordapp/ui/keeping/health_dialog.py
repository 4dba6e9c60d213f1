"""The check of the whole register: what was found, what it means, and what can be mended."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coordapp.services.file import checking, repairing
from coordapp.services.file.checking import Checked
from coordapp.services.file.repairing import Repair
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog

_SIZE = (720, 440)
_WAITS = "Đang kiểm tra toàn bộ sổ… Sổ lớn mất vài chục giây."
_WHOLE = (
    "Không phát hiện gì: tệp, liên kết, nhật ký, văn bản đã ký và đã ban hành, tệp đính kèm, tìm kiếm và bộ "
    "đếm mã đều khớp."
)


class HealthDialog(Dialog):
    """Stands before the window, so that nothing is written while the register is looked through."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle("Kiểm tra sổ")
        self.resize(*_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.said = label(_WAITS)
        self.found = QPlainTextEdit()
        self.found.setReadOnly(True)
        self.found.setAccessibleName("Những gì phát hiện")
        self.found.setTabChangesFocus(True)
        self.copy = button("Sao chép", icon="copy")
        self.mend = button("Sửa chữa phần lập lại được")
        self.leave = button("Đóng", "primary")
        self._lay_out()
        self.copy.clicked.connect(self._copy)
        self.mend.clicked.connect(self.repair)
        self.leave.clicked.connect(self.close)
        self.look()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.said)
        column.addWidget(self.found, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.mend)
        foot.addStretch(1)
        foot.addWidget(self.copy)
        foot.addWidget(self.leave)
        column.addLayout(foot)
        self.leave.setDefault(True)

    def look(self) -> None:
        """Look through the register in the worker."""
        self._wait(_WAITS)
        path = self._context.store.path
        job = self._context.jobs.start(lambda _step: checking.check(path))
        job.succeeded.connect(self._tell)
        job.failed.connect(self._refuse)

    @Slot()
    def repair(self) -> None:
        """Make anew what can be computed, after a copy, and look again."""
        self._wait("Đang sao lưu rồi sửa chữa…")
        store = self._context.store
        path, at = store.path, store.now
        job = self._context.jobs.start(lambda _step: repairing.repair(path, at))
        job.succeeded.connect(self._tell_mended)
        job.failed.connect(self._refuse)

    @Slot(object)
    def _tell(self, checked: Checked) -> None:
        count = len(checked.sentences)
        self.said.setText(f"Phát hiện {count} điểm:" if count else _WHOLE)
        self.found.setPlainText("\n".join(checked.sentences))
        self.found.setVisible(bool(count))
        self.copy.setVisible(bool(count))
        self.mend.setVisible(checked.is_mendable and not self._context.store.is_view)

    @Slot(object)
    def _tell_mended(self, done: Repair) -> None:
        self._context.messages.say(
            f"Đã sửa chữa. Muốn trở lại như trước, khôi phục bản sao {done.copy.name}."
        )
        self.look()

    @Slot(object)
    def _refuse(self, error: BaseException) -> None:
        self.close()
        self._context.run.show(error)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.found.toPlainText())

    def _wait(self, text: str) -> None:
        self.said.setText(text)
        for part in (self.found, self.copy, self.mend):
            part.hide()
