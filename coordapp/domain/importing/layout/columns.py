"""What the columns of somebody's register hold, by the names that offices give them.

Source: resources/docs/forms.md 5.4.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from enum import Enum

from coordapp.domain.kernel.text import fold, words


class ImportColumn(Enum):
    """What a column of somebody's register may hold."""

    NUMBER = "number"  # running number, read only to tell tasks from headings and totals
    CODE = "code"
    WORK = "work"
    CONTENT = "content"
    PRODUCT = "product"
    SOURCE = "source"
    LEAD = "lead"
    COORDINATING = "coordinating"
    FOCAL = "focal"
    ASSIGNED = "assigned"
    DUE = "due"
    EXTENDED = "extended"  # the deadline in force where DUE is the first one
    STATE = "state"
    PERCENT = "percent"
    PROGRESS = "progress"
    FINISHED = "finished"
    DIFFICULTY = "difficulty"
    URGENCY = "urgency"
    NOTE = "note"


# folded names by which offices call the columns; commas part them
_NAMES: Mapping[ImportColumn, str] = {
    ImportColumn.NUMBER: "tt, stt, so tt, so thu tu, thu tu",
    ImportColumn.CODE: (
        "ma, ma nhiem vu, ma so, ma nv, ma viec, ma cong viec, ma hieu, so hieu nhiem vu, ma so viec, "
        "ma quan ly, ma dinh danh"
    ),
    ImportColumn.WORK: (
        "noi dung nhiem vu, nhiem vu, ten nhiem vu, noi dung cong viec, cong viec, noi dung, "
        "nhiem vu giai phap, nhiem vu duoc giao, noi dung chi dao, noi dung thuc hien, ten cong viec, "
        "noi dung ket luan, ten muc tieu nhiem vu, dau viec, cong viec phai lam, viec can lam, "
        "viec phai lam, cong viec can lam, noi dung cong tac, nhiem vu cu the, cong viec cu the, "
        "nhiem vu trong tam, ten viec, viec, viec duoc giao, cong viec duoc giao, noi dung viec, "
        "noi dung duoc giao, noi dung hoat dong, hoat dong, noi dung phoi hop, noi dung trien khai, "
        "nhiem vu phan cong, nhiem vu can thuc hien, noi dung giao viec, ten hoat dong, muc viec, "
        "noi dung phan cong, noi dung yeu cau, noi dung viec lam, viec giao, ten dau viec, cong tac"
    ),
    ImportColumn.CONTENT: (
        "noi dung chi tiet, chi tiet, dien giai, mo ta, yeu cau cu the, noi dung cu the, yeu cau, "
        "mo ta cong viec, bien phap thuc hien, cach lam"
    ),
    ImportColumn.PRODUCT: (
        "san pham, san pham dau ra, van ban san pham dau ra, san pham ket qua, ket qua dau ra, "
        "san pham du kien, san pham can dat, san pham hoan thanh, ket qua can dat, dau ra, "
        "san pham phai co, san pham cong viec, ket qua du kien, ket qua san pham"
    ),
    ImportColumn.SOURCE: (
        "van ban giao, van ban giao so ngay, so ky hieu van ban giao, so ky hieu van ban, can cu, "
        "nguon giao, van ban chi dao, so van ban, can cu giao, theo van ban, van ban giao viec, "
        "thong bao ket luan, can cu giao viec, van ban giao nhiem vu"
    ),
    ImportColumn.LEAD: (
        "don vi chu tri, co quan chu tri, chu tri, don vi thuc hien, co quan thuc hien, "
        "don vi chiu trach nhiem, don vi, co quan, don vi duoc giao, don vi dau moi, co quan duoc giao, "
        "co quan dau moi, giao cho, co quan don vi chu tri, don vi chu tri thuc hien, co quan don vi, "
        "don vi phu trach, co quan phu trach, trach nhiem thuc hien, chiu trach nhiem, don vi lam chinh, "
        "lam chinh, ben chu tri, co quan don vi thuc hien, chu tri thuc hien, don vi chu cong, "
        "co quan chu tri thuc hien, don vi duoc phan cong, don vi nhan viec, giao don vi, "
        "co quan don vi duoc giao, don vi chu tri tham muu, phan cong thuc hien, don vi to chuc, "
        "dau moi thuc hien, co quan chiu trach nhiem, ben lam chinh, don vi chinh, don vi dam nhan, "
        "don vi nhan, noi nhan viec, phan cong, phan cong chu tri, to chuc thuc hien"
    ),
    ImportColumn.COORDINATING: (
        "don vi phoi hop, co quan phoi hop, phoi hop, don vi phoi hop thuc hien, cung lam, "
        "cung thuc hien, phoi hop thuc hien, co quan don vi phoi hop, don vi tham gia, tham gia, "
        "ben phoi hop, don vi cung thuc hien, don vi lien quan, don vi ho tro, co quan tham gia, "
        "lam cung, cung phoi hop, co quan phoi hop thuc hien, don vi cung lam, phoi hop voi"
    ),
    ImportColumn.FOCAL: (
        "nguoi phu trach, dau moi, can bo dau moi, nguoi thuc hien, can bo phu trach, "
        "dau moi phu trach, chuyen vien theo doi, lanh dao phu trach, nguoi chiu trach nhiem, "
        "nguoi theo doi, can bo theo doi, dong chi phu trach, lanh dao chi dao, nguoi lam, "
        "nguoi duoc giao, can bo thuc hien, chuyen vien, dau moi lien he"
    ),
    ImportColumn.ASSIGNED: (
        "ngay giao, thoi gian giao, ngay nhan, ngay bat dau, bat dau, tu ngay, ngay giao viec, "
        "thoi gian bat dau, thoi diem bat dau, ngay duoc giao, thoi diem giao, bat dau tu, ngay nhan viec"
    ),
    ImportColumn.DUE: (
        "thoi han, han, han hoan thanh, thoi han hoan thanh, thoi gian hoan thanh, thoi gian thuc hien, "
        "han xu ly, han thuc hien, ngay het han, thoi han thuc hien, han bao cao, deadline, phai xong, "
        "han chot, han cuoi, ngay den han, den ngay, thoi gian ket thuc, ket thuc, ngay phai xong, "
        "xong truoc, hoan thanh truoc, thoi han xu ly, thoi diem hoan thanh, thoi gian, han nop, ky han, "
        "moc thoi gian, den han, yeu cau hoan thanh, thoi gian du kien hoan thanh, du kien hoan thanh, "
        "ngay hoan thanh du kien, ngay phai hoan thanh, han cuoi cung, thoi han bao cao, han phai xong, "
        "han hoan tat, xong truoc ngay, phai xong truoc, phai hoan thanh, hoan thanh truoc ngay, "
        "han ket thuc, thoi diem ket thuc, ngay ket thuc du kien, thoi gian xong, phai xong ngay, "
        "tien do thoi gian, tien do yeu cau, thoi gian yeu cau, han duoc giao, thoi han duoc giao, "
        "han viec, het han, ngay den han xu ly, thang hoan thanh, thang thuc hien, thang phai xong, "
        "quy hoan thanh, quy thuc hien"
    ),
    ImportColumn.EXTENDED: (
        "gia han, han gia han, han moi, thoi han gia han, gia han den, han dieu chinh, "
        "thoi han dieu chinh, han sau gia han, dieu chinh thoi han, thoi han moi, duoc gia han den, "
        "gia han den ngay, han sau dieu chinh, lui han den"
    ),
    ImportColumn.STATE: (
        "trang thai, tinh trang, trang thai thuc hien, tinh trang thuc hien, trang thai xu ly, "
        "tinh trang xu ly, hien trang, trang thai cong viec, tinh trang cong viec, trang thai nhiem vu"
    ),
    ImportColumn.PERCENT: (
        "ty le hoan thanh, ti le hoan thanh, hoan thanh, muc do hoan thanh, phan tram, ty le, ti le, "
        "tien do phan tram, phan tram hoan thanh, khoi luong hoan thanh, ty le thuc hien, muc hoan thanh, "
        "da dat, muc dat"
    ),
    ImportColumn.PROGRESS: (
        "tinh hinh ket qua thuc hien, ket qua thuc hien, ket qua, tien do, tinh hinh thuc hien, "
        "tien do thuc hien, ket qua den nay, noi dung bao cao, tinh hinh, ket qua trien khai, "
        "tinh hinh trien khai, ket qua dat duoc, ket qua cong viec, dien bien, bao cao ket qua, "
        "ket qua xu ly, tinh hinh xu ly, da lam den dau, den dau roi, lam den dau, da lam duoc, "
        "tien do cong viec, ket qua thuc hien den nay, tinh hinh ket qua, bao cao, den nay"
    ),
    ImportColumn.FINISHED: (
        "ngay hoan thanh, ngay hoan thanh thuc te, thoi gian hoan thanh thuc te, ngay thuc te, "
        "ngay ket thuc, ngay xong, hoan thanh ngay, thuc te hoan thanh, hoan thanh thuc te, xong ngay, "
        "ngay xong thuc te, ngay hoan tat, da xong ngay, thuc te"
    ),
    ImportColumn.DIFFICULTY: (
        "kho khan nguyen nhan, kho khan vuong mac, kho khan, vuong mac, ly do cham, nguyen nhan, "
        "kho khan kien nghi, ton tai vuong mac, kien nghi, de xuat kien nghi, kho khan vuong mac kien nghi, "
        "ton tai han che, nguyen nhan cham, ly do, ly do chua hoan thanh, ly do cham tien do, "
        "nguyen nhan chua hoan thanh, giai trinh, ly do nguyen nhan"
    ),
    ImportColumn.URGENCY: "do khan, muc do khan, muc do uu tien, uu tien, muc do",
    ImportColumn.NOTE: "ghi chu, luu y, ghi chep, ghi chu khac, chu thich, dien giai them",
}
BY_NAME = {name.strip(): column for column, names in _NAMES.items() for name in names.split(",")}
# what the first deadline is called where another column has the one in force
FIRST_DEADLINES = frozenset(
    ("han ban dau", "han goc", "han cu", "thoi han ban dau", "thoi han cu", "han theo ke hoach",
     "han ke hoach", "thoi han goc", "han lan dau")
)  # fmt: skip
# too general to say anything once other words follow: "Nội dung chi", "Đơn vị công tác"
_ALONE = frozenset(
    ("don vi", "co quan", "noi dung", "ket qua", "tien do", "hoan thanh", "chi tiet", "phan cong",
     "yeu cau", "ty le", "ti le", "thoi gian", "bao cao", "tinh hinh", "van ban", "cong tac", "muc do",
     "hoat dong", "dau moi", "tham gia", "so hieu", "viec", "han", "thuc te", "den nay", "ket thuc")
)  # fmt: skip
# the names that a longer title may begin with, the longest first
_BY_FIRST_WORD: dict[str, list[str]] = defaultdict(list)
for _name in sorted({*BY_NAME, *FIRST_DEADLINES} - _ALONE, key=len, reverse=True):
    if " " in _name:
        _BY_FIRST_WORD[_name.partition(" ")[0]].append(_name)
