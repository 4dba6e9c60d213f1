"""The review report tells what the lists tell, as of the end of its period."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.status import StatusFigure
from coordapp.domain.figures.summary_contents import SummaryReport
from coordapp.domain.figures.summary_figures import all_figures
from coordapp.domain.kernel.errors import DocumentError, RuleViolation
from coordapp.domain.kernel.ids import IndicatorValueId
from coordapp.domain.practices.practice import YearState
from coordapp.domain.programmes.programme import DoneCount
from coordapp.formats.pdf import pdf_paper
from coordapp.services.indicators import indicator_actions
from coordapp.services.practices import movement_actions
from coordapp.services.summaries import summary_exports, summary_reading
from coordapp.services.summaries.summary_reading import SummaryRequest
from coordapp.store import Store
from coordapp.store.queries import indicator_queries, report_queries, unit_queries
from tests.formats import read_pdf
from tests.founding import set_up
from tests.services.case_actions import a_commendation, a_movement

TODAY = date(2018, 3, 31)
OF_2017 = SummaryRequest(since=date(2017, 1, 1), until=date(2017, 12, 31), today=TODAY)
OF_QUARTER = SummaryRequest(since=date(2018, 1, 1), until=date(2018, 3, 31), today=TODAY)
both_styles = pytest.mark.parametrize("style", DocumentStyle)


def printed(report: SummaryReport) -> str:
    return read_pdf.joined(pdf_paper.build(report))


@both_styles
def test_the_review_of_the_sample_is_that_of_the_golden_file(
    style: DocumentStyle, sample: Store, golden: Callable[[str, str], None]
) -> None:
    report = summary_reading.read(sample.connection, replace(OF_2017, style=style))

    golden(f"summary_2017_{style.value}.txt", read_pdf.layout(pdf_paper.build(report)))


@both_styles
def test_the_review_of_2017_prints_every_figure_of_the_case_with_its_source(
    style: DocumentStyle, sample: Store
) -> None:
    report = summary_reading.read(sample.connection, replace(OF_2017, style=style))
    found = {one.name: one for one in all_figures(report)}
    said = printed(report)

    for name, value, source in (
        ("Gọi công dân nhập ngũ so với chỉ tiêu (năm 2017)", "100 % (kế hoạch 100)", "Báo cáo tổng"),
        ("Lớp “Học kỳ trong quân đội” (năm 2017)", "2 lớp", "Báo cáo tổng"),
        ("Học sinh dự “Học kỳ trong quân đội” (năm 2017)", "135 học sinh", "Báo cáo tổng"),
        ("Nhiệm vụ chung của Chương trình phối hợp (năm 2017)", "9 nhiệm vụ (kế hoạch 9)", "Báo"),
        ("Nhiệm vụ các đơn vị đăng ký trong năm (năm 2017)", "37 nhiệm vụ (kế hoạch 37)", "Báo"),
        ("Hội Nông dân tỉnh, năm 2017: mô hình duy trì, đơn vị báo cáo", "374", "Báo cáo của Hội"),
        ("Hội Nông dân tỉnh, năm 2017: mô hình xây dựng mới, đơn vị báo cáo", "155", "Báo cáo của"),
        ("Hội Nông dân tỉnh, năm 2017: mô hình xây dựng mới, có trong danh sách", "3", "Danh sách"),
        ("09-NQ/TU: số mục", "18", "Sổ văn bản chỉ đạo"),
        ("Kết luận tại các hội nghị", "7", "Sổ hội nghị"),
    ):  # fmt: skip
        assert found[name].value == value, name
        assert found[name].source.startswith(source), name
        assert value.split(" ")[0] in said


def test_the_review_of_a_year_knows_nothing_of_the_year_after(sample: Store) -> None:
    report = summary_reading.read(sample.connection, OF_2017)

    assert report.directives[0].without == report.directives[0].sections
    assert report.movements == report.receipts == ()
    assert report.status is not None
    assert report.status.total.count(StatusFigure.TOTAL) == 3


def test_the_review_of_a_quarter_counts_what_the_lists_count(sample: Store) -> None:
    report = summary_reading.read(sample.connection, OF_QUARTER)

    (directive,) = report.directives
    assert (len(directive.sections), len(directive.without)) == (18, 8)
    (receipt,) = report.receipts
    assert receipt.total == len(
        report_queries.receipts(
            sample.connection, report_queries.all_reports_due(sample.connection)[0].id
        )
    )
    assert len(receipt.late) + len(receipt.missing) <= receipt.total
    (movement,) = report.movements
    assert movement.proposed == 2
    assert report.status is not None
    assert len(report.lines) == report.status.counted


def test_models_of_the_report_are_those_of_the_list(sample: Store) -> None:
    report = summary_reading.read(sample.connection, OF_2017)

    (found,) = report.practices
    kept = [line for line in report.practice_lines if 2017 in line.kept_in]
    new = [line for line in report.practice_lines if line.new_in == 2017]
    assert found.listed[YearState.KEPT] == len(kept)
    assert found.listed[YearState.NEW] == len(new)
    assert (found.missing(YearState.KEPT), found.missing(YearState.NEW)) == (370, 152)


def test_programmes_count_only_the_years_of_the_period(sample: Store) -> None:
    (programme,) = summary_reading.read(sample.connection, OF_2017).programmes

    assert programme.common == DoneCount(total=2, done=2)
    assert programme.registered == DoneCount(total=1, done=1)
    assert programme.total == DoneCount(total=3, done=3)


def test_a_figure_told_after_the_period_is_not_in_it(sample: Store) -> None:
    (indicator, *_) = indicator_queries.all_indicators(sample.connection)
    value = indicator_queries.values(sample.connection, indicator.id)[0]
    indicator_actions.edit_value(sample, replace(value, source_on=date(2018, 1, 15)))

    report = summary_reading.read(sample.connection, OF_2017)

    assert indicator.code not in {one.code for one in report.indicators}
    assert report.unmeasured == (indicator.name,)


@pytest.mark.parametrize(
    ("proposed_on", "until", "counted", "said"),
    [
        (None, date(2017, 12, 31), 1, "chưa ghi ngày, được tính vào năm của phong trào"),
        (None, date(2017, 6, 30), 0, "chưa ghi ngày, không được tính trong kỳ"),
        (date(2018, 1, 9), date(2017, 12, 31), 0, ""),
        (date(2017, 5, 9), date(2017, 6, 30), 1, ""),
    ],
)
def test_what_becomes_of_a_proposal_without_a_day_is_said(
    sample: Store, proposed_on: date | None, until: date, counted: int, said: str
) -> None:
    movement = movement_actions.add(sample, a_movement(year=2017))
    proposal = replace(a_commendation(movement), proposed_on=proposed_on)
    movement_actions.add_commendation(sample, proposal)

    report = summary_reading.read(sample.connection, replace(OF_2017, until=until))

    assert [one.proposed for one in report.movements] == [counted]
    text = printed(report)
    assert said in text
    assert ("chưa ghi ngày" in text) == bool(said)


def test_figures_that_do_not_add_up_are_written_by_nobody(sample: Store, tmp_path: Path) -> None:
    indicator = indicator_queries.all_indicators(sample.connection)[1]
    value = indicator_queries.values(sample.connection, indicator.id)[0]
    unit = unit_queries.all_units(sample.connection)[0]
    indicator_actions.add_value(
        sample, replace(value, id=IndicatorValueId(0), unit_id=unit.id, actual="5")
    )
    target = tmp_path / "tổng kết.pdf"

    with pytest.raises(RuleViolation) as refused:
        summary_exports.export_summary(sample.path, OF_2017, target, lambda _done, _total: None)

    assert refused.value.code == "figures_do_not_add_up"
    assert not target.exists()


def test_an_empty_register_prints_a_form_without_figures(store: Store, tmp_path: Path) -> None:

    set_up(store)

    report = summary_reading.read(store.connection, OF_2017)

    assert all_figures(report) == ()
    assert "sổ chưa ghi nội dung này" in printed(report)


@pytest.mark.parametrize("ending", [".pdf", ".docx"])
def test_the_ending_of_the_name_decides_what_is_written(
    sample: Store, tmp_path: Path, ending: str
) -> None:
    target = tmp_path / f"tổng kết{ending}"

    summary_exports.export_summary(sample.path, OF_2017, target, lambda _done, _total: None)

    assert target.read_bytes()[:2] == {".pdf": b"%P", ".docx": b"PK"}[ending]
    with pytest.raises(DocumentError):
        summary_exports.export_summary(
            sample.path, OF_2017, target.with_suffix(".xlsx"), lambda _done, _total: None
        )
