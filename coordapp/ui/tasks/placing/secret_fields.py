"""What is asked of a task above ordinary: the number and the day of its paper, nothing else."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.documents.secret_paper import SecretPaper, typed_paper
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words.messages import sentence


class SecretFields(QWidget):
    """Two fields beside each other; they say what of them cannot be kept."""

    def __init__(
        self, read_day: Callable[[str], date | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read_day = read_day
        self.number = QLineEdit()
        self.number.setPlaceholderText("số, ký hiệu: 12-KH/TU")
        self.number.setAccessibleName("Số, ký hiệu văn bản")
        self.day = QLineEdit()
        self.day.setPlaceholderText("ngày văn bản: 5/3/2018")
        self.day.setAccessibleName("Ngày văn bản")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.number, 1)
        row.addWidget(self.day, 1)
        self.setFocusProxy(self.number)

    def paper(self, secrecy: Secrecy) -> SecretPaper:
        """Give what may be kept. Raises RuleViolation: secret_number_missing, and as a day does."""
        return typed_paper(self.number.text(), self._read_day(self.day.text()), secrecy)

    def mistake(self, secrecy: Secrecy) -> str:
        """Say what cannot be kept; empty when all can."""
        try:
            self.paper(secrecy)
        except RuleViolation as error:
            return sentence(error)
        return ""
