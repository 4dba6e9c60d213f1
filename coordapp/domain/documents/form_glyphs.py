"""What of a paper the font cannot draw, each place by the words of its form."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass

from coordapp.domain.documents.form_finding import FormFinding

_ELSEWHERE = "Văn bản"
_PLACES = {
    "title": "Tên hội nghị",
    "subject": "Trích yếu",
    "place": "Địa điểm",
    "purpose": "Nội dung",
    "text": "Nội dung",
    "documents": "Tài liệu",
    "proceedings": "Diễn biến",
    "speeches": "Diễn biến",
    "agenda": "Chương trình",
    "conclusions": "Kết luận",
    "rows": "Kết luận",
    "assignment": "Phụ lục",
    "shares": "Nhiệm vụ",
    "review": "Kiểm điểm",
    "present": "Thành phần",
    "absent": "Vắng mặt",
    "guests": "Thành phần",
    "guests_absent": "Vắng mặt",
    "unnoted": "Thành phần",
    "invited": "Kính gửi",
    "addressees": "Kính gửi",
    "participants": "Danh sách",
    "recipients": "Nơi nhận",
    "signer": "Người ký",
    "chair_name": "Người chủ trì",
    "chair_post": "Người chủ trì",
    "recorder_name": "Người ghi biên bản",
    "recorder_post": "Người ghi biên bản",
    "committee": "Ban Chỉ đạo",
    "symbol": "Số, ký hiệu",
}


def glyphs(report: object, without_glyph: Callable[[str], Iterable[str]]) -> Iterator[FormFinding]:
    """Name the letters and signs that would come out as an empty box, where they stand."""
    found: dict[str, dict[str, None]] = {}
    for place, text in _texts(report, ""):
        for letter in without_glyph(text):
            found.setdefault(place, {})[letter] = None
    for place, letters in found.items():
        shown = ", ".join(f"“{letter}” (U+{ord(letter):04X})" for letter in letters)
        yield FormFinding(
            place=place,
            required="Chữ, dấu mà phông chữ của văn bản có",
            found=f"{shown} in ra ô trống",
        )


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place or _ELSEWHERE, value
    elif isinstance(value, tuple):
        yield from _listed(value, place)
    elif is_dataclass(value):
        number = getattr(value, "number", None)
        numbered = f"{place} {number}" if place and isinstance(number, int) else place
        for one in fields(value):
            named = _PLACES.get(one.name, "") if numbered in ("", "Phụ lục") else numbered
            yield from _texts(getattr(value, one.name), named or numbered)


def _listed(values: tuple[object, ...], place: str) -> Iterator[tuple[str, str]]:
    # a conclusion of the minutes is its number and its words
    if len(values) == 2 and isinstance(values[0], int) and isinstance(values[1], str):
        yield f"{place} {values[0]}", values[1]
        return
    for value in values:
        yield from _texts(value, place)
