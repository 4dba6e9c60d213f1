"""Papers bear the symbols of their style, and minutes say what they lack to be signed."""

from dataclasses import replace

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import (
    CODES,
    DocumentType,
    missing_to_sign,
    seal_code,
    symbol,
)
from tests.build import a_conclusion, a_conference

PARTY, STATE = DocumentStyle.PARTY, DocumentStyle.STATE


@pytest.mark.parametrize(
    ("style", "number", "kind", "body", "written"),
    [
        (PARTY, 5, DocumentType.NOTICE, "BCĐ", "05-TB/BCĐ"),
        (STATE, 5, DocumentType.NOTICE, "BCĐ", "05/TB-BCĐ"),
        (PARTY, 123, DocumentType.LETTER, "BCĐ", "123-CV/BCĐ"),
        (STATE, 7, DocumentType.LETTER, "BCĐ", "07/BCĐ"),
        (PARTY, None, DocumentType.INVITATION, "", "-GM/BCĐ"),
    ],
)
def test_a_number_is_written_in_the_style_of_the_paper(style, number, kind, body, written):
    assert symbol(style, number, kind, body) == written


def test_a_number_not_given_yet_leaves_the_room_that_is_asked_for():
    assert symbol(PARTY, None, DocumentType.NOTICE, "BCĐ", blank="......") == "......-TB/BCĐ"


def test_every_type_of_paper_has_a_code():
    assert set(CODES) == set(DocumentType)


def test_the_code_of_a_seal_is_its_beginning_in_two_halves():
    assert seal_code("3f9a21c07b" + "0" * 54) == "3F9A2-1C07B"
    assert seal_code("") == ""


COMPLETE = a_conference(minutes_number=4)
ONE, TWO = a_conclusion(number=1), a_conclusion(number=2)


@pytest.mark.parametrize(
    ("conference", "conclusions", "lacking"),
    [
        pytest.param(COMPLETE, [ONE, TWO], [], id="nothing"),
        pytest.param(replace(COMPLETE, minutes_number=None), [ONE], ["số biên bản"], id="number"),
        pytest.param(COMPLETE, [], ["kết luận"], id="conclusions"),
        pytest.param(COMPLETE, [ONE, ONE], ["số riêng của từng kết luận"], id="one number twice"),
        pytest.param(
            COMPLETE, [replace(ONE, number=0)], ["số riêng của từng kết luận"], id="no number"
        ),
        pytest.param(
            COMPLETE, [replace(ONE, text=" ")], ["nội dung của từng kết luận"], id="no words"
        ),
    ],
)
def test_minutes_say_what_they_lack_to_be_signed(conference, conclusions, lacking):
    assert missing_to_sign(conference, conclusions) == lacking
