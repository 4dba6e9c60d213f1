"""Qt's own texts speak Vietnamese too."""

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QDialogButtonBox

from coordapp import paths


@pytest.fixture
def translated(qapp):
    translator = QTranslator()
    assert translator.load(str(paths.resource("translations", "qtbase_vi.qm")))
    qapp.installTranslator(translator)
    yield qapp
    qapp.removeTranslator(translator)


@pytest.mark.parametrize(
    ("button", "words"),
    [
        (QDialogButtonBox.StandardButton.Cancel, "Hủy"),
        (QDialogButtonBox.StandardButton.Save, "Lưu"),
        (QDialogButtonBox.StandardButton.Close, "Đóng"),
        (QDialogButtonBox.StandardButton.Yes, "Có"),
        (QDialogButtonBox.StandardButton.No, "Không"),
    ],
)
def test_standard_buttons_are_vietnamese(qtbot, translated, button, words: str) -> None:
    box = QDialogButtonBox(button)
    qtbot.addWidget(box)
    assert box.button(button).text().replace("&", "") == words


@pytest.mark.parametrize(
    ("context", "english"),
    [
        ("QLineEdit", "&Undo"),
        ("QLineEdit", "&Paste"),
        ("QWidgetTextControl", "&Copy"),
        ("QPrintDialog", "Print"),
        ("QFileDialog", "Open"),
    ],
)
def test_menus_of_fields_and_dialogs_are_vietnamese(translated, context: str, english: str) -> None:
    assert translated.translate(context, english) != english
