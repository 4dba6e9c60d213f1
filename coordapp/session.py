"""One register in a window, from opening to closing; and again after going back to a copy."""

import argparse
import gc
import logging
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from coordapp import identity, paths
from coordapp.cli import output
from coordapp.domain.files.copies import CopyReason
from coordapp.domain.kernel.errors import Cancelled, CodedError, DocumentError, StoreError
from coordapp.domain.words import file_labels, messages
from coordapp.places import Places, Wanted, Way
from coordapp.services.committee import committee_actions
from coordapp.services.file import (
    backups,
    founding,
    keeping,
    last_closed,
    leftovers,
    placed,
    private,
    restoring,
)
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.store.file import swap
from coordapp.store.file.errors import translated
from coordapp.store.queries import committee_queries

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coordapp.ui.shell.register_lock import LockHolder, RegisterLock
    from coordapp.ui.shell.window import Window

logger = logging.getLogger(__name__)

_CHECK = 5000  # milliseconds: after all that she waits for
_WARM_UP = 1500  # milliseconds: she looks at the first page, the machine has nothing to do
# what a copy can be the answer to
_LOST = ("file_damaged", "file_empty", "not_a_database", "foreign_code", "value_unknown")
OPENED_BY_ANOTHER = 3
_PLACES = "places_agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which register is opened, whether it was named at the start, and on which day."""

    wanted: Wanted
    is_named: bool = False
    today: date | None = None

    @property
    def path(self) -> Path:
        """The register to open."""
        return self.wanted.path

    @property
    def is_sample(self) -> bool:
        """Tell whether it is the sample, written anew."""
        return self.wanted.way is Way.SAMPLE


@dataclass(frozen=True, slots=True)
class Before:
    """What went before a window: what a restore changed, and whether the file is as it was left."""

    restored: restoring.Restored | None
    is_as_left: bool


def run(app: "QApplication", given: argparse.Namespace, today: date) -> int:
    """Open the register in a window until it is closed; give the exit code."""
    wanted = _wanted(given)
    if wanted is None:
        return 0
    asked = Asked(wanted=wanted, is_named=given.file is not None, today=given.today)
    path = asked.path
    try:
        if given.view:
            return _look_into(app, path, today)
        if not asked.is_named:
            path.parent.mkdir(parents=True, exist_ok=True)
        better = _well_placed(asked)
        return 2 if better is None else _locked(app, better, today)
    except Cancelled:
        return 2
    except CodedError as error:
        return refuse(messages.sentence(error))
    except (OSError, ValueError) as error:
        # a path that no system takes is a wrong value
        logger.warning("%s", error)
        return refuse(f"Không mở được tệp {path}. Hãy kiểm tra tên tệp và quyền mở tệp.")


def _wanted(asked: argparse.Namespace) -> Wanted | None:
    if asked.sample:
        return Wanted(path=paths.sample_database(), way=Way.SAMPLE)
    if asked.file is not None:
        return Wanted(path=Path(asked.file), way=Way.OPEN)
    from coordapp.ui.look import theme
    from coordapp.ui.shell import first_start

    known = first_start.known()
    if known is None:
        theme.apply(application(), dark=False)
        known = first_start.ask()
    return known


def _well_placed(asked: Asked) -> Asked | None:
    """Offer to work on a copy here where the register lies badly; None opens nothing."""
    settings = user_settings()
    place = None if asked.is_sample else placed.place_of(asked.path)
    known = settings.get(_PLACES, [])
    if place is None or not asked.path.is_file() or str(asked.path.absolute()) in known:
        return asked
    from coordapp.ui.keeping.opening_boxes import COPY, OPEN, ask_place
    from coordapp.ui.look import theme

    theme.apply(application(), dark=False)
    answer = ask_place(asked.path, file_labels.PLACE[place])
    if answer == COPY:
        here = Wanted(path=placed.bring_here(asked.path), way=Way.OPEN)
        return replace(asked, wanted=here)
    if answer == OPEN:
        # asked once: who works there by intention is not asked each morning
        settings.put(_PLACES, [*known, str(asked.path.absolute())])
        settings.save()
        return asked
    return None


def _locked(app: "QApplication", asked: Asked, today: date) -> int:
    from coordapp.ui.shell.register_lock import RegisterLock

    lock = RegisterLock(asked.path)
    holder = lock.take()
    while holder is not None:
        if lock.is_own(holder):
            lock.call_first()
            output.message(f"Sổ {asked.path} đang mở ở cửa sổ khác.")
            return OPENED_BY_ANOTHER
        answer = ask_holder(asked.path, holder)
        if answer is None:
            return OPENED_BY_ANOTHER
        if answer == "view":
            return _look_into(app, asked.path, today)
        holder = lock.pass_by(holder)
    try:
        return _until_closed(app, asked, lock, today)
    finally:
        lock.give_back()


