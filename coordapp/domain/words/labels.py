"""The office's words for states, kinds and actions, on screen and on paper alike."""

from collections.abc import Callable, Sequence
from datetime import date

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.day_off import DayOffKind
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.committee import DocumentStyle, ExtractForm
from coordapp.domain.committee.person import CommitteeRole, FormOfAddress
from coordapp.domain.conclusions.conclusion import ConclusionKind, Coverage
from coordapp.domain.conferences.conference import AttendanceState, ConferenceKind, ConferenceState
from coordapp.domain.documents.document import Authority, DocumentType
from coordapp.domain.documents.papers import Paper, Section
from coordapp.domain.documents.secrecy import Secrecy
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.tasks.clarity import Gap
from coordapp.domain.tasks.queries import TaskRow
from coordapp.domain.tasks.reminder import Reason, Reminder
from coordapp.domain.tasks.task import DeadlineState, Ground, Origin, Task, Urgency, WorkState
from coordapp.domain.tasks.template import Caution
from coordapp.domain.words import case_kinds

GROUND = {Ground.EXTENSION: "Gia hạn", Ground.CORRECTION: "Sửa ghi nhầm hạn"}
WORK_STATE = {
    WorkState.DRAFT: "Dự thảo",
    WorkState.NOT_STARTED: "Chưa thực hiện",
    WorkState.IN_PROGRESS: "Đang thực hiện",
    WorkState.AWAITING_CONFIRMATION: "Chờ xác nhận",
    WorkState.DONE: "Đã hoàn thành",
    WorkState.ON_HOLD: "Tạm hoãn",
    WorkState.CANCELLED: "Đã hủy",
}
DEADLINE_STATE = {
    DeadlineState.OVERDUE: "Quá hạn",
    DeadlineState.DUE_SOON: "Sắp đến hạn",
    DeadlineState.IN_TIME: "Trong hạn",
    DeadlineState.NO_DEADLINE: "Không hạn",
    DeadlineState.ON_TIME: "Đúng hạn",
    DeadlineState.LATE: "Hoàn thành quá hạn",
}
DEADLINE_KIND = {
    DeadlineKind.DATE: "Theo ngày",
    DeadlineKind.PERIODIC: "Định kỳ",
    DeadlineKind.ONGOING: "Thường xuyên",
    DeadlineKind.NONE: "Không hạn",
}
ORIGIN = {
    Origin.CONCLUSION: "Kết luận hội nghị",
    Origin.DIRECTIVE: "Văn bản chỉ đạo",
    Origin.PROGRAMME: "Chương trình phối hợp",
    Origin.UNIT: "Đơn vị đăng ký",
    Origin.AD_HOC: "Giao đột xuất",
}
URGENCY = {
    Urgency.NORMAL: "Thường",
    Urgency.URGENT: "Khẩn",
    Urgency.VERY_URGENT: "Thượng khẩn",
    Urgency.EXPRESS: "Hỏa tốc",
}
SECRECY = {
    Secrecy.ORDINARY: "Thường",
    Secrecy.SECRET: "Mật",
    Secrecy.TOP_SECRET: "Tối mật",
    Secrecy.ABSOLUTE: "Tuyệt mật",
}
REMINDER = {
    Reason.OVERDUE: "quá hạn",
    Reason.TODAY: "đến hạn hôm nay",
    Reason.SOON: "sắp đến hạn",
    Reason.WAITING: "chờ xác nhận",
}
CONFERENCE_KIND = {
    ConferenceKind.INTERIM_REVIEW: "Sơ kết",
    ConferenceKind.FINAL_REVIEW: "Tổng kết",
    ConferenceKind.BRIEFING: "Giao ban",
    ConferenceKind.THEMATIC: "Chuyên đề",
}
CONFERENCE_STATE = {
    ConferenceState.PLANNED: "Dự kiến",
    ConferenceState.INVITED: "Đã mời",
    ConferenceState.HELD: "Đã họp",
    ConferenceState.SIGNED: "Đã ký",
    ConferenceState.POSTPONED: "Hoãn",
    ConferenceState.CANCELLED: "Hủy",
}
ATTENDANCE_STATE = {
    AttendanceState.INVITED: "Đã mời",
    AttendanceState.CONFIRMED: "Xác nhận dự",
    AttendanceState.PRESENT: "Có mặt",
    AttendanceState.EXCUSED: "Vắng có phép",
    AttendanceState.ABSENT: "Vắng không phép",
    AttendanceState.SUBSTITUTED: "Cử người dự thay",
}
CONCLUSION_KIND = {
    ConclusionKind.ASSESS: "Đánh giá",
    ConclusionKind.DIRECT: "Chỉ đạo",
    ConclusionKind.ASSIGN: "Giao nhiệm vụ",
    ConclusionKind.APPROVE: "Thống nhất",
}
COVERAGE = {
    Coverage.UNCOVERED: "Chưa giao nhiệm vụ",
    Coverage.GOING: "Đang thực hiện",
    Coverage.OVERDUE: "Có nhiệm vụ quá hạn",
    Coverage.DONE: "Đã hoàn thành",
    Coverage.NO_TASK: "Không phát sinh nhiệm vụ",
}
COMMITTEE_ROLE = {
    CommitteeRole.HEAD: "Trưởng ban",
    CommitteeRole.DEPUTY: "Phó Trưởng ban",
    CommitteeRole.MEMBER: "Ủy viên",
    CommitteeRole.SECRETARY: "Thư ký",
    CommitteeRole.NONE: "",
}
FORM_OF_ADDRESS = {
    FormOfAddress.NONE: "",
    FormOfAddress.MR: "Ông",
    FormOfAddress.MRS: "Bà",
    FormOfAddress.COMRADE: "Đồng chí",
}
GAP = {
    Gap.LEAD_UNIT: "đơn vị chủ trì",
    Gap.FOCAL_POINT: "đầu mối",
    Gap.WORK: "nội dung việc",
    Gap.DEADLINE: "thời hạn",
    Gap.PRODUCT: "sản phẩm",
    Gap.ORIGIN: "căn cứ",
}
DOCUMENT_TYPE = {
    DocumentType.MINUTES: "Biên bản",
    DocumentType.SUPPLEMENT: "Biên bản bổ sung",
    DocumentType.NOTICE: "Thông báo kết luận",
    DocumentType.CONCLUSION: "Kết luận",
    DocumentType.INVITATION: "Giấy mời",
    DocumentType.LETTER: "Công văn",
    DocumentType.REPORT: "Báo cáo",
    DocumentType.PLAN: "Kế hoạch",
    DocumentType.PROGRAMME: "Chương trình",
    DocumentType.GUIDANCE: "Hướng dẫn",
    DocumentType.REQUEST: "Tờ trình",
    DocumentType.DECISION: "Quyết định",
    DocumentType.EXTRACT: "Trích thông báo",
    DocumentType.ASSIGNMENT: "Phụ lục phân công",
}
AUTHORITY = {
    Authority.DIRECT: "Trực tiếp ký",
    Authority.FOR_HEAD: "Ký thay",
    Authority.BY_ORDER: "Ký thừa lệnh",
    Authority.FOR_BODY: "Ký thay mặt",
}
CAUTION = {
    Caution.PAST: "đã qua",
    Caution.DAY_OFF: "rơi vào ngày nghỉ",
    Caution.EXPECTED: "tính qua ngày nghỉ chưa công bố",
}
PAPER = {
    Paper.MINUTES: "Biên bản",
    Paper.NOTICE: "Thông báo kết luận",
    Paper.INVITATION: "Giấy mời",
    Paper.PARTICIPANTS: "Danh sách đại biểu",
    Paper.SIGN_IN: "Bảng điểm danh đại biểu",
    Paper.EXTRACT: "Trích thông báo",
    Paper.ASSIGNMENT: "Phụ lục phân công",
    Paper.REVIEW: "Kiểm điểm kết luận kỳ trước",
}
SECTION = {
    Section.ATTENDANCE: "Danh sách có mặt, vắng mặt",
    Section.AGENDA: "Chương trình",
    Section.SPEECHES: "Ý kiến phát biểu",
    Section.CONCLUSIONS: "Kết luận",
    Section.ASSIGNMENT: "Phụ lục phân công",
}
DAY_OFF_KIND = {DayOffKind.OFF: "Nghỉ", DayOffKind.MAKE_UP: "Làm bù"}
DAY_OFF_CONFIRMED = {True: "Đã công bố", False: "Dự kiến"}
EXTRACT_FORM = {
    ExtractForm.PART: "Trích thông báo, mang số của thông báo",
    ExtractForm.COPY: "Trích sao, có số riêng",
}
DOCUMENT_STYLE = {
    DocumentStyle.PARTY: "Thể thức Đảng",
    DocumentStyle.STATE: "Thể thức hành chính (NĐ 30)",
}
KIND = {
    Kind.COMMITTEE: "Ban Chỉ đạo",
    Kind.UNIT: "Đơn vị",
    Kind.UNIT_GROUP: "Nhóm đơn vị",
    Kind.UNIT_GROUP_MEMBER: "Đơn vị trong nhóm",
    Kind.LETTER_UNIT: "Đơn vị cùng nhận công văn",
    Kind.PERSON: "Thành viên",
    Kind.CONFERENCE: "Hội nghị",
    Kind.AGENDA_ITEM: "Chương trình",
    Kind.ATTENDANCE: "Thành phần",
    Kind.SPEECH: "Phát biểu",
    Kind.CONCLUSION: "Kết luận",
    Kind.TASK: "Nhiệm vụ",
    Kind.COORDINATION: "Phối hợp",
    Kind.PROGRESS_REPORT: "Báo cáo tiến độ",
    Kind.EXTENSION: "Gia hạn",
    Kind.DAY_OFF: "Ngày nghỉ",
    Kind.ATTACHMENT: "Tệp đính kèm",
    Kind.DOCUMENT: "Văn bản",
    Kind.TASK_TEMPLATE: "Mẫu nhiệm vụ",
    Kind.TASK_TEMPLATE_ITEM: "Nhiệm vụ trong mẫu",
    Kind.REGISTER_VIEW: "Chế độ xem",
    **case_kinds.CASE_KINDS,
}
OP = {
    Op.WRITE_SAMPLE: "Ghi dữ liệu mẫu",
    Op.SET_UP: "Lập sổ mới",
    Op.EDIT_COMMITTEE: "Sửa thông tin Ban Chỉ đạo",
    Op.ADD_TASK: "Thêm nhiệm vụ",
    Op.EDIT_TASK: "Sửa nhiệm vụ",
    Op.CHANGE_TASKS: "Sửa hàng loạt",
    Op.PASTE_TASKS: "Dán nhiệm vụ từ bảng",
    Op.PASTE_ROWS: "Dán các dòng",
    Op.DELETE_ROWS: "Xóa các dòng",
    Op.DUPLICATE_TASK: "Nhân bản nhiệm vụ",
    Op.DELETE_TASKS: "Xóa nhiệm vụ",
    Op.SET_DUE: "Đổi hạn",
    Op.SET_WORK_STATE: "Đổi trạng thái",
    Op.SET_LEAD_UNIT: "Đổi đơn vị chủ trì",
    Op.SET_PERCENT: "Đổi tỷ lệ hoàn thành",
    Op.REPORT_PROGRESS: "Cập nhật tiến độ",
    Op.EXTEND_TASK: "Gia hạn",
    Op.CONFIRM_TASK: "Xác nhận hoàn thành",
    Op.RETURN_TASK: "Trả lại",
    Op.OPEN_PERIODS: "Lập kỳ",
    Op.ADD_CONFERENCE: "Thêm hội nghị",
    Op.EDIT_CONFERENCE: "Sửa hội nghị",
    Op.DELETE_CONFERENCE: "Xóa hội nghị",
    Op.SET_CONFERENCE_STATE: "Chuyển trạng thái hội nghị",
    Op.CLONE_CONFERENCE: "Tạo từ hội nghị trước",
    Op.TAKE_MEMBERS: "Lấy thành viên Ban Chỉ đạo",
    Op.TAKE_ATTENDANCE: "Điểm danh",
    Op.ADD_AGENDA_ITEM: "Thêm mục chương trình",
    Op.EDIT_AGENDA_ITEM: "Sửa mục chương trình",
    Op.DELETE_AGENDA_ITEM: "Xóa mục chương trình",
    Op.ADD_ATTENDANCE: "Thêm người dự",
    Op.EDIT_ATTENDANCE: "Sửa người dự",
    Op.DELETE_ATTENDANCE: "Xóa người dự",
    Op.ADD_SPEECH: "Thêm phát biểu",
    Op.EDIT_SPEECH: "Sửa phát biểu",
    Op.DELETE_SPEECH: "Xóa phát biểu",
    Op.ADD_CONCLUSION: "Thêm kết luận",
    Op.EDIT_CONCLUSION: "Sửa kết luận",
    Op.DELETE_CONCLUSION: "Xóa kết luận",
    Op.ORDER_CONCLUSIONS: "Xếp lại kết luận",
    Op.SPLIT_CONCLUSION: "Tách kết luận",
    Op.MERGE_CONCLUSIONS: "Gộp kết luận",
    Op.SET_NO_TASK_REASON: "Ghi không phát sinh nhiệm vụ",
    Op.DRAFT_CONCLUSIONS: "Lập kết luận từ văn bản",
    Op.ASSIGN_CONCLUSIONS: "Giao nhiệm vụ theo kết luận",
    Op.ADD_UNIT: "Thêm đơn vị",
    Op.EDIT_UNIT: "Sửa đơn vị",
    Op.DELETE_UNIT: "Xóa đơn vị",
    Op.ADD_UNIT_GROUP: "Thêm nhóm đơn vị",
    Op.EDIT_UNIT_GROUP: "Sửa nhóm đơn vị",
    Op.DELETE_UNIT_GROUP: "Xóa nhóm đơn vị",
    Op.SET_GROUP_MEMBERS: "Sửa đơn vị của nhóm",
    Op.ADD_PERSON: "Thêm thành viên",
    Op.EDIT_PERSON: "Sửa thành viên",
    Op.DELETE_PERSON: "Xóa thành viên",
    Op.ADD_DAY_OFF: "Thêm ngày nghỉ",
    Op.EDIT_DAY_OFF: "Sửa ngày nghỉ",
    Op.DELETE_DAY_OFF: "Xóa ngày nghỉ",
    Op.ORDER_AGENDA: "Xếp lại chương trình",
    Op.ORDER_SPEECHES: "Xếp lại phát biểu",
    Op.ORDER_ATTENDANCE: "Xếp lại thành phần",
    Op.ORDER_UNITS: "Xếp lại đơn vị",
    Op.ORDER_PERSONS: "Xếp lại thành viên",
    Op.ADD_ATTACHMENT: "Đính kèm tệp",
    Op.DELETE_ATTACHMENT: "Xóa tệp đính kèm",
    Op.SIGN_MINUTES: "Ký biên bản",
    Op.ISSUE_DOCUMENT: "Ban hành văn bản",
    Op.EDIT_DOCUMENT: "Sửa văn bản",
    Op.DELETE_DOCUMENT: "Xóa văn bản",
    Op.RELEASE_TASKS: "Giao trước nhiệm vụ dự thảo",
    Op.ADD_TEMPLATE: "Thêm mẫu nhiệm vụ",
    Op.EDIT_TEMPLATE: "Sửa mẫu nhiệm vụ",
    Op.DELETE_TEMPLATE: "Xóa mẫu nhiệm vụ",
    Op.ADD_TEMPLATE_ITEM: "Thêm nhiệm vụ vào mẫu",
    Op.EDIT_TEMPLATE_ITEM: "Sửa nhiệm vụ trong mẫu",
    Op.DELETE_TEMPLATE_ITEM: "Xóa nhiệm vụ khỏi mẫu",
    Op.ORDER_TEMPLATE_ITEMS: "Xếp lại nhiệm vụ trong mẫu",
    Op.MAKE_TEMPLATE: "Lập mẫu từ nhiệm vụ",
    Op.APPLY_TEMPLATE: "Thêm nhiệm vụ từ mẫu",
    Op.ADD_REGISTER_VIEW: "Lưu chế độ xem",
    Op.EDIT_REGISTER_VIEW: "Sửa chế độ xem",
    Op.DELETE_REGISTER_VIEW: "Xóa chế độ xem",
    Op.IMPORT_TASKS: "Nhập nhiệm vụ từ Excel",
    Op.IMPORT_UNITS: "Nhập đơn vị từ Excel",
    Op.RESTORE: "Khôi phục",
    Op.PURGE: "Xóa hẳn",
    Op.UNDO: "Hoàn tác",
    Op.REDO: "Làm lại",
    **case_kinds.CASE_OPS,
}


