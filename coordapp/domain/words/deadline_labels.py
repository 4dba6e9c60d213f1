"""What was understood of the words of a deadline, said before anything is saved."""

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.deadline import Assumption, Deadline, Every, IntervalUnit, Untold
from coordapp.domain.calendar.deadline_kind import DeadlineKind

ASSUMED = {
    Assumption.YEAR: "năm tự hiểu",
    Assumption.MONTH: "tháng tự hiểu",
    Assumption.DAY_ORDER: "hiểu ngày trước, tháng sau",
    Assumption.PART: "lời không nêu rõ ngày nào",
    Assumption.WEEKDAY: "thứ ghi không khớp với ngày",
    Assumption.COUNT_START: "tính từ ngày của văn bản",
    Assumption.LUNAR: "tính theo âm lịch",
    Assumption.SEVERAL: "có nhiều ngày, lấy ngày cuối",
    Assumption.WORDS_LEFT: "còn lời chưa đọc được",
}
UNTOLD = {
    Untold.UNREAD: "chưa đọc được ngày",
    Untold.IMPOSSIBLE: "ngày này không có trong lịch",
    Untold.UNSAID_START: "chưa rõ tính từ ngày nào",
    Untold.EVENT: "còn chờ một việc chưa rõ ngày",
    Untold.START_ONLY: "chỉ nêu ngày bắt đầu",
}
_UNITS = {IntervalUnit.DAY: "ngày", IntervalUnit.WEEK: "tuần", IntervalUnit.MONTH: "tháng"}
_MONTHS = {1: "hằng tháng", 3: "hằng quý", 6: "6 tháng một lần", 12: "hằng năm"}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_LAST_DAY = 31


def understood(said: Deadline) -> str:
    """Say which day words mean and what was assumed, or why they give none; empty for no words."""
    if not said:
        return ""
    if said.kind is DeadlineKind.ONGOING:
        return "Thường xuyên, không có ngày"
    if said.kind is DeadlineKind.PERIODIC:
        often = "" if said.every is None else f" {every_words(said.every)}"
        return f"Định kỳ{often}"
    if said.due is None:
        why = UNTOLD[said.untold or Untold.UNREAD]
        start = f" ({dates.short(said.start)})" if said.start is not None else ""
        return f"Không có ngày: {why}{start}"
    notes = ", ".join(ASSUMED[one] for one in said.assumed)
    day = f"{dates.weekday(said.due)} {dates.short(said.due)}"
    return f"{day} ({notes})" if notes else day


def is_assumed(said: Deadline) -> bool:
    """Tell that a day was assumed in part, or that words give none: to be looked at."""
    if not said or said.kind in (DeadlineKind.PERIODIC, DeadlineKind.ONGOING):
        return False
    return said.due is None or bool(said.assumed)


def every_words(every: Every) -> str:
    """Say how often, and on which day: `hằng tháng, ngày 25`."""
    unit = _UNITS[every.unit]
    if every.unit is IntervalUnit.MONTH and every.count in _MONTHS:
        often = _MONTHS[every.count]
    else:
        often = f"hằng {unit}" if every.count == 1 else f"{every.count} {unit} một lần"
    if every.times > 1:
        often = f"{often}, {every.times} lần"
    if every.weekday is not None:
        return f"{often}, {_WEEKDAYS[every.weekday]}"
    if every.day is None:
        return often
    day = "ngày cuối tháng" if every.day == _LAST_DAY else f"ngày {every.day}"
    month = f" tháng thứ {every.month}" if every.month is not None and every.count > 1 else ""
    return f"{often}, {day}{month}"
