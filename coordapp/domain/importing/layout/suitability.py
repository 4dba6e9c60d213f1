"""Whether a table is a register of tasks, or what else it is: a budget, a list of staff."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coordapp.domain.importing.layout.columns import ImportColumn, plain
from coordapp.domain.importing.layout.header import Header

# what columns of other tables are called, folded; commas part them
_FOREIGN: Mapping[str, str] = {
    "budget": (
        "don vi tinh, dvt, so luong, don gia, thanh tien, kinh phi, du toan, so tien, tong tien, nguon kinh phi, "
        "noi dung chi, muc chi, dinh muc, thanh tien dong, kinh phi du kien, khoan chi, du toan kinh phi, thuc chi, "
        "kinh phi thuc hien, so tien dong, don gia dong, tien, nguon, quyet toan, tam ung, con lai, "
        "noi dung khoan chi, ngan sach, chi phi, don vi tinh trieu dong, so nguoi, so ngay, he so"
    ),
    "staff": (
        "ho va ten, ho ten, ngay sinh, nam sinh, ngay thang nam sinh, gioi tinh, chuc vu, chuc danh, so dien thoai, "
        "dien thoai, cccd, cmnd, que quan, trinh do, dan toc, ngay vao dang, don vi cong tac, noi cong tac, email, "
        "so cccd, trinh do chuyen mon, ngach, bac luong, he so luong, nam, nu, ngay vao nganh, dia chi, ton giao, "
        "chuc vu don vi, co quan cong tac, chuc vu cong tac, ly luan chinh tri, sdt, so dt, nghe nghiep"
    ),
    "calendar": (
        "thu, buoi, gio, sang, chieu, dia diem, thanh phan, thu ngay, thoi gian dia diem, lanh dao chu tri, "
        "thanh phan tham du, noi hop, phong hop, xe, ngay thang, thanh phan du hop, chuan bi"
    ),
    "documents": (
        "so den, ngay den, tac gia, so ky hieu, ngay van ban, trich yeu, trich yeu noi dung, noi nhan, loai van ban, "
        "so di, ngay di, ten loai va trich yeu, nguoi ky, do mat, so trang, ky nhan, so luong ban, noi gui, "
        "ngay ky, so van ban den, ngay ban hanh, co quan ban hanh"
    ),
    "figures": (
        "chi tieu, ke hoach nam, thuc hien, so voi cung ky, cung ky, ty le dat, ke hoach, don vi bao cao, "
        "tang giam, luy ke, uoc thuc hien, nam truoc, thuc hien nam truoc, so lieu, so hoi vien, so chi hoi, "
        "dan so, so ho, dien tich"
    ),
    "scores": "diem, diem toi da, diem dat, diem tu cham, diem tham dinh, xep loai, thang diem, diem cham, xep hang",
    "assets": (
        "tai san, ten tai san, nguyen gia, nam su dung, gia tri con lai, so the tai san, nhan hieu, so may, "
        "ten thiet bi, tinh trang thiet bi, nuoc san xuat, noi de"
    ),
}  # fmt: skip
KINDS = tuple(_FOREIGN)
_BY_NAME: Mapping[str, str] = {
    name.strip(): kind for kind, names in _FOREIGN.items() for name in names.split(",")
}
_TITLES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("budget", re.compile(r"\b(?:du toan|kinh phi|quyet toan|ngan sach|bang ke|thu chi|chi phi)\b")),
    ("staff", re.compile(
        r"\bdanh sach\b.*\b(?:can bo|cong chuc|dang vien|thanh vien|hoi vien|dai bieu|uy vien|nhan su|nguoi|can su)\b"
        r"|\bdanh ba\b|\btrich ngang\b|\bcham cong\b|\bdiem danh\b"
    )),
    ("calendar", re.compile(r"\blich (?:cong tac|hop|lam viec|tuan|tiep|truc)\b|\bthoi khoa bieu\b")),
    ("documents", re.compile(r"\b(?:so (?:cong van|van ban|dang ky van ban)|muc luc|danh muc (?:ho so|van ban))\b")),
    ("figures", re.compile(r"\b(?:bieu tong hop so lieu|thong ke|bang so lieu|chi tieu)\b")),
    ("scores", re.compile(r"\b(?:bang diem|cham diem|xep loai|bieu diem)\b")),
    ("assets", re.compile(r"\b(?:kiem ke|tai san|thiet bi)\b")),
)  # fmt: skip
_OF_TASKS = frozenset(
    (ImportColumn.DUE, ImportColumn.STATE, ImportColumn.PROGRESS, ImportColumn.PERCENT, ImportColumn.LEAD,
     ImportColumn.COORDINATING, ImportColumn.FINISHED, ImportColumn.EXTENDED, ImportColumn.ASSIGNED)
)  # fmt: skip
_TELLING = frozenset((ImportColumn.DUE, ImportColumn.STATE, ImportColumn.EXTENDED))


@dataclass(frozen=True, slots=True, kw_only=True)
class TableEvidence:
    """What speaks for a register and for another kind of table."""

    header: Header
    lines: Sequence[str]  # above the table, and the name of the sheet
    of_persons: float = 0.0  # share of names of persons among the texts of the work


def other_kind(found: TableEvidence) -> str | None:
    """Say which other kind of table this is; None for a register."""
    kinds = [_BY_NAME[plain(title)] for title in found.header.titles if plain(title) in _BY_NAME]
    said = plain(" ".join(found.lines))
    told = next((kind for kind, form in _TITLES if form.search(said)), None)
    fields = set(found.header.fields.values())
    if found.of_persons >= 0.6 and not fields & _TELLING:
        return "staff"
    if not kinds:
        return told if told is not None and not fields & _OF_TASKS else None
    kind = max(kinds, key=kinds.count)
    foreign = kinds.count(kind) + (told == kind)
    ours = len(fields & _OF_TASKS) + len(fields & _TELLING) + 2 * bool(found.header.ticks)
    return kind if foreign >= 2 and foreign >= ours else None


def kind_of_titles(lines: Sequence[str], titles: Sequence[str]) -> str | None:
    """Say what a sheet without a register is, by its titles; None where they tell nothing."""
    kinds = [_BY_NAME[plain(title)] for title in titles if plain(title) in _BY_NAME]
    if len(kinds) > 1:
        return max(kinds, key=kinds.count)
    said = plain(" ".join(lines))
    return next((kind for kind, form in _TITLES if form.search(said)), None)
