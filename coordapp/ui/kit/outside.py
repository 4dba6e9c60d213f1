"""What goes to other programs and comes from them: files handed over, texts on the clipboard.

How rows are read from a clipboard is loaded by the lists that take rows, not with the window.
"""

from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from coordapp.domain.kernel.text import nfc

LARGE = 1_000_000  # letters on the clipboard, which take long enough to say so


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


def texts_copied() -> tuple[str, str]:
    """Give what the clipboard holds, as plain text and as a page; both composed (NFC)."""
    # the stubs do not tell that an empty clipboard gives nothing at all
    copied: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return ("", "") if copied is None else (nfc(copied.text()), nfc(copied.html()))
