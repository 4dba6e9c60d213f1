"""Reading a notice costs a small multiple of folding its letters, however long it is."""

import time

import pytest

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.conclusions.reading.notice import NoticeReader
from coordapp.domain.kernel.text import fold
from tests.bench.pairs import ratio
from tests.domain.conclusions.reading.scoring import addressees, context, text_of

pytestmark = [pytest.mark.bench, pytest.mark.timeout(300)]

PAGES = ("a-state-notice", "b-standing-board", "d-telegram")  # three pages together
READER = NoticeReader(addressees())
FOLDS = 100  # folding three pages takes about 0.2 ms


def test_three_pages_are_read_in_the_time_of_folding_them_often() -> None:
    texts = [(text_of(name), context(name)) for name in PAGES]

    def read() -> None:
        for text, told in texts:
            READER.read(text, told)

    def floor() -> None:
        for _ in range(FOLDS):
            for text, _ in texts:
                fold(text)

    assert ratio("reading three pages", read, floor, rounds=7, clock=time.process_time) <= 1.2


@pytest.mark.parametrize("joint", ["\n", " "], ids=["lines", "one line"])
def test_the_time_grows_with_the_letters(joint: str) -> None:
    page = text_of("b-standing-board").replace("\n", joint)
    told: DeadlineContext = context("b-standing-board")
    short, long = page * 15, page * 60

    def read_short() -> None:
        for _ in range(4):
            READER.read(short, told)

    taken = ratio(
        "four times the letters",
        lambda: READER.read(long, told),
        read_short,
        rounds=3,
        clock=time.process_time,
    )

    assert taken <= 1.5
