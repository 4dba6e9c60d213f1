"""Known words: one spelling for each, and where each stood."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.deadline_forms.words import in_words, segments


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Trước  ngày 15 – 3", "truoc ngay 15 - 3"),
        ("TRƯỚC NGÀY 15/3", "truoc ngay 15/3"),
        ("Giao Sở Nội vụ báo cáo", "giao _ bao cao"),
        ("quý II, quỹ II, quy II", "quy ii, _ ii, _ ii"),
        ("thứ Sáu sau", "thu six sau"),
        ("thu sau", "thu sau"),
        ("T4/2018", "t4/2018"),
        ("ngày 15\n tháng 3", "ngay 15 thang 3"),
        ("ngày 15\n– 2 –\ntháng 3", "ngay 15 thang 3"),
        ("\u200bngày\ufeff 15", "ngay 15"),
        ("“ngày 15”", "#ngay 15#"),
    ],
)
def test_text_becomes_known_words(text, known):
    assert in_words(text).text == known
    assert in_words(unicodedata.normalize("NFD", text)).text == known


def test_marks_count_only_where_they_were_typed():
    assert in_words("nam 2018, năm 2018").text == "_ 2018, nam 2018"
    assert in_words("nam 2018").text == "nam 2018"
    assert in_words("nam 2018, năm 2018, quỹ", is_bare=True).text == "nam 2018, nam 2018, _"


def test_a_place_is_given_as_it_was_written():
    text = "Giao  Sở Nội vụ, trước  ngày 15."
    words = in_words(text)
    start = words.text.index("truoc")

    first, last = words.place(start, words.text.index("."))

    assert text[first:last] == "trước  ngày 15"


def test_the_end_of_a_long_run_of_other_words_is_cut():
    text = "sau khi nông dân thôn xóm quanh vùng đập nước đồng thuận"
    words = in_words(text)

    start, end = words.place(0, len(words.text))

    assert text[start:end] == "sau khi nông dân thôn xóm quanh vùng"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("a b\nc", ["a b\nc"]),
        ("a\n\nb", ["a", "b"]),
        ("a\n- b\n2. c", ["a", "- b", "2. c"]),
        ("a\tb", ["a", "b"]),
        ("", [""]),
    ],
)
def test_text_is_cut_where_no_sentence_goes_on(text, pieces):
    assert [piece for _, piece in segments(text)] == pieces
    assert all(text[start:].startswith(piece) for start, piece in segments(text))


@given(st.text(), st.sampled_from((None, True, False)))
def test_every_place_lies_in_the_text_and_in_order(text, is_bare):
    words = in_words(text, is_bare=is_bare)
    places = [words.place(at, at + 1) for at in range(len(words.text))]

    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)
