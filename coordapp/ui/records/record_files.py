"""The files of the current record of a list, behind one button that counts them."""

from typing import Any

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from coordapp.domain.kernel.changes import Changes, Kind
from coordapp.domain.kernel.text import one_line
from coordapp.domain.words.labels import KIND
from coordapp.store.queries import attachment_queries
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.look import theme
from coordapp.ui.records.attachments import AttachmentList
from coordapp.ui.tables.record_list import RecordListEditor
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.reading_order import Dialog

_SIZE = (520, 340)


class FilesDialog(Dialog):
    """Files are kept as soon as they are added; closing asks nothing."""

    def __init__(
        self,
        context: Context,
        kind: Kind,
        record_id: int,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Tệp đính kèm – {KIND[kind]}")
        self.resize(*(theme.scaled(size) for size in _SIZE))
        self.setAcceptDrops(True)
        self.files = AttachmentList(context, self)
        self.files.show_for(kind, record_id)
        buttons = QDialogButtonBox()
        close = buttons.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(one_line(name)))
        column.addWidget(self.files)
        column.addStretch(1)
        column.addWidget(buttons)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.files.welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self.files.welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.files.take(event)


class RecordFiles(QObject):
    """Puts the button into the head of a list; Ctrl+T opens the files from its rows."""

    def __init__(
        self, context: Context, editor: RecordListEditor[Any, Any], kind: Kind, name: str
    ) -> None:
        super().__init__(editor)
        self._context = context
        self._editor = editor
        self._kind = kind
        self._name = name  # the attribute that names a record
        self.button = button("Tệp…", "plain", "paperclip", tip="Tệp đính kèm (Ctrl+T)")
        # a page has several lists with files
        self.button.setAccessibleName(f"Tệp đính kèm: {editor.table.accessibleName()}")
        editor.head.addWidget(self.button)
        self.button.clicked.connect(self.open)
        shortcuts.action_here(editor.table, "Tệp đính kèm…", "Ctrl+T", self.open)
        editor.table.selected.connect(self.refresh)
        context.bus.changed.connect(self._on_changed)
        self.refresh()

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concern(Kind.ATTACHMENT, self._kind):
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Count the files of the current record."""
        record = self._editor.table.current_record()
        count = 0
        if record is not None:
            reader = self._context.store.connection
            count = len(attachment_queries.of_record(reader, self._kind, record.id))
        self.button.setEnabled(record is not None)
        self.button.setText(f"Tệp ({count})…" if count else "Tệp…")

    @Slot()
    def open(self) -> None:
        """Show the files of the current record."""
        record = self._editor.table.current_record()
        if record is None:
            return
        dialog = self.dialog_of(record.id, str(getattr(record, self._name)))
        dialog.exec()
        dialog.deleteLater()

    def dialog_of(self, record_id: int, name: str) -> FilesDialog:
        """Make the dialog for a record."""
        return FilesDialog(self._context, self._kind, record_id, name, self._editor.window())
