"""What nobody named is called by its hint, or by what it lies in."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from coordapp.ui.kit import spoken_names
from coordapp.ui.widgets.reading_order import Dialog


@pytest.mark.parametrize(
    ("named", "hint", "tip", "around", "told"),
    [
        ("Hạn", "30/6", "gõ ngày", "Nhiệm vụ", "Hạn"),
        ("", "30/6", "gõ ngày", "Nhiệm vụ", "30/6"),
        ("", "", "gõ ngày", "Nhiệm vụ", "gõ ngày"),
        ("", "", "", "Nhiệm vụ", "Nhiệm vụ"),
        ("", "", "", "", ""),
    ],
)
def test_the_nearest_words_are_the_name(qtbot, named, hint, tip, around, told):
    dialog = Dialog()
    qtbot.addWidget(dialog)
    box = QWidget(dialog)
    box.setAccessibleName(around)
    field = QLineEdit(box, placeholderText=hint, toolTip=tip, accessibleName=named)

    spoken_names.give(field)

    assert field.accessibleName() == told


def test_a_dialog_names_its_controls_as_it_is_shown_and_leaves_words_alone(qtbot):
    dialog = Dialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    field, button = QLineEdit(placeholderText="tên"), QPushButton("Lưu")
    column.addWidget(field)
    column.addWidget(button)

    dialog.show()

    assert field.accessibleName() == "tên"
    assert button.accessibleName() == ""
    assert spoken_names.has_name(button)
    dialog.close()
