"""Large text of Windows is large text of the program, until a person chooses another size."""

import pytest

from coordapp.settings import Settings
from coordapp.ui.look import text_scale, theme
from coordapp.ui.shell import look_menu


@pytest.mark.parametrize(
    ("kept", "meant"),
    [(None, 100), (100, 100), (150, 150), (225, 225), (226, 100), (0, 100), ("150", 100)],
)
def test_what_windows_keeps_is_read_and_anything_else_asks_for_nothing(kept, meant):
    assert text_scale.per_cent(kept) == meant


@pytest.mark.parametrize(("asked", "px"), [(100, 13), (115, 15), (125, 16), (150, 20), (225, 20)])
def test_the_type_grows_with_what_was_asked_of_windows(qapp, tmp_path, monkeypatch, asked, px):
    monkeypatch.setattr(text_scale, "asked_of_windows", lambda: asked)
    try:
        look_menu.dress(qapp, Settings(tmp_path / "settings.json"))
        assert theme.base_px() == px
    finally:
        theme.apply(qapp, dark=False)


def test_a_size_chosen_in_the_program_comes_first(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(text_scale, "asked_of_windows", lambda: 150)
    settings = Settings(tmp_path / "settings.json")
    settings.put(look_menu.TYPE_SIZE, 12)
    try:
        look_menu.dress(qapp, settings)
        assert theme.base_px() == 12
    finally:
        theme.apply(qapp, dark=False)
