"""The colours can be read."""

import pytest

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
def test_every_pair_of_words_and_ground_has_enoughcontrast(palette):
    weak = [pair for pair in _pairs(palette) if contrast(*pair) < 4.5]

    assert weak == []
