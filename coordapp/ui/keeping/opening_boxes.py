"""What is asked before a register opens: somebody holds it, or it lies where it should not."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMessageBox, QPushButton

from coordapp.domain.words import file_labels

_TITLE = "Sổ Điều phối"
VIEW, OPEN, COPY = "view", "open", "copy"


def held_words(path: Path, machine: str, process: int, account: str, since: datetime | None) -> str:
    """Say who holds a register and since when; a lock that cannot be read is told as such."""
    when = "" if since is None else f" từ {file_labels.moment(since)}"
    if not machine:
        return f"Sổ {path.name} có tệp khóa không đọc được{when}; có thể do lần trước máy tắt đột ngột."
    who = f" (tài khoản {account})" if account else ""
    return f"Sổ {path.name} đang mở trên máy {machine}{who}{when}, tiến trình số {process}."


def ask_held(
    path: Path, machine: str, process: int, account: str, since: datetime | None
) -> str | None:
    """Ask what to do; to open nevertheless is not what Enter does."""
    box = _box(
        held_words(path, machine, process, account, since),
        "Hai nơi cùng ghi một sổ thì có thể mất dữ liệu. Có thể mở để xem. Chỉ mở để ghi khi chắc chắn "
        "không còn ai mở sổ.",
    )
    view = box.addButton("Mở để xem", QMessageBox.ButtonRole.AcceptRole)
    opens = box.addButton("Vẫn mở để ghi", QMessageBox.ButtonRole.DestructiveRole)
    return _answer(box, {view: VIEW, opens: OPEN}, "Đóng", view)


def ask_place(path: Path, place: str) -> str | None:
    """Ask whether to work on a copy on this machine; None opens nothing."""
    box = _box(
        f"Sổ {path.name} nằm trên {place}. Làm việc thẳng ở đó có thể làm hỏng sổ khi mất kết nối, khi "
        "rút ra đột ngột hoặc khi dịch vụ đồng bộ sao chép đè.",
        "Nên sao chép sổ về máy này rồi làm việc trên bản sao chép; bản ở chỗ cũ được giữ nguyên.",
    )
    copy = box.addButton("Sao chép về máy và mở", QMessageBox.ButtonRole.AcceptRole)
    opens = box.addButton("Mở tại chỗ", QMessageBox.ButtonRole.DestructiveRole)
    return _answer(box, {copy: COPY, opens: OPEN}, "Đóng", copy)


def ask_passphrase(path: Path, said: str) -> str | None:
    """Ask for the passphrase of a hand-over; `said` tells why the last one did not do."""
    asked = QInputDialog()
    asked.setWindowTitle("Xem tệp bàn giao")
    asked.setLabelText(said or f"Mật khẩu của {path.name}:")
    asked.setTextEchoMode(QLineEdit.EchoMode.Password)
    asked.setOkButtonText("Mở để xem")
    asked.setCancelButtonText("Đóng")
    return asked.textValue() if asked.exec() else None


def _box(text: str, more: str) -> QMessageBox:
    box = QMessageBox()
    box.setWindowTitle(_TITLE)
    # names of files and of people may look like markup
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(text)
    box.setInformativeText(more)
    return box


def _answer(
    box: QMessageBox, answers: dict[QPushButton, str], leave: str, usual: QPushButton
) -> str | None:
    leaves = box.addButton(leave, QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(usual)
    box.setEscapeButton(leaves)
    box.exec()
    clicked = box.clickedButton()
    return next((word for one, word in answers.items() if one is clicked), None)
