"""Hyphens, spaces and bullets of other programs, as papers write them."""

from coordapp.domain.kernel.text import printable

_BULLET, _ARROW, _BOX, _TICK = "•", "►", "☐", "☑"
_ON_PAPER = {
    # what Word keeps apart from a hyphen: no break here, a break here, nothing
    0x1E: "-",
    0x1F: "",
    0x00AD: "",
    0x2010: "-",
    0x2011: "-",
    0x2043: _BULLET,
    0x2023: _ARROW,
    0x27A2: _ARROW,
    0x2028: "\n",
    0x2029: "\n",
    # letters of the fonts Symbol and Wingdings, which have no place in Unicode
    **dict.fromkeys((0xF0B7, 0xF06C, 0xF09F, 0xF0A1), _BULLET),
    **dict.fromkeys((0xF0A7, 0xF06E), "▪"),
    **dict.fromkeys((0xF0D8, 0xF0D7, 0xF0E0, 0xF0E8), _ARROW),
    **dict.fromkeys((0xF0A8, 0xF06F, 0xF071, 0xF072), _BOX),
    **dict.fromkeys((0xF0FE, 0xF053, 0xF052), _TICK),
    0xF0FC: "✓",
    0xF0FB: "✗",
    0xF02D: "-",
    0xF0AB: "★",
    0xF076: "◆",
}


def for_paper(text: str) -> str:
    """Clean the text, and write what other programs put in as any font has it."""
    if text.isascii() and text.isprintable():
        return text
    return printable(text.translate(_ON_PAPER))
