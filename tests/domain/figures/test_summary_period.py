"""A review report knows the name, the years and the last day of its period."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coordapp.domain.calendar.report_period import SpanKind, span_of
from coordapp.domain.figures.summary_period import period_of
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.summaries.summary import SummaryKind

LATER = date(2030, 1, 1)


@pytest.mark.parametrize(
    ("since", "until", "name", "years", "kind"),
    [
        (date(2017, 1, 1), date(2017, 12, 31), "năm 2017", (2017,), SummaryKind.FINAL),
        (date(2016, 12, 15), date(2017, 12, 14), "năm 2017", (2017,), SummaryKind.FINAL),
        (date(2018, 1, 1), date(2018, 6, 30), "6 tháng đầu năm 2018", (2018,), SummaryKind.INTERIM),
        (date(2018, 1, 1), date(2018, 3, 31), "quý I/2018", (2018,), SummaryKind.INTERIM),
        (date(2016, 1, 1), date(2017, 12, 31), "giai đoạn 2016-2017", (2016, 2017),
         SummaryKind.FINAL),
        (date(2018, 3, 5), date(2018, 3, 9), "từ ngày 05/3/2018 đến ngày 09/3/2018", (2018,),
         SummaryKind.INTERIM),
    ],
)  # fmt: skip
def test_a_period_is_named_as_offices_name_it(
    since: date, until: date, name: str, years: tuple[int, ...], kind: SummaryKind
) -> None:
    found = period_of(since, until, LATER, 14)

    assert (found.name, found.years, found.kind) == (name, years, kind)
    assert found.is_over
    assert found.as_of == until


def test_a_period_that_goes_on_is_told_as_of_today() -> None:
    found = period_of(date(2018, 1, 1), date(2018, 12, 31), date(2018, 3, 31), 14)

    assert found.as_of == date(2018, 3, 31)
    assert not found.is_over


@pytest.mark.parametrize(
    ("since", "until", "today", "code"),
    [
        (date(2018, 1, 2), date(2018, 1, 1), LATER, "summary_reversed"),
        (date(2018, 1, 2), date(2018, 2, 1), date(2018, 1, 1), "summary_not_begun"),
        (date(17, 1, 1), date(2018, 2, 1), LATER, "year_range"),
    ],
)
def test_what_is_no_period_is_refused(since: date, until: date, today: date, code: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        period_of(since, until, today, 14)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("period", "held"),
    [("2017", True), ("2017-Q4", True), ("2017-03", True), ("2016", False), ("2018-Q1", False),
     ("2017-H1", True), ("2017-9M", True), ("2016-12", False)],
)  # fmt: skip
@pytest.mark.parametrize("report_year", [True, False])
def test_a_year_holds_the_figures_that_end_in_it(
    period: str, held: bool, *, report_year: bool
) -> None:
    since, until = date(2017, 1, 1), date(2017, 12, 31)
    if report_year:
        since, until = date(2016, 12, 15), date(2017, 12, 14)

    assert period_of(since, until, LATER, 14).holds(period) is held


@given(
    st.dates(date(1946, 1, 1), date(2099, 12, 31)), st.integers(0, 4000), st.integers(-4000, 4000)
)
def test_the_figures_are_never_of_a_day_outside(since: date, days: int, later: int) -> None:
    until = min(since + timedelta(days), date(2100, 12, 31))
    today = since + timedelta(max(later, 0))

    found = period_of(since, until, today, 14)

    assert since <= found.as_of <= min(until, today)
    assert set(found.years) <= set(range(since.year, until.year + 1))
    assert found.years[-1] == until.year


@given(st.sampled_from(SpanKind), st.dates(date(1950, 1, 1), date(2099, 1, 1)), st.integers(0, 31))
def test_every_report_period_keeps_its_name(kind: SpanKind, day: date, cutoff: int) -> None:
    span = span_of(kind, day, cutoff)

    found = period_of(span.start, span.end, date(2101, 1, 1), cutoff)

    assert found.name == span.name
