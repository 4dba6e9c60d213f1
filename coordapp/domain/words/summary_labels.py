"""The words of a review report."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.summaries.summary import SummaryKind, SummaryPart

SUMMARY_KIND = {SummaryKind.INTERIM: "Sơ kết", SummaryKind.FINAL: "Tổng kết"}
SUMMARY_PART = {
    SummaryPart.SITUATION: "Đặc điểm tình hình",
    SummaryPart.LEADERSHIP: "Công tác lãnh đạo, chỉ đạo, tham mưu",
    SummaryPart.STRENGTHS: "Ưu điểm",
    SummaryPart.SHORTCOMINGS: "Tồn tại, hạn chế",
    SummaryPart.OWN_CAUSES: "Nguyên nhân chủ quan",
    SummaryPart.OUTSIDE_CAUSES: "Nguyên nhân khách quan",
    SummaryPart.LESSONS: "Bài học kinh nghiệm",
    SummaryPart.DIRECTIONS: "Phương hướng, nhiệm vụ",
    SummaryPart.PROPOSALS: "Kiến nghị, đề xuất",
}
SUMMARY_WORDS: dict[type[Enum], Mapping[Any, str]] = {
    SummaryKind: SUMMARY_KIND,
    SummaryPart: SUMMARY_PART,
}

SUMMARY_FIELDS: dict[Kind, dict[str, str]] = {
    Kind.SUMMARY: {
        "since": "Từ ngày",
        "until": "Đến ngày",
        "version": "Bản số",
        "kept_on": "Ngày lưu bản",
        "author": "Người lập",
        "subject": "Trích yếu",
        **{part.value: words for part, words in SUMMARY_PART.items()},
    },
    Kind.SUMMARY_FIGURE: {
        "summary_id": "Báo cáo sơ kết, tổng kết",
        "position": "Thứ tự",
        "key": "Khóa",
        "name": "Số liệu",
        "value": "Giá trị",
        "source": "Nguồn",
    },
}
