"""Handing files and folders to other programs of the system, and saying where none takes them."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def hand_over(path: Path) -> bool:
    """Open a file or folder in the program of the system; say whether one took it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def no_program(path: Path) -> str:
    """Say that nothing took a file or folder, and what to do."""
    if path.is_dir():
        return f"Máy không mở được thư mục. Hãy mở bằng tay: {path}"
    if not path.exists():
        return f"Không còn thấy tệp {path}. Tệp có thể đã bị chuyển đi hoặc xóa."
    return f"Máy chưa có chương trình mở được {path.name}. Tệp nằm trong thư mục {path.parent}."