def _until_closed(app: "QApplication", asked: Asked, lock: "RegisterLock", today: date) -> int:
    """Show the window; again after a restore, with what it changed."""
    path, restored = asked.path, None
    was_left = lock.was_left
    while True:
        # asked before opening: what opens may finish what an earlier start began
        is_as_left = last_closed.is_as_left(path)
        try:
            store = fresh_sample(path) if asked.is_sample else _opened(path, asked, was_left)
        except StoreError as error:
            if error.code not in _LOST:
                raise
            copy = ask_recovery(path, error)
        else:
            if not asked.is_sample:
                Places().note(path)
            code, copy = _in_window(app, asked, store, today, lock, Before(restored, is_as_left))
            if copy is None:
                return code
        was_left = False
        if copy is None:
            return 2
        restored = _restored(copy, path)


def _restored(copy: Path, path: Path) -> restoring.Restored | None:
    """Go back to a copy; what refuses it is told, and the register is as it was."""
    try:
        return restoring.restore(copy, path, datetime.now())
    except CodedError as error:
        refuse(messages.sentence(error))
        return None


def _opened(path: Path, asked: Asked, was_left: bool) -> Store:
    if not asked.is_named:
        if founding.ensure(path):
            return Store.open(path)
        # an earlier start was cut short between the file and its committee
        is_cut_short = swap.has_journal(path) or was_left
    else:
        is_cut_short = False
    was_left = was_left or (path.is_file() and swap.has_journal(path))
    # what a newer program makes of a file cannot be read by the older one any more
    backups.before_migration(path, datetime.now())
    if is_cut_short:
        founding.complete(path)
    store = Store.open(path)
    committee_actions.complete(store)
    if was_left:
        from coordapp.store.queries import health

        try:
            health.ensure_sound(store.connection, path)
        except BaseException:
            store.close()
            raise
    _copy(path, None)
    return store


def _copy(path: Path, reason: CopyReason | None) -> None:
    """Copy the file for a reason, or if the day has no copy yet; a full disk stops nobody."""
    second = keeping.second_place(user_settings())
    try:
        if reason is None:
            leftovers.clear(path, second)
            kept = keeping.copy_if_due(path, datetime.now(), False, second)
        else:
            kept = keeping.copy_now(path, datetime.now(), second, reason)
    except CodedError as error:
        logger.warning("no copy: %s", error.code)
        return
    if kept is not None and kept.second_refused is not None:
        logger.warning("no second copy: %s", kept.second_refused.code)


def user_settings() -> Settings:
    """Read what the user chose in earlier runs."""
    return Settings(paths.settings_file())


def fresh_sample(path: Path) -> Store:
    """Write the sample anew and open it. Raises StoreError."""
    from coordapp.services.sample.sample_file import write_sample

    path.unlink(missing_ok=True)
    write_sample(path)
    return Store.open(path)


def working_day(store: Store, today: date) -> date:
    """Give the day the register lives on: a sample has a day of its own."""
    body = committee_queries.read(store.connection)
    return today if body is None else body.working_day or today


def _live_on(store: Store, day: date) -> None:
    """Let what is done in a sample happen on its day; a real file keeps the real time."""
    body = committee_queries.read(store.connection)
    if body is not None and body.is_sample:
        store.use_clock(lambda: datetime.combine(day, datetime.now().time()))


def _in_window(
    app: "QApplication",
    asked: Asked,
    store: Store,
    today: date,
    lock: "RegisterLock",
    before: Before,
) -> tuple[int, Path | None]:
    """Show the window until it is closed; give the exit code and the copy to go back to."""
    from coordapp.ui.shell.register_lock import Caller

    path, is_whole = store.path, False
    try:
        # a page that meets damage while the window is built is told as one at opening
        with translated(path):
            day = asked.today or working_day(store, today)
            _live_on(store, day)
            window = _built(app, store, day)
        store.wait_shortly()
        Caller(window, lock.call)
        if set_back := keeping.clock_set_back(store, datetime.now()):
            window.context.messages.say(file_labels.set_back(set_back))
        if split := placed.conflicted(path):
            window.context.messages.say(file_labels.split_off(path.name, split))
        if before.restored is not None:
            from coordapp.ui.keeping.restored_box import tell_restored

            tell_restored(window, path, before.restored)
        if not asked.is_sample:
            _later(window, _WARM_UP, window.acting.ask_once)
        care = window.care
        care.is_whole = before.is_as_left
        code = _show(app, window)
        is_whole = care.is_whole
        return code, care.chosen_copy
    finally:
        store.close()
        if store.last_action is not None and not asked.is_sample:
            _copy(path, CopyReason.EXIT)
        if not asked.is_sample:
            last_closed.note(path, is_whole=is_whole)


def _built(app: "QApplication", store: Store, day: date) -> "Window":
    # after a restore too: the window before gave it back
    gc.disable()
    from coordapp.ui.shell.crash import CrashReporter
    from coordapp.ui.shell.window import open_window

    window = open_window(app, store, day)
    sys.excepthook = CrashReporter(window, window.context.run, store.path).hook
    return window


