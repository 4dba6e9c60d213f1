"""The words for every field of every record and for what it holds, as the history tells them."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from typing import Any

from coordapp.domain.calendar import dates
from coordapp.domain.calendar.day_off import DayOffKind
from coordapp.domain.calendar.deadline_kind import DeadlineKind
from coordapp.domain.committee.committee import DocumentStyle, ExtractForm, QuorumRule
from coordapp.domain.committee.person import CommitteeRole, FormOfAddress
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.conferences.conference import AttendanceState, ConferenceKind, ConferenceState
from coordapp.domain.documents.document import Authority, DocumentType
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.record_fields import kind_of_id
from coordapp.domain.tasks.task import Ground, Origin, Urgency, WorkState
from coordapp.domain.words import case_labels, conference_labels, labels, summary_labels

NameOf = Callable[[Kind, int], str]

# what means nothing to a person: numbers of rows, and the hash of a file
UNTOLD = frozenset({"id", "record_id", "sha256", "sealed"})

FIELDS: dict[Kind, dict[str, str]] = {
    Kind.COMMITTEE: {
        "name": "Tên",
        "superior_body": "Cơ quan cấp trên",
        "document_code": "Ký hiệu văn bản",
        "place": "Địa danh",
        "document_style": "Thể thức",
        "term": "Nhiệm kỳ",
        "due_soon_days": "Số ngày báo sắp đến hạn",
        "report_cutoff_day": "Ngày chốt số liệu",
        "recipients": "Nơi nhận",
        "is_sample": "Dữ liệu mẫu",
        "working_day": "Ngày làm việc",
        "quorum_rule": "Số thành viên phải có mặt",
        "substitutes_count": "Tính người dự thay",
        "clarity": "Các tiêu chí rõ của nhiệm vụ",
        "short_forms": "Chữ viết tắt khi tìm",
        "extract_form": "Bản trích cho đơn vị",
    },
    Kind.UNIT: {
        "name": "Tên đơn vị",
        "short_name": "Tên viết tắt",
        "document_code": "Ký hiệu văn bản",
        "kind": "Loại",
        "position": "Thứ tự",
        "aliases": "Tên gọi khác",
        "valid_from": "Có từ ngày",
        "valid_to": "Đến ngày",
        "successor_id": "Đơn vị kế tục",
    },
    Kind.UNIT_GROUP: {
        "name": "Tên nhóm",
        "aliases": "Tên gọi khác",
        "position": "Thứ tự",
    },
    Kind.UNIT_GROUP_MEMBER: {
        "unit_group_id": "Nhóm đơn vị",
        "unit_id": "Đơn vị",
    },
    Kind.PERSON: {
        "full_name": "Họ và tên",
        "post": "Chức vụ",
        "rank": "Cấp bậc",
        "unit_id": "Đơn vị",
        "role": "Vai trò",
        "position": "Thứ tự",
        "role_from": "Giữ vai trò từ",
        "role_to": "Giữ vai trò đến",
        "decision_number": "Số quyết định",
        "address": "Xưng hô",
    },
    Kind.CONFERENCE: {
        "code": "Mã",
        "kind": "Loại hội nghị",
        "title": "Tên hội nghị",
        "state": "Trạng thái",
        "held_on": "Ngày họp",
        "start_time": "Giờ khai mạc",
        "ended_on": "Ngày bế mạc",
        "end_time": "Giờ bế mạc",
        "place": "Địa điểm",
        "chair_id": "Người chủ trì",
        "recorder_id": "Người ghi biên bản",
        "purpose": "Nội dung",
        "documents": "Tài liệu",
        "proceedings": "Diễn biến",
        "minutes_number": "Số biên bản",
        "previous_id": "Kỳ trước",
        "state_reason": "Lý do hoãn, hủy",
        "organiser": "Cơ quan tổ chức",
        "programme_id": "Chương trình phối hợp",
    },
    Kind.AGENDA_ITEM: {
        "conference_id": "Hội nghị",
        "position": "Thứ tự",
        "title": "Nội dung",
        "start_time": "Giờ",
        "presenter": "Người trình bày",
        "minutes": "Số phút",
    },
    Kind.ATTENDANCE: {
        "conference_id": "Hội nghị",
        "position": "Thứ tự",
        "name": "Họ và tên",
        "post": "Chức vụ",
        "person_id": "Thành viên",
        "unit_id": "Đơn vị",
        "state": "Tình trạng dự",
        "is_guest": "Khách mời",
        "substitute_name": "Người dự thay",
        "substitute_post": "Chức vụ người dự thay",
        "reason": "Lý do",
    },
    Kind.SPEECH: {
        "conference_id": "Hội nghị",
        "position": "Thứ tự",
        "speaker": "Người phát biểu",
        "post": "Chức vụ",
        "gist": "Ý kiến",
    },
    Kind.CONCLUSION: {
        "conference_id": "Hội nghị",
        "number": "Số",
        "kind": "Loại kết luận",
        "text": "Nội dung",
        "no_task_reason": "Không phát sinh nhiệm vụ",
    },
    Kind.TASK: {
        "code": "Mã",
        "title": "Nhiệm vụ",
        "lead_unit_id": "Đơn vị chủ trì",
        "content": "Nội dung",
        "product": "Sản phẩm",
        "origin": "Căn cứ",
        "quoted": "Trích dẫn",
        "conclusion_id": "Văn bản giao",
        "focal_person": "Đầu mối",
        "urgency": "Độ khẩn",
        "deadline_kind": "Loại hạn",
        "deadline_wording": "Hạn theo văn bản",
        "original_due": "Hạn ban đầu",
        "due": "Hạn",
        "work_state": "Trạng thái",
        "percent": "% hoàn thành",
        "assigned_on": "Ngày giao",
        "finished_on": "Ngày hoàn thành",
        "parent_id": "Thuộc nhiệm vụ",
        "note": "Ghi chú",
        "directive_section_id": "Theo mục văn bản",
        "programme_item_id": "Theo nội dung chương trình",
    },
    Kind.COORDINATION: {
        "task_id": "Nhiệm vụ",
        "unit_id": "Đơn vị phối hợp",
        "part": "Phần việc",
    },
    Kind.PROGRESS_REPORT: {
        "task_id": "Nhiệm vụ",
        "happened_on": "Ngày báo cáo",
        "entered_at": "Ghi vào sổ lúc",
        "unit_id": "Đơn vị",
        "state": "Trạng thái",
        "percent": "% hoàn thành",
        "result": "Kết quả",
        "difficulty": "Khó khăn",
        "proposal": "Kiến nghị, đề xuất",
        "evidence": "Minh chứng",
    },
    Kind.EXTENSION: {
        "task_id": "Nhiệm vụ",
        "old_due": "Hạn cũ",
        "new_due": "Hạn mới",
        "reason": "Lý do",
        "paper": "Văn bản cho phép gia hạn",
        "approved_on": "Ngày cho phép gia hạn",
        "ground": "Căn cứ",
    },
    Kind.DAY_OFF: {
        "day": "Ngày",
        "kind": "Loại ngày",
        "source": "Căn cứ",
        "confirmed": "Đã công bố",
    },
    Kind.ATTACHMENT: {
        "kind": "Kèm theo",
        "name": "Tên tệp",
        "size": "Dung lượng",
        "added_on": "Ngày đính kèm",
    },
    Kind.DOCUMENT: {
        "type": "Loại văn bản",
        "style": "Thể thức",
        "number": "Số",
        "symbol": "Số, ký hiệu",
        "term": "Nhiệm kỳ",
        "issued_on": "Ngày ban hành",
        "subject": "Trích yếu",
        "signer_id": "Người ký",
        "authority": "Quyền ký",
        "recipients": "Nơi nhận",
        "conference_id": "Hội nghị",
        "text": "Nội dung",
        "signed_at": "Ký lúc",
        "unit_id": "Đơn vị nhận",
    },
    Kind.LETTER_UNIT: {
        "document_id": "Công văn",
        "unit_id": "Đơn vị cùng nhận",
    },
    Kind.TASK_TEMPLATE: {
        "name": "Tên mẫu",
        "note": "Ghi chú",
    },
    Kind.TASK_TEMPLATE_ITEM: {
        "task_template_id": "Mẫu nhiệm vụ",
        "position": "Thứ tự",
        "title": "Nhiệm vụ",
        "content": "Nội dung",
        "product": "Sản phẩm",
        "lead_unit_id": "Đơn vị chủ trì",
        "urgency": "Độ khẩn",
        "offset": "Số ngày làm việc từ ngày mốc",
    },
    Kind.REGISTER_VIEW: {
        "name": "Tên",
        "shape": "Bộ lọc, nhóm và cột",
    },
    **case_labels.FIELDS,
    **summary_labels.SUMMARY_FIELDS,
}

WORDS: dict[type[Enum], Mapping[Any, str]] = {
    Kind: labels.KIND,
    WorkState: labels.WORK_STATE,
    DeadlineKind: labels.DEADLINE_KIND,
    Origin: labels.ORIGIN,
    Urgency: labels.URGENCY,
    ConferenceKind: labels.CONFERENCE_KIND,
    ConferenceState: labels.CONFERENCE_STATE,
    AttendanceState: labels.ATTENDANCE_STATE,
    ConclusionKind: labels.CONCLUSION_KIND,
    CommitteeRole: labels.COMMITTEE_ROLE,
    FormOfAddress: labels.FORM_OF_ADDRESS,
    DayOffKind: labels.DAY_OFF_KIND,
    DocumentStyle: labels.DOCUMENT_STYLE,
    DocumentType: labels.DOCUMENT_TYPE,
    Authority: labels.AUTHORITY,
    QuorumRule: conference_labels.QUORUM_RULE,
    ExtractForm: labels.EXTRACT_FORM,
    Ground: labels.GROUND,
    **case_labels.WORDS,
    **summary_labels.SUMMARY_WORDS,
}

# a record is known by its number and by the first of these that says anything
_NUMBERED_BY = ("code", "number")
_NAMED_BY = (
    "title", "name", "full_name", "speaker", "subject", "text", "post",
    "unit_id", "day", "new_due", "happened_on",
)  # fmt: skip


def in_words(hint: Any, value: Any, name_of: NameOf) -> str:
    """Write a stored value as the office says it; empty for none."""
    if value in (None, ""):
        return ""
    kind = kind_of_id(hint)
    if kind is not None:
        return name_of(kind, value)
    # the log may come from a version that wrote other values
    with suppress(ValueError, TypeError):
        if hint is bool:
            return "Có" if value else "Không"
        if hint is datetime:
            at = datetime.fromisoformat(value)
            return f"{dates.short(at.date())} {at:%H:%M}"
        if hint is date:
            return dates.short(date.fromisoformat(value))
        if issubclass(hint, Enum):
            return WORDS.get(hint, {}).get(hint(value), str(value))
    return str(value)


def title_of(known: Mapping[str, Any], row: Mapping[str, Any], name_of: NameOf) -> str:
    """Name a record by what its row says: `NV-2018-001 Rà soát`, `Số 3 Giao các đơn vị`.

    `known` are the types of its fields.
    """
    numbers = (row.get(name) for name in _NUMBERED_BY)
    number = next((value for value in numbers if value), "")
    words = (in_words(known[name], row.get(name), name_of) for name in _NAMED_BY if name in known)
    name = next(filter(None, words), "")
    lead = f"Số {number}" if isinstance(number, int) else number
    return f"{lead} {name}".strip()


def short_title(known: Mapping[str, Any], row: Mapping[str, Any], name_of: NameOf) -> str:
    """Name a record in few words, where another one speaks of it."""
    return str(row.get("code") or row.get("short_name") or "") or title_of(known, row, name_of)
