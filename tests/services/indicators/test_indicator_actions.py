"""What typing and bringing in figures does to the file."""

from datetime import date

import pytest

from coordapp.domain.importing.case_rows import CaseOutcome
from coordapp.domain.importing.workbook import Sheet, Workbook
from coordapp.domain.indicators.indicator import Indicator
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.services.committee import committee_actions
from coordapp.services.importing import case_import
from coordapp.services.indicators import indicator_actions
from coordapp.services.indicators.indicator_actions import TypedFigure
from coordapp.store.queries import indicator_queries
from tests.build import a_unit
from tests.founding import set_up
from tests.services.case_actions import a_value, an_indicator

TODAY = date(2018, 3, 31)


@pytest.fixture
def indicator(store):
    set_up(store)
    return indicator_actions.add(store, an_indicator(), TODAY)


def typed(indicator, **given) -> TypedFigure:
    return TypedFigure(indicator_id=indicator.id, **({"period": "2017", "unit_id": None} | given))


def figures(store, indicator) -> list[tuple[str, str, str]]:
    found = indicator_queries.values(store.connection, indicator.id)
    return [(one.period, one.plan, one.actual) for one in found]


def test_plan_and_actual_typed_one_after_the_other_are_one_value(store, indicator):
    indicator_actions.paste_values(store, [typed(indicator, plan="1.200")])
    indicator_actions.paste_values(store, [typed(indicator, actual="1.155,5")])

    assert figures(store, indicator) == [("2017", "1200", "1155.5")]


def test_of_pasted_cells_all_are_written_or_none(store, indicator):
    cells = [typed(indicator, actual="1"), typed(indicator, period="2018", actual="một")]
    with pytest.raises(RuleViolation, match="figure_unreadable"):
        indicator_actions.paste_values(store, cells)

    assert figures(store, indicator) == []


def test_a_period_of_a_unit_has_one_value(store, indicator):
    indicator_actions.add_value(store, a_value(indicator))
    with pytest.raises(RuleViolation, match="value_repeated"):
        indicator_actions.add_value(store, a_value(indicator))


def test_an_indicator_with_words_does_not_become_one_of_figures(store):
    words = indicator_actions.add(store, an_indicator(is_qualitative=True), TODAY)
    indicator_actions.paste_values(store, [typed(words, actual="Đạt yêu cầu")])

    with pytest.raises(RuleViolation, match="figure_unreadable"):
        indicator_actions.edit(store, Indicator(
            id=words.id, code=words.code, name=words.name, position=words.position,
        ))  # fmt: skip


ROWS = [
    ["BẢNG CHỈ TIÊU NĂM 2017"],
    ["TT", "Chỉ tiêu", "ĐVT", "Đơn vị", "Kế hoạch", "Thực hiện", "Nguồn số liệu"],
    ["I", "Dân vận khéo"],
    [1, "Mô hình mới", "mô hình", "HND", 100, 155, "Báo cáo (29/12/2017)"],
    [2, "Tỷ lệ nhập ngũ", "%", "", 100, 99.5, ""],
    [3, "Lớp học", "lớp", "Sở lạ", 2, 2, ""],
    [4, "Mô hình mới", "mô hình", "HND", 100, 149, ""],
    [5, "Số học sinh", "học sinh", "", "", "nhiều", ""],
    ["", "Tổng cộng", "", "", 202, 256, ""],
    ["", "", "", "", "", "TRƯỞNG BAN", ""],
]


@pytest.fixture
def table(store):
    set_up(store)
    committee_actions.add_unit(store, a_unit(name="Hội Nông dân tỉnh", short_name="HND"))
    book = Workbook(sheets=(Sheet(name="Bảng", rows=ROWS),))
    return case_import.find(book, case_import.KINDS["indicators"])


def test_every_row_of_a_list_has_a_verdict(store, table):
    rows = case_import.KINDS["indicators"].read(store.connection, table)

    assert [(row.number, row.outcome, row.reason) for row in rows] == [
        (3, CaseOutcome.PASSED_OVER, "case_row_heading"),
        (4, CaseOutcome.NEW, ""),
        (5, CaseOutcome.NEW, ""),
        (6, CaseOutcome.REJECTED, "unit_unknown"),
        (7, CaseOutcome.REJECTED, "case_row_twice"),
        (8, CaseOutcome.REJECTED, "figure_unreadable"),
        (9, CaseOutcome.PASSED_OVER, "case_row_sum"),
        (10, CaseOutcome.PASSED_OVER, "case_row_heading"),
    ]
    assert rows[1].assumed == (("period", "2017"),)
    assert ("unit", "toàn chương trình") in rows[2].assumed


def test_a_list_brought_in_twice_changes_nothing_the_second_time(store, table):
    kind = case_import.KINDS["indicators"]
    case_import.apply(store, table, kind, TODAY)

    rows = kind.read(store.connection, table)

    assert case_import.written(rows) == []
    with pytest.raises(RuleViolation, match="nothing_to_import"):
        case_import.apply(store, table, kind, TODAY)
    (first, second) = indicator_queries.all_values(store.connection)
    assert {first.actual, second.actual} == {"155", "99.5"}
    assert max(first.source_on or date.min, second.source_on or date.min) == date(2017, 12, 29)


def test_a_table_that_is_no_list_is_refused(store):
    book = Workbook(sheets=(Sheet(name="Bảng", rows=[["Họ và tên", "Chức vụ"], ["A", "B"]]),))
    for kind, code in (
        ("indicators", "indicator_table_not_found"), ("practices", "practice_table_not_found"),
    ):  # fmt: skip
        with pytest.raises(RuleViolation, match=code):
            case_import.find(book, case_import.KINDS[kind])
