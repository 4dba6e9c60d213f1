"""The words of the status table, on screen and on paper: headings, captions, the rule of a number."""

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.report_period import SpanKind
from coordapp.domain.figures.status import (
    Basis,
    Bucket,
    Grouping,
    StatusFigure,
    StatusQuestion,
    StatusTable,
)

GROUPING = {
    Grouping.UNIT: "Đơn vị chủ trì",
    Grouping.CONFERENCE: "Hội nghị",
    Grouping.SOURCE: "Văn bản giao",
}
BASIS = {Basis.EXTENDED: "Thời hạn đã gia hạn", Basis.ORIGINAL: "Hạn ban đầu"}
SPAN = {
    SpanKind.MONTH: "Tháng",
    SpanKind.QUARTER: "Quý",
    SpanKind.HALF_YEAR: "6 tháng",
    SpanKind.NINE_MONTHS: "9 tháng",
    SpanKind.YEAR: "Năm",
}
FIGURE = {
    StatusFigure.TOTAL: "Tổng số",
    StatusFigure.DONE: "Đã hoàn thành",
    StatusFigure.DONE_ON_TIME: "Hoàn thành đúng hạn",
    StatusFigure.DONE_LATE: "Hoàn thành quá hạn",
    StatusFigure.OPEN: "Chưa hoàn thành",
    StatusFigure.OPEN_IN_TIME: "Chưa hoàn thành, trong hạn",
    StatusFigure.OPEN_OVERDUE: "Chưa hoàn thành, quá hạn",
    StatusFigure.NO_DEADLINE: "Không hạn",
    StatusFigure.ON_HOLD: "Tạm hoãn",
    StatusFigure.DUE: "Đến hạn",
    StatusFigure.DUE_DONE: "Đến hạn, đã hoàn thành",
}
BUCKET = {bucket: FIGURE[StatusFigure(bucket.value)] for bucket in Bucket}
RATE, LONGEST = "Tỷ lệ", "Số ngày chậm nhiều nhất"
NO_PREVIOUS = "chưa có kỳ trước"
COUNTED_ONCE = "Nhiệm vụ giao chung cho nhiều đơn vị được tính theo từng đơn vị, không tính trùng."
NOTHING = "–"  # where a rate or a delay has nothing to be of

_RULES = {
    StatusFigure.TOTAL: "Nhiệm vụ có thời hạn, tính đến hết ngày {day}: đã hoàn thành đúng hạn + đã hoàn "
    "thành quá hạn + chưa hoàn thành trong hạn + chưa hoàn thành quá hạn.",
    StatusFigure.DONE: "Đã hoàn thành đến hết ngày {day}: đúng hạn + quá hạn.",
    StatusFigure.DONE_ON_TIME: "Ngày hoàn thành không sau hạn.",
    StatusFigure.DONE_LATE: "Ngày hoàn thành sau hạn.",
    StatusFigure.OPEN: "Chưa hoàn thành khi hết ngày {day}: trong hạn + quá hạn.",
    StatusFigure.OPEN_IN_TIME: "Chưa hoàn thành, hạn là ngày {day} hoặc sau đó.",
    StatusFigure.OPEN_OVERDUE: "Chưa hoàn thành, hạn trước ngày {day}.",
    StatusFigure.NO_DEADLINE: "Không có thời hạn theo ngày; tính riêng, không nằm trong tổng số.",
    StatusFigure.ON_HOLD: "Đang tạm hoãn khi hết ngày {day}; tính riêng, không nằm trong tổng số.",
    StatusFigure.DUE: "Đã hoàn thành với hạn không sau ngày {day}, cộng với chưa hoàn thành đã quá hạn.",
    StatusFigure.DUE_DONE: "Trong số đến hạn, phần đã hoàn thành (đúng hạn và quá hạn). "
    "Tỷ lệ = phần này ÷ số đến hạn.",
}


def rule(figure: StatusFigure, question: StatusQuestion) -> str:
    """Say by which rule a number is counted."""
    return _RULES[figure].format(day=dates.in_figures(question.day))


def caption(question: StatusQuestion) -> str:
    """Say of which day or period, and by which deadline, a table is."""
    basis = BASIS[question.basis].lower()
    until = f"Số liệu tính đến ngày {dates.in_figures(question.day)}, theo {basis}"
    if question.since is None:
        return until
    return f"Kỳ {question.name}, từ ngày {dates.in_figures(question.since)}. {until}"


def before_words(question: StatusQuestion) -> str:
    """Name what a table of this question is compared with: `Kỳ trước`, `Cùng kỳ năm trước`."""
    return "Cùng kỳ năm trước" if question.since is None else "Kỳ trước"


def before_title(question: StatusQuestion) -> str:
    """Name the question of the table before: its period, or its day."""
    name = question.name or f"đến {dates.in_figures(question.day)}"
    return f"{before_words(question)} ({name})"


def compared(table: StatusTable) -> str:
    """Say what a table is compared with, or that there is nothing to compare it with."""
    if table.previous is None:
        words = before_words(table.question)
        return f"So với {words[0].lower()}{words[1:]}: {NO_PREVIOUS}"
    question = table.previous.question
    words = before_words(question)
    name = question.name or f"tính đến ngày {dates.in_figures(question.day)}"
    return f"So với {words[0].lower()}{words[1:]}: {name}"


def left_out(table: StatusTable, *, briefly: bool = False) -> str:
    """Say what the table does not count, and unless `briefly` how it counts."""
    parts = [
        f"{_padded(table.drafts)} nhiệm vụ dự thảo",
        f"{_padded(table.cancelled)} nhiệm vụ đã hủy",
    ]
    if table.question.since is not None:
        parts.append(f"{_padded(table.finished_before)} nhiệm vụ hoàn thành trước kỳ")
    said = f"Không tính {', '.join(parts)}."
    return said if briefly else f"{said} {COUNTED_ONCE}"


def _padded(count: int) -> str:
    """Write a number as papers do: `02`, but `0`."""
    return f"{count:02d}" if count else "0"


def percent(rate: float | None) -> str:
    """Write a rate as papers do: `91,8 %`."""
    return NOTHING if rate is None else f"{100 * rate:.1f} %".replace(".", ",")
