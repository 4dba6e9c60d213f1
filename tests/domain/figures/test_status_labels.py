"""The words of the status table say which day, period and comparison a number is of."""

from datetime import date

import pytest

from coordapp.domain.figures.status import Basis, StatusFigure, StatusQuestion, tabulate
from coordapp.domain.figures.status_labels import (
    FIGURE,
    before_title,
    before_words,
    caption,
    compared,
    left_out,
    percent,
    rule,
)

DAY = date(2018, 3, 31)
TO_DAY = StatusQuestion(day=DAY)
OF_QUARTER = StatusQuestion(day=DAY, since=date(2017, 12, 15), name="Quý I/2018")


@pytest.mark.parametrize("figure", StatusFigure)
def test_every_number_says_its_rule(figure):
    assert rule(figure, TO_DAY).endswith(".")
    assert "{" not in rule(figure, TO_DAY)
    assert FIGURE[figure]


def test_a_caption_names_the_day_and_the_deadline_that_counts():
    assert caption(TO_DAY) == "Số liệu tính đến ngày 31/3/2018, theo thời hạn đã gia hạn"
    assert caption(StatusQuestion(day=DAY, basis=Basis.ORIGINAL)).endswith("theo hạn ban đầu")


def test_a_caption_names_the_period_first():
    assert caption(OF_QUARTER).startswith("Kỳ Quý I/2018, từ ngày 15/12/2017. Số liệu")


@pytest.mark.parametrize(
    ("question", "words", "title"),
    [
        (TO_DAY, "Cùng kỳ năm trước", "Cùng kỳ năm trước (đến 31/3/2018)"),
        (OF_QUARTER, "Kỳ trước", "Kỳ trước (Quý I/2018)"),
    ],
)
def test_a_day_is_compared_with_the_year_before_and_a_period_with_the_one_before(
    question, words, title
):
    assert (before_words(question), before_title(question)) == (words, title)


def test_a_table_says_what_it_is_compared_with():
    before = tabulate([], [], StatusQuestion(day=date(2017, 3, 31)))
    period = tabulate([], [], StatusQuestion(day=DAY, since=DAY, name="Quý IV/2017"))

    assert compared(tabulate([], [], TO_DAY, before)) == (
        "So với cùng kỳ năm trước: tính đến ngày 31/3/2017"
    )
    assert compared(tabulate([], [], OF_QUARTER, period)) == "So với kỳ trước: Quý IV/2017"
    assert compared(tabulate([], [], TO_DAY)) == "So với cùng kỳ năm trước: chưa có kỳ trước"


def test_what_is_left_out_is_named():
    assert left_out(tabulate([], [], TO_DAY)).startswith(
        "Không tính 0 nhiệm vụ dự thảo, 0 nhiệm vụ đã hủy."
    )
    assert "hoàn thành trước kỳ" not in left_out(tabulate([], [], TO_DAY))
    assert "0 nhiệm vụ hoàn thành trước kỳ" in left_out(tabulate([], [], OF_QUARTER))


@pytest.mark.parametrize(
    ("rate", "written"), [(None, "–"), (0.0, "0,0 %"), (0.9176, "91,8 %"), (1.0, "100,0 %")]
)
def test_a_rate_is_written_as_papers_do(rate, written):
    assert percent(rate) == written
