"""The review report of a period: typed words between the figures of the register.

Source: resources/docs/forms.md 5.5.
"""

from collections.abc import Iterable, Iterator

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.figures.status_labels import left_out
from coordapp.domain.figures.status_summary import number, sentences
from coordapp.domain.figures.summary_contents import DirectiveSum, SummaryReport
from coordapp.domain.figures.summary_figures import (
    DIRECTIVES,
    MEETINGS,
    MODELS,
    MOVEMENTS,
    PAPERS,
    PROGRAMMES,
    RECEIPTS,
    TASKS,
    done_share,
    of_register,
    out_of,
)
from coordapp.domain.kernel.text import one_line
from coordapp.domain.practices.practice import YearState
from coordapp.domain.programmes.programme import DoneCount
from coordapp.domain.summaries.summary import OPTIONAL, SummaryPart
from coordapp.domain.words.summary_labels import SUMMARY_KIND, SUMMARY_PART
from coordapp.formats.papers import signature_block, summary_appendices, summary_tables, wording
from coordapp.formats.papers.blocks import Block, Heading, PaperSheet, Text
from coordapp.formats.papers.wording import paragraphs

_TYPE = DocumentType.REPORT
_MOST_NAMED = 10
_PARTS = {
    DocumentStyle.PARTY: (
        "PHẦN THỨ NHẤT. TÌNH HÌNH VÀ KẾT QUẢ THỰC HIỆN",
        "PHẦN THỨ HAI. PHƯƠNG HƯỚNG, NHIỆM VỤ TRỌNG TÂM",
    ),
    DocumentStyle.STATE: ("Phần I. KẾT QUẢ THỰC HIỆN", "Phần II. PHƯƠNG HƯỚNG, NHIỆM VỤ"),
}


def sheets(report: SummaryReport) -> Iterable[PaperSheet]:
    """Compose the report and its appendices."""
    first, second = _PARTS[report.style]
    body = (
        *signature_block.head(report, "BÁO CÁO", _subject(report), _TYPE),
        *_opening(report),
        Heading(text=first),
        *_results(report),
        *_judgement(report),
        Heading(text=second),
        *_future(report),
        _closing(report),
        signature_block.ending(report),
    )
    yield PaperSheet(blocks=body)
    yield from summary_appendices.sheets(report)


def _subject(report: SummaryReport) -> str:
    if report.subject.strip():
        return wording.subject(report.style, report.subject)
    work = SUMMARY_KIND[report.period.kind].lower()
    named = f"{work} hoạt động của {wording.body_name(report.committee)}"
    return f"{wording.subject(report.style, named)}\n{_period(report)}"


def _period(report: SummaryReport) -> str:
    return one_line(report.title) or report.period.name


def _opening(report: SummaryReport) -> Iterable[Block]:
    period = report.period
    day = dates.in_figures(period.as_of)
    yield Text(
        text=f"Kỳ báo cáo: từ ngày {dates.in_figures(period.since)} đến ngày "
        f"{dates.in_figures(period.until)}. Số liệu lấy từ sổ của {wording.body_name(report.committee)}, "
        f"tính đến hết ngày {day}; nguồn của từng số liệu ghi trong các bảng và phụ lục kèm theo."
    )
    if not period.is_over:
        yield Text(text=f"Kỳ báo cáo chưa kết thúc: số liệu mới tính đến hết ngày {day}.")


def _closing(report: SummaryReport) -> Text:
    body = wording.capital(wording.body_name(report.committee))
    work = SUMMARY_KIND[report.period.kind].lower()
    end = wording.end_of_text(report.style)
    return Text(text=f"{body} báo cáo {work} {_period(report)}{end}")


# --- first part: results


def _results(report: SummaryReport) -> Iterator[Block]:
    yield Heading(text=f"I. {SUMMARY_PART[SummaryPart.SITUATION].upper()}")
    yield from paragraphs(report.text(SummaryPart.SITUATION))
    yield Heading(text="II. KẾT QUẢ THỰC HIỆN")
    made = (
        (SUMMARY_PART[SummaryPart.LEADERSHIP], _leadership),
        ("Thực hiện nhiệm vụ được giao", _tasks),
        ("Thực hiện chương trình phối hợp, mục tiêu, lộ trình", _programmes),
        ("Thực hiện các văn bản chỉ đạo", _directives),
        ("Thực hiện các chỉ tiêu", _indicators),
        ("Xây dựng mô hình, điển hình “dân vận khéo”", _practices),
        ("Phong trào thi đua, khen thưởng", _movements),
        ("Chế độ báo cáo của các đơn vị", _receipts),
    )
    for place, (title, compose) in enumerate(made, start=1):
        yield Heading(text=f"{place}. {title}")
        blocks = list(compose(report))
        yield from blocks or [Text(text="Trong kỳ, sổ chưa ghi nội dung này.")]


def _sourced(report: SummaryReport, said: str, book: str) -> Text:
    source = of_register(report, book)
    return Text(text=f"{said.rstrip('.')} (nguồn: {source[0].lower()}{source[1:]}).")


def _leadership(report: SummaryReport) -> Iterator[Block]:
    yield from paragraphs(report.text(SummaryPart.LEADERSHIP))
    for one in report.meetings:
        held = f"{number(one.conferences)} hội nghị, {number(one.conclusions)} kết luận"
        if one.conferences:
            yield _sourced(report, f"Trong kỳ: {held}", MEETINGS)
        if one.papers:
            yield _sourced(report, f"Đã gửi đi {number(one.papers)} văn bản có số và ngày", PAPERS)


def _tasks(report: SummaryReport) -> Iterator[Block]:
    table = report.status
    if table is None:
        return
    for said in sentences(table):
        yield Text(text=said)
    yield summary_tables.of_tasks(table)
    yield Text(text=f"{summary_tables.TASK_LEGEND}. {left_out(table)}")
    yield Text(text=f"Nguồn: {of_register(report, TASKS)}.")


