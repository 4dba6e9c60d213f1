"""The manual: found by place and by words, printed, and naming only what the program has."""

import ast
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QDialog, QMenu

from coordapp import paths
from coordapp.cli.parser import COMMANDS
from coordapp.domain.kernel.errors import StoreError
from coordapp.domain.kernel.text import fold
from coordapp.domain.words.messages import sentence
from coordapp.ui.kit import shortcuts
from coordapp.ui.manual import manual_pages
from coordapp.ui.manual.manual_text import PICTURE, PICTURES, read, shipped
from coordapp.ui.manual.manual_window import ManualWindow
from coordapp.ui.shell.first_start import FirstStart
from coordapp.ui.shell.pages import PAGES
from coordapp.ui.widgets.reading_order import Dialog

MOST_PAGES = 60
KEY = re.compile(r"`((?:(?:Ctrl|Alt|Shift)\+)+\S+?|F\d{1,2}|Enter|Tab|Esc|Delete|Ins|[1-9])`")
MENU = re.compile(r"\*\*([^*]+ › [^*]+)\*\*")
LABEL = re.compile(r"“([^”]+)”")
LINK = re.compile(r"\]\(#([a-z0-9-]+)\)")

each_section = pytest.mark.parametrize(
    "section", shipped().sections, ids=[section.name for section in shipped().sections]
)


@pytest.fixture
def window(window):
    for entry in PAGES:
        window.page(entry.key)
    return window


def test_every_key_it_names_is_a_key_of_the_program(window):
    pages = {window.page(entry.key): entry.title for entry in PAGES}
    known = {key for one in shortcuts.gather(window, pages) for key in one.keys}

    named = {key for one in shipped().sections for key in KEY.findall(one.text)}

    assert named - known == set()
    assert len(named) > 30


def entries(menu: QMenu, above: str) -> set[str]:
    found = set()
    for action in menu.actions():
        text = action.text().replace("&", "")
        path = f"{above} › {text}"
        found.add(path)
        inner = action.menu()
        if isinstance(inner, QMenu):
            found |= entries(inner, path)
    return found


def test_every_menu_it_names_is_in_the_menu_bar(window):
    known = set()
    for action in window.menuBar().actions():
        known |= entries(action.menu(), action.text().replace("&", ""))

    named = {path for one in shipped().sections for path in MENU.findall(one.text)}

    assert named - known == set()


