"""The colours can be read."""

import re

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QMainWindow, QPlainTextEdit, QPushButton

from coordapp.ui.look import theme
from coordapp.ui.look.style import sheet
from coordapp.ui.look.theme import Tone
from coordapp.ui.look.tokens import DARK, LIGHT, Palette


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(first: str, second: str) -> float:
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _pairs(p: Palette) -> list[tuple[str, str]]:
    grounds = (p.window, p.side, p.surface, p.header, p.hover, p.accent_ground)
    pairs = [(fg, bg) for fg in (p.text, p.secondary, p.accent) for bg in grounds]
    pairs += [(p.on_accent, p.accent), (p.on_accent, p.accent_strong)]
    pairs += [(p.window, p.text), (p.toast_action, p.text)]
    pills = [getattr(p, tone.value) for tone in Tone]
    return pairs + [(pill.fg, pill.bg) for pill in pills]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_words_and_ground_has_enough_contrast(palette):
    weak = [pair for pair in _pairs(palette) if contrast(*pair) < 4.5]

    assert weak == []


# --- what is not told by colour alone, and what can be seen by everyone

_EDGED = ("QLineEdit", "QPlainTextEdit", "QComboBox", "QSpinBox", "QPushButton", "QListWidget")


def _grounds(palette):
    return (palette.window, palette.side, palette.surface, palette.header)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_and_the_ring_of_the_focus_stand_out_from_every_ground(palette):
    for ground in _grounds(palette):
        assert contrast(palette.edge, ground) >= 3.0, ground
    for ground in (*_grounds(palette), palette.hover, palette.accent_ground):
        assert contrast(palette.accent, ground) >= 3.0, ground


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("base", [11, 13, 18])
def test_every_field_and_button_has_such_an_edge(palette, base):
    for selectors, body in _rules(sheet(palette, base, "")):
        borders = re.findall(r"border(?:-color)?:[^;]*?(#[0-9A-Fa-f]{6}|transparent|none)", body)
        for selector in selectors:
            if not selector.startswith(_EDGED) or "::" in selector or ":disabled" in selector:
                continue
            for colour in borders:
                if colour.startswith("#"):
                    assert contrast(colour, palette.surface) >= 3.0, (selector, colour)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", [QLineEdit, QPushButton, QComboBox, QPlainTextEdit])
def test_the_edge_is_what_is_painted(qtbot, qapp, kind, dark):
    theme.apply(qapp, dark)
    ground = QMainWindow()
    try:
        qtbot.addWidget(ground)
        ground.setStyleSheet(f"background: {theme.current().window};")
        ground.resize(240, 120)
        part = kind(ground)
        part.setGeometry(20, 20, 180, 60)
        ground.show()
        image = ground.grab().toImage()
        edge = image.pixelColor(20, 50).name()
        beside = image.pixelColor(10, 50).name()
        assert contrast(edge, beside) >= 3.0, (edge, beside)
    finally:
        theme.apply(qapp, dark=False)


def _rules(text):
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        yield [one.strip() for one in selectors.split(",")], body
