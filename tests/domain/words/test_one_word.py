"""One word for one thing: words the office does not use stay out of what the program says."""

import ast
import re
from pathlib import Path

import pytest

import coordapp
from coordapp.domain.words.messages import SENTENCES

_SOURCES = Path(coordapp.__file__).parent
_MANUAL = _SOURCES.parent / "resources" / "manual"
# these read what others wrote, in any words
_READERS = (
    "domain/conclusions/reading/",
    "domain/calendar/",
    "domain/importing/cells.py",
    "domain/importing/header.py",
    "services/sample/",
)
# what is not said, and what is said for it
_FORBIDDEN = {
    r"giấy tờ": "văn bản",
    r"bản ghi": "mục",
    r"\bbyte\b": "dung lượng",
    r"\bxml\b": "tệp có thể gây hại",
    r"nhiệm vụ (?:mẹ|gốc)\b": "nhiệm vụ chung",
    r"(?:nhiệm vụ|việc) con\b": "nhiệm vụ của từng đơn vị",
    r"đã xong|chưa xong|ngày xong|đơn vị xong": "hoàn thành",
    r"^muộn$|^trễ ": "chậm",
    r"hạn gốc": "hạn ban đầu",
    r"hạn ghi bằng lời": "hạn theo văn bản",
    r"nguồn giao|căn cứ giao": "căn cứ",
    r"lý do không giao": "không phát sinh nhiệm vụ",
    r"mức độ khẩn": "độ khẩn",
    r"^bỏ qua$": "hủy",
    r"(?<!sao )(?<!ghi )\bchép\b": "sao chép",
    r"lễ tân": "thứ tự xếp khi mời họp",
    r"vẫn tiếp tục": "vẫn lưu, vẫn in",
    r"lời mới": "nội dung mới",
    r"^ngoài ban$": "không trong Ban Chỉ đạo",
    r"vì sao số này": "cách tính số liệu",
    r"không nói rõ bảng mã": "không ghi bảng mã",
    r"thể thức nhà nước": "thể thức hành chính (NĐ 30)",
    r"(?:có|mọi|các|từng|không có|chưa có) việc\b(?! thực hiện)": "nhiệm vụ",
    r"14 ông, bà|\d ông, bà": "đại biểu",
    r"\(chữ ký\)": "để trống chỗ ký",
    r"(?:ngày|văn bản) đồng ý": "cho phép gia hạn",
    r"^chưa có nhiệm vụ$": "chưa giao nhiệm vụ",
    r"ký điểm danh|ký nhận": "bảng điểm danh, ký tên",
    r"màn hình đang họp": "màn hình ghi cuộc họp",
    r"vắng có phép, không phép": "vắng không phép",
    r"\b(?:in|giao) việc\b": "nhiệm vụ",
    r"hay nhà nước": "thể thức hành chính",
}
_TYPED = re.compile(r"lệnh (?:check|list)")
_VIETNAMESE = re.compile(r"[^\x00-\x7f]|^[A-Z]?[a-z]+$")
_TELLS = re.compile(
    r"\b(?:Hãy|Chọn|Để trống|Gõ|Dùng|hãy|Muốn|Tệp được giữ nguyên|đã có ở)\b|bằng các nút"
)


def _said() -> list[tuple[str, str]]:
    found = []
    for path in sorted(_SOURCES.rglob("*.py")):
        name = path.relative_to(_SOURCES).as_posix()
        if name.startswith(_READERS):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documentation = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        found += [
            (f"{name}:{node.lineno}", node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in documentation
            and _VIETNAMESE.search(node.value)
        ]
    return found


_ALL = _said()


@pytest.mark.parametrize("pattern", _FORBIDDEN)
def test_no_text_of_the_program_says_a_word_the_office_does_not_use(pattern: str) -> None:
    wrong = re.compile(pattern, re.IGNORECASE)
    places = [f"{place}: {text}" for place, text in _ALL if wrong.search(text)]
    assert places == [], f"say “{_FORBIDDEN[pattern]}”"


@pytest.mark.parametrize("pattern", _FORBIDDEN)
def test_no_line_of_the_manual_says_one_either(pattern: str) -> None:
    wrong = re.compile(pattern, re.IGNORECASE)
    places = [
        f"{page.name}:{number}: {line}"
        for page in sorted(_MANUAL.glob("*.md"))
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1)
        if wrong.search(line)
    ]
    assert places == [], f"say “{_FORBIDDEN[pattern]}”"


@pytest.mark.parametrize("code", SENTENCES)
def test_every_message_says_what_to_do(code: str) -> None:
    assert _TELLS.search(SENTENCES[code]), SENTENCES[code]


def test_only_the_command_line_sends_a_person_to_a_command() -> None:
    assert [
        place for place, text in _ALL if _TYPED.search(text) and not place.startswith("cli/")
    ] == []


def test_papers_write_days_by_the_rule_of_papers_and_not_as_lists_on_screen_do() -> None:
    makers = ("formats/", "services/exports/", "services/documents/", "store/past/status_queries")
    places = [
        path.relative_to(_SOURCES).as_posix()
        for path in sorted(_SOURCES.rglob("*.py"))
        if path.relative_to(_SOURCES).as_posix().startswith(makers)
        and "dates.short(" in path.read_text(encoding="utf-8").replace("typed=dates.short(", "")
    ]
    assert places == []
