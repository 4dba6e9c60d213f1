"""One question before something that cannot be taken back easily."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from coordapp.ui.widgets.card import button


def agrees(
    parent: QWidget, *, title: str, text: str, yes: str, no: str, more: str = "", harms: bool = True
) -> bool:
    """Ask; Esc and Enter leave everything as it is."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    # names of files and of people may look like markup
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(more)
    role = QMessageBox.ButtonRole
    does = button(yes, "danger" if harms else "plain")
    box.addButton(does, role.DestructiveRole if harms else role.AcceptRole)
    leaves = box.addButton(no, role.RejectRole)
    box.setDefaultButton(leaves)
    box.setEscapeButton(leaves)
    box.exec()
    agreed = box.clickedButton() is does
    box.deleteLater()
    return agreed