def printed_state(task: Task, deadline: DeadlineState) -> str:
    """Name both axes in the words that papers use. Source: resources/docs/forms.md 4.2."""
    if task.work_state is WorkState.DONE:
        return {
            DeadlineState.ON_TIME: "Đã hoàn thành đúng hạn",
            DeadlineState.LATE: "Đã hoàn thành quá hạn",
        }.get(deadline, "Đã hoàn thành không hạn")
    word = WORK_STATE[task.work_state]
    if task.work_state in (WorkState.ON_HOLD, WorkState.CANCELLED, WorkState.DRAFT):
        return word
    return f"{word}, {DEADLINE_STATE[deadline].lower()}"


def listed_state(row: TaskRow) -> str:
    """Name the work state in a list; a parent says how many of its children are done."""
    if row.children:
        return f"{row.children_done}/{row.children} đơn vị hoàn thành"
    return WORK_STATE[row.task.work_state]


def listed_left(row: TaskRow, today: date) -> str:
    """Say in a list how far the deadline is; a parent tells the worst of its children."""
    if row.children:
        return DEADLINE_STATE[row.deadline]
    return days_left(row.task, row.deadline, today)


def days_left(task: Task, deadline: DeadlineState, today: date) -> str:
    """Say how far the deadline is, for the pill beside the date."""
    if task.due is not None and deadline is DeadlineState.LATE and task.finished_on is not None:
        return f"Chậm {(task.finished_on - task.due).days} ngày"
    if task.due is None or deadline is DeadlineState.ON_TIME:
        if task.due is None and task.deadline_kind is not DeadlineKind.NONE:
            return DEADLINE_KIND[task.deadline_kind]
        return DEADLINE_STATE[deadline]
    if deadline is DeadlineState.NO_DEADLINE:
        return WORK_STATE[task.work_state]
    left = (task.due - today).days
    if left < 0:
        return f"Quá hạn {-left} ngày"
    return "Hôm nay" if left == 0 else f"Còn {left} ngày"