def _show(app: "QApplication", window: "Window") -> int:
    from PySide6.QtCore import QCoreApplication, QEvent

    from coordapp.ui.kit.garbage import Garbage

    window.appear()
    gc.freeze()
    garbage = Garbage(window)
    # after the window has drawn itself, and beside it
    _later(window, 0, window.drafts.offer)
    _later(window, _WARM_UP, window.warm_up)
    _later(
        window, _WARM_UP, lambda: window.context.jobs.start(lambda _step: leftovers.clear_opened())
    )
    _later(window, _CHECK, window.care.check_at_start)
    code = app.exec()
    garbage.give_back()
    # what waits for a window that is closed must not find its file closed too
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    return code


def _later(window: "Window", wait: int, slot: Callable[[], object]) -> None:
    """Do something once the window is used; never after it has closed."""
    from PySide6.QtCore import QTimer

    timer = QTimer(window, singleShot=True, interval=wait)
    timer.timeout.connect(lambda: slot() if window.isVisible() else None)
    timer.start()


def _look_into(app: "QApplication", path: Path, today: date) -> int:
    """Show a file that nobody may change; one that was left half written is read as a twin."""
    with private.folder() as folder:
        shown = path
        if path.suffix.lower() == ".zip":
            shown = _unlocked(path, folder)
        elif path.is_file() and swap.has_journal(path):
            shown = folder / path.name
            shutil.copyfile(path, shown)
            shutil.copyfile(
                path.with_name(f"{path.name}-journal"), shown.with_name(f"{shown.name}-journal")
            )
            swap.play_back(shown)
        store = Store.view(shown)
        try:
            with translated(path):
                window = _built(app, store, working_day(store, today))
            window.setWindowTitle(f"Sổ Điều phối – {path.name} (chỉ xem)")
            return _show(app, window)
        finally:
            store.close()


def _unlocked(path: Path, folder: Path) -> Path:
    """Take the register out of a hand-over; asks until the passphrase fits. Raises Cancelled."""
    # loads what unlocks files: not before it is needed
    from coordapp.services.file import handover
    from coordapp.ui.keeping.opening_boxes import ask_passphrase
    from coordapp.ui.look import theme

    theme.apply(application(), dark=False)
    said = ""
    while True:
        passphrase = ask_passphrase(path, said)
        if passphrase is None:
            raise Cancelled
        try:
            return handover.open_inside(path, passphrase, folder)
        except DocumentError as error:
            if error.code != "passphrase_wrong":
                raise
            said = messages.sentence(error)


# --- what is asked before there is a window


def ask_holder(path: Path, holder: "LockHolder") -> str | None:
    """Ask what to do with a register that somebody holds; None leaves it alone."""
    from coordapp.ui.keeping.opening_boxes import ask_held
    from coordapp.ui.look import theme

    theme.apply(application(), dark=False)
    return ask_held(path, holder.machine, holder.process, holder.account, holder.since)


def ask_recovery(path: Path, error: CodedError) -> Path | None:
    """Show what can be done with a damaged register; give the copy to go back to."""
    from coordapp.ui.keeping.recovery_dialog import RecoveryDialog
    from coordapp.ui.look import theme
    from coordapp.ui.shell.file_menu import open_in_new_window, view_in_new_window

    output.message(messages.sentence(error))
    theme.apply(application(), dark=False)
    dialog = RecoveryDialog(path, messages.sentence(error))
    dialog.view_requested.connect(view_in_new_window)
    dialog.open_requested.connect(open_in_new_window)
    dialog.exec()
    return dialog.chosen_copy


def application() -> "QApplication":
    """Give the one application of Qt, speaking Vietnamese."""
    # what is loaded from now on stays until the end: looking for garbage in it only costs time
    gc.disable()
    from PySide6.QtCore import QSize, QTranslator
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["coordapp"])
    app.setApplicationName("CoordApp")
    app.setDesktopFileName(identity.LINUX_APP_ID)
    icon = QIcon(str(paths.resource("icons", "app", "program.svg")))
    icon.addFile(str(paths.resource("icons", "app", "program-small.svg")), QSize(16, 16))
    app.setWindowIcon(icon)
    if sys.platform == "win32":
        # from source too, windows of one program stand together in the task bar
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(identity.WINDOWS_APP_ID)
    translator = QTranslator(app)
    if translator.load(str(paths.resource("translations", "qtbase_vi.qm"))):
        app.installTranslator(translator)
    return app


def refuse(sentence: str) -> int:
    """Tell in a box why nothing opens; give the exit code."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    from coordapp.ui.look import theme

    output.message(sentence)
    theme.apply(application(), dark=False)
    box = QMessageBox(QMessageBox.Icon.Critical, "Sổ Điều phối", sentence)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
    return 2
