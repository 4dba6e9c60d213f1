"""Going on over what a paper leaves open: agreed to by name, never by default."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from coordapp.ui.widgets.card import label

_MOST = 6


class OpenPoints(QWidget):
    """Names what a paper leaves open, and asks whether to go on all the same."""

    def __init__(self, verb: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verb = verb
        self._count = 0
        self.words = label("", "warning")
        self.words.setWordWrap(True)
        self.box = QCheckBox()
        self.setFocusProxy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addWidget(self.box)

    def show_points(self, found: Sequence[str]) -> None:
        """Name the findings; what was agreed to over others is asked about anew."""
        self._count = len(found)
        more = [f"• … và {len(found) - _MOST} điểm khác"] if len(found) > _MOST else []
        words = "\n".join((*(f"• {one}" for one in found[:_MOST]), *more))
        if words == self.words.text():
            return
        self.words.setText(words)
        self.box.setText(f"Vẫn {self._verb} dù văn bản còn {len(found)} điểm nêu trên")
        self.box.setChecked(False)

    def mistakes(self) -> list[tuple[QWidget, str]]:
        """Say what to do where findings were not agreed to."""
        if not self._count or self.box.isChecked():
            return []
        return [(self, f"Hãy sửa các điểm nêu tên, hoặc đánh dấu “{self.box.text()}”.")]