def deadline_words(task: Task) -> str:
    """Say a deadline as an assigning paper does: its own words, else the date, else the kind."""
    return _deadline(task, dates.short)


def deadline_on_paper(task: Task) -> str:
    """Say a deadline on a paper that goes out, where dates are padded as papers want."""
    return _deadline(task, dates.in_figures)


def _deadline(task: Task, written: Callable[[date], str]) -> str:
    if task.deadline_wording:
        return task.deadline_wording
    if task.due is not None:
        return written(task.due)
    return "" if task.deadline_kind is DeadlineKind.NONE else DEADLINE_KIND[task.deadline_kind]


def working_days_left(due: date, today: date, calendar: Calendar) -> str:
    """Say the weekday of a deadline, its working days, and whether they may still change."""
    left = calendar.working_days_between(today, due)
    said = f"còn {left} ngày làm việc" if left >= 0 else f"quá hạn {-left} ngày làm việc"
    lines = [f"{dates.weekday(due)}, {said}"]
    if not calendar.is_working(due):
        lines.append("Ngày đến hạn là ngày nghỉ.")
    if due > today and calendar.rests_on_expected(today, due):
        lines.append("Dự kiến: trong thời gian này có ngày nghỉ chưa công bố.")
    return "\n".join(lines)


def deadline_meant(day: date | None, today: date, calendar: Calendar) -> str:
    """Say which day a typed deadline is, and what its working days rest on."""
    if day is None:
        return ""
    return f"{dates.short(day)}: {working_days_left(day, today, calendar)}"


