"""A file gets the ending of its kind, and nothing is written over unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from coordapp.ui.widgets.save_as import EXCEL, PDF_OR_WORD, ask_target, with_ending

WORD = "Word (*.docx)"


@pytest.mark.parametrize(
    ("typed", "kind", "kinds", "wanted"),
    [
        ("báo cáo", EXCEL, EXCEL, "báo cáo.xlsx"),
        ("báo cáo", "", EXCEL, "báo cáo.xlsx"),
        ("báo cáo.XLSX", EXCEL, EXCEL, "báo cáo.XLSX"),
        ("biên bản 29.12", WORD, PDF_OR_WORD, "biên bản 29.12.docx"),
        ("biên bản", "PDF (*.pdf)", PDF_OR_WORD, "biên bản.pdf"),
        # who types an ending means it, whatever kind stands in the list
        ("biên bản.docx", "PDF (*.pdf)", PDF_OR_WORD, "biên bản.docx"),
        ("ảnh", "", "", "ảnh"),
    ],
)
def test_a_name_without_an_ending_gets_that_of_its_kind(typed, kind, kinds, wanted) -> None:
    assert with_ending(Path(typed), kind, kinds) == Path(wanted)


@pytest.fixture
def answers(monkeypatch):
    """Type a name into the dialog, and click a button of the question."""

    def set_up(typed: Path | str, words: str = "") -> list[str]:
        asked: list[str] = []

        def exec_(box: QMessageBox) -> int:
            asked.append(box.text())
            (clicked,) = [one for one in box.buttons() if one.text() == words]
            monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: clicked)
            return 0

        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(typed), EXCEL))
        monkeypatch.setattr(QMessageBox, "exec", exec_)
        return asked

    return set_up


def asked_in(qtbot, folder: Path) -> Path | None:
    parent = QWidget()
    qtbot.addWidget(parent)
    return ask_target(parent, "Xuất Excel", folder / "sổ.xlsx", EXCEL)


def test_who_closes_the_dialog_writes_nothing(qtbot, tmp_path, answers) -> None:
    answers("")

    assert asked_in(qtbot, tmp_path) is None


def test_a_file_that_the_dialog_could_not_know_of_is_asked_about(qtbot, tmp_path, answers) -> None:
    (tmp_path / "<b>cũ.xlsx").write_bytes(b"x")

    asked = answers(tmp_path / "<b>cũ", "Không ghi")
    assert asked_in(qtbot, tmp_path) is None
    assert asked == ["Trong thư mục đã có tệp <b>cũ.xlsx."]

    answers(tmp_path / "<b>cũ", "Ghi đè")
    assert asked_in(qtbot, tmp_path) == tmp_path / "<b>cũ.xlsx"


def test_a_file_that_the_dialog_asked_about_is_not_asked_about_twice(
    qtbot, tmp_path, answers
) -> None:
    (tmp_path / "cũ.xlsx").write_bytes(b"x")
    asked = answers(tmp_path / "cũ.xlsx")

    assert asked_in(qtbot, tmp_path) == tmp_path / "cũ.xlsx"
    assert not asked
