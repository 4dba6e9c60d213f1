"""The office's words for the course of a conference: steps, quorum, times, review."""

from coordapp.domain.calendar import dates
from coordapp.domain.committee.committee import QuorumRule
from coordapp.domain.conclusions.review import ReviewReport
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.conferences.agenda import Clash, Slot
from coordapp.domain.conferences.conference import AttendanceState, ConferenceState
from coordapp.domain.conferences.lifecycle import Need
from coordapp.domain.conferences.quorum import Quorum
from coordapp.domain.words.labels import COVERAGE

CONFERENCE_NEED = {
    Need.DATE: "ngày họp",
    Need.TIME: "giờ bắt đầu",
    Need.PLACE: "địa điểm",
    Need.CHAIR: "người chủ trì",
    Need.RECORDER: "người ghi biên bản",
    Need.PARTICIPANTS: "thành phần dự",
    Need.ATTENDANCE: "điểm danh đủ từng người",
    Need.REASON: "lý do",
}
CONFERENCE_MOVE = {  # what a button says that takes a conference there
    ConferenceState.PLANNED: "Về dự kiến",
    ConferenceState.INVITED: "Đã gửi giấy mời",
    ConferenceState.HELD: "Đã họp xong",
    ConferenceState.SIGNED: "Ký biên bản",
    ConferenceState.POSTPONED: "Hoãn họp",
    ConferenceState.CANCELLED: "Hủy họp",
}
CONFERENCE_MOVE_BACK = {
    (ConferenceState.HELD, ConferenceState.INVITED): "Về đã mời",
    (ConferenceState.POSTPONED, ConferenceState.PLANNED): "Lập lại kế hoạch",
    (ConferenceState.CANCELLED, ConferenceState.PLANNED): "Mở lại",
}
QUORUM_RULE = {
    QuorumRule.NONE: "Không quy định",
    QuorumRule.OVER_HALF: "Quá nửa số thành viên",
    QuorumRule.TWO_THIRDS: "Ít nhất hai phần ba",
    QuorumRule.THREE_QUARTERS: "Ít nhất ba phần tư",
}
CLASH = {
    Clash.BEFORE_OPENING: "Sớm hơn giờ khai mạc {by} phút",
    Clash.NOT_ASCENDING: "Sớm hơn mục trước {by} phút",
    Clash.OVERLAP: "Chồng mục trước {by} phút",
    Clash.PAST_END: "Quá giờ bế mạc {by} phút",
}
ATTENDANCE_SHORT = {
    AttendanceState.INVITED: "mời",
    AttendanceState.CONFIRMED: "xác nhận",
    AttendanceState.PRESENT: "có mặt",
    AttendanceState.EXCUSED: "vắng có phép",
    AttendanceState.ABSENT: "vắng không phép",
    AttendanceState.SUBSTITUTED: "dự thay",
}


def conference_move(old: ConferenceState, new: ConferenceState) -> str:
    """Name the step from one state to another, as a button says it."""
    return CONFERENCE_MOVE_BACK.get((old, new), CONFERENCE_MOVE[new])


def quorum_line(counted: Quorum) -> str:
    """Say who came and whether that is enough: `Có mặt 14/19 thành viên (2 dự thay), đủ`."""
    line = f"Có mặt {counted.came}/{counted.members} thành viên"
    if counted.substituted:
        left_out = "" if counted.substitutes_count else ", không tính"
        line += f" ({counted.substituted} dự thay{left_out})"
    if counted.rule is QuorumRule.NONE or not counted.members:
        return line
    return f"{line}, đủ" if counted.is_enough else f"{line}, chưa đủ, cần thêm {counted.lacking}"


def quorum_on_paper(counted: Quorum) -> str:
    """Say in the minutes whether enough members came; empty without a rule, or before."""
    if counted.rule is QuorumRule.NONE or not counted.came:
        return ""
    left_out = "" if counted.substitutes_count else ", không tính vào số có mặt"
    stood_in = ""
    if counted.substituted:
        stood_in = f" (trong đó {counted.substituted:02d} người được cử dự thay{left_out})"
        if not counted.substitutes_count:
            stood_in = f" ({counted.substituted:02d} người được cử dự thay{left_out})"
    verdict = "bảo đảm" if counted.is_enough else "chưa bảo đảm"
    rule = QUORUM_RULE[counted.rule].lower()
    return (
        f"Có {counted.came}/{counted.members} thành viên có mặt{stood_in}, "
        f"{verdict} số lượng theo quy định ({rule})."
    )


def quorum_expected(counted: Quorum) -> str:
    """Say before a conference how many must come."""
    if not counted.members:
        return ""
    wanted = f", cần {counted.needed} có mặt" if counted.needed else ""
    return f"{counted.members} thành viên{wanted}"


def clash_words(slot: Slot) -> str:
    """Say what is wrong with the time of a point; empty when nothing is."""
    return "" if slot.clash is None else CLASH[slot.clash].format(by=slot.by)


def tasks_done(row: ConclusionRow) -> str:
    """Say how many of the tasks of a conclusion are done: `2/3 nhiệm vụ, 1 quá hạn`."""
    live = len(row.task_codes) - row.tasks_cancelled
    if not live:
        return row.conclusion.no_task_reason or COVERAGE[row.coverage]
    late = f", {row.tasks_overdue} quá hạn" if row.tasks_overdue else ""
    return f"{row.tasks_done}/{live} nhiệm vụ{late}"


def review_line(report: ReviewReport) -> str:
    """Sum up earlier conclusions in one line."""
    counts = ((report.count(state), words.lower()) for state, words in COVERAGE.items())
    told = ", ".join(f"{count} {words}" for count, words in counts if count)
    day = f" ngày {dates.short(report.previous_held_on)}" if report.previous_held_on else ""
    own, carried = len(report.rows) - report.carried, report.carried
    lead = f"{own} kết luận của {report.previous_title}{day}"
    if not own:
        lead = f"{report.previous_title}{day} không có kết luận nào"
    if carried:
        lead += f", {carried} kết luận chưa hoàn thành của các kỳ trước đó"
    told_on = f" (tính đến ngày {dates.short(report.as_of)})"
    return f"{lead}{told_on}: {told}." if told else f"{lead}."