def offset_words(offset: int) -> str:
    """Say when a task of a template is due."""
    if offset == 0:
        return "Đúng ngày mốc"
    return f"{'Sau' if offset > 0 else 'Trước'} {abs(offset)} ngày làm việc"


def secrecy_warning(found: Secrecy) -> str:
    """Warn of a stamp in what is typed; empty when there is none."""
    if found is Secrecy.ORDINARY:
        return ""
    return (
        f"Có dấu “{SECRECY[found].upper()}” trong nội dung. Nếu là bí mật nhà nước thì không được "
        "ghi vào sổ này. Chỉ ghi nhiệm vụ không mật, hoặc theo dõi bằng sổ riêng."
    )


def reminder_words(reminder: Reminder, today: date) -> str:
    """Say why a task is called to mind."""
    due = reminder.task.due
    if reminder.reason in (Reason.WAITING, Reason.TODAY) or due is None:
        words = REMINDER[reminder.reason]
        return words[0].upper() + words[1:]
    left = (due - today).days
    return f"Quá hạn {-left} ngày" if left < 0 else f"Còn {left} ngày"


def reminders_line(found: Sequence[Reminder], today: date, due_soon_days: int) -> str:
    """Sum up the reminders of a day.

    What is due today is among what is due soon, as everywhere. What waits and presses as well is
    said, for the first page counts it among both. Unit: `due_soon_days` in calendar days.
    """
    waiting = [one for one in found if one.reason is Reason.WAITING]
    told = _pressing([one for one in found if one.reason is not Reason.WAITING], today)
    if waiting:
        also = ", ".join(_pressing([one for one in waiting if one.task.due is not None], today))
        told.append(
            f"{len(waiting)} {REMINDER[Reason.WAITING]}{f' (trong đó {also})' if also else ''}"
        )
    said = f"{dates.weekday(today)}, {dates.short(today)}"
    if not told:
        return said
    near = any(one.deadline is DeadlineState.DUE_SOON for one in found)
    meant = f" {DEADLINE_STATE[DeadlineState.DUE_SOON]}: {soon_span(due_soon_days)}."
    return f"{said}: {', '.join(told)}.{meant if near else ''}"


def _pressing(found: Sequence[Reminder], today: date) -> list[str]:
    late = sum(one.deadline is DeadlineState.OVERDUE for one in found)
    near = [one for one in found if one.deadline is DeadlineState.DUE_SOON]
    now = sum(one.task.due == today for one in near)
    among = f" ({now} hôm nay)" if now else ""
    return [f"{late} {REMINDER[Reason.OVERDUE]}"] * bool(late) + [
        f"{len(near)} {REMINDER[Reason.SOON]}{among}"
    ] * bool(near)


def soon_span(due_soon_days: int) -> str:
    """Say which days are meant by what is due soon. Unit: calendar days."""
    return f"trong {due_soon_days} ngày tới, kể cả hôm nay" if due_soon_days else "trong hôm nay"
