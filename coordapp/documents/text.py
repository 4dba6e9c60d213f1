"""Text as it may go on paper or into a table: composed, without control characters."""

import re
import unicodedata

# Word breaks a line inside a paragraph with \x0b, web pages and rich editors with U+2028
_LINE_END = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_KEPT_CONTROLS = frozenset("\n\t")
_NEVER_PRINTED = frozenset(("Cc", "Cs"))
_NONCHARACTERS = frozenset("\ufffe\uffff")


def printable(text: str) -> str:
    r"""Compose the text (NFC), make line ends `\\n`, drop what no paper can show."""
    lines = _LINE_END.sub("\n", text)
    if not lines.isprintable():
        lines = "".join(letter for letter in lines if _is_shown(letter))
    return unicodedata.normalize("NFC", lines)


def _is_shown(letter: str) -> bool:
    if letter in _KEPT_CONTROLS:
        return True
    return letter not in _NONCHARACTERS and unicodedata.category(letter) not in _NEVER_PRINTED
