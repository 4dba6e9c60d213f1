"""What the tests of the window share."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.settings import Settings
from coordapp.store import Store
from coordapp.ui.kit.bus import Bus
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.jobs import Jobs
from coordapp.ui.kit.messages import Messages
from coordapp.ui.kit.navigation import Navigator
from coordapp.ui.kit.run import Runner
from coordapp.ui.shell.window import Window


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
def nothing_left_open() -> Iterator[None]:
    """Hide what a test left open: it would keep the keys from the windows of the next one."""
    yield
    if QApplication.instance() is not None:
        for widget in QApplication.topLevelWidgets():
            widget.hide()


@pytest.fixture
def sample_store(tmp_path: Path) -> Iterator[Store]:
    """Open a fresh sample, as `so.db`."""
    write_sample(tmp_path / "so.db")
    opened = Store.open(tmp_path / "so.db")
    yield opened
    opened.close()


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
def open_window(qapp, qtbot, show_active, tmp_path) -> Iterator[Callable[..., Window]]:
    """Open windows, each with the settings the one before left; `active` ones have the keys."""
    made: list[Window] = []

    def build(store: Store, *, active: bool = False, page: str = "") -> Window:
        window = Window(qapp, store, SAMPLE_DAY, Settings(tmp_path / "settings.json"))
        made.append(window)
        window.restore()
        if page:
            window.go(page)
        if active:
            show_active(window)
        else:
            qtbot.addWidget(window)
            window.show()
        return window

    yield build
    for window in made:
        # nothing may still wait to be saved: the store may be closed
        for timer in window.findChildren(QTimer):
            timer.stop()
        window.close()


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