# words that say what a title is about wherever they stand in it, the telling ones first
_HINTS: tuple[tuple[re.Pattern[str], ImportColumn], ...] = (
    (re.compile(r"\b(?:phoi hop|cung lam|cung thuc hien|ho tro|tham gia|cung phoi)\b"), ImportColumn.COORDINATING),
    (re.compile(r"\b(?:chu tri|chu cong|lam chinh|chiu trach nhiem)\b"), ImportColumn.LEAD),
    (re.compile(r"\b(?:gia han|dieu chinh han)\b"), ImportColumn.EXTENDED),
    (re.compile(r"\b(?:bat dau|ngay giao|ngay nhan)\b"), ImportColumn.ASSIGNED),
    (re.compile(r"\b(?:thuc te)\b"), ImportColumn.FINISHED),
    (re.compile(r"\b(?:han|thoi han|deadline|hoan thanh truoc|xong truoc|phai xong|ket thuc|moc)\b"), ImportColumn.DUE),
    (re.compile(r"\b(?:trang thai|tinh trang(?! han\b)|hien trang)\b"), ImportColumn.STATE),
    (re.compile(r"\b(?:ty le|ti le|phan tram)\b"), ImportColumn.PERCENT),
    (re.compile(r"\b(?:san pham|dau ra)\b"), ImportColumn.PRODUCT),
    (re.compile(r"\b(?:ket qua|tien do|tinh hinh)\b"), ImportColumn.PROGRESS),
    (re.compile(r"\b(?:kho khan|vuong mac|nguyen nhan)\b"), ImportColumn.DIFFICULTY),
    (re.compile(r"\b(?:van ban|can cu)\b"), ImportColumn.SOURCE),
    (re.compile(r"\b(?:nhiem vu|cong viec|dau viec|phan viec|viec)\b"), ImportColumn.WORK),
    (re.compile(r"\bghi chu\b"), ImportColumn.NOTE),
)  # fmt: skip
_MOST_HINT_WORDS = 8
_NUMBER_SIGNS = frozenset(("#", "№", "N°", "No.", "No"))
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_LONGEST = 80  # letters of a title
# what our own lists say of a deadline: computed from dates, never brought in
_WORKED_OUT = frozenset({"tinh trang han"})


