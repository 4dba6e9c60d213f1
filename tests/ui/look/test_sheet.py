"""Every colour of words that the style sheet names can be read where it is written."""

import re

import pytest

from coordapp.ui.look.style import sheet
from coordapp.ui.look.tokens import DARK, LIGHT, Palette
from tests.ui.look.test_theme import contrast

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
COLOUR = re.compile(r"(?<![-\w])color:\s*(#[0-9A-Fa-f]{6})")
GROUND = re.compile(r"(?<![-\w])background:\s*(#[0-9A-Fa-f]{6})")
SELECTION = re.compile(
    r"selection-background-color:\s*(#[0-9A-Fa-f]{6});\s*selection-color:\s*(#[0-9A-Fa-f]{6})"
)
# what cannot be used is said by its paleness; the rules of contrast leave it out
PALE = "disabled"

each_look = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])


def rules(palette: Palette) -> list[tuple[str, str]]:
    text = sheet(palette, 13, "icons")
    return [(" ".join(of.split()), body) for of, body in RULE.findall(text)]


def grounds(palette: Palette, of: str, body: str) -> list[str]:
    """Give what words of a rule may stand on: its own ground, else all that it may lie over."""
    own = GROUND.findall(body)
    if own:
        return own
    if "toast" in of:
        return [palette.text]
    if "QStatusBar" in of or "QMenuBar" in of or "#nav" in of:
        return [palette.side]
    if "primary" in of:
        return [palette.accent, palette.accent_strong]
    return [palette.window, palette.surface, palette.header]


@each_look
def test_words_can_be_read_on_every_ground_they_may_stand_on(palette):
    weak = [
        (of, colour, ground, round(contrast(colour, ground), 2))
        for of, body in rules(palette)
        if PALE not in of
        for colour in COLOUR.findall(body)
        for ground in grounds(palette, of, body)
        if contrast(colour, ground) < 4.5
    ]

    assert weak == []


@each_look
def test_what_is_selected_can_be_read(palette):
    pairs = [pair for _, body in rules(palette) for pair in SELECTION.findall(body)]

    assert len(pairs) >= 3
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []


def test_the_test_reads_the_rules_there_are():
    named = [of for of, body in rules(LIGHT) if COLOUR.search(body)]

    assert len(named) > 30
