"""Back and forth from any page, and the way back that is offered where something was done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.kernel.changes import Op
from coordapp.domain.words.labels import OP
from coordapp.ui.kit import shortcuts
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.toast import Toast


class UndoActions(QObject):
    """Its entries name the step they take; its toast tells what was done."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._before = context.store.last_action  # before the action that runs
        self.toast = Toast(window)
        self.back = shortcuts.action(window, "Hoàn tác", "Ctrl+Z", self.undo)
        self.forth = shortcuts.action(window, "Làm lại", "Ctrl+Y", self.redo)
        context.run.begun.connect(self._note_last_action)
        context.run.refused.connect(self.say)
        context.messages.said.connect(self.say)
        context.messages.undo_offered.connect(self.offer)

    def refresh(self) -> None:
        """Name the steps that can be taken now."""
        steps, redo = self._context.store.undo_steps, self._context.store.redo_steps
        self.back.setEnabled(bool(steps))
        self.back.setText(f"Hoàn tác: {OP[steps[-1][1]]}" if steps else "Hoàn tác")
        self.forth.setEnabled(bool(redo))
        self.forth.setText(f"Làm lại: {OP[redo[-1][1]]}" if redo else "Làm lại")

    @Slot()
    def undo(self) -> None:
        """Take back the last action, whatever page it was made on."""
        self._step(self._context.store.undo, "Đã hoàn tác")

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        self._step(self._context.store.redo, "Đã làm lại")

    def _step(self, step: Callable[[], Op | None], told: str) -> None:
        done = self._context.run(step)
        if done is not None and done.value is not None:
            self.toast.say(f"{told}: {OP[done.value]}")

    @Slot(str)
    def say(self, text: str) -> None:
        """Tell something that needs no answer."""
        self.toast.say(text)

    @Slot()
    def _note_last_action(self) -> None:
        self._before = self._context.store.last_action

    @Slot(str)
    def offer(self, text: str) -> None:
        """Tell what the last action did, with a button that takes it back."""
        steps = self._context.store.undo_steps
        # what changed nothing is no step, and the step before it is another action
        if not steps or self._context.store.last_action is self._before:
            self.toast.say(text)
        else:
            self.toast.say(text, "Hoàn tác", partial(self._undo_step, steps[-1]))

    def _undo_step(self, step: tuple[int, Op]) -> None:
        # the button means what its words say, never a later action
        if self._context.store.undo_steps[-1:] == [step]:
            self.undo()
        else:
            self.toast.say("Đã có thao tác mới hơn. Dùng Ctrl+Z để hoàn tác lần lượt.")
