"""Texts in the letters of old fonts are told from Unicode, and from other languages."""

import pytest

from coordapp.domain.importing.legacy_fonts import (
    Legacy,
    in_unicode,
    is_syllable,
    recognised,
    to_unicode,
)

UNICODE = "Đẩy mạnh công tác dân vận khéo; Hội Nông dân tỉnh chủ trì"
TCVN3 = "§Èy m¹nh c«ng t¸c d©n vËn khÐo; Héi N«ng d©n tØnh chñ tr×"
VNI = "Ñaåy maïnh coâng taùc daân vaän kheùo; Hoäi Noâng daân tænh chuû trì"


@pytest.mark.parametrize(("text", "legacy"), [(TCVN3, Legacy.TCVN3), (VNI, Legacy.VNI)])
def test_old_letters_are_recognised_and_read(text: str, legacy: Legacy) -> None:
    assert recognised((part, None) for part in text.split(";")) == (legacy,)
    assert to_unicode(text, legacy) == UNICODE


def test_the_soft_hyphen_of_tcvn3_is_a_letter() -> None:
    assert to_unicode("ng\xadêi", Legacy.TCVN3) == "người"


def test_capitals_of_vni_carry_capital_marks() -> None:
    assert to_unicode("BOÄ CHÆ HUY QUAÂN SÖÏ", Legacy.VNI) == "BỘ CHỈ HUY QUÂN SỰ"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(UNICODE, id="Vietnamese in Unicode"),
        pytest.param("Café crème à la mode, naïveté", id="French"),
        pytest.param("Bao cao quy I khong dau", id="without marks"),
        pytest.param("§ 5 ® © 2018", id="signs"),
        pytest.param("", id="nothing"),
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    assert recognised([(text, None)]) == ()
    assert in_unicode(text, tuple(Legacy)) == text


def test_each_cell_of_a_register_of_many_years_is_asked_alone() -> None:
    cells = [*((text, None) for text in (TCVN3, UNICODE, VNI, TCVN3)), ("Héi", Legacy.TCVN3)]

    alphabets = recognised(cells)

    assert alphabets == (Legacy.TCVN3, Legacy.VNI)
    assert [in_unicode(text, alphabets, font) for text, font in cells] == [*[UNICODE] * 4, "Hội"]


def test_the_font_of_a_cell_goes_before_the_alphabets_of_the_file() -> None:
    assert in_unicode("Héi", (Legacy.VNI,)) == "Héi"
    assert in_unicode("Héi", (Legacy.VNI,), Legacy.TCVN3) == "Hội"


@pytest.mark.parametrize(
    "word", ["nghiêng", "quyết", "khuỷu", "giếng", "gì", "xoong", "Ước", "THUỞ", "huỳnh", "yêu"]
)
def test_vietnamese_syllables_are_known(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Noäi", "chµo", "Caùc", "tÊt", "ắằ", "strength", "hôỗ"])
def test_what_no_vietnamese_word_looks_like_is_told(word: str) -> None:
    assert not is_syllable(word)
