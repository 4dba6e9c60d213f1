"""What a file is, beside the signed papers of the register, is said in one sentence."""

from datetime import date

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import Document, DocumentType
from coordapp.domain.documents.verification import Answer, Verdict
from coordapp.domain.kernel.ids import DocumentId

PAPER = Document(
    id=DocumentId(1), type=DocumentType.MINUTES, style=DocumentStyle.PARTY, symbol="01-BB/BCĐ",
    issued_on=date(2018, 3, 16),
)  # fmt: skip


@pytest.mark.parametrize("answer", Answer)
def test_every_answer_is_a_whole_sentence(answer):
    told = Verdict(answer=answer, paper=PAPER, code="3F9A2-1C07B").sentence

    assert told.endswith(".")
    assert "{" not in told


def test_only_what_was_signed_or_issued_is_good():
    good = [answer for answer in Answer if Verdict(answer=answer).is_good]

    assert good == [Answer.SIGNED, Answer.ISSUED]


def test_the_paper_is_named_by_its_symbol_and_its_day():
    told = Verdict(answer=Answer.SIGNED, paper=PAPER, code="3F9A2-1C07B").sentence

    assert "Biên bản 01-BB/BCĐ ngày 16/03/2018" in told
    assert "3F9A2-1C07B" in told


def test_a_paper_without_a_day_is_named_without_one():
    undated = Document(
        id=DocumentId(1), type=DocumentType.MINUTES, style=DocumentStyle.PARTY, symbol="01-BB/BCĐ"
    )

    assert "ngày" not in Verdict(answer=Answer.ALTERED, paper=undated, code="X").sentence
