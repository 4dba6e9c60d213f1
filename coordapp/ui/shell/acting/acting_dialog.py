"""Asking who works at this PC."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from coordapp.domain.kernel.text import nfc, one_line
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.choosing.name_completer import NameCompleter
from coordapp.ui.widgets.form_dialog import FormDialog

_NO_NAME = "Chưa có tên. Hãy gõ họ tên, hoặc bấm Hủy để ghi sau."
_WHY = (
    "Nhật ký ghi tên này bên mỗi thao tác làm ở máy này, thay cho tên tài khoản Windows. Tên được "
    "giữ cùng các thiết lập của chương trình; đổi lúc nào cũng được ở menu Sửa."
)


class ActingPersonDialog(FormDialog):
    """Asks for one name, and tells it."""

    named = Signal(str)

    def __init__(self, parent: QWidget | None, context: Context, name: str) -> None:
        super().__init__("Người thao tác", "Lưu tên", context.today, parent)
        self.name = QLineEdit(name)
        NameCompleter(self.name, context.people)
        self.add("Họ và tên", self.name)
        self.explain(_WHY)
        self.accepted.connect(self._tell)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Name what cannot be saved."""
        return [] if one_line(nfc(self.name.text())) else [(self.name, _NO_NAME)]

    @Slot()
    def _tell(self) -> None:
        self.named.emit(one_line(nfc(self.name.text())))
