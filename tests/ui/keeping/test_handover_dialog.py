"""Handing over from the window: the words are asked twice, what was made is told."""

import pytest

from coordapp.ui.keeping.handover_dialog import HandoverDialog
from coordapp.ui.widgets import save_as

WORDS = "một câu rất dài khó đoán"


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


@pytest.fixture
def dialog(window) -> HandoverDialog:
    return window._files.ask_handover()


@pytest.mark.parametrize(
    ("first", "again", "said"),
    [("ngắn", "ngắn", "ít nhất 12 ký tự"), (WORDS, WORDS + "x", "không giống nhau")],
)
def test_words_that_will_not_do_are_told(dialog, first, again, said):
    dialog.first.setText(first)
    dialog.again.setText(again)

    dialog.make.click()

    assert said in dialog.said.text()


def test_the_file_and_its_record_are_made_and_the_words_forgotten(
    dialog, qtbot, monkeypatch, tmp_path
):
    target = tmp_path / "bàn giao.zip"
    monkeypatch.setattr(save_as.QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.first.setText(WORDS)
    dialog.again.setText(WORDS)

    dialog.make.click()
    qtbot.waitUntil(dialog.record.isVisible, timeout=20000)

    assert target.exists()
    assert target.with_suffix(".pdf").exists()
    assert "SHA-256" in dialog.outcome.text()
    assert dialog.first.text() == ""
