"""The parts of a paper: head, account, speeches, conclusions, recipients, foot."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from coordapp.domain.conclusions.reading.lines.numbering import MarkKind
from coordapp.domain.conclusions.reading.lines.written_lines import NoticeLine
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.letters import CAPITALS, is_all_capital


class Part(Enum):
    """What a line of a paper belongs to."""

    HEAD = "head"  # letterhead, number, title
    ADDRESSEES = "addressees"  # Kính gửi, điện
    PREAMBLE = "preamble"  # what stands before "kết luận:"
    ACCOUNT = "account"  # what was done
    SPEECHES = "speeches"  # what was said and wished
    CONCLUSIONS = "conclusions"
    FOOT = "foot"  # recipients and signature


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeBlock:
    """A line with the part it belongs to; a heading says something of the lines below it."""

    line: NoticeLine
    part: Part
    is_heading: bool = False
    opens_tasks: bool = False  # a heading that says: what follows is to be done


_SYMBOLS = re.compile(r"[\W_]+")
_NUMBER = re.compile(r"(?:số|so)\s*[:.]?\s*[\d….]*\s*[/-]?\s*[\w-]*(?:/[\w&-]+)?$", re.I)
_PLACE_AND_DAY = re.compile(r"^[^.;:]{2,60},\s*ngày\s.{0,12}tháng\s.{0,8}năm\s.{2,10}$", re.I)
_MOTTO = re.compile(r"độc lập\s*[-–]\s*tự do|cộng hòa xã hội chủ nghĩa|đảng cộng sản việt nam")
_NUMBER_AND_DAY = re.compile(r"số\s*[:.]?.{0,40}\bngày\b.{1,16}tháng.{1,12}năm")
_ADDRESSEES = re.compile(r"(?:kính gửi|nơi gửi|đồng kính gửi|điện|gửi)\s*:")
_ENDS_IN_WIRE = re.compile(r"\bđiện\s*:$")
_FOOT = re.compile(r"nơi nhận\b|(?:t/m|k/t|t/l|tm\.|kt\.|tl\.|tuq\.|t/uq)\s|\(?đã ký\)?$")
_ANNEX = re.compile(r"phụ lục\b")
_TYPES = re.compile(
    r"(?:thông báo|kết luận|biên bản|công điện|nghị quyết|chỉ thị|quyết định|chương trình|kế hoạch|công văn|báo cáo|thông tri|hướng dẫn|trích biên bản|ý kiến chỉ đạo)\b"
)
_CONCLUDES = re.compile(
    r"(?:kết luận|chỉ đạo|chỉ thị|kết luận, chỉ đạo|phân công|yêu cầu|thống nhất|quyết định|quyết nghị|giao nhiệm vụ|ý kiến)"
    r"(?: (?:như sau|cụ thể như sau|một số nội dung(?: như)? sau|các nội dung sau|những nội dung sau|một số nhiệm vụ sau|nội dung sau|các nhiệm vụ sau|cụ thể|một số nội dung|một số việc sau|các việc sau))?\s*:$"
)
_CONCLUDED = re.compile(r"kết luận[^.;:]{0,60}:$|(?:ý kiến )?chỉ đạo như sau\s*:$|như sau\s*:$")
_ACCOUNT = re.compile(
    r"\b(?:đánh giá|tình hình|kết quả|ưu điểm|hạn chế|tồn tại|khuyết điểm|yếu kém|nguyên nhân|nhận xét|nhận định|thành phần|diễn biến|bối cảnh|bài học|khó khăn|vướng mắc|thực trạng|số liệu|"
    r"đã làm được|việc đã làm|việc làm được|thời gian qua|vừa qua|năm qua|quý qua|tháng qua|tuần qua|mặt được|chưa được|thành tích|ghi nhận|báo cáo tại|nội dung báo cáo)\b"
)
_SPEECHES = re.compile(
    r"\b(?:ý kiến|phát biểu|thảo luận|tham luận|trao đổi|kiến nghị|đề xuất|đề nghị của|góp ý|nguyện vọng|chất vấn|hỏi đáp)\b"
)
_TASKS = re.compile(
    r"\b(?:kết luận|nhiệm vụ|giải pháp|phân công|các việc|công việc|việc cần|việc phải|việc khác|việc giao|việc làm ngay|những việc|chỉ đạo|tổ chức thực hiện|yêu cầu|phương hướng|thời gian tới|"
    r"thời gian còn lại|trọng tâm|phải làm|cần làm|phải hoàn thành|triển khai|giao việc|tiếp theo|sắp tới|quyết nghị|quyết định)\b"
)
_ORDERS = re.compile(
    r"\b(?:nhiệm vụ|giải pháp|phân công|các việc|công việc|việc cần|việc phải|việc khác|việc giao|việc làm ngay|những việc|tổ chức thực hiện|yêu cầu|trọng tâm|phải làm|cần làm|phải hoàn thành|giao việc|thời gian tới)\b"
)
_SAYS_CONCLUSION = re.compile(r"\b(?:kết luận|chỉ đạo)\b")
_SEVERAL = re.compile(rf"[.!?]\s+[{CAPITALS}]")  # several sentences are no heading
_MOST_HEAD_LINES = 24
_SHORTEST_BODY = 5
_LONGEST_HEADING = 160
_LONGEST_TITLE = 220


def read_blocks(lines: Sequence[NoticeLine]) -> list[NoticeBlock]:
    """Tell of each line which part of the paper it belongs to, and which lines are headings."""
    blocks: list[NoticeBlock] = []
    start = 0
    while start < len(lines):
        end = _next_paper(lines, start)
        blocks += _paper(lines[start:end])
        start = end
    return blocks


def _paper(lines: Sequence[NoticeLine]) -> list[NoticeBlock]:
    head = _head_length(lines)
    foot = _foot_start(lines, head)
    return [
        *(
            NoticeBlock(line=line, part=_part_of_head(line, number))
            for number, line in enumerate(lines[:head])
        ),
        *_body(lines[head:foot]),
        *(NoticeBlock(line=line, part=Part.FOOT) for line in lines[foot:]),
    ]


def _part_of_head(line: NoticeLine, number: int) -> Part:
    """Let a first line that may be a headline or a sentence be asked about."""
    is_open = number == 0 and not _is_formal(line) and not _TYPES.match(line.plain)
    return Part.PREAMBLE if is_open else Part.HEAD


def says_conclusions(low: str) -> bool:
    """Tell whether a line in its plain form announces conclusions: "… kết luận như sau:"."""
    return bool(_CONCLUDES.search(low) or _CONCLUDED.search(low))


def orders(low: str) -> bool:
    """Tell whether a heading in its plain form says that what follows is to be done."""
    return bool(_ORDERS.search(low))


# --- the head


def _head_length(lines: Sequence[NoticeLine]) -> int:
    """Count the lines of letterhead, number, place and title at the beginning."""
    if len(lines) == 1 and not _is_formal(lines[0]):
        return 0
    count = 0
    saw_type = False
    for line in lines[:_MOST_HEAD_LINES]:
        low = line.plain
        if _ADDRESSEES.match(low) or _ENDS_IN_WIRE.search(low):
            break
        if len(line.text) > _LONGEST_TITLE:
            break
        is_formal = _is_formal(line)
        if count and line.after_gap and is_all_capital(line.text) and _opens_part(low):
            break
        if is_formal and line.mark is None:
            saw_type = saw_type or bool(_TYPES.match(low))
            count += 1
            continue
        if "\t" in line.text or (line.mark is not None and line.mark.kind is not MarkKind.BULLET):
            break
        if _is_title(line, low, is_first=count == 0, after_type=saw_type) and line.mark is None:
            count += 1
            continue
        break
    return count


def _is_formal(line: NoticeLine) -> bool:
    """Tell a line that only a letterhead has: capitals, number, motto, place and day."""
    low = line.plain
    return bool(
        is_all_capital(line.text)
        or _SYMBOLS.fullmatch(line.text)
        or _NUMBER.match(low)
        or _MOTTO.search(low)
        or _NUMBER_AND_DAY.match(low)
        or _PLACE_AND_DAY.match(line.text)
        or _are_two_bodies(line)
    )


def _are_two_bodies(line: NoticeLine) -> bool:
    """Tell the two columns of a letterhead from the titles of a table."""
    first, tab, _ = line.text.partition("\t")
    return bool(tab) and is_all_capital(first) and len(first.strip()) > _SHORTEST_BODY


def _opens_part(low: str) -> bool:
    """Tell a heading in capitals, such as KẾT QUẢ, from a title."""
    return len(low) < _SHORT and not _TYPES.match(low) and _part_named(low) is not None


def _is_title(line: NoticeLine, low: str, *, is_first: bool, after_type: bool) -> bool:
    """Tell a title: no stop at its end, the first line of a paper or what follows its type."""
    if line.text.endswith((".", ":", ";")):
        return False
    is_led = line.mark is None and low.startswith(
        ("của ", "về ", "tại ", "phần ", "ngày ", "v/v", "khóa ")
    )
    return is_first or after_type or is_led or bool(_TYPES.match(low)) or line.text.startswith("(")


# --- the foot


def _next_paper(lines: Sequence[NoticeLine], start: int) -> int:
    """Find the type line of another paper that was pasted after the foot of this one."""
    in_foot = False
    for number in range(start, len(lines)):
        low = lines[number].plain
        if in_foot and number > start and is_all_capital(lines[number].text) and _TYPES.match(low):
            return number
        in_foot = in_foot or bool(_FOOT.match(low))
    return len(lines)


def _foot_start(lines: Sequence[NoticeLine], head: int) -> int:
    """Find where recipients or the signature begin; an annex after them is read again."""
    read_again = (n for n, one in enumerate(lines) if _ANNEX.match(one.plain) or _is_item(one))
    last = max(read_again, default=-1)
    for number in range(head, len(lines)):
        low = lines[number].plain
        if number > last and _FOOT.match(low):
            return number
    end = len(lines)
    while end > head and is_all_capital(lines[end - 1].text) and lines[end - 1].mark is None:
        end -= 1
    return end


def _is_item(line: NoticeLine) -> bool:
    """Tell an item of conclusions from a recipient: recipients have bullets and are short."""
    return (
        line.mark is not None
        and line.mark.kind in (MarkKind.NUMBER, MarkKind.ROMAN, MarkKind.ARTICLE, MarkKind.DECIMAL)
        and len(line.text) > _RECIPIENT
        and not line.text.endswith(";")
    )


_RECIPIENT = 40

# --- the body


def _body(lines: Sequence[NoticeLine]) -> list[NoticeBlock]:
    announced = _announcement(lines)
    blocks: list[NoticeBlock] = []
    part, rank = (Part.CONCLUSIONS if announced is None else Part.PREAMBLE), 0
    in_list = in_foot = False
    for number, line in enumerate(lines):
        low = line.plain
        if _ANNEX.match(low) or (in_foot and _is_item(line)):
            in_foot = False
        if in_foot or _FOOT.match(low):
            in_foot = True
            blocks.append(NoticeBlock(line=line, part=Part.FOOT))
            continue
        if _ADDRESSEES.match(low) or _ENDS_IN_WIRE.search(low):
            in_list = True
            blocks.append(NoticeBlock(line=line, part=Part.ADDRESSEES))
            continue
        if in_list and _is_addressee(lines, number):
            blocks.append(NoticeBlock(line=line, part=Part.ADDRESSEES))
            continue
        in_list = False
        heading = is_heading(lines, number)
        said = _part_named(low) if heading else None
        if said is not None:
            part, rank = said, line.depth
        elif heading and part is not Part.CONCLUSIONS and line.depth <= rank and blocks_named(part):
            part, rank = Part.CONCLUSIONS, line.depth
        if number == announced and signs.CONCLUDES.match(low) and not low.endswith(":"):
            part = Part.CONCLUSIONS
        blocks.append(
            NoticeBlock(
                line=line, part=part, is_heading=heading, opens_tasks=heading and orders(low)
            )
        )
        if number == announced or (part is Part.PREAMBLE and says_conclusions(low)):
            part, rank = Part.CONCLUSIONS, 0
    return blocks


def blocks_named(part: Part) -> bool:
    """Tell whether a part was opened by a heading, so that the next heading closes it."""
    return part in (Part.ACCOUNT, Part.SPEECHES)


def _announcement(lines: Sequence[NoticeLine]) -> int | None:
    """Find the line that announces the conclusions, when it is no heading of a list."""
    for number, line in enumerate(lines):
        low = line.plain
        if ("kết luận" in low and _CONCLUDED.search(low)) or _CONCLUDES.search(low):
            return number
        if line.mark is None and signs.CONCLUDES.match(low):
            return number
        if is_heading(lines, number) and _SAYS_CONCLUSION.search(low):
            return number
    return None


def _is_addressee(lines: Sequence[NoticeLine], number: int) -> bool:
    line = lines[number]
    if line.mark is None and not line.text.endswith((";", ",")):
        return (
            number > 0
            and lines[number - 1].text.endswith((";", ","))
            and len(line.text) < _LONGEST_HEADING
        )
    return line.mark is None or line.mark.kind in (MarkKind.BULLET, MarkKind.NUMBER)


def is_heading(lines: Sequence[NoticeLine], number: int) -> bool:
    """Tell whether a line heads the ones below it: no stop at its end, and something below."""
    line = lines[number]
    text = line.text
    if len(text) > _LONGEST_HEADING or text.endswith((".", ";", "!", "?", ",")) or "\t" in text:
        return False
    if _SEVERAL.search(text):
        return False
    following = lines[number + 1] if number + 1 < len(lines) else None
    if is_all_capital(text):
        return True
    if following is None:
        return False
    if line.mark is not None and following.mark is None and len(text) < _SHORT:
        # a number, a title, and paragraphs without numbers below it
        is_section = line.mark.kind in (MarkKind.ROMAN, MarkKind.UPPER)
        is_kind = _KIND_OF_WORK.fullmatch(line.plain) is not None
        if is_section or is_kind or _part_named(line.plain) is not None:
            return not signs.ASSIGNS.match(line.plain)
    if text.endswith(":"):
        return following.depth > line.depth or following.mark is None
    return following.depth > line.depth or (
        line.mark is None and line.after_gap and following.mark is None and len(text) < _SHORT
    )


_SHORT = 80
# "3. Việc thường xuyên" heads the paragraphs below it
_KIND_OF_WORK = re.compile(
    r"(?:các |những )?(?:việc|công việc|nhiệm vụ)(?: cần| phải)?(?: làm)?"
    r"(?: (?:thường xuyên|trước mắt|cấp bách|đột xuất|lâu dài|khác|trọng tâm|ngay|định kỳ))?:?"
)


def _part_named(low: str) -> Part | None:
    """Tell which part a heading opens; None when it speaks of something else."""
    if _SAYS_CONCLUSION.search(low):
        return Part.CONCLUSIONS
    speeches = _SPEECHES.search(low)
    tasks = _TASKS.search(low)
    if tasks:
        return Part.CONCLUSIONS
    if speeches:
        return Part.SPEECHES
    return Part.ACCOUNT if _ACCOUNT.search(low) else None
