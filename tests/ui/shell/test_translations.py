"""Qt's own texts speak Vietnamese too."""

import pytest
from PySide6.QtCore import QFileInfo, QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QFileIconProvider, QLabel

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


def test_the_dialog_that_asks_for_a_file_is_vietnamese(qtbot, translated, tmp_path) -> None:
    dialog = QFileDialog(None, "Mở", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    words = [label.text().replace("&", "") for label in dialog.findChildren(QLabel)]
    assert words == ["Tìm trong:", "Tên tệp:", "Loại tệp:"]
    assert QFileIconProvider().type(QFileInfo(str(tmp_path))) == "Thư mục"