def _programmes(report: SummaryReport) -> Iterator[Block]:
    for one in report.programmes:
        said = (
            f"- {wording.capital(one_line(one.title))}: nhiệm vụ chung {_far(one.common)}; "
            f"nhiệm vụ đơn vị đăng ký {_far(one.registered)}"
        )
        yield _sourced(report, said, PROGRAMMES)
    if report.milestones:
        yield Text(text="Mục tiêu, lộ trình của các năm trong kỳ:", keep=True)
        yield summary_tables.of_roadmap(report)


def _far(count: DoneCount) -> str:
    if not count.total:
        return "chưa có trong sổ"
    return f"hoàn thành {out_of(count)}, đạt {done_share(count)}"


def _directives(report: SummaryReport) -> Iterator[Block]:
    for one in report.directives:
        yield _sourced(report, f"- {_directive(one)}", DIRECTIVES)


def _directive(one: DirectiveSum) -> str:
    total, without = len(one.sections), one.without
    if not total:
        return f"{one.number}: sổ chưa chia thành các mục"
    if len(without) == total:
        return f"{one.number}: {number(total)} mục, chưa mục nào có nhiệm vụ"
    said = f"{one.number}: {number(total)} mục, {number(total - len(without))} mục đã có nhiệm vụ"
    if without:
        numbers = ", ".join(section.number.rstrip(".") or section.title for section in without)
        said += f", {number(len(without))} mục chưa có nhiệm vụ (mục {numbers})"
    if one.total.total:
        said += f"; hoàn thành {out_of(one.total)} nhiệm vụ, đạt {done_share(one.total)}"
    return said


def _indicators(report: SummaryReport) -> Iterator[Block]:
    if report.indicators:
        yield summary_tables.of_indicators(report)
        chart = summary_tables.chart_of_indicators(report)
        if chart is not None:
            yield Text(text="Mức thực hiện của các chỉ tiêu có kế hoạch:", keep=True)
            yield chart
    if report.unmeasured:
        named = "; ".join(one_line(name) for name in report.unmeasured[:_MOST_NAMED])
        more = len(report.unmeasured) - _MOST_NAMED
        others = f" và {more} chỉ tiêu khác" if more > 0 else ""
        count = number(len(report.unmeasured))
        yield Text(text=f"{count} chỉ tiêu chưa có số liệu trong kỳ: {named}{others}.")


def _practices(report: SummaryReport) -> Iterator[Block]:
    if not report.practices:
        return
    yield summary_tables.of_practices(report)
    source = of_register(report, MODELS)
    yield Text(
        text=f"{summary_tables.PRACTICE_LEGEND}. Số trong cột Danh sách: "
        f"{source[0].lower()}{source[1:]}. Chênh lệch chỉ tính cho đơn vị có báo cáo."
    )
    ended = sum(one.listed.get(YearState.ENDED, 0) for one in report.practices)
    if ended:
        yield _sourced(report, f"{number(ended)} mô hình không còn duy trì", MODELS)
    if report.chosen:
        named = "; ".join(
            f"{one_line(line.practice.name)} ({line.unit or line.practice.held_by})"
            for line in report.chosen
        )
        said = f"Lựa chọn để nhân rộng {number(len(report.chosen))} mô hình: {named}"
        yield _sourced(report, said, MODELS)


def _movements(report: SummaryReport) -> Iterator[Block]:
    if report.movements:
        yield summary_tables.of_movements(report.movements)
        yield Text(text=f"Nguồn: {of_register(report, MOVEMENTS)}.")
    for words, count in (
        ("được tính vào năm của phong trào", sum(one.undated for one in report.movements)),
        ("không được tính trong kỳ", sum(one.left_out for one in report.movements)),
    ):
        if count:
            yield Text(text=f"{number(count)} đề nghị khen thưởng chưa ghi ngày, {words}.")


def _receipts(report: SummaryReport) -> Iterator[Block]:
    if not report.receipts:
        return
    yield summary_tables.of_receipts(report.receipts)
    yield Text(text=f"Nguồn: {of_register(report, RECEIPTS)}.")
    for one in report.receipts:
        for words, names in (("gửi chậm", one.late), ("chưa gửi, đã quá hạn", one.missing)):
            if names:
                yield Text(text=f"- {one_line(one.title)}, {words}: {'; '.join(names)}.")


# --- what is judged, and what comes


def _judgement(report: SummaryReport) -> Iterator[Block]:
    yield Heading(text="III. ĐÁNH GIÁ CHUNG")
    yield from _typed(report, SummaryPart.STRENGTHS, "1")
    yield from _typed(report, SummaryPart.SHORTCOMINGS, "2")
    yield Heading(text="3. Nguyên nhân")
    for letter, part in (("a", SummaryPart.OWN_CAUSES), ("b", SummaryPart.OUTSIDE_CAUSES)):
        yield Text(text=f"{letter}) {SUMMARY_PART[part]}", keep=True)
        yield from paragraphs(report.text(part))
    yield from _typed(report, SummaryPart.LESSONS, "4")


def _future(report: SummaryReport) -> Iterator[Block]:
    yield from _typed(report, SummaryPart.DIRECTIONS, "I")
    yield from _typed(report, SummaryPart.PROPOSALS, "II")


def _typed(report: SummaryReport, part: SummaryPart, place: str) -> Iterator[Block]:
    text = report.text(part)
    if part in OPTIONAL and not text.strip():
        return
    title = SUMMARY_PART[part]
    yield Heading(text=f"{place}. {title.upper() if place.startswith('I') else title}")
    yield from paragraphs(text)
