"""Asking, before somebody is added, whether they count for the quorum."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

_ASKED = "Người thêm vào dự họp là:"
_PARTS = (
    # numbers: who types a name at once must not answer by its first letter
    (False, "&1  Thành viên (tính vào số phải có mặt)"),
    (True, "&2  Khách mời (không tính)"),
)


class PartMenu(QMenu):
    """Opens below what asks for somebody; without an answer nobody is added."""

    chosen = Signal(bool)  # whether a guest

    def __init__(self, asker: QWidget) -> None:
        super().__init__(asker)
        self._asker = asker
        self.setAccessibleName(_ASKED)
        asked = self.addAction(_ASKED)
        asked.setEnabled(False)
        self.parts = [self.addAction(words) for _, words in _PARTS]
        for action, (is_guest, _) in zip(self.parts, _PARTS, strict=True):
            action.triggered.connect(partial(self._tell, is_guest))

    def ask(self) -> None:
        """Ask; no answer is marked beforehand, for Enter must not stand for one."""
        self.popup(self._asker.mapToGlobal(self._asker.rect().bottomLeft()))

    def _tell(self, is_guest: bool, _checked: bool = False) -> None:
        self.chosen.emit(is_guest)
