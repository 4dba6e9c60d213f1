"""Running text in the few words the grammar knows, without marks, and where each stood.

`Trước  ngày 15 – 3` becomes `truoc ngay 15 - 3`, and words that say nothing of time become one
`_` for each run of them. So every form is written once: for composed and decomposed text, either
case, any space or dash. Where marks were typed they count (`năm` is no `nam`, `quý` no `quỹ`);
where a line has none at all every word is taken without.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from coordapp.domain.kernel.text import fold

# the number of a page stands on a line of its own, between hard line ends
_SPACE = r"[^\S\n]*\n[^\S\n]*[-–]?[^\S\n]?\d{1,3}[^\S\n]?[-–]?[^\S\n]*\n\s*|[\s_]+"
_TOKEN = re.compile(
    rf"(?:([^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*)|(\d+|[^\s_]))({_SPACE})?|{_SPACE}"
)
# a blank line, a tab, a bullet or the number of an item begin something new
_BREAK = re.compile(
    r"\t|\n[^\S\n]*(?:\n|(?=[-–—•*+\uf0b7o]\s|\(?\d{1,2}[.)]\s|[a-zđA-ZĐ][.)]\s|[IVX]+[.)-]\s))"
)
_LONG_RUN = 6  # words of an event, at most, that are part of a wording
_UNSEEN = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_SIGNS = dict.fromkeys("‐‑‒–—−÷~", "-") | {"→": ">", "⇒": ">", "&": "+", "∕": "/", "⁄": "/"}
_KEPT = frozenset(".,:;/-+()>[]%")

# the word without marks, and how it is written; where two words would be one, they are told apart
_SPELLINGS = """
ngay ngày|nowx ngay|thang tháng|th th|thg thg|t t|tuan tuần|nam năm|quy quý quí qúy qúi|q q|gio giờ
h h|g g|phut phút|p p|giay giây|ky kỳ kì|sign ký kí|dinh định|giai giai|doan đoạn|hang hằng hàng hăng hẵng|moi mỗi
mot một mốt|lan lần|hai hai|ba ba|bon bốn|tu từ|four tư|lam lăm nhăm|sau sau|six sáu|bay bảy bẩy|tam tám
chin chín|muoi mười mươi|ruoi rưỡi rưởi|nua nữa|half nửa|truoc trước trc|cham chậm|nhat nhất nhật
muon muộn|tre trễ|hon hơn|khong không|qua qua quá|vuot vượt|den đến|toi tới|toii tối|het hết|xong xong
hoan hoàn|thanh thành|tat tất|ket kết|thuc thúc|trong trong|vong vòng|thoi thời|gian gian|han hạn
chot chót|ke kể|tinh tính|nay nay này|tiep tiếp|theo theo|dau đầu|giua giữa|cuoi cuối|dip dịp
thuong thượng thường|trung trung|ha hạ|thu thứ|chu chủ|cn cn|mung mùng mồng|ram rằm|gieng giêng
chap chạp|am âm|duong dương|lich lịch|al al âl|hom hôm|mai mai|kia kia|ngoai ngoái|sang sáng|trua trưa
chieu chiều|dem đêm|buoi buổi|luc lúc|vao vào|hoi hội|hoii hồi|khoang khoảng|nhan nhân|le lễ lể|tet tết
nguyen nguyên|dan đán|gioo giỗ|to tổ|hung hùng|vuong vương|quoc quốc|khanh khánh|thuu thu|vu vu
lann lan|phat phật|dan đản|doan đoan|ngo ngọ|giao giao|thua thừa|gia gia|lui lùi|chuyen chuyển|dieu điều
chinh chỉnh|doi dời|la là|cu cũ|new mới|ban ban bản|moment điểm|va và|hoac hoặc|cua của|hanh hành
phat phát|hieu hiệu|luc lực|co có|get nhận|duoc được|so số|van văn|cong công|thong thông|bao báo|cao cáo
luan luận|quyet quyết|khi khi|thoi thôi|xuyen xuyên|lien liên|tuc tục|lau lâu|dai dài|suot suốt
ca cả|hop họp|hoi hội|nghi nghị|cuoc cuộc|phien phiên|dai đại|khai khai|mac mạc|be bế|giang giảng
hoc học|mua mùa|rain mưa|storm bão|bau bầu|cu cử|dien diễn|ra ra|tien tiên|cung cùng|them thêm
lv lv|nlv nlv|lam làm|viec việc|da đã|vua vừa|roi rồi|gui gửi gởi|trinh trình|du dự|kien kiến
phan phấn|dot đợt|tai tại|moc mốc|tieng tiếng|yeu yêu|cau cầu|can cần|phep phép|day đây|nen nên
jan jan|feb feb|mar mar|apr apr|may may|jun jun|jul jul|aug aug|sep sep sept|oct oct|nov nov|dec dec
i i|ii ii|iii iii|iv iv|v v|vi vi|vii vii|viii viii|ix ix|x x|xi xi|xii xii|z z|du đủ|ho hồ|so sơ|hien hiện|de đề để|ve về|xuong xuống
xuan xuân|nap nạp|niem niệm|chao chào|gladly mừng|lap lập|truyen truyền|thi thi thì|xac xác|it ít|toithieu thiểu|an ấn|tung từng|kho khô|nhung những|cac các
goc gốc|chung chung
"""


# the ten stems and twelve branches that name lunar years; "quý" is the tenth stem too
_STEMS = ["giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"]
_BRANCHES = [
    "tý/tí",
    "sửu",
    "dần",
    "mão/mẹo",
    "thìn",
    "tỵ/tị",
    "ngọ",
    "mùi",
    "thân",
    "dậu",
    "tuất",
    "hợi",
]
_LETTERS = "abcdefghijkl"


def _vocabulary() -> tuple[dict[str, str], dict[str, str]]:
    written: dict[str, str] = {}
    bare: dict[str, str] = {}
    for entry in _SPELLINGS.strip().replace("\n", "|").split("|"):
        known, *spellings = entry.split()
        for spelling in spellings:
            written.setdefault(spelling, known)
            # without marks the words of dates go before those written like them
            bare.setdefault(fold(spelling), known)
    for index, stem in enumerate(_STEMS):
        written.setdefault(stem, f"stem{_LETTERS[index]}")
    for index, branch in enumerate(_BRANCHES):
        written |= dict.fromkeys(branch.split("/"), f"branch{_LETTERS[index]}")
    for quarter in ("i", "ii", "iii", "iv"):
        written |= {f"quý{quarter}": f"quy{quarter}", f"q{quarter}": f"q{quarter}"}
    bare |= {fold(spelling): known for spelling, known in written.items() if known[0] == "q"}
    return written, bare


_WRITTEN, _BARE = _vocabulary()


@dataclass(frozen=True, slots=True)
class KnownWords:
    """A text in known words, and where each of its words stood in the text as written."""

    text: str
    begins: list[int]
    starts: list[int]
    ends: list[int]
    cuts: dict[int, int]  # where a long run of unknown words is cut

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Give the place, as written, of what stands from `start` to `end` in `text`."""
        first = bisect_right(self.begins, start) - 1
        last = bisect_right(self.begins, end - 1) - 1
        return self.starts[first], self.cuts.get(last, self.ends[last])


