"""Asks for the text of a directive and shows the sections read from it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from coordapp.domain.conclusions.reading.sections import ReadSection, read_sections
from coordapp.domain.kernel.text import nfc
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.widgets.card import label
from coordapp.ui.widgets.reading_order import Dialog

_WAIT = 200
_HINT = (
    "Dán phần có đánh số của văn bản (I., 1., 1.1, a) …). Dòng không có số được ghép vào mục phía "
    "trên; phần trước mục đầu tiên không lấy."
)
_NOTHING = "Chưa thấy mục nào có số."


class PasteSectionsDialog(Dialog):
    """The text above, the sections it gives below; nothing is written here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Chia văn bản thành các mục")
        self.resize(760, 560)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("Nội dung văn bản")
        self.text.setTabChangesFocus(True)
        self.found = QPlainTextEdit()
        self.found.setAccessibleName("Các mục đọc được")
        self.found.setReadOnly(True)
        self.count = label(_NOTHING, "secondary")
        buttons = QDialogButtonBox()
        self.take = buttons.addButton("Thêm các mục", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        self.take.setEnabled(False)
        column = QVBoxLayout(self)
        column.addWidget(label(_HINT, "secondary"))
        column.addWidget(self.text, 3)
        column.addWidget(self.count)
        column.addWidget(self.found, 2)
        column.addWidget(buttons)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        typing = Debounce(self, wait=_WAIT)
        self.text.textChanged.connect(typing.wait)
        typing.rested.connect(self.show_found)

    @staticmethod
    def ask(parent: QWidget) -> str | None:
        """Ask for a text; None when it is given up."""
        dialog = PasteSectionsDialog(parent)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return nfc(dialog.text.toPlainText()) if chosen else None

    @Slot()
    def show_found(self) -> None:
        """Show what the text gives."""
        found = read_sections(self.text.toPlainText())
        self.take.setEnabled(bool(found))
        self.count.setText(f"{len(found)} mục" if found else _NOTHING)
        self.found.setPlainText("\n".join(map(_line, found)))


def _line(section: ReadSection) -> str:
    return f"{'    ' * (section.level - 1)}{section.number} {section.title}"