def words_of_the_program() -> str:
    texts = [
        node.value
        for module in sorted((paths.PACKAGE).rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return "\n".join(texts)


def test_every_button_it_quotes_has_these_words():
    said = words_of_the_program()

    named = {label for one in shipped().sections for label in LABEL.findall(one.text)}

    assert {label for label in named if label not in said} == set()


def test_every_picture_is_there_and_every_one_there_is_shown():
    named = {name for one in shipped().sections for name in PICTURE.findall(one.text)}
    drawn = {path.name for path in (shipped().folder / PICTURES).glob("*.png")}

    assert named == drawn


def test_every_link_leads_to_a_section_and_no_two_have_one_name():
    names = [section.name for section in shipped().sections]

    assert len(set(names)) == len(names)
    assert {one for s in shipped().sections for one in LINK.findall(s.text)} <= set(names)


def test_no_heading_was_left_without_a_name():
    for chapter in sorted(shipped().folder.glob("*.md")):
        headings = re.findall(r"^#+ .*$", chapter.read_text(encoding="utf-8"), re.MULTILINE)
        assert [one for one in headings if not re.search(r"\{#[a-z0-9-]+[^}]*\}$", one)] == []


def kinds_of_widgets(root: type) -> set[str]:
    below = {name for kind in root.__subclasses__() for name in kinds_of_widgets(kind)}
    return {root.__name__} | below


def test_every_place_it_knows_is_a_class_of_the_window():
    classes = {
        node.name
        for module in sorted((paths.PACKAGE / "ui").rglob("*.py"))
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    }

    assert {place for one in shipped().sections for place in one.places} <= classes


def dialogs_by_folder() -> dict[str, set[str]]:
    """Name the dialogs of each folder of the window, read from the code."""
    bases: dict[str, list[str]] = {}
    folders: dict[str, str] = {}
    for module in sorted((paths.PACKAGE / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases[node.name] = [ast.unparse(base) for base in node.bases]
                folders[node.name] = module.parent.name

    def is_dialog(name: str) -> bool:
        return any(base == "Dialog" or is_dialog(base) for base in bases.get(name, []))

    found: dict[str, set[str]] = {}
    for name in filter(is_dialog, bases):
        found.setdefault(folders[name], set()).add(name)
    return found


def test_every_dialog_has_a_section_or_belongs_to_what_has_one():
    known = {place for one in shipped().sections for place in one.places}
    # bases that nobody opens, and the manual itself
    unseen = {"FormDialog", "ManualWindow"}
    pages = {module.parent.name for module in (paths.PACKAGE / "ui").glob("*/page.py")}

    lost = {
        folder: sorted(dialogs - known - unseen)
        for folder, dialogs in dialogs_by_folder().items()
        # over a page, help falls back to what tells of the page
        if folder not in pages and dialogs - known - unseen
    }

    assert lost == {}


def test_every_command_it_names_is_a_command_of_the_program():
    named = {
        word
        for one in shipped().sections
        for word in re.findall(r"sodieuphoi-cli ([a-z]+)", one.text)
    }

    assert len(named) >= 4
    assert named <= set(COMMANDS)


def test_every_name_in_italics_is_a_name_in_the_program():
    said = fold(words_of_the_program())
    # words of others: a folder and a setting of Windows, a choice of a printer, words to type
    foreign = {
        "Documents\\Sổ Điều phối",
        "Thường trực Tỉnh ủy, Nguyễn Quốc Khánh",
        "Hội ND",
        "Cách kiểm:",
    }

    named = {
        name.strip()
        for one in shipped().sections
        for name in re.findall(r"(?<![*\w])\*([A-ZĐÂĂÊÔƠƯ][^*\n]*)\*(?!\*)", one.text)
    }

    assert {name for name in named - foreign if fold(name) not in said} == set()
    assert len(named) > 15


def test_every_page_has_a_section_of_its_own_or_is_one_of_those_told_together(window):
    found = [shipped().at([type(window.page(entry.key)).__name__]).name for entry in PAGES]
    own = [name for name in found if name != "cac-trang"]

    assert shipped().sections[0].name not in found
    assert len(set(own)) == len(own) >= 8


def test_the_key_it_names_beside_a_page_opens_that_page(window):
    keys = {
        (action.text(), key.toString())
        for action in window.findChildren(QAction)
        for key in action.shortcuts()
    }
    named = {
        pair
        for one in shipped().sections
        for pair in re.findall(r"\*([^*]+)\* \(`(Alt\+\d)`\)", one.text)
    }

    assert named
    assert named - keys == set()


# --- opened where one is


def the_manual(over) -> ManualWindow:
    (shown,) = over.findChildren(ManualWindow)
    return shown


def test_f1_opens_it_at_the_page_and_once(window, qtbot):
    window.go("reports")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert the_manual(window).current == "viec-7"
    assert not the_manual(window).save.isHidden()

    window.activateWindow()
    window.go("tasks")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert the_manual(window).current == "trang-nhiem-vu"
    assert "Trang Nhiệm vụ" in the_manual(window).text.toPlainText()


def test_f1_in_a_dialog_opens_it_over_the_dialog_at_what_it_is_for(window, qtbot):
    page = window.page("tasks")
    window.go("tasks")
    page.table.select_id(page.table.model().id_at(0))
    asked = Dialog(page)
    asked.setModal(True)
    asked.show()

    qtbot.keyClick(asked, Qt.Key.Key_F1)

    shown = the_manual(asked)
    assert isinstance(shown, QDialog)
    assert shown.isVisible()
    # it has no section of its own: the page it belongs to has one
    assert shown.current == "trang-nhiem-vu"
    asked.close()


def test_f1_before_there_is_a_window_does_nothing(qtbot):
    alone = Dialog()
    qtbot.addWidget(alone)

    qtbot.keyClick(alone, Qt.Key.Key_F1)

    assert alone.findChildren(ManualWindow) == []


def test_f1_at_the_first_start_opens_it_at_the_first_hour(qtbot):
    start = FirstStart()
    qtbot.addWidget(start)
    start.show()

    qtbot.keyClick(start, Qt.Key.Key_F1)

    assert the_manual(start).current == "bat-dau"
    assert the_manual(start).save.isHidden()
    start.close()


@pytest.fixture
def manual_window(qtbot):
    made = ManualWindow(shipped())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("words", ["gia han", "Gia hạn", "GIA  HAN"])
def test_it_is_searched_without_tones_and_titles_come_first(words):
    assert shipped().search(words)[0].name == "gia-han"


def test_searching_lists_what_fits_and_shows_the_first(manual_window):
    manual_window.search.setText("biên bản bổ sung")
    manual_window._list("biên bản bổ sung")
    assert manual_window.current == "viec-6"

    manual_window._list("zzz")
    assert manual_window.contents.count() == 0
    assert not manual_window.nothing.isHidden()


def test_a_link_leads_to_its_section(manual_window):
    manual_window.text.anchorClicked.emit(QUrl("#do-ben"))

    assert manual_window.current == "do-ben"
    assert "Độ bền" in manual_window.text.toPlainText()


def test_text_before_the_first_heading_and_unknown_places_open_the_beginning(tmp_path):
    (tmp_path / "1.md").write_text("bỏ\n# Một {#mot}\n\nA\n\n## Hai {#hai X Y}\nB", "utf-8")
    manual = read(tmp_path)

    assert [(s.name, s.level, s.places) for s in manual.sections] == [
        ("mot", 1, ()), ("hai", 2, ("X", "Y")),
    ]  # fmt: skip
    assert manual.at(["Z"]).name == "mot"
    assert manual.at(["Z", "Y"]).text == "B"


# --- on paper


def test_it_prints_on_few_pages_with_every_heading(qapp, tmp_path):
    target = tmp_path / "hướng dẫn.pdf"

    pages = manual_pages.write(shipped(), target)

    assert pages <= MOST_PAGES
    document = QPdfDocument()
    assert document.load(str(target)) == QPdfDocument.Error.None_
    assert document.pageCount() == pages
    text = fold("\n".join(document.getAllText(page).text() for page in range(pages)))
    words = set(text.split())
    lost = [one.title for one in shipped().sections if set(fold(one.title).split()) - words]
    assert lost == []


@each_section
def test_a_section_shows_on_the_screen_as_words(qapp, section, manual_window):
    manual_window.open_section(section.name)

    shown = manual_window.text.toPlainText()

    assert shown.startswith(section.title)
    assert "{#" not in shown
    assert "**" not in shown
    least = sum(
        min(picture.height(), 300)
        for name in PICTURE.findall(section.text)
        for picture in [QImage(str(shipped().folder / PICTURES / name))]
    )
    assert manual_window.text.document().size().height() > least


def test_every_file_of_it_travels_with_the_program():
    left_out = (paths.PACKAGE.parent / "resources" / "not-installed.txt").read_text("utf-8").split()
    files = [path for path in shipped().folder.rglob("*") if path.is_file()]

    assert len(files) > 20
    assert [
        path.name
        for path in files
        for part in path.relative_to(paths.PACKAGE.parent / "resources").parts
        if any(fnmatch(part, pattern) for pattern in left_out)
    ] == []


def test_a_register_of_a_newer_program_is_refused_with_what_to_do():
    told = sentence(StoreError("file_too_new", path=Path("sổ.sodp"), found=99, known=1))
    (named,) = LABEL.findall(told)

    assert named in [section.title for section in shipped().sections]
