"""A file gets the ending of its kind, and nothing is written over unasked."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from coordapp.ui.widgets.save_as import (
    EXCEL,
    PDF_OR_WORD,
    ask_source,
    ask_target,
    kind_of,
    with_ending,
)

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


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Sổ theo dõi nhiệm vụ (31.03.2018).xlsx", "Xuất Excel: Sổ theo dõi nhiệm vụ"),
        ("Phiếu NV-2018-010.xlsx", "Xuất Excel: Phiếu"),
        ("Biên bản HN-2017-01.pdf", "Xuất Excel: Biên bản"),
        ("05-TB.pdf", "Xuất Excel"),
        ("sổ 2017 - dòng không nhận.xlsx", "Xuất Excel: sổ"),
    ],
)
def test_a_kind_of_file_is_known_by_its_words_without_code_and_day(name, kind) -> None:
    assert kind_of("Xuất Excel", Path(name)) == kind


def test_an_export_starts_where_the_last_one_of_its_kind_went(qtbot, tmp_path, monkeypatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    sent, book = tmp_path / "Gửi đi", tmp_path / "sổ"
    for folder in (sent, book):
        folder.mkdir()
    proposals: list[str] = []

    def answer(_parent, _title, proposed, _kinds) -> tuple[str, str]:
        proposals.append(proposed)
        return str(sent / "a.xlsx"), EXCEL

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    for name in ("Sổ (01.02.2018).xlsx", "Sổ (02.02.2018).xlsx", "Phiếu NV-1.xlsx"):
        ask_target(parent, "Xuất Excel", book / name, EXCEL)

    assert proposals == [
        str(book / "Sổ (01.02.2018).xlsx"),
        str(sent / "Sổ (02.02.2018).xlsx"),
        str(book / "Phiếu NV-1.xlsx"),
    ]


def test_a_file_to_read_is_looked_for_where_the_last_one_was(qtbot, tmp_path, monkeypatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    came = tmp_path / "Nhận về"
    came.mkdir()
    starts: list[str] = []

    def answer(_parent, _title, start, _kinds) -> tuple[str, str]:
        starts.append(start)
        return str(came / "a.xlsx"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    for _ in range(2):
        assert ask_source(parent, "Nhập", tmp_path, EXCEL) == came / "a.xlsx"

    assert starts == [str(tmp_path), str(came)]
