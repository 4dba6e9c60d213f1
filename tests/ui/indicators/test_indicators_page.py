"""Indicators in the window: figures typed and pasted, and what does not fit together is told."""

from datetime import date

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from coordapp.domain.figures.listing import ListingReport
from coordapp.domain.importing.clipboard import from_tabs
from coordapp.domain.indicators.figure_bars import BarPart
from coordapp.domain.indicators.indicator import Sharing
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.formats.papers.blocks import PaperTable
from coordapp.formats.pdf import pdf_list
from coordapp.services.exports import form_reading
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.indicators import indicator_actions
from coordapp.services.indicators.indicator_actions import TypedFigure
from coordapp.store.file.case_tables import DIRECTIVE_SECTIONS
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import indicator_queries, unit_queries
from coordapp.ui.conclusions.source_dialog import SourceDialog
from coordapp.ui.importing.case_import_dialog import CaseImportDialog
from coordapp.ui.indicators.chart import paint_part
from coordapp.ui.indicators.page import IndicatorsPage
from coordapp.ui.indicators.values import pasted
from coordapp.ui.kit.navigation import OpenIndicator, OpenTask
from coordapp.ui.look import theme

TODAY = date(2018, 3, 31)


@pytest.fixture
def context(context_on, sample):
    return context_on(sample, TODAY)


@pytest.fixture
def page(show_page, context):
    return show_page(IndicatorsPage(context))


def held(context, place=0):
    indicator = indicator_queries.all_indicators(context.store.connection)[place]
    return indicator_queries.values(context.store.connection, indicator.id)


def row(page, place=0):
    model = page.values.model
    return [model.index(place, n).data() for n in range(model.columnCount())]


def test_a_figure_stands_with_its_rate_its_earlier_one_and_its_source(page):
    assert row(page)[:6] == ["2017", "Toàn chương trình", "100", "100", "100,0", "–"]
    assert row(page)[6].startswith("Báo cáo tổng kết")


def test_the_sum_of_the_units_of_a_period_stays_below_the_figures(page, context):
    store = context.store
    every = indicator_queries.all_indicators(store.connection)
    indicator = next(
        one for one in every if one.sharing is Sharing.SUMMED and not one.is_qualitative
    )
    page.indicators.table.select_id(indicator.id)
    units = unit_queries.all_units(store.connection)[:2]
    told = [
        TypedFigure(
            indicator_id=indicator.id, period="2019", unit_id=unit.id, plan="1.000", actual="250,5",
            source=None,
        )
        for unit in units
    ]  # fmt: skip
    indicator_actions.paste_values(store, told)
    context.bus.deliver()

    first = next(value for value in page.values.model.records() if value.period == "2019")
    page.values.table.select_id(first.id)

    assert page.values.total.isVisible()
    assert page.values.total.cells == {
        "period": "Cộng 2 đơn vị, năm 2019", "plan": "2.000", "actual": "501", "rate": "25,0",
    }  # fmt: skip


def test_a_figure_typed_with_dots_and_commas_is_kept_exactly(qtbot, page, context):
    value = page.values.model.records()[0]
    page.values.table.edit_cell(value.id, "actual")
    line = page.values.table.viewport().findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "1.234,5")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    # the editor commits when the key has been dealt with
    QApplication.processEvents()

    assert held(context)[0].actual == "1234.5"


def test_words_in_a_cell_of_figures_stay_there_marked(qtbot, page, context):
    value = page.values.model.records()[0]
    page.values.table.edit_cell(value.id, "actual")
    line = page.values.table.viewport().findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, "dat")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    # the editor commits when the key has been dealt with
    QApplication.processEvents()

    assert held(context)[0].actual == "100"
    assert "dat" in page.values.wrong.text()


def test_rows_from_a_spreadsheet_are_pasted_in_one_step(page, context):
    before = len(held(context))
    QGuiApplication.clipboard().setText("2016\t\t100\t98,5\tBáo cáo\nQuý I/2018\tHND\t10\t9\t")

    page.values.paste.click()
    context.bus.deliver()

    periods = [(one.period, one.actual) for one in held(context)]
    assert ("2016", "98.5") in periods
    assert ("2018-Q1", "9") in periods
    context.store.undo()
    assert len(held(context)) == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "nothing_to_paste"),
        ("hôm qua\t\t1\t1", "period_unreadable"),
        ("2017\tSở lạ\t1", "unit_unknown"),
    ],
)
def test_what_cannot_be_pasted_is_refused(text, code):
    with pytest.raises(RuleViolation, match=code):
        pasted(from_tabs(text), 1, [(None, "Toàn chương trình")], 2018)


