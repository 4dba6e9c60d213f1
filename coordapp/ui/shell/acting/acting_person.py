"""Who works at this PC: asked once, kept with the settings, named in the log with each action."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from coordapp.settings import ACTING_PERSON, Settings
from coordapp.ui.kit.context import Context
from coordapp.ui.widgets.card import button

if TYPE_CHECKING:
    from coordapp.ui.shell.acting.acting_dialog import ActingPersonDialog

_LONGEST = 30  # letters of a name in the line of status


class ActingPerson(QObject):
    """Has the log name who acts, shows who that is, and lets another one be named."""

    def __init__(self, context: Context, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._settings = settings
        self._window = window
        self.button = button("", "quiet", parent=window)
        self.button.clicked.connect(self.ask)
        self.action = QAction("Người thao tác…", self)
        self.action.triggered.connect(self.ask)
        self._follow()

    @property
    def name(self) -> str:
        """Who was named; empty for nobody yet."""
        return self._settings.acting_person

    @Slot()
    def ask_once(self) -> None:
        """Ask who acts, unless that was asked before or nothing can be done here."""
        if self._settings.get(ACTING_PERSON) is None and not self._context.store.is_view:
            self.ask()

    @Slot()
    def ask(self) -> "ActingPersonDialog":
        """Ask who acts from now on."""
        from coordapp.ui.shell.acting.acting_dialog import ActingPersonDialog

        dialog = ActingPersonDialog(self._window, self._context, self.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.named.connect(self._take)
        dialog.rejected.connect(self._leave)
        dialog.open()
        return dialog

    @Slot(str)
    def _take(self, name: str) -> None:
        self._keep(name)
        self._context.messages.say(f"Từ nay nhật ký ghi: {name}")

    @Slot()
    def _leave(self) -> None:
        # asked once: who does not say is not asked each morning
        self._keep(self.name)

    def _keep(self, name: str) -> None:
        self._settings.put(ACTING_PERSON, name)
        self._settings.save()
        self._follow()

    def _follow(self) -> None:
        self._context.store.act_as(self.name)
        name = self.name
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
        self.button.setText(short.replace("&", "&&") or "Người thao tác…")
        told = f"Người thao tác: {name or self._context.store.who}"
        self.button.setToolTip(f"{told}. Bấm để đổi")
        self.button.setAccessibleName(told)
