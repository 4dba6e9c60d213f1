"""Vietnamese text: composed for the disk, folded for the search."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.kernel.text import fold, lowered, nfc, one_line, words

VIETNAMESE = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ "
)
vietnamese_text = st.text(VIETNAMESE + VIETNAMESE.upper())


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đẩy mạnh", "day manh"),
        ("ĐỒNG BÀO", "dong bao"),
        ("nghị quyết", "nghi quyet"),
        ("ƯƠNG ương", "uong uong"),
        ("NV-2018-001", "nv-2018-001"),
        ("", ""),
    ],
)
def test_folding_drops_tones_case_and_the_bar_of_d(text, folded):
    assert fold(text) == folded


@given(vietnamese_text)
def test_folded_vietnamese_is_plain_ascii_in_small_letters(text):
    folded = fold(text)

    assert folded.isascii()
    assert folded == folded.lower()


@given(vietnamese_text)
def test_folding_does_not_care_how_the_letters_are_composed(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(vietnamese_text)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_composing_twice_changes_nothing(text):
    assert nfc(nfc(text)) == nfc(text)


@given(vietnamese_text)
def test_composed_text_has_one_letter_for_each_letter(text):
    assert nfc(unicodedata.normalize("NFD", text)) == text


def test_composing_keeps_blanks_and_line_ends():
    assert nfc(" a\n\tb\xa0 ") == " a\n\tb\xa0 "


def test_lowered_text_keeps_its_tones():
    assert lowered("ĐẨY MẠNH") == "đẩy mạnh"


def test_words_are_runs_of_letters_and_digits():
    assert words('nv-2018-001 "đẩy"; --') == ("nv", "2018", "001", "đẩy")


@given(st.text())
def test_one_line_has_no_line_ends_and_no_double_blanks(text):
    joined = one_line(text)

    assert "\n" not in joined
    assert "  " not in joined
    assert joined == joined.strip()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("nửa \ud83d chữ", "nửa  chữ"),
        ("một\x00hai\x1bba\x7f", "mộthaiba"),
        ("ba\x1ebốn", "ba\u2011bốn"),
        ("dòng một\ndòng\thai\r\nba", "dòng một\ndòng\thai\r\nba"),
        ("chữ 😀", "chữ 😀"),
    ],
)
def test_halves_of_letters_and_controls_stay_outside(typed, kept):
    assert nfc(typed) == kept
    nfc(typed).encode("utf-8")
