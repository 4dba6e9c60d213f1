"""Every page on small screens: nothing that a person reads or presses is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QTableView, QWidget

from coordapp.services.sample.sample_file import SAMPLE_DAY
from coordapp.settings import Settings
from coordapp.ui.kit.navigation import PageKey
from coordapp.ui.look import theme
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.shell.window import Window
from coordapp.ui.tables.view import TableView
from coordapp.ui.widgets.chips import ChipBar

SIZES = {
    "1366x728": QSize(1366, 728),
    "1280x720": QSize(1280, 720),
    "1024x700": QSize(1024, 700),
    "911x512": QSize(911, 512),
}
LETTERS = "nhiệm vụ phối hợp kiểm tra cơ sở tại xã biên giới"


@pytest.fixture
def dressed(qapp) -> Iterator[QApplication]:
    """Dress the program anew after a test that changed it."""
    yield qapp
    theme.set_dense(qapp, dense=False)
    theme.apply(qapp, dark=False)


@pytest.fixture
def shown(window, dressed, qtbot) -> Window:
    return window


def bring(window: Window, size: QSize, page: PageKey) -> QWidget:
    window.resize(size)
    window.go(page)
    for _ in range(4):
        QApplication.processEvents()
    return window.page(page)


def cut_buttons(root: QWidget) -> list[str]:
    """Name the buttons seen that are narrower than their words."""
    return [
        found.text()
        for found in root.findChildren(QPushButton)
        if found.isVisible() and found.text() and found.width() < found.sizeHint().width()
    ]


def outside(root: QWidget) -> list[str]:
    """Name the buttons that stand beyond the edge of what they are in."""
    right = root.rect().right()
    return [
        found.text()
        for found in root.findChildren(QAbstractButton)
        if found.isVisible() and found.mapTo(root, found.rect().topRight()).x() > right
    ]


def cut_titles(root: QWidget) -> list[str]:
    """Name the titles of columns that do not fit them."""
    cut = []
    for table in root.findChildren(QTableView):
        header = table.horizontalHeader()
        if not table.isVisible() or header.isHidden():
            continue
        for n in range(header.count()):
            title = str(table.model().headerData(n, Qt.Orientation.Horizontal) or "")
            needed = header.fontMetrics().horizontalAdvance(title)
            if not header.isSectionHidden(n) and needed > header.sectionSize(n):
                cut.append(title)
    return cut


@pytest.mark.parametrize(
    ("size", "dark"),
    [*((size, False) for size in SIZES.values()), (SIZES["911x512"], True)],
    ids=[*SIZES, "911x512-dark"],
)
def test_no_button_chip_or_title_of_a_column_is_cut(shown, dressed, size, dark) -> None:
    theme.apply(dressed, dark=dark)
    cut: dict[str, list[str]] = {}
    for entry in PAGES:
        page = bring(shown, size, entry.key)
        assert (shown.width(), shown.height()) == (size.width(), size.height())
        frame = shown.centralWidget()
        found = [*cut_buttons(frame), *outside(frame), *cut_titles(page)]
        if found:
            cut[entry.title] = found

    assert cut == {}


@pytest.mark.parametrize("size", list(SIZES.values()), ids=list(SIZES))
def test_a_title_keeps_thirty_letters_and_a_unit_its_short_name(shown, size) -> None:
    table = bring(shown, size, PageKey.TASKS).table

    metrics = table.fontMetrics()
    columns = {column.key: n for n, column in enumerate(table.model().columns)}
    assert table.columnWidth(columns["title"]) >= metrics.horizontalAdvance(LETTERS[:30])
    assert table.columnWidth(columns["lead"]) >= metrics.horizontalAdvance("Hội LHPN")


def test_twenty_rows_and_titles_of_forty_five_letters_on_a_common_screen(shown, dressed) -> None:
    theme.set_dense(dressed, dense=True)
    theme.apply(dressed, dark=False)
    table = bring(shown, SIZES["1366x728"], PageKey.TASKS).table

    rows = table.viewport().height() / table.verticalHeader().defaultSectionSize()
    column = next(n for n, column in enumerate(table.model().columns) if column.key == "title")
    assert rows >= 20
    assert table.columnWidth(column) >= table.fontMetrics().horizontalAdvance(LETTERS[:45])


def test_a_narrow_window_folds_the_detail_and_a_wide_one_brings_it_back(shown) -> None:
    page = bring(shown, SIZES["911x512"], PageKey.TASKS)
    folded = page.detail.isVisible()
    bring(shown, SIZES["1366x728"], PageKey.TASKS)

    assert (folded, page.detail.isVisible()) == (False, True)


def test_in_a_narrow_window_the_detail_is_a_button_away(shown) -> None:
    page = bring(shown, SIZES["911x512"], PageKey.TASKS)

    page._split.fold.click()

    assert page.detail.isVisible()
    assert page._split.is_wanted


def test_the_navigation_folds_to_icons_with_names_and_keeps_to_what_is_chosen(shown) -> None:
    bring(shown, SIZES["911x512"], PageKey.TASKS)
    side = shown._side
    item = side.pages.item(1)
    assert side.is_folded
    assert (item.text(), item.toolTip()) == ("", "Nhiệm vụ")
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Nhiệm vụ"

    side.fold.click()
    bring(shown, SIZES["1366x728"], PageKey.TASKS)
    bring(shown, SIZES["911x512"], PageKey.TASKS)

    assert not side.is_folded


def test_the_first_start_takes_all_the_screen_there_is_and_later_ones_what_was_left(
    qapp, qtbot, sample, tmp_path
) -> None:
    settings = Settings(tmp_path / "settings.json")
    first = Window(qapp, sample, SAMPLE_DAY, settings)
    qtbot.addWidget(first)
    first.restore()
    first.appear()
    was_whole = first.isMaximized()
    first.showNormal()
    first.close()
    again = Window(qapp, sample, SAMPLE_DAY, settings)
    qtbot.addWidget(again)
    again.restore()
    again.appear()

    assert (was_whole, again.isMaximized()) == (True, False)


def test_chips_without_room_stand_in_a_menu_with_their_numbers_whole(qtbot) -> None:
    bar = ChipBar([(str(n), f"Bộ lọc thứ {n}") for n in range(12)])
    qtbot.addWidget(bar)
    bar.set_counts({str(n): 100_000 + n for n in range(12)})
    bar.resize(500, 40)
    bar.show()
    bar.more.menu().aboutToShow.emit()
    seen = [chip.text() for chip in bar._chips.values() if chip.isVisible()]
    rest = [entry.text() for entry in bar.more.menu().actions()]

    assert seen + rest == [f"Bộ lọc thứ {n}  {100_000 + n}" for n in range(12)]
    with qtbot.waitSignal(bar.chosen) as told:
        bar.more.menu().actions()[-1].trigger()
    assert told.args == ["11"]
    assert bar._chips["11"].isVisible()
    assert bar.more.geometry().right() <= bar.width()


@pytest.mark.parametrize("px", [11, 18])
def test_the_size_of_type_is_a_choice_that_tables_and_buttons_follow(shown, dressed, px) -> None:
    page = bring(shown, SIZES["1366x728"], PageKey.TASKS)
    choice = next(
        entry for entry in shown.look.menu.actions()[-2].menu().actions() if entry.data() == px
    )

    choice.trigger()
    bring(shown, SIZES["1366x728"], PageKey.TASKS)

    assert theme.base_px() == px
    assert page.table.verticalHeader().defaultSectionSize() == theme.row_height(compact=False)
    assert cut_titles(page) == []
    assert shown._settings.get("type_size") == px


def test_the_density_of_rows_is_a_choice(shown, dressed) -> None:
    table = bring(shown, SIZES["1366x728"], PageKey.TASKS).table
    heights = []
    for entry in shown.look.menu.actions()[:2]:
        entry.trigger()
        heights.append(table.verticalHeader().defaultSectionSize())

    assert heights[0] > heights[1]
    assert isinstance(table, TableView)
