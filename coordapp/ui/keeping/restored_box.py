"""What is told after a restore: what differs, where the register before it is kept."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from coordapp.domain.words import file_labels
from coordapp.services.file import backups
from coordapp.services.file.restoring import Restored


def words(restored: Restored) -> str:
    """Tell in sentences what a restore did."""
    parts = ["Đã khôi phục sổ từ bản sao."]
    if restored.kept is not None and restored.is_kept_sound:
        parts.append(file_labels.changes(restored.changes))
        parts.append(f"Sổ trước khi khôi phục được giữ ở {restored.kept}.")
    elif restored.kept is not None:
        parts.append(f"Tệp hỏng được giữ nguyên ở {restored.kept}.")
    return " ".join(parts)


def tell_restored(window: QWidget, path: Path, restored: Restored) -> QMessageBox:
    """Tell it, and ask whether the register is right: until then no copy is thinned out."""
    box = QMessageBox(window)
    box.setWindowTitle("Khôi phục sổ")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Information)
    box.setText(words(restored))
    box.setInformativeText(
        "Hãy xem lại sổ. Mọi bản sao được giữ cho đến khi xác nhận; có thể xác nhận sau ở “Bản sao của sổ”."
    )
    right = box.addButton("Sổ đã đúng", QMessageBox.ButtonRole.AcceptRole)
    later = box.addButton("Để xem lại đã", QMessageBox.ButtonRole.RejectRole)
    right.clicked.connect(partial(backups.confirm_restore, path))
    box.setDefaultButton(later)
    box.setEscapeButton(later)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
