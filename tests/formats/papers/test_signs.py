"""Signs of other programs reach paper as letters that a font of ours has."""

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.formats.papers.signs import for_paper
from coordapp.formats.pdf import pdf_paper, pdf_style
from tests.formats import read_pdf
from tests.formats.report_minutes import a_minutes, speaking

_SIGNS = "☐ ☑ ☒ ✓ ✔ ✗ ① ② ⑩ ★ ➔ ❖ ⇒ ∈"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("ba\u2011bốn", "ba-bốn"),
        ("ba\x1ebốn", "ba-bốn"),
        ("ba\x1fbốn", "babốn"),
        ("ba\u00adbốn", "babốn"),
        ("\uf0b7 một", "• một"),
        ("\uf0d8 hai", "► hai"),
        ("\uf0a8 chưa \uf0fe rồi", "☐ chưa ☑ rồi"),
        ("dòng\x0bmới", "dòng\nmới"),
    ],
)
def test_what_word_writes_its_own_way_is_written_as_any_font_has_it(typed: str, shown: str) -> None:
    assert for_paper(typed) == shown


@pytest.mark.parametrize("code", [*range(0x2000, 0x2070), 0x2212, 0x20AB, *range(0xF020, 0xF100)])
def test_no_hyphen_space_or_bullet_is_lost_without_a_trace(code: int) -> None:
    text = f"a{chr(code)}b"
    assert len(pdf_style.drawable(text)) >= 2


@pytest.mark.parametrize("code", [*range(0x2010, 0x2016), *range(0x2000, 0x200B), 0x2022, 0x2043])
def test_every_hyphen_space_and_bullet_has_a_glyph(code: int) -> None:
    assert pdf_style.without_glyph(chr(code)) == ()


def test_signs_are_drawn_in_the_second_font() -> None:
    data = pdf_paper.build(speaking(f"Các mục {_SIGNS} đã rà"))
    assert _SIGNS in read_pdf.joined(data)
    assert pdf_style.SIGNS in {name.rpartition("+")[2] for name in read_pdf.fonts(data)}


def test_a_line_with_signs_is_as_wide_as_its_parts() -> None:
    def width(text: str) -> float:
        return pdf_style.width_of(text, 14, bold=True)

    assert width("mục ☑ rồi") == pytest.approx(width("mục ") + width("☑") + width(" rồi"))
    assert width("☑") > 5


def test_letters_no_font_has_are_named_once() -> None:
    assert pdf_style.without_glyph("được 😀 rồi 😀, 漢 ☐ \u2011") == ("😀", "漢")


def test_ordinary_papers_carry_no_second_font() -> None:
    assert pdf_style.SIGNS not in str(read_pdf.fonts(pdf_paper.build(a_minutes())))
    assert a_minutes().style is DocumentStyle.PARTY
