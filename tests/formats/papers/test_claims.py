"""No sentence of a paper claims presence, issue, signature or result that no record holds."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.formats.papers import blocks
from tests.formats.every_paper import PAPERS, composed

both_styles = pytest.mark.parametrize("style", DocumentStyle)
_EMPTY: dict[type, Any] = {tuple: (), bool: False, frozenset: frozenset()}
_COUNTS = ("attended", "overdue", "size", "attachments")
# what a sentence claims, and the records it rests on: with all of these empty it must not be said
CLAIMS: dict[str, tuple[str, ...]] = {
    r"Có mặt: \d": ("present", "absent", "guests", "guests_absent"),
    r"[Vv]ắng mặt: \d": ("present", "absent", "guests", "guests_absent"),
    r"Dự hội nghị có \d+": ("attended",),
    r"ý kiến thảo luận": ("is_discussed",),
    r"tiến hành theo chương trình": ("agenda",),
    r"Tổng số: \d": ("participants",),
    r"Đại biểu mời$": ("participants",),
    r"có danh sách kèm theo": ("invited",),
    r"(?:số|Số:?) \d\d[-/]": (
        "symbol", "number", "carrier", "signed_symbol", "original", "assignment",
    ),
    r"[Kk]ết thúc vào (?:hồi )?\d": ("end_time",),
    r"dự thay": ("present",),
    r"\b(?:có|không) phép\b": ("absent", "guests_absent"),
    r"\(đã ký\)|\(Đã ký\)|Chữ ký": (),
    r"[Hh]oàn thành|[Đđ]ã thực hiện": (
        "review", "status", "table", "lines", "programmes", "directives",
    ),
    r"[Đđ]úng hạn|(?<!Không có nhiệm vụ )[Qq]uá hạn": (
        "review", "status", "table", "lines", "receipts", "rows", "reports", "overdue",
    ),
    r"[Nn]hắc .* thực hiện": ("rows", "reports"),
    r"[Ss]ắp đến hạn: \d": ("rows",),
    r"Báo cáo phải gửi: \d": ("reports",),
    r"Hạn (?:nhiệm vụ|báo cáo)": ("entries",),
    r"còn \d+ nhiệm vụ quá hạn từ trước": ("overdue",),
    r"[Tt]rích sao": ("original",),
    r"chưa gửi, đã quá hạn|[Gg]ửi chậm": ("receipts",),
    r"hội nghị, \d+ kết luận|[Đđ]ã gửi đi": ("meetings",),
    r"[Nn]hân rộng \d": ("practice_lines",),
    r"không còn duy trì|[Bb]áo cáo nhưng chưa có": ("practices",),
    r"quyết định|đề nghị khen thưởng|[Cc]ộng đề nghị": ("movements",),
    r"^Đạt$|[Mm]ục tiêu, lộ trình của các năm": ("milestones",),
    r"mục (?:đã|chưa) có nhiệm vụ|chưa mục nào": ("directives",),
    r"\d chỉ tiêu chưa có số liệu": ("unmeasured",),
    r"\d %": ("status", "table", "programmes", "directives", "indicators", "milestones"),
}  # fmt: skip


def said(report: Any) -> list[str]:
    return [text for sheet in composed(report).sheets for text in _strings(sheet.blocks)]


def _own_words(report: Any) -> list[str]:
    """Give what a paper says of itself: what was typed by hand is the record."""
    typed = sorted(
        {line for text in _strings(_values(report)) for line in text.splitlines() if len(line) > 9},
        key=len,
        reverse=True,
    )
    own = []
    for text in said(report):
        for line in typed:
            text = text.replace(line.rstrip(" ."), "")
        own.append(text)
    return own


def _values(report: Any) -> tuple[Any, ...]:
    return tuple(getattr(report, one.name) for one in fields(report))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, blocks.Text):
        yield value.lead + value.text
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _strings(one)
    elif is_dataclass(value):
        for one in fields(value):
            yield from _strings(getattr(value, one.name))


def without(report: Any, *names: str) -> Any:
    """Take records away from a paper, and from the table that goes with it."""
    known = {one.name: getattr(report, one.name) for one in fields(report)}
    taken = {name: _nothing(known[name]) for name in names if name in known}
    taken |= dict.fromkeys((name for name in _COUNTS if name in taken), 0)
    return replace(report, **taken)


def _nothing(value: object) -> object:
    if isinstance(value, str):
        return ""
    return _EMPTY.get(type(value))


def states(report: Any) -> Iterator[tuple[str, Any]]:
    """Give a paper without each of its records, and without all that may be missing."""
    names = [
        one.name
        for one in fields(report)
        if isinstance(getattr(report, one.name), str | tuple | int | None)
        or one.name in ("held_on", "issued_on", "ended_on", "signed_on", "status")
    ]
    yield "whole", report
    for name in names:
        yield name, without(report, name)
    yield "nothing", without(report, *names)


@both_styles
@pytest.mark.parametrize("paper", PAPERS)
def test_no_sentence_claims_what_no_record_holds(paper: str, style: DocumentStyle) -> None:
    wrong = []
    for state, report in states(PAPERS[paper](style)):
        own = _own_words(report)
        for claim, records in CLAIMS.items():
            if any(getattr(report, name, None) for name in records):
                continue
            wrong += [f"{state}: {text}" for text in own if re.search(claim, text)]
    assert wrong == []


@both_styles
@pytest.mark.parametrize("paper", PAPERS)
def test_a_missing_record_leaves_none_of_its_words(paper: str, style: DocumentStyle) -> None:
    whole = PAPERS[paper](style)
    for name in ("place", "purpose", "documents", "proceedings", "recorder_name", "symbol"):
        value = getattr(whole, name, "")
        if value:
            other = replace(whole, **{name: "KHÔNGCÓAI"})
            assert "KHÔNGCÓAI" not in " ".join(said(without(other, name))), name


@both_styles
def test_a_notice_of_a_talk_without_speeches_claims_no_discussion(style: DocumentStyle) -> None:
    silent = " ".join(said(without(PAPERS["notice"](style), "is_discussed", "attended")))

    assert "thảo luận" not in silent
    assert "kết luận như sau" in silent
