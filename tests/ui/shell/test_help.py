"""The menu of help: the manual as PDF, and what program this is."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from coordapp import __version__, paths
from coordapp.ui.shell.about_dialog import AboutDialog


def test_the_manual_is_saved_as_pdf(window, monkeypatch, tmp_path):
    target = tmp_path / "hướng dẫn.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    window.help.ask_save_manual()

    assert target.read_bytes().startswith(b"%PDF")
    assert window.undo_actions.toast.text() == "Đã lưu hướng dẫn.pdf"


def test_a_manual_that_cannot_be_written_is_said(window, monkeypatch, tmp_path, caplog):
    target = tmp_path / "không có" / "hướng dẫn.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))

    window.help.ask_save_manual()

    assert "không có" in window.undo_actions.toast.text()
    assert caplog.messages == ["folder_missing"]


def test_it_says_which_program_this_is_and_where_things_lie(window, sample):
    window.help.show_about()
    (about,) = window.findChildren(AboutDialog)

    about.copy.click()

    told = QGuiApplication.clipboard().text()
    assert f"Phiên bản: {__version__}" in told
    assert str(sample.path) in told
    assert str(paths.data_folder()) in told


def test_every_licence_is_shown_whole(window):
    window.help.show_about()
    (about,) = window.findChildren(AboutDialog)

    shown = about.licences.toPlainText()

    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "SIL Open Font License",
        "All rights reserved",
        "openpyxl",
    ):
        assert words in shown
