"""A text field that saves itself: a moment after the last key, or when it is left.

What is refused stays on screen, marked and with the reason, until it is mended or given up.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from coordapp.domain.kernel.errors import CodedError, RuleViolation
from coordapp.domain.kernel.text import nfc, one_line
from coordapp.domain.words.messages import sentence
from coordapp.ui.kit.debounce import Debounce
from coordapp.ui.kit.run import Runner
from coordapp.ui.kit.unsaved import NO_DRAFT, UnsavedText
from coordapp.ui.look import theme

PAUSE = 600
LATEST = 1500  # who never rests is saved nevertheless
_RUN = 4000  # a longer rest ends a run of typing
Editor = QLineEdit | QPlainTextEdit


@dataclass(frozen=True, slots=True)
class _Refused:
    """What was typed, and why it was not taken."""

    text: str
    reason: str
    by_disk: bool = False  # not by a rule: the text is right, and may be lost


class SavingField(QObject):
    """Watches one editor; `save(text)` raises CodedError when the text cannot be taken."""

    def __init__(
        self,
        run: Runner,
        editor: Editor,
        save: Callable[[str], None],
        say_wrong: Callable[[str], None],
    ) -> None:
        super().__init__(editor)
        self._run = run
        self._editor = editor
        self._save = save
        self._say_wrong = say_wrong
        self._key: Hashable = None
        self._stored = ""
        self._pending = False
        self._is_echo = False  # the next text shown is what was saved here, perhaps tidied
        self._showing = False
        self._refused: _Refused | None = None
        self._kept: dict[Hashable, _Refused] = {}
        self._typing = Debounce(self, wait=PAUSE, latest=LATEST)
        self._typing.rested.connect(self._rest)
        self.typing_run = 0  # what is saved in one run is one step of undo
        self._run_of_typing = Debounce(self, wait=_RUN)
        self._run_of_typing.rested.connect(self._end_run)
        editor.textChanged.connect(self._on_typed)
        if isinstance(editor, QLineEdit):
            editor.returnPressed.connect(self.flush)
        editor.installEventFilter(self)
        editor.setProperty(NO_DRAFT, True)

    @property
    def text(self) -> str:
        """What the editor shows, composed (NFC)."""
        editor = self._editor
        return nfc(editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText())

    @property
    def reason(self) -> str:
        """Why the text shown was refused; empty when it was taken."""
        return "" if self._refused is None else self._refused.reason

    def show(self, key: Hashable, text: str) -> None:
        """Show what the store holds of a record; what is typed or refused there stays."""
        if key != self._key:
            self._switch(key)
        # tidying a text under the cursor would swallow letters still on their way
        is_typed_here = self._editor.hasFocus() and (self._is_echo or text == self._stored)
        self._is_echo = False
        self._stored = text
        if not self._pending and self._refused is None and not is_typed_here:
            self._put(text)

    def set_locked(self, locked: bool) -> None:
        """Let the text be read and copied only."""
        self._editor.setReadOnly(locked)

    @Slot()
    def flush(self) -> None:
        """Save now what was typed; say why when it is refused."""
        self._typing.cancel()
        if not self._pending and self._refused is None:
            return
        try:
            self._save(self.text)
        except CodedError as error:
            self._refuse(error)
            return
        self._accept()

    def take(self, save: Callable[[], object]) -> None:
        """Save by another door what was picked from a list; say why when it is refused."""
        self._typing.cancel()
        try:
            save()
        except CodedError as error:
            self._refuse(error)
            return
        self._accept()

    @Slot()
    def leave(self) -> None:
        """Save what is left behind, and show it as the store holds it."""
        # letters still being composed by the Vietnamese keyboard belong to the text
        QGuiApplication.inputMethod().commit()
        self.flush()
        self._tidy()
        self._end_run()

    # --- how it saves

    @Slot()
    def _on_typed(self) -> None:
        if not self._showing:
            self._pending = True
            self._hold()
            self._typing.wait()
            self._run_of_typing.wait()

    @Slot()
    def _rest(self) -> None:
        try:
            self._save(self.text)
        except RuleViolation:
            # half a date is no mistake yet; it is one when the field is left
            return
        except CodedError as error:
            self._refuse(error)
            return
        self._accept()

    @Slot()
    def _end_run(self) -> None:
        self._run_of_typing.cancel()
        self.typing_run += 1

    def _accept(self) -> None:
        self._pending = False
        self._is_echo = True
        self._refused = None
        self._run.unsaved.drop(self, self._key)
        self._mark("")

    def _refuse(self, error: CodedError) -> None:
        reason = sentence(error)
        is_new = self.reason != reason
        self._pending = False
        by_disk = not isinstance(error, RuleViolation)
        self._refused = _Refused(self.text, reason, by_disk)
        self._hold(reason if by_disk else "")
        self._mark(reason)
        if is_new:
            self._run.show(error)

    # --- what it shows

    def _switch(self, key: Hashable) -> None:
        """Keep the refused text of one record for its return; bring back that of another."""
        if self._refused is not None:
            self._kept[self._key] = replace(self._refused, text=self.text)
        self._key = key
        self._pending = False
        self._is_echo = False
        self._typing.cancel()
        self._end_run()
        self._refused = self._kept.pop(key, None)
        if self._refused is not None:
            self._put(self._refused.text)
        self._mark(self.reason)

    def _put(self, text: str) -> None:
        if text == self.text:
            return
        self._showing = True
        if isinstance(self._editor, QLineEdit):
            self._editor.setText(text)
            self._editor.setCursorPosition(0)
        else:
            self._editor.setPlainText(text)
        self._showing = False

    def _mark(self, reason: str) -> None:
        self._say_wrong(reason)
        theme.mark(self._editor, "wrong", bool(reason))

    def _tidy(self) -> None:
        """Show what is left as the store holds it, unless newer text is on its way there."""
        if not self._pending and self._refused is None and not self._is_echo:
            self._put(self._stored)
        self._is_echo = False

    def _hold(self, refused: str = "") -> None:
        """Tell that this text is not in the file; a kill must not lose it."""
        text = UnsavedText(where=self._editor.accessibleName(), text=self.text, refused=refused)
        key = self._key
        self._run.unsaved.keep(self, key, text, lambda: self._retry(key))

    def _retry(self, key: Hashable) -> None:
        # another record is shown now: its text would go into that one
        if key == self._key:
            self.flush()

    def _give_up(self) -> None:
        self._accept()
        self._is_echo = False
        self._put(self._stored)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Save what is left behind; Esc gives up what was refused."""
        if event.type() == QEvent.Type.FocusOut:
            self.leave()
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress and self._refused is not None:
            if self._refused.by_disk:
                self._run.unsaved.ask_before(self._give_up)
            else:
                self._give_up()
            return True
        return super().eventFilter(watched, event)


def some_line(typed: str) -> str:
    """Take one line that may not be missing. Raises RuleViolation: text_missing."""
    if not typed.strip():
        raise RuleViolation("text_missing")
    return one_line(typed)
