"""The review report on the page of reports: words typed, versions kept and compared, the paper."""

import gc
from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.summaries.summary import SummaryPart
from coordapp.services.indicators import indicator_actions
from coordapp.services.summaries import summary_actions
from coordapp.store.past import summary_queries
from coordapp.store.queries import indicator_queries
from coordapp.ui.kit.navigation import OpenSummary
from coordapp.ui.reports.choices import SUMMARY
from coordapp.ui.reports.page import ReportsPage
from coordapp.ui.reports.summary_difference_dialog import SummaryDifferenceDialog

YEAR = (date(2017, 1, 1), date(2017, 12, 31))
QUARTER = (date(2018, 1, 1), date(2018, 3, 31))


@pytest.fixture(autouse=True)
def no_windows_left_to_the_worker():
    """Collect what a test left in cycles here: the thread that makes papers must not do it."""
    yield
    gc.collect()


@pytest.fixture
def context(context_on, sample):
    return context_on(sample)


@pytest.fixture
def page(show_page, context):
    made = show_page(ReportsPage(context))
    made.choices.chips.choose(SUMMARY)
    made.choices.chips.chosen.emit(SUMMARY)
    return made


def versions(page, days=YEAR):
    return summary_queries.of_period(page._context.store.connection, *days)


def choose_period(page, days):
    page.summary.bar.set_days(days)
    page.summary.bar.period_chosen.emit()


def test_the_last_period_with_a_version_is_shown_and_a_kept_one_is_only_read(page):
    view = page.summary
    assert view.bar.days() == YEAR
    assert view.bar.version.currentText().startswith("Bản số 1, lưu ngày 31/03/2018")
    editor = view.texts.form.editors[SummaryPart.STRENGTHS.value]
    assert editor.isReadOnly()
    assert editor.toPlainText() == versions(page)[0].strengths
    assert not view.bar.keep.isEnabled()
    assert not view.bar.compare.isEnabled()


def test_what_is_typed_in_a_new_version_is_saved_and_kept_with_its_figures(qtbot, page):
    view = page.summary
    view.bar.start.click()
    (draft, first) = versions(page)
    assert draft.texts == first.texts
    assert not view.bar.start.isEnabled()
    editor = view.texts.form.editors[SummaryPart.LESSONS.value]
    editor.setFocus()
    qtbot.keyClicks(editor, "Bam sat co so")
    view.texts.flush()
    assert versions(page)[0].lessons == "Bam sat co so"

    view.bar.keep.click()
    page._context.bus.deliver()

    kept = versions(page)[0]
    assert kept.kept_on == date(2018, 3, 31)
    assert summary_queries.figures(page._context.store.connection, kept.id)
    assert editor.isReadOnly()


def test_a_version_says_what_it_changed(page):
    store = page._context.store
    indicator = indicator_queries.all_indicators(store.connection)[2]
    value = indicator_queries.values(store.connection, indicator.id)[0]
    page.summary.bar.start.click()
    indicator_actions.edit_value(store, replace(value, actual="140"))

    page.summary.bar.compare.click()

    dialog = page.summary.findChild(SummaryDifferenceDialog)
    assert [one.sentence for one in dialog.model.records()] == [
        "Học sinh dự “Học kỳ trong quân đội” (năm 2017): 135 học sinh → 140 học sinh"
    ]
    dialog.close()


def test_a_period_without_a_version_is_printed_all_the_same(qtbot, page):
    choose_period(page, QUARTER)

    assert "chưa có bản nào" in page.summary.bar.said.text()
    assert not page.summary.texts.isEnabled()
    qtbot.waitUntil(lambda: page.summary.preview.document.pageCount() > 0, timeout=30_000)
    assert page.summary.preview.named() == "Báo cáo sơ kết quý I.2018"


def test_days_the_wrong_way_round_are_said(qtbot, page):
    with qtbot.waitSignal(page._context.run.refused) as said:
        choose_period(page, YEAR[::-1])
    assert "trước ngày bắt đầu" in said.args[0]


def test_a_deleted_version_comes_back_by_undo(page):
    (first,) = versions(page)
    page.summary.bar.delete.click()
    assert versions(page) == []

    page._context.store.undo()
    page._context.bus.deliver()

    assert versions(page) == [first]
    assert page.summary.bar.version.count() == 1


def test_a_hit_of_the_search_leads_to_its_version(page):
    store = page._context.store
    made = summary_actions.start(store, *QUARTER, date(2018, 3, 31))

    page.follow(OpenSummary(record_id=made.id))

    assert page.summary.bar.days() == QUARTER
    assert page.summary.current() == made


def test_the_page_remembers_that_it_showed_the_review(page, show_page, context):
    state = page.save_state()

    other = show_page(ReportsPage(context))
    other.restore_state(state)
    other.refresh()

    assert other.choices.form == SUMMARY
    assert other.summary.bar.days() == YEAR


def test_the_figures_go_to_excel_as_the_version_kept_them(page):
    (first,) = versions(page)
    held = summary_queries.figures(page._context.store.connection, first.id)

    listing = page.summary.listing()

    assert listing.title == "Số liệu báo cáo tổng kết năm 2017"
    assert listing.parts[0].rows == [(one.name, one.value, one.source) for one in held]
    choose_period(page, QUARTER)
    assert "quý i.2018" in page.summary.listing().title.lower()
