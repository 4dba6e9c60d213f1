"""Titles over two or three rows whose lower parts divide what the upper one names."""

from collections.abc import Mapping, Sequence

from coordapp.domain.importing.layout.columns import ImportColumn, begun, hinted, named, plain

_TIMES = ("thoi han", "thoi gian", "han ", "ky han", "tien do thoi gian", "moc thoi gian", "ngay")
_UNITS = ("don vi", "co quan", "phan cong", "trach nhiem", "to chuc thuc hien", "noi thuc hien")
_RESULTS = ("ket qua", "tinh hinh", "tien do", "tinh trang", "trang thai", "muc do")

_OF_TIMES: Mapping[ImportColumn, str] = {
    ImportColumn.ASSIGNED: (
        "bat dau, tu, tu ngay, khoi dau, giao, ngay giao, nhan, ngay nhan, trien khai, khoi cong, "
        "bat dau tu, ngay bat dau"
    ),
    ImportColumn.DUE: (
        "ket thuc, den, den ngay, hoan thanh, han, xong, het, phai xong, ke hoach, theo ke hoach, "
        "du kien, yeu cau, duoc giao, cuoi, hoan thanh truoc, ngay ket thuc, ngay hoan thanh, "
        "theo kh, hoan tat, ban dau, lan dau, cu, goc, ngay den han, han chot"
    ),
    ImportColumn.EXTENDED: "gia han, dieu chinh, moi, sau gia han, gia han den, lan sau, hien tai",
    ImportColumn.FINISHED: (
        "thuc te, hoan thanh thuc te, thuc hien, da xong, ngay xong, xong thuc te, thuc te hoan thanh"
    ),
}
_OF_UNITS: Mapping[ImportColumn, str] = {
    ImportColumn.LEAD: "chu tri, chinh, phu trach, lam chinh, chu cong, thuc hien, dau moi, don vi",
    ImportColumn.COORDINATING: "phoi hop, cung lam, tham gia, ho tro, lien quan, phoi hop thuc hien",
    ImportColumn.FOCAL: "nguoi, can bo, chuyen vien, lanh dao, dong chi, ca nhan, ho ten, ho va ten",
}
_OF_RESULTS: Mapping[ImportColumn, str] = {
    ImportColumn.PERCENT: "ty le, ti le, phan tram, muc, dat, khoi luong",
    ImportColumn.FINISHED: "ngay, ngay hoan thanh, ngay xong, thoi gian",
    ImportColumn.PROGRESS: "noi dung, mo ta, ket qua, cu the, dien giai, san pham",
    ImportColumn.STATE: "trang thai, tinh trang",
}


def _table(of: Mapping[ImportColumn, str]) -> dict[str, ImportColumn]:
    return {name.strip(): column for column, names in of.items() for name in names.split(",")}


_KNOWN = (
    (_TIMES, _table(_OF_TIMES)),
    (_UNITS, _table(_OF_UNITS)),
    (_RESULTS, _table(_OF_RESULTS)),
)


def column_of(parts: Sequence[str]) -> tuple[ImportColumn | None, int]:
    """Give the column that a title of one or several parts names, and how surely.

    3: by an exact name; 2: by what a part divides; 1: by the beginning of a name or by words in
    it; 0: not at all.
    """
    said = [part for part in parts if part]
    if not said:
        return None, 0
    whole = " ".join(said)
    if exact := named(whole):
        return exact, 3
    if len(said) > 1:
        return _of_parts(said[:-1], said[-1], whole)
    if found := begun(whole) or hinted(whole):
        return found, 1
    return None, 0


def _of_parts(outer: Sequence[str], inner: str, whole: str) -> tuple[ImportColumn | None, int]:
    above, below = f"{plain(' '.join(outer))} ", plain(inner)
    for signs, table in _KNOWN:
        if any(sign in above for sign in signs) and below in table:
            return table[below], 2
    if inner.strip() == "%":
        return ImportColumn.PERCENT, 2
    if found := named(inner):
        return found, 3
    if found := begun(inner) or hinted(inner):
        return found, 1
    # the lower part says nothing known: the column is not simply what stands over several
    return (begun(whole), 1) if len(plain(inner)) > 30 else (None, 0)
