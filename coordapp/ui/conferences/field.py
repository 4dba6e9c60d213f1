"""A text field that saves itself: a moment after the last key, or when it is left."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

_PAUSE = 600


class Field(QObject):
    """Watches one editor; `edited(name, text)` tells once what was typed."""

    edited = Signal(str, str)

    def __init__(
        self, name: str, editor: QLineEdit | QPlainTextEdit, *, while_typing: bool = True
    ) -> None:
        super().__init__(editor)
        self._name = name
        self._editor = editor
        self._while_typing = while_typing
        self._pending = False
        self._showing = False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.flush)
        editor.textChanged.connect(self._on_typed)
        if isinstance(editor, QLineEdit):
            editor.editingFinished.connect(self.flush)
        editor.installEventFilter(self)

    @property
    def text(self) -> str:
        """What the editor shows."""
        editor = self._editor
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    def show(self, text: str) -> None:
        """Show what the store holds, unless something else is being typed."""
        if self._pending or text == self.text:
            return
        self._showing = True
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
            self._editor.setCursorPosition(0)
        else:
            self._editor.setPlainText(text)
        self._showing = False

    @Slot()
    def flush(self) -> None:
        """Say now what was typed and not yet said."""
        self._timer.stop()
        if self._pending:
            self._pending = False
            self.edited.emit(self._name, self.text)

    @Slot()
    def _on_typed(self) -> None:
        if self._showing:
            return
        self._pending = True
        if self._while_typing:
            self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # Qt's name
        """Save what is left behind."""
        if event.type() == QEvent.Type.FocusOut:
            self.flush()
        return super().eventFilter(watched, event)
