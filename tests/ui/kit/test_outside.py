"""Handing files to other programs: their answer is heard, and where there is none it is said."""

import ast

import pytest
from PySide6.QtGui import QDesktopServices

from coordapp.paths import PACKAGE
from coordapp.ui.kit import outside
from coordapp.ui.kit.run import Runner
from coordapp.ui.widgets.progress_strip import ProgressStrip


@pytest.mark.parametrize("module", sorted((PACKAGE / "ui").rglob("*.py")), ids=lambda one: one.stem)
def test_the_answer_of_the_system_is_never_thrown_away(module):
    ignored = [
        node.lineno
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
        and node.value.func.attr in ("openUrl", "hand_over")
    ]

    assert ignored == []


def test_what_nothing_opens_is_said_with_its_place(tmp_path):
    paper = tmp_path / "biên bản.pdf"
    assert "Không còn thấy tệp" in outside.no_program(paper)
    paper.touch()
    assert str(tmp_path) in outside.no_program(paper)
    assert str(tmp_path) in outside.no_program(tmp_path)


def test_a_file_made_that_nothing_opens_is_told_where_it_was_made(qtbot, tmp_path, monkeypatch):
    strip = ProgressStrip(Runner())
    qtbot.addWidget(strip)
    paper = tmp_path / "biên bản.pdf"
    paper.touch()
    strip._target = paper
    strip.finish("Đã lưu biên bản.pdf")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)

    strip._file.click()
    assert strip.text() == outside.no_program(paper)
    strip._folder.click()
    assert strip.text() == outside.no_program(tmp_path)
