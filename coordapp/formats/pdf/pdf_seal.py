"""The code of signed minutes on paper: at the foot of every page, and for machines to find."""

from typing import Any

from reportlab.lib.units import mm

from coordapp.formats.pdf import pdf_style

_SIZE = 9
_BASELINE = 9 * mm


def draw_code(canvas: Any, code: str) -> None:
    """Print the code of signed minutes at the lower left; nothing for minutes not signed."""
    if code:
        canvas.setFont(pdf_style.font(), _SIZE)
        canvas.drawString(pdf_style.LEFT, _BASELINE, f"Mã kiểm tra: {code}")


def keywords(code: str) -> str:
    """Give what the file itself carries: plain letters, which any program finds in its bytes."""
    return f"CoordApp {code}" if code else ""
