"""Where the register is: asked once, remembered, and never replaced by another one in silence."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from coordapp import paths
from coordapp.app import main
from coordapp.places import Places, Wanted, Way
from coordapp.ui.shell import first_start
from coordapp.ui.shell.first_start import FILE_NAME, FirstStart


@pytest.fixture
def dialog(qtbot, tmp_path, monkeypatch) -> FirstStart:
    monkeypatch.setattr(first_start, "proposed", lambda: tmp_path / "Sổ Điều phối" / FILE_NAME)
    made = FirstStart()
    qtbot.addWidget(made)
    return made


def test_the_documents_are_proposed_or_the_folder_that_travels(monkeypatch, tmp_path):
    assert first_start.proposed().parts[-2:] == ("Sổ Điều phối", "Sổ Điều phối.sodp")

    monkeypatch.setenv("COORDAPP_HOME", str(tmp_path / "DuLieu"))
    assert first_start.proposed() == tmp_path / "DuLieu" / "Sổ Điều phối.sodp"


def test_a_new_register_is_made_where_it_was_said(dialog, tmp_path):
    dialog.make.click()

    wanted = dialog.wanted
    assert wanted == Wanted(path=tmp_path / "Sổ Điều phối" / FILE_NAME, way=Way.MAKE)
    assert wanted.path.parent.is_dir()


def test_a_name_without_an_ending_gets_ours(dialog, tmp_path):
    dialog.place.setText(str(tmp_path / "sổ 2018"))
    dialog.make.click()

    assert dialog.wanted.path == tmp_path / "sổ 2018.sodp"


@pytest.mark.parametrize("typed", ["", "   ", "sổ.sodp", "\0", "x" * 400])
def test_a_name_that_names_no_place_is_refused_in_words(dialog, tmp_path, typed):
    dialog.place.setText(str(tmp_path / typed) if len(typed) == 400 else typed)
    dialog.make.click()

    assert dialog.wanted is None
    assert not dialog.error.isHidden()


def test_a_register_that_is_there_is_not_written_over(dialog, tmp_path):
    there = tmp_path / "Sổ Điều phối" / FILE_NAME
    there.parent.mkdir()
    there.write_bytes(b"hers")
    dialog.make.click()

    assert dialog.wanted is None
    assert "đã có tệp này" in dialog.error.text()
    assert there.read_bytes() == b"hers"


def test_another_place_another_register_and_the_sample_can_be_chosen(dialog, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "usb"), ""))
    dialog.browse.click()
    assert dialog.place.text() == str(tmp_path / "usb.sodp")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "cũ.db"), ""))
    dialog.others.click()
    assert dialog.wanted == Wanted(path=tmp_path / "cũ.db", way=Way.OPEN)

    dialog.sample.click()
    assert dialog.wanted == Wanted(path=paths.sample_database(), way=Way.SAMPLE)


def test_the_last_register_opens_without_a_question(sample, tmp_path):
    assert first_start.known() is None

    Places().note(sample.path)

    assert first_start.known() == Wanted(path=sample.path, way=Way.OPEN)


def test_the_register_of_an_earlier_version_is_found():
    earlier = paths.earlier_database()
    earlier.parent.mkdir(parents=True)
    earlier.touch()

    assert first_start.known() == Wanted(path=earlier, way=Way.OPEN)


def test_a_register_that_is_gone_is_asked_for_and_not_replaced_by_another(qtbot, tmp_path):
    earlier = paths.earlier_database()
    earlier.parent.mkdir(parents=True)
    earlier.touch()
    gone = tmp_path / "USB" / "sổ.sodp"
    Places().note(gone)
    assert first_start.known() is None

    dialog = FirstStart(Places().last())
    qtbot.addWidget(dialog)
    dialog.again.click()
    assert (dialog.wanted, dialog.error.text()) == (None, "Vẫn không thấy sổ ở chỗ đó.")
    gone.parent.mkdir()
    gone.touch()
    dialog.again.click()
    assert dialog.wanted == Wanted(path=gone, way=Way.OPEN)


def test_who_leaves_the_question_starts_nothing(monkeypatch, qapp):
    monkeypatch.setattr(FirstStart, "exec", lambda self: self.reject())

    assert main([]) == 0
    assert not list(paths.data_folder().rglob("*.sodp"))
    assert not list(paths.data_folder().rglob("*.db"))


def test_what_was_opened_is_remembered_and_the_sample_is_not(monkeypatch, qapp, sample):
    def sit(*_: object) -> int:
        for one in QApplication.topLevelWidgets():
            one.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", sit)

    assert main([str(sample.path)]) == 0
    assert main(["--sample"]) == 0
    assert [one.path for one in Places().recent()] == [sample.path]


def test_what_this_pc_remembers_never_lies_in_the_register(window, sample, tmp_path):
    Places().note(sample.path)
    Places().note_folder("Xuất Excel", tmp_path)
    window.close()

    assert str(tmp_path).encode() not in sample.path.read_bytes()


# --- the menu


@pytest.fixture
def recent(window):
    return window._files.recent


def entries(recent) -> list[tuple[str, bool]]:
    recent.read()
    actions = [one for one in recent.menu.actions() if not one.isSeparator()]
    return [(one.text().partition("  (")[0], one.isEnabled()) for one in actions]


def test_an_empty_list_says_so(recent):
    assert entries(recent)[0] == ("Chưa có sổ nào", False)


def test_the_menu_lists_what_was_opened_and_greys_what_is_gone(recent, sample, tmp_path):
    (tmp_path / "A&B.sodp").touch()
    for path in (tmp_path / "mất.sodp", tmp_path / "A&B.sodp", sample.path):
        Places().note(path)

    assert entries(recent) == [
        ("&1 so.db", False), ("&2 A&&B.sodp", True), ("&3 mất.sodp", False),
        ("Ghim sổ đang mở", True), ("Bỏ các sổ không còn thấy", True),
    ]  # fmt: skip
    assert "không thấy" in recent.menu.actions()[2].text()
    recent.menu.actions()[-1].trigger()
    assert [one.path.name for one in Places().recent()] == ["so.db", "A&B.sodp"]


def test_an_entry_opens_its_register(recent, tmp_path, monkeypatch):
    opened: list[Path] = []
    recent.chosen.connect(opened.append)
    (tmp_path / "b.sodp").touch()
    Places().note(tmp_path / "b.sodp")
    monkeypatch.setattr("coordapp.ui.shell.file_menu.start", lambda _: None)
    recent.read()

    recent.menu.actions()[0].trigger()

    assert opened == [tmp_path / "b.sodp"]


def test_the_open_register_is_pinned_and_unpinned(recent, sample):
    recent.read()
    recent.menu.actions()[-1].trigger()
    assert [(one.path, one.is_pinned) for one in Places().recent()] == [(sample.path, True)]
    assert entries(recent)[0][0] == "&1 ★ so.db"

    recent.menu.actions()[-1].trigger()
    assert [one.is_pinned for one in Places().recent()] == [False]
