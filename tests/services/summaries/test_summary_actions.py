"""Versions of a review report: started, typed in, kept with their figures, and compared."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.figures.summary_figures import all_figures
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.summaries.summary import Summary, SummaryPart
from coordapp.services.indicators import indicator_actions
from coordapp.services.summaries import summary_actions, summary_differing, summary_reading
from coordapp.services.summaries.summary_reading import SummaryRequest
from coordapp.store import Store
from coordapp.store.finding import search_hits
from coordapp.store.past import summary_queries
from coordapp.store.queries import indicator_queries

TODAY = date(2018, 3, 31)
QUARTER = (date(2018, 1, 1), date(2018, 3, 31))
YEAR = (date(2017, 1, 1), date(2017, 12, 31))


def of_year(store: Store) -> list[Summary]:
    return summary_queries.of_period(store.connection, *YEAR)


def test_a_first_version_takes_the_words_of_the_period_before(sample: Store) -> None:
    (year,) = of_year(sample)

    made = summary_actions.start(sample, *QUARTER, TODAY)

    assert (made.version, made.kept_on, made.subject) == (1, None, "")
    assert made.texts == year.texts


def test_one_version_of_a_period_is_written_at_a_time(sample: Store) -> None:
    summary_actions.start(sample, *YEAR, TODAY)

    with pytest.raises(RuleViolation) as refused:
        summary_actions.start(sample, *YEAR, TODAY)

    assert refused.value.code == "summary_open"


def test_what_is_kept_is_not_changed_any_more(sample: Store) -> None:
    (year,) = of_year(sample)

    for action in (
        lambda: summary_actions.edit(sample, replace(year, strengths="Khác")),
        lambda: summary_actions.keep(sample, year.id, TODAY),
    ):
        with pytest.raises(RuleViolation) as refused:
            action()
        assert refused.value.code == "summary_kept"
    assert of_year(sample) == [year]


def test_a_kept_version_holds_the_figures_of_the_paper_its_day_and_its_author(
    sample: Store,
) -> None:
    made = summary_actions.start(sample, *QUARTER, TODAY)

    kept = summary_actions.keep(sample, made.id, TODAY)

    asked = SummaryRequest(since=QUARTER[0], until=QUARTER[1], today=TODAY)
    printed = all_figures(summary_reading.read(sample.connection, asked))
    held = summary_queries.figures(sample.connection, made.id)
    assert [(one.key, one.name, one.value, one.source) for one in held] == [
        (one.key, one.name, one.value, one.source) for one in printed
    ]
    assert kept.kept_on == TODAY
    assert kept.author


def test_a_version_tells_which_figures_and_lines_it_changed(sample: Store) -> None:
    (first,) = of_year(sample)
    assert summary_differing.changes(sample.connection, first) is None
    indicator = indicator_queries.all_indicators(sample.connection)[2]
    value = indicator_queries.values(sample.connection, indicator.id)[0]
    second = summary_actions.start(sample, *YEAR, TODAY)
    assert second.version == 2
    summary_actions.edit(
        sample, replace(second, directions=f"{second.directions}\nGiữ vững ổn định.")
    )
    indicator_actions.edit_value(sample, replace(value, actual="140"))

    kept = summary_actions.keep(sample, second.id, TODAY)

    changes = summary_differing.changes(sample.connection, kept) or []
    assert [change.sentence for change in changes] == [
        "Học sinh dự “Học kỳ trong quân đội” (năm 2017): 135 học sinh → 140 học sinh",
        "Phương hướng, nhiệm vụ: không có → Giữ vững ổn định.",
    ]


def test_the_figures_of_a_draft_are_those_of_now(sample: Store) -> None:
    draft = summary_actions.start(sample, *YEAR, TODAY)
    asked = SummaryRequest(since=YEAR[0], until=YEAR[1], today=TODAY)
    figures = all_figures(summary_reading.read(sample.connection, asked))

    assert summary_differing.changes(sample.connection, draft, figures) == []


def test_a_deleted_version_takes_its_figures_and_comes_back_with_them(sample: Store) -> None:
    (year,) = of_year(sample)
    held = summary_queries.figures(sample.connection, year.id)

    summary_actions.delete(sample, year.id)
    assert summary_queries.figures(sample.connection, year.id) == []
    sample.undo()

    assert of_year(sample) == [year]
    assert summary_queries.figures(sample.connection, year.id) == held


def test_the_words_are_printed_and_those_of_an_earlier_version_on_demand(sample: Store) -> None:
    (first,) = of_year(sample)
    draft = summary_actions.start(sample, *YEAR, TODAY)
    summary_actions.edit(sample, replace(draft, lessons="Bài học mới", subject="Tổng kết năm"))
    asked = SummaryRequest(since=YEAR[0], until=YEAR[1], today=TODAY)

    now = summary_reading.read(sample.connection, asked)
    before = summary_reading.read(sample.connection, replace(asked, version=first.version))

    assert (now.subject, now.text(SummaryPart.LESSONS)) == ("Tổng kết năm", "Bài học mới")
    assert before.texts == first.texts


def test_what_is_typed_is_found_by_the_search(sample: Store) -> None:
    (hit, *_) = search_hits.places(sample.connection, "biểu mẫu số liệu thống nhất")

    assert hit.title == "Kỳ 01/01/2017 – 31/12/2017, bản số 1"
    assert hit.opens_id == of_year(sample)[0].id
