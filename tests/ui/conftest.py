"""What the tests of the window share."""

import gc
import threading
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.ui.kit import guard
from coordapp.ui.kit.bus import Bus
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.jobs import Jobs
from coordapp.ui.kit.messages import Messages
from coordapp.ui.kit.navigation import Navigator
from coordapp.ui.kit.run import Runner
from coordapp.ui.look import theme
from coordapp.ui.records.move_dialog import MoveDialog, MoveDraft
from coordapp.ui.shell.window import Window
from coordapp.ui.widgets.reading_order import Dialog
from tests.ui import screen_reader

# generations: what was made since the last look, and what outlived one look; what is older
# outlived its test, and was told of then
_NEW, _OF_TEST = 0, 1


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what the program remembers of this PC lie in the folder of the test."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def clean_clipboard() -> Iterator[None]:
    """Empty the clipboard after each test.

    The offscreen platform keeps what a program copied until after the program's own memory is
    gone, and crashes at the exit.
    """
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def away_from_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand elsewhere: a dialog of files begins where the program stands, and may write there."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True, scope="session")
def garbage_between_tests() -> Iterator[None]:
    """Look for garbage between two tests only, never in the thread of a job, as the window does."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True, scope="module")
def garbage_of_a_file() -> Iterator[None]:
    """Look through everything once a file of tests: after a test, only through what it made."""
    yield
    gc.collect()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """Let what pytest-qt has just closed go, before the store it reads is closed."""
    # the tester of models takes its leave of a model that has to live until then
    watched = "qtmodeltester" in getattr(item, "fixturenames", ())
    if QApplication.instance() is not None and not watched:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect(_NEW)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail a test that leaves a window open, a timer running or a thread at work.

    A window would keep the keys from those of the next test; a timer or a thread would read the
    store of this one, which is closed.
    """
    threads = set(threading.enumerate())
    yield
    windows, timers = _left_open(), _left_running()
    for window in windows:
        window.hide()
    for timer in timers:
        timer.stop()
    started = [thread.name for thread in threading.enumerate() if thread not in threads]
    gc.collect(_OF_TEST)
    assert ([_told(one) for one in windows], [_told(one) for one in timers], started) == (
        [],
        [],
        [],
    )


def _left_open() -> list[QWidget]:
    if QApplication.instance() is None:
        return []
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def _left_running() -> list[QTimer]:
    made = (*gc.get_objects(_NEW), *gc.get_objects(_OF_TEST))
    known = (found for found in made if type(found) is QTimer)
    return [timer for timer in known if shiboken6.isValid(timer) and timer.isActive()]


def _told(found: QObject) -> str:
    owner = found.parent()
    return f"{type(found).__name__} {found.objectName()} of {type(owner).__name__}"


@pytest.fixture(autouse=True)
def reason_at_hand(monkeypatch) -> None:
    """Type a reason wherever a deadline that moves later is asked about, and agree."""

    def answer(_cls, parent, tasks, today, **given) -> MoveDraft:
        dialog = MoveDialog(parent, tasks, today, **given)
        dialog.reason.setText("chờ kinh phí")
        dialog.accept()
        dialog.deleteLater()
        return dialog.draft()

    monkeypatch.setattr(MoveDialog, "ask", classmethod(answer))


@pytest.fixture(autouse=True)
def dialogs_speak(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that opens a dialog with a control of which a screen reader says nothing."""
    mute: list[str] = []

    show = Dialog.showEvent

    def listen(dialog: Dialog, event: QShowEvent) -> None:
        show(dialog, event)
        # a bare one is a test's own
        if type(dialog) is not Dialog:
            mute.extend(screen_reader.nameless(dialog))
            mute.extend(screen_reader.roleless(dialog))

    monkeypatch.setattr(Dialog, "showEvent", guard.guarded(listen))
    yield
    assert sorted(set(mute)) == []


@pytest.fixture(autouse=True)
def usual_type(qapp: QApplication) -> None:
    """Begin at the usual size of type: a larger one, left by the test before, folds the panels."""
    if theme.base_px() != theme.BASE_PX:
        theme.apply(qapp, dark=False)


@pytest.fixture
def show_active(qtbot) -> Callable[[QWidget], None]:
    """Show a widget and give it the keys: the shortcuts of a window that is not active are deaf."""

    def show(widget: QWidget) -> None:
        qtbot.addWidget(widget)
        with qtbot.waitActive(widget):
            widget.show()
            widget.activateWindow()

    return show


@pytest.fixture
def open_window(qapp, qtbot, show_active, tmp_path, monkeypatch) -> Iterator[Callable[..., Window]]:
    """Open windows, each with the settings the one before left; `active` ones have the keys."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    # pytest-qt holds them weakly: one of which a test keeps a page alone would be collected
    opened: list[Window] = []

    def build(store: Store, *, active: bool = False, page: str = "") -> Window:
        window = Window(qapp, store, SAMPLE_DAY, Settings(tmp_path / "settings.json"))
        opened.append(window)
        window.restore()
        # the screen that tests have is smaller than hers, and a window keeps within its screen
        window.resize(1366, 728)
        if page:
            window.go(page)
        if active:
            show_active(window)
        else:
            qtbot.addWidget(window)
            window.show()
        return window

    yield build
    opened.clear()


@pytest.fixture
def window(open_window, sample) -> Window:
    """Open the window on the sample, with the keys."""
    return open_window(sample, active=True)


@pytest.fixture
def show_page(qtbot, show_active) -> Callable[..., QWidget]:
    """Show a page by itself, as large as in the window; an `active` one has the keys."""

    def show(page: QWidget, *, active: bool = False) -> QWidget:
        page.resize(1110, 640)
        if active:
            show_active(page)
        else:
            qtbot.addWidget(page)
            page.show()
        return page

    return show


@pytest.fixture
def context_on() -> Iterator[Callable[..., Context]]:
    """Make what a page needs to stand alone; its jobs are stopped in the end."""
    made: list[Context] = []

    def build(store: Store, today: date = SAMPLE_DAY) -> Context:
        bus = Bus()
        store.listen(bus.post)
        made.append(
            Context(
                store=store,
                bus=bus,
                jobs=Jobs(),
                run=Runner(),
                messages=Messages(),
                navigate=Navigator(),
                today=today,
            )
        )
        return made[-1]

    yield build
    for context in made:
        context.jobs.close()