def plain(title: str) -> str:
    """Write a title in folded words with single blanks."""
    return " ".join(words(fold(title)))


def without_brackets(title: str) -> str:
    """Leave out what a title adds in brackets."""
    return _IN_BRACKETS.sub(" ", title)


def named(title: str) -> ImportColumn | None:
    """Give the column of an exact name."""
    said = plain(title)
    if title.strip() in _NUMBER_SIGNS:
        return ImportColumn.NUMBER
    if said in FIRST_DEADLINES:
        return ImportColumn.DUE
    if found := BY_NAME.get(said) or BY_NAME.get(plain(without_brackets(title))):
        return _of_share(title) or found
    return _of_share(title)


def begun(title: str) -> ImportColumn | None:
    """Give the column of the longest name that a title begins with.

    `Thời hạn hoàn thành (theo kết luận)` is a deadline; names of one general word say nothing.
    """
    if len(title) > _LONGEST:
        return None
    said = plain(title)
    if said in _WORKED_OUT:
        return None
    fitting = _BY_FIRST_WORD.get(said.partition(" ")[0], ())
    found = next((name for name in fitting if said.startswith(f"{name} ")), None)
    return None if found is None else named(found)


def hinted(title: str) -> ImportColumn | None:
    """Give the column that words within a short title point to."""
    said = plain(without_brackets(title)) or plain(title)
    if len(said.split()) > _MOST_HINT_WORDS:
        return None
    if "chu tri" in said and "phoi hop" in said:
        return ImportColumn.LEAD
    return next((column for form, column in _HINTS if form.search(said)), None)


def _of_share(title: str) -> ImportColumn | None:
    """Tell a share by its sign; `Kết quả (%)` is one too."""
    if "%" in title and len(words(title)) <= 4 and not any(map(str.isdigit, title)):
        return ImportColumn.PERCENT
    return None
