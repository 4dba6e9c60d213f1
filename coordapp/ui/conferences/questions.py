"""What is asked before something is deleted together with what hangs on it."""

from PySide6.QtWidgets import QMessageBox, QWidget

from coordapp.domain.conference import AttendanceState, Conference
from coordapp.store import Reader, conferences


def agrees(parent: QWidget, text: str, more: str, yes: str) -> bool:
    """Ask; Esc and Enter keep everything."""
    box = QMessageBox(parent)
    box.setWindowTitle("Xóa")
    box.setText(text)
    box.setInformativeText(more)
    delete = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    delete.setProperty("role", "danger")
    keep = box.addButton("Giữ lại", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    agreed = box.clickedButton() is delete
    box.deleteLater()
    return agreed


def what_goes(reader: Reader, item: Conference, conclusions: int) -> str:
    """Name what was entered by hand in a conference; empty when it holds nothing of the kind."""
    # members are invited by the program when a conference is added
    entered = [
        a
        for a in conferences.attendances(reader, item.id)
        if a.person_id is None or a.state is not AttendanceState.INVITED
    ]
    counts = (
        (conclusions, "kết luận"),
        (len(conferences.agenda(reader, item.id)), "mục chương trình"),
        (len(entered), "người dự"),
        (len(conferences.speeches(reader, item.id)), "phát biểu"),
    )
    return ", ".join(f"{count} {words}" for count, words in counts if count)