def in_words(text: str, offset: int = 0, *, is_bare: bool | None = None) -> KnownWords:
    """Write one text in known words; `is_bare`: unmarked words lack their marks, None: if all do."""
    if is_bare is None:
        is_bare = not has_marks(text)
    pieces: list[str] = []
    found = KnownWords("", [], [], [], {})
    length, run, is_apart, last = 0, 0, False, ""
    for token in _TOKEN.finditer(text):
        word, other, space = token.groups()
        piece = _known(word, is_bare) if word else _sign(other) if other else ""
        if not piece:
            is_apart = is_apart or (last != "" and other is None)
        elif piece == "_" and last == "_" and is_apart:
            # one more word of a run that says nothing
            run += 1
            if run == _LONG_RUN:
                found.cuts[len(found.ends) - 1] = token.end(1) + offset
            found.ends[-1] = token.end(1) + offset
            is_apart = False
        else:
            if is_apart:
                pieces.append(" ")
                length += 1
            pieces.append(piece)
            found.begins.append(length)
            found.starts.append(token.start() + offset)
            found.ends.append(token.end(1 if word else 2) + offset)
            length += len(piece)
            run, is_apart, last = 1, False, piece
        is_apart = is_apart or (space is not None and last != "")
    return replace(found, text="".join(pieces))


def _sign(written: str) -> str:
    if written.isdecimal():
        return written
    if written in _UNSEEN:
        return ""
    sign = _SIGNS.get(written, written)
    return sign if sign in _KEPT else "#"


@lru_cache(maxsize=8192)
def _known(word: str, is_bare: bool) -> str:
    if is_bare and not has_marks(word):
        return _BARE.get(word.casefold(), "_")
    return _WRITTEN.get(unicodedata.normalize("NFC", word).casefold(), "_")


def segments(text: str) -> Iterator[tuple[int, str]]:
    """Cut a running text where no sentence goes on, with where each piece begins."""
    start = 0
    for found in _BREAK.finditer(text):
        yield start, text[start : found.start()]
        start = found.end()
    yield start, text[start:]


def has_marks(text: str) -> bool:
    """Tell that somebody typed the marks of Vietnamese letters."""
    return not text.isascii() and any(
        letter > "\x7f" and (letter.isalpha() or unicodedata.combining(letter)) for letter in text
    )
