"""Copies made while the register is worked in, and how old the last checked one is."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.files import retention
from coordapp.domain.files.retention import CopyAge
from coordapp.domain.kernel.errors import CodedError
from coordapp.domain.words import file_labels
from coordapp.domain.words.messages import sentence
from coordapp.services.file import backups, keeping
from coordapp.settings import Settings
from coordapp.store.queries import committee_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.jobs import Job
from coordapp.ui.look import icons, theme
from coordapp.ui.widgets.card import button

_LOOKS = 60_000  # milliseconds: how often it is asked whether a copy is due
_CHECKED = "checked"  # the day on which a file was looked through and nothing was found
_ROLES = {CopyAge.GOOD: "quiet", CopyAge.AMBER: "amber", CopyAge.RED: "red"}


class CopyCare(QObject):
    """Its button stands in the status bar; `asked` is a click on it."""

    asked = Signal()
    made = Signal()  # the list of copies may differ now

    def __init__(
        self,
        context: Context,
        settings: Settings,
        parent: QWidget,
        now: Callable[[], datetime] = datetime.now,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._settings = settings
        self.now = now
        self._copied = context.store.last_action
        self._trouble = ""
        self.found: list[
            str
        ] = []  # by the check of the day, or of a file that is not as it was left
        self.is_whole = False  # known to be, by a check or as it was last closed
        self.chosen_copy: Path | None = None  # what the register goes back to once it is closed
        self.button = button("", "quiet", parent=parent)
        self.button.clicked.connect(self.asked)
        self._timer = QTimer(self, interval=_LOOKS)
        self._timer.timeout.connect(self.look)
        if self.is_on:
            self._timer.start()
        self.refresh()

    @property
    def is_on(self) -> bool:
        """Tell whether the file is worth copies: a sample and a file looked into are not."""
        if self._context.store.is_view:
            return False
        body = committee_queries.read(self._context.store.connection)
        return body is None or not body.is_sample

    def rest(self) -> None:
        """Stop: the window closes."""
        self._timer.stop()

    @property
    def second_place(self) -> Path | None:
        """The folder that gets every copy once more; None where none was chosen."""
        return keeping.second_place(self._settings)

    def choose_second_place(self, folder: Path | None) -> None:
        """Have every copy from now on put there too; None ends it."""
        keeping.choose_second_place(self._settings, folder)
        self.refresh()

    @Slot()
    def look(self) -> None:
        """Make a copy beside the window when one is due, and show how old the last one is."""
        store = self._context.store
        changed = store.last_action is not self._copied
        seen = store.last_action
        work = partial(keeping.copy_if_due, store.path, self.now(), changed, self.second_place)
        self._follow(self._context.jobs.start(lambda _step: (work(), seen)))

    @Slot()
    def check_once_a_day(self) -> None:
        """Look through the copy of the morning: what opening takes for whole may not be."""
        day = self.now().date().isoformat()
        if self.is_on and self._settings.get(_CHECKED, {}).get(self._file) != day:
            path = self._context.store.path
            job = self._context.jobs.start(lambda _step: keeping.look_through(path))
            job.succeeded.connect(self._tell_checked)
            job.failed.connect(self._tell_failed)

    @Slot()
    def check_at_start(self) -> None:
        """Look at once through a file that is not what was last closed here, else once a day."""
        if self.is_whole or not self.is_on:
            self.check_once_a_day()
            return
        path = self._context.store.path
        job = self._context.jobs.start(lambda _step: keeping.look_through_now(path))
        job.succeeded.connect(self._tell_checked)
        job.succeeded.connect(self._say_found)
        job.failed.connect(self._tell_failed)

    @Slot(object)
    def _say_found(self, found: list[str]) -> None:
        if found:
            self._context.messages.say(file_labels.found_at_start(found))

    @Slot(object)
    def _tell_checked(self, found: list[str]) -> None:
        self.found = found
        self.is_whole = not found
        if not found:
            # told again at each start until it is mended
            known = self._settings.get(_CHECKED, {}) | {self._file: self.now().date().isoformat()}
            self._settings.put(_CHECKED, known)
        self.refresh()

    @property
    def _file(self) -> str:
        return str(self._context.store.path.absolute())

    def copy_now(self) -> Job:
        """Make a copy because somebody asks for it."""
        store = self._context.store
        seen = store.last_action
        work = partial(keeping.copy_now, store.path, self.now(), self.second_place)
        return self._follow(self._context.jobs.start(lambda _step: (work(), seen)))

    def copy_to(self, folder: Path) -> Job:
        """Make a copy in a folder that somebody chose, such as that of a USB stick."""
        work = partial(backups.make_in, folder, self._context.store.path, self.now())
        return self._context.jobs.start(lambda _step: work())

    def _follow(self, job: Job) -> Job:
        job.succeeded.connect(self._tell_made)
        job.failed.connect(self._tell_failed)
        return job

    @Slot(object)
    def _tell_made(self, done: object) -> None:
        assert isinstance(done, tuple)
        kept, seen = done
        if kept is not None:
            self._copied = seen
            self._set_trouble(kept.second_refused)
            self.made.emit()
        self.refresh()

    @Slot(object)
    def _tell_failed(self, error: BaseException) -> None:
        if not isinstance(error, CodedError):
            raise error
        self._set_trouble(error)
        self.refresh()

    def _set_trouble(self, error: CodedError | None) -> None:
        said = "" if error is None else sentence(error)
        if said and said != self._trouble:
            self._context.messages.say(f"Chưa sao lưu được. {said}")
        self._trouble = said

    @Slot()
    def refresh(self) -> None:
        """Show the age of the last checked copy."""
        self.button.setVisible(self.is_on)
        if not self.is_on:
            return
        now = self.now()
        last = backups.last_verified(self._context.store.path)
        standing = retention.standing(last, now)
        if self._trouble and standing is CopyAge.GOOD:
            standing = CopyAge.AMBER
        said = "chưa có" if last is None else file_labels.age(last, now)
        words = f"Bản sao: {said}"
        if self.found:
            words, standing = f"Sổ có {len(self.found)} điểm cần xem", CopyAge.RED
        self.button.setText(words)
        self.button.setAccessibleName(words)
        tip = "Bấm để xem các bản sao của sổ"
        self.button.setToolTip(f"{self._trouble}\n{tip}" if self._trouble else tip)
        self.button.setIcon(icons.icon("check" if standing is CopyAge.GOOD else "alert-triangle"))
        theme.mark(self.button, "role", _ROLES[standing])
