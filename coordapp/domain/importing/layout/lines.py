"""What each row of a table is: a task, a heading, a total, a signature, the rest of the row above.

No row is left without a verdict: what is no task says why it is passed over.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from coordapp.domain.importing.layout import numbering
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.numbering import NO_NUMBER, Numbering, NumberStyle
from coordapp.domain.importing.layout.tables import TaskTable
from coordapp.domain.importing.layout.views import RowView, views_of
from coordapp.domain.importing.values.cells import typed
from coordapp.domain.importing.values.units import Units
from coordapp.domain.kernel.text import fold


class LineKind(Enum):
    """What a row is."""

    TASK = "task"
    HEADING = "heading"
    CONTINUED = "continued"  # the rest of the row above
    PASSED = "passed"


class PassReason(Enum):
    """Why a row is passed over."""

    ABOVE = "above"
    TITLES = "titles"
    COLUMN_NUMBERS = "column_numbers"
    SUBTOTAL = "subtotal"
    HEADING = "heading"
    UNIT_HEADING = "unit_heading"
    JOINED = "joined"
    SIGNATURE = "signature"
    REMARK = "remark"
    NUMBER_ALONE = "number_alone"
    NO_WORK = "no_work"
    UNCLEAR = "unclear"
    HIDDEN = "hidden"
    REPEATED = "repeated"
    NOT_A_REGISTER = "not_a_register"
    HIDDEN_SHEET = "hidden_sheet"
    OTHER_SHEET = "other_sheet"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLine:
    """What a row is; `text` is that of a heading, `parent` the row an item stands below."""

    view: RowView
    kind: LineKind
    reason: PassReason | None = None
    text: str = ""
    lead: str = ""  # the unit named beside a heading
    parent: int | None = None
    numbered: Numbering = field(default=NO_NUMBER)


# texts that may run on in the row below
_RUNNING = frozenset(
    (ImportColumn.COORDINATING, ImportColumn.PROGRESS, ImportColumn.PRODUCT, ImportColumn.NOTE,
     ImportColumn.CONTENT, ImportColumn.SOURCE, ImportColumn.DIFFICULTY, ImportColumn.FOCAL)
)  # fmt: skip
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Za-z])\)?(?:\s*=.*)?")
_SUBTOTAL = re.compile(
    r"(?:tong cong|tong so|luy ke|cong|tong)(?:\s*[:.]?\s*$|\s*[:(]|[:\s]+\d|\s+(?:nhom|muc|phan|so|cong|quy|"
    r"thang|viec|nhiem vu|don vi|khoi|chung|toan|cac|dong|trang|bang|[ivx]+\b))"
)
_REMARK = re.compile(
    r"[*\s(]*(?:ghi chu|luu y|chu thich|chu giai|nguon|don vi tinh|ky hieu)\s*[:.(]"
)
_SIGNATURE = re.compile(
    r"(?:nguoi (?:lap|tong hop|giu so|duyet|viet|ghi|kiem tra|bao cao|theo doi)\b|noi nhan|t/?m\.?\s|k/?t\.?\s|"
    r"t/?l\.?\s|tuq\.?\s|(?:pho )?truong ban$|chanh van phong|thu truong|(?:pho )?chu tich$|(?:pho )?bi thu$|"
    r"(?:pho )?giam doc$|\((?:da )?ky\b|ky,? ghi ro|xac nhan cua|thu ky$|thu ky tong hop|van phong tong hop|"
    r".{0,30}\bngay .{0,6} thang .{0,6} nam\b|ky ten)"
)
_HEADING_WORD = re.compile(
    r"(?:nhom|phan|muc|khoi|linh vuc|chuong|quy|thang|dot|giai doan|noi dung|nhiem vu (?:chung|thuong xuyen|trong tam|"
    r"cu the|dot xuat|phat sinh))\b"
)
_RUNS_ON = re.compile(
    r"(?:[,(\-–:]|\b(?:cho|của|và|với|tại|ở|trong|về|theo|để|từ|đến|các|những|do|bằng|là|hoặc|trên|dưới|gồm|như|"
    r"khi|sau|trước|mùa|trên|giữa|qua|vào|ra|đối|việc|cùng|thuộc|có|được|không|mỗi|một))$",
    re.IGNORECASE,
)
_LONG_HEADING = 200


def read(table: TaskTable, units: Units, *, is_list: bool = False) -> list[RowLine]:
    """Say of every row of a table that shows anything what it is; all rows of a list are tasks."""
    views = views_of(table, units)
    if is_list:
        return [
            _passed(view, reason)
            if (reason := _reason_in_list(table, view))
            else RowLine(view=view, kind=LineKind.TASK, numbered=view.number)
            for view in views
        ]
    return _Reading(table, units, views).lines()


class _Reading:
    """Goes down the rows, knowing the ones before and the one after."""

    def __init__(self, table: TaskTable, units: Units, views: Sequence[RowView]) -> None:
        self._table, self._units, self._views = table, units, views
        with_work = [view for view in views if view.work]
        numbered = [view for view in with_work if view.number.is_item]
        self._is_numbered = len(numbered) * 5 >= len(with_work) * 2 and bool(numbered)
        sure = [place for place, view in enumerate(views) if view.is_task]
        # a list of works alone has no end that would show
        self._last_sure = max(sure, default=len(views))
        self._titles = {part for _, part in table.header.said}
        self._titles |= {title.casefold() for title in table.header.titles if title}
        self._lines: list[RowLine] = []
        self._task: RowView | None = None  # the last task, while the rows below may run on
        self._parents: dict[int, int] = {}
        self._tops_are_tasks = _are_tasks_numbered_like_sections(views)

    def lines(self) -> list[RowLine]:
        for place, view in enumerate(self._views):
            line = self._line(place, view)
            if line.kind is LineKind.TASK:
                self._task = view
            elif line.kind is not LineKind.CONTINUED:
                self._task = None
            self._lines.append(line)
        return self._lines

    def _line(self, place: int, view: RowView) -> RowLine:
        if reason := self._plain_reason(view):
            return _passed(view, reason)
        if not view.work:
            return self._without_work(place, view)
        if view.is_filled and self._continues_filled(view):
            return RowLine(view=view, kind=LineKind.CONTINUED)
        if self._is_heading(place, view):
            return self._heading(view, view.work)
        if place > self._last_sure and not self._runs_on(view):
            return _passed(view, PassReason.SIGNATURE)
        if not (view.number.is_item or view.number.is_section or view.sure or view.is_marked):
            return self._unnumbered(place, view)
        return self._as_task(view)

    # --- rows that say themselves what they are

    def _plain_reason(self, view: RowView) -> PassReason | None:
        if self._table.header.first and _are_column_numbers(view.shown):
            return PassReason.COLUMN_NUMBERS
        said = [text.casefold() for text in view.shown]
        if len(said) > 1 and sum(text in self._titles for text in said) >= 0.7 * len(said):
            return PassReason.TITLES
        if view.number.is_item or ImportColumn.CODE in view.given:
            return None
        first = [fold(text) for text in view.shown[:2]]
        if any(map(_SUBTOTAL.match, first)) and not self._is_lead(view):
            return PassReason.SUBTOTAL
        if _REMARK.match(first[0]) and (not view.sure or len(view.shown) == 1):
            return PassReason.REMARK
        if (
            not self._is_lead(view)
            and ImportColumn.STATE not in view.evidence
            and _SIGNATURE.match(first[0])
        ):
            return PassReason.SIGNATURE
        return None

    def _is_lead(self, view: RowView) -> bool:
        text = typed(view.given.get(ImportColumn.LEAD, ""))
        return bool(text) and self._units.knows(text)

    def _without_work(self, place: int, view: RowView) -> RowLine:
        others = set(view.given) - {ImportColumn.NUMBER}
        if view.number.style is NumberStyle.OTHER and not view.sure:
            return self._heading(view, typed(view.given[ImportColumn.NUMBER]))
        if view.number.is_item and not others and not view.is_marked:
            return _passed(view, PassReason.NUMBER_ALONE)
        if view.number.is_item or ImportColumn.CODE in others:
            return RowLine(view=view, kind=LineKind.TASK, numbered=view.number)
        if others and others <= _RUNNING and self._task is not None and not view.below_blank:
            return RowLine(view=view, kind=LineKind.CONTINUED)
        if others == {ImportColumn.LEAD} and self._is_lead(view):
            return self._heading(view, typed(view.given[ImportColumn.LEAD]))
        if place < self._last_sure and len(view.sure) >= 2 and self._is_lead(view):
            return RowLine(view=view, kind=LineKind.TASK, numbered=view.number)
        if len(view.shown) == 1 and place < self._last_sure and view.is_wide:
            return self._heading(view, view.shown[0])
        return _passed(
            view, PassReason.SIGNATURE if place > self._last_sure else PassReason.NO_WORK
        )

    def _continues_filled(self, view: RowView) -> bool:
        """Tell a row of one tall task; another unit of its own beside it makes a task of its own."""
        lead = self._table.header.column(ImportColumn.LEAD)
        own = lead is not None and (view.row, lead + 1) not in self._table.sheet.filled
        return self._task is not None and not (own and ImportColumn.LEAD in view.given)

    # --- headings

    def _is_heading(self, place: int, view: RowView) -> bool:
        number = view.number
        if view.evidence - {ImportColumn.LEAD} or view.is_marked or view.is_filled:
            return False
        has_lead = ImportColumn.LEAD in view.evidence
        if number.is_section:
            return not self._tops_are_tasks and (not has_lead or self._next_is_item(place))
        if number.style is NumberStyle.DIGIT:
            return self._has_items_below(place, has_lead=has_lead)
        if has_lead:
            return False
        if number.style is NumberStyle.LOWER:
            return self._is_lettered_heading(place)
        if number.style in (NumberStyle.DOTTED, NumberStyle.BULLET):
            return number.style is NumberStyle.DOTTED and self._has_items_below(
                place, has_lead=False
            )
        return self._is_unnumbered_heading(place, view)

    def _is_lettered_heading(self, place: int) -> bool:
        """Tell a) that stands between a section and its numbered tasks from a) below a task."""
        following = self._next(place)
        if following is None or following.number.style is not NumberStyle.DIGIT:
            return False
        headings = [line for line in self._lines if line.kind is LineKind.HEADING]
        if any(line.numbered.style is NumberStyle.LOWER for line in headings):
            return True
        # below a heading that is itself an item, 1 or 1.1, it is what that is about
        return self._task is None and not (headings and headings[-1].numbered.is_item)

    def _is_unnumbered_heading(self, place: int, view: RowView) -> bool:
        if len(view.shown) > 1 or len(view.work) > _LONG_HEADING or place > self._last_sure:
            return False
        own, rest = numbering.inline(view.work)
        if own.is_section:
            return True
        if own.style is NumberStyle.DIGIT and self._is_numbered:
            return False
        is_name = self._units.find(_heading_text(rest)) is not None
        is_loud = view.work.isupper() and len(view.work) > 3
        introduces = view.work.endswith(":") and self._next_is_item(place)
        if is_name or is_loud or view.is_wide or introduces:
            return True
        is_worded = (
            _HEADING_WORD.match(fold(view.work)) is not None and len(view.work.split()) <= 12
        )
        if is_worded and not self._runs_on(view):
            return self._is_numbered or self._next_is_item(place)
        return self._is_numbered and self._restarts_below(place) and not self._runs_on(view)

    def _next(self, place: int) -> RowView | None:
        return self._views[place + 1] if place + 1 < len(self._views) else None

    def _next_is_item(self, place: int) -> bool:
        following = self._next(place)
        return following is not None and (following.number.is_item or following.is_task)

    def _has_items_below(self, place: int, *, has_lead: bool) -> bool:
        """Tell a number below which 1.1 or a) begins: it names what these are about."""
        view, following = self._views[place], self._next(place)
        if following is None:
            return False
        number, below = view.number, following.number
        is_deeper = below.style in (NumberStyle.DOTTED, NumberStyle.LOWER) and (
            number.style is NumberStyle.DIGIT
            or below.depth > number.depth
            or below.style is NumberStyle.LOWER
        )
        if not is_deeper:
            return False
        # an item with a unit of its own is a task, unless those below have none and take it over
        return not has_lead or ImportColumn.LEAD not in following.evidence

    def _restarts_below(self, place: int) -> bool:
        following = self._next(place)
        return (
            following is not None
            and following.number.style is NumberStyle.DIGIT
            and following.number.value == 1
        )

    def _heading(self, view: RowView, text: str) -> RowLine:
        number, rest = view.number, text
        if number.style in (NumberStyle.NONE, NumberStyle.OTHER):
            number, rest = numbering.inline(text)
        lead = typed(view.given.get(ImportColumn.LEAD, ""))
        return RowLine(
            view=view,
            kind=LineKind.HEADING,
            reason=PassReason.HEADING,
            text=_heading_text(rest),
            lead="" if lead == text else lead,
            numbered=number,
        )

    # --- tasks

    def _as_task(self, view: RowView) -> RowLine:
        number = view.number if view.number.is_item else numbering.inline(view.work)[0]
        level = _level(number)
        parent = max((row for depth, row in self._parents.items() if depth < level), default=None)
        if level:
            self._parents = {depth: row for depth, row in self._parents.items() if depth < level}
            self._parents[level] = view.row
        has_parent = number.style in (NumberStyle.LOWER, NumberStyle.BULLET, NumberStyle.DOTTED)
        return RowLine(
            view=view,
            kind=LineKind.TASK,
            numbered=view.number,
            parent=parent if has_parent else None,
        )

    def _runs_on(self, view: RowView) -> bool:
        """Tell the rest of the row above by how it begins, or by how that one ends."""
        if self._task is None or view.below_blank or view.number.style is not NumberStyle.NONE:
            return False
        own, _ = numbering.inline(view.work)
        if own.style is not NumberStyle.NONE:
            return False
        before = self._lines[-1].view.work or self._task.work
        first = next((letter for letter in view.work if letter.isalnum()), "")
        return first.islower() or _RUNS_ON.search(before) is not None

    def _unnumbered(self, place: int, view: RowView) -> RowLine:
        if self._runs_on(view):
            return RowLine(view=view, kind=LineKind.CONTINUED)
        own, _ = numbering.inline(view.work)
        if own.is_item and self._task is not None:
            return self._as_task(view)
        if self._is_numbered:
            return _passed(view, PassReason.UNCLEAR)
        return self._as_task(view)


def _reason_in_list(table: TaskTable, view: RowView) -> PassReason | None:
    if table.header.first and _are_column_numbers(view.shown):
        return PassReason.COLUMN_NUMBERS
    return None if set(view.given) - {ImportColumn.NUMBER} else PassReason.NUMBER_ALONE


def _passed(view: RowView, reason: PassReason) -> RowLine:
    return RowLine(view=view, kind=LineKind.PASSED, reason=reason)


def _level(number: Numbering) -> int:
    if number.style is NumberStyle.DIGIT:
        return 1
    if number.style is NumberStyle.DOTTED:
        return number.depth
    if number.style is NumberStyle.LOWER:
        return 8
    return 9 if number.style is NumberStyle.BULLET else 0


def _heading_text(text: str) -> str:
    """Leave out what a heading says beside its name: `Hội Nông dân tỉnh (5 việc):`."""
    said = re.sub(r"\([^)]*\)$", "", text.strip(" .:;-–")).strip(" .:;-–")
    return re.sub(
        r"^(?:đơn vị|cơ quan|khối)(?: chủ trì| thực hiện)?\s*:\s*", "", said, flags=re.IGNORECASE
    )


def _are_column_numbers(shown: Sequence[str]) -> bool:
    return len(shown) > 2 and all(_COLUMN_NUMBER.fullmatch(text) for text in shown)


def _are_tasks_numbered_like_sections(views: Sequence[RowView]) -> bool:
    """Tell a register that numbers its tasks I, II, III: nothing else in it is numbered."""
    numbered = [view for view in views if view.work and view.number.style is not NumberStyle.NONE]
    sections = [view for view in numbered if view.number.is_section]
    sure = [view for view in sections if view.sure or view.is_marked]
    return bool(sections) and len(sections) == len(numbered) and len(sure) * 2 > len(sections)
