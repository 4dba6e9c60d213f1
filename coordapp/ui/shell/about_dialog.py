"""The dialog "Giới thiệu": version, where things lie, and the licences of what others made."""

import platform
import sys
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QIcon, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from coordapp import __version__, identity, paths
from coordapp.ui.kit import outside
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog

_ICON = 64
_LICENCES = ("LICENSE", "THIRD-PARTY.md", "licences/LGPL-3.0.txt", "licences/GPL-3.0.txt")
_QT_NOTE = (
    "Chương trình dùng Qt và Qt for Python theo giấy phép LGPL 3: các thư viện đó nằm riêng, người "
    "dùng có quyền thay bằng bản khác. Nguyên văn mọi giấy phép ở bên dưới."
)


def facts(context: Context) -> list[tuple[str, str]]:
    """List what whoever helps asks first; nothing of what the register holds."""
    return [
        ("Phiên bản", __version__),
        ("Python", f"{platform.python_version()} ({platform.machine()})"),
        ("Qt for Python", PySide6.__version__),
        ("Hệ điều hành", platform.platform()),
        ("Sổ đang mở", str(context.store.path.absolute())),
        ("Thiết lập, bản sao, nhật ký", str(paths.data_folder())),
        ("Chương trình", str(Path(sys.executable).parent)),
    ]


def licence_text() -> str:
    """Give every licence that travels with the program, ours first, as Markdown."""
    parts = []
    for name in _LICENCES:
        text = paths.resource(*name.split("/")).read_text(encoding="utf-8")
        # a text that is set in lines stays in its lines
        parts.append(text if name.endswith(".md") else f"```\n{text}\n```\n")
    return "\n\n---\n\n".join(parts)


class AboutDialog(Dialog):
    """Shows what program this is; the facts can be copied for whoever helps."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Giới thiệu")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 560)
        self._facts = facts(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        lines = QVBoxLayout()
        lines.setSpacing(2)
        for name, value in self._facts:
            line = label(f"{name}: {value}", "secondary")
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            lines.addWidget(line)
        column.addLayout(lines)
        column.addWidget(label(_QT_NOTE))
        self.licences = QTextBrowser()
        self.licences.setAccessibleName("Giấy phép")
        self.licences.setOpenLinks(False)
        self.licences.document().setMarkdown(
            licence_text(), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        self.licences.moveCursor(QTextCursor.MoveOperation.Start)
        column.addWidget(self.licences, 1)
        column.addLayout(self._buttons())

    def _head(self) -> QHBoxLayout:
        icon = QIcon(str(paths.resource("icons", "app", "program.svg")))
        picture = QLabel()
        picture.setPixmap(icon.pixmap(_ICON, _ICON))
        picture.setAccessibleName(f"Biểu tượng {identity.TITLE}")
        words = QVBoxLayout()
        words.addWidget(label(identity.TITLE, "title"))
        words.addWidget(label(identity.SUMMARY))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture)
        row.addLayout(words, 1)
        return row

    def _buttons(self) -> QHBoxLayout:
        self.copy = button("Sao chép thông tin", "plain", "copy")
        self.folder = button("Mở thư mục nhật ký", "plain")
        close = button("Đóng", "primary")
        self.told = label("", "secondary")
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.folder)
        row.addWidget(self.told, 1)
        row.addWidget(close)
        self.copy.clicked.connect(self._copy)
        self.folder.clicked.connect(self._show_folder)
        close.clicked.connect(self.close)
        return row

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{one}: {two}" for one, two in self._facts))
        self.told.setText("Đã sao chép.")

    @Slot()
    def _show_folder(self) -> None:
        folder = paths.log_folder()
        if not outside.hand_over(folder):
            self.told.setText(outside.no_program(folder))