def test_units_that_do_not_add_up_are_told_above_the_figures(page, context):
    indicator = indicator_queries.all_indicators(context.store.connection)[1]
    unit = unit_queries.all_units(context.store.connection)[0]
    cell = TypedFigure(indicator_id=indicator.id, period="2017", unit_id=unit.id, actual="1")
    page.indicators.table.select_id(indicator.id)

    indicator_actions.paste_values(context.store, [cell])
    context.bus.deliver()

    assert "các đơn vị cộng lại 1, tổng ghi 2" in page.values.warning.text()
    assert not page.values.warning.isHidden()


def test_a_cumulative_figure_that_shrinks_is_questioned(page, context):
    indicator = indicator_queries.all_indicators(context.store.connection)[1]
    page.indicators.table.select_id(indicator.id)
    cells = [
        TypedFigure(indicator_id=indicator.id, period=period, unit_id=None, actual=actual)
        for period, actual in (("2018-Q1", "5"), ("2018-H1", "4"))
    ]

    indicator_actions.paste_values(context.store, cells)
    context.bus.deliver()

    assert "thấp hơn kỳ trước" in page.values.warning.text()


def test_a_route_selects_the_indicator(page, context):
    last = indicator_queries.all_indicators(context.store.connection)[-1]
    page.follow(OpenIndicator(record_id=last.id))
    assert page.indicators.table.current_id() == last.id
    assert last.name in page.values.title.text()


def test_a_list_is_shown_row_by_row_before_it_is_written(
    qtbot, page, context, tmp_path, monkeypatch
):
    source = tmp_path / "chi-tieu.csv"
    source.write_text(
        "Chỉ tiêu;Kỳ;Kế hoạch;Thực hiện\nLớp mới;2018;4;1\nLớp lạ;hôm nào;1;1\n",
        encoding="utf-8-sig",
    )
    shown = []

    def look(dialog):
        shown.extend(
            (dialog.rows.item(n, 1).text(), dialog.rows.item(n, 2).text())
            for n in range(dialog.rows.rowCount())
        )
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(
        "coordapp.ui.importing.case_import_dialog.ask_source", lambda *_given: source
    )
    monkeypatch.setattr(CaseImportDialog, "exec", look)
    page.bring_in.click()
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)

    assert shown == [("Lớp mới", "Mới"), ("Lớp lạ", "Không nhận")]
    names = [one.name for one in indicator_queries.all_indicators(context.store.connection)]
    assert "Lớp mới" in names
    assert "Lớp lạ" not in names


def test_the_chart_says_each_figure_and_follows_the_indicator(page, context):
    first = page.card.chart.accessibleDescription()
    assert first == "Năm 2017 · Toàn chương trình: 100 / kế hoạch 100"

    page.indicators.table.select_id(page.indicators.model.records()[1].id)

    assert page.card.chart.accessibleDescription() != first


@pytest.mark.parametrize("dark", [False, True])
def test_the_parts_of_a_bar_differ_in_grey(qapp, dark):
    theme.apply(qapp, dark=dark)
    looks = []
    for part in BarPart:
        image = QImage(60, 14, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        paint_part(painter, part, QRectF(0, 0, 60, 14))
        painter.end()
        inner = [image.pixelColor(x, y).value() for x in range(4, 56) for y in range(3, 11)]
        looks.append((sum(inner) / len(inner), max(inner) - min(inner)))
    theme.apply(qapp, dark=False)

    reached, missing, beyond = looks
    assert abs(reached[0] - missing[0]) > 40
    assert beyond[1] > 40


def test_an_indicator_without_figures_has_a_chart_of_nothing(page, context):
    page.primary()
    context.bus.deliver()
    assert page.card.chart.bars == ()
    page.card.chart.grab()


def test_the_figures_print_with_their_bars(page, context):
    listing = page.values.listing()

    assert listing.bars == (((1.0, 0.45),),)
    assert listing.legend.startswith("▓ đã thực hiện")
    heading = form_reading.heading(context.store.connection, FormRequest(as_of=TODAY))
    paper = pdf_list.composed(ListingReport(heading=heading, listing=listing))
    (table,) = [block for block in paper.sheets[0].blocks if isinstance(block, PaperTable)]
    assert table.columns[-1].title == "Biểu đồ"
    assert [line.bar for line in table.rows] == [((1.0, 0.45),)]


def test_an_indicator_is_tied_in_one_step_and_leads_there(page, context, monkeypatch):
    heard = []
    context.navigate.requested.connect(heard.append)
    reader = context.store.connection
    section = DIRECTIVE_SECTIONS.where(reader)[0]
    task = TASKS.where(reader)[0]
    monkeypatch.setattr(
        SourceDialog, "ask",
        lambda *_given, **_more: [(Kind.DIRECTIVE_SECTION, section.id), (Kind.TASK, task.id)],
    )  # fmt: skip

    page.tie.click()
    context.bus.deliver()

    assert [link.text() for link in page.sources.links] == ["09-NQ/TU, mục 1", task.code]
    page.sources.links[1].click()
    assert heard == [OpenTask(code=task.code)]
    context.store.undo()
    context.bus.deliver()
    assert page.sources.links == []
