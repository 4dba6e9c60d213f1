"""The window stands whole on the screen there is, whatever screen it was left on."""

import pytest
from PySide6.QtCore import QRect, QSize

from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.settings import Settings
from coordapp.ui.shell import shape
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.shell.window import Window

# 1366x768 with a task bar of 40, drawn at 100, 125 and 150 per cent
FREE = {
    "100": QRect(0, 0, 1366, 728),
    "125": QRect(0, 0, 1092, 582),
    "150": QRect(0, 0, 910, 485),
    "bar at the left": QRect(60, 0, 1306, 768),
    "second screen": QRect(-1280, 200, 1280, 984),
}
WANTED = {
    "as made": QRect(0, 0, 1366, 728),
    "of a larger screen": QRect(900, 500, 1920, 1040),
    "of a screen that is gone": QRect(4000, -900, 1366, 728),
    "small": QRect(300, 200, 800, 400),
}


@pytest.mark.parametrize("free", FREE.values(), ids=FREE)
@pytest.mark.parametrize("wanted", WANTED.values(), ids=WANTED)
def test_it_stands_whole_in_the_free_area_and_no_larger_than_it_was(wanted, free):
    placed = shape.fitted(wanted, free)

    assert free.contains(placed)
    assert placed.size() == wanted.size().boundedTo(free.size())
    if free.contains(wanted):
        assert placed == wanted


def test_a_size_left_on_a_larger_screen_fits_this_one(qapp, qtbot, sample, tmp_path):
    settings = Settings(tmp_path / "settings.json")
    free = qapp.primaryScreen().availableGeometry()
    first = Window(qapp, sample, SAMPLE_DAY, settings)
    qtbot.addWidget(first)
    first.restore()
    first.showNormal()
    first.setGeometry(QRect(free.right() - 50, free.bottom() - 50, 2600, 1800))
    first.close()

    again = Window(qapp, sample, SAMPLE_DAY, settings)
    qtbot.addWidget(again)
    again.restore()

    assert free.contains(again.geometry())


def test_every_page_lets_the_window_be_as_small_as_a_screen_at_150_per_cent(window):
    least = QSize(0, 0)
    for entry in PAGES:
        window.go(entry.key)
        least = least.expandedTo(window.minimumSizeHint()).expandedTo(window.minimumSize())

    assert least.boundedTo(FREE["150"].size()) == least
