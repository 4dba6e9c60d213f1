"""One Vietnamese sentence for each answer of a comparison with signed and issued papers."""

from coordapp.domain.calendar import dates
from coordapp.domain.documents.document import Document
from coordapp.domain.documents.verification import Answer, Verdict
from coordapp.domain.words.labels import DOCUMENT_TYPE

_SENTENCES = {
    Answer.SIGNED: "Đúng bản đã ký: {paper}, mã {code}.",
    Answer.ISSUED: "Đúng bản đã ban hành: {paper}.",
    Answer.REGISTER_CHANGED: "Tệp đúng là bản đã ký: {paper}, mã {code}, nhưng nội dung hội nghị trong sổ đã bị sửa "
    "sau khi ký. Hãy chạy kiểm tra dữ liệu.",
    Answer.ALTERED: "Tệp có mã {code} của {paper} nhưng nội dung tệp khác bản đã ký.",
    Answer.UNKNOWN_CODE: "Tệp có mã {code} nhưng sổ này không có bản đã ký nào mang mã đó.",
    Answer.UNKNOWN: "Không nhận ra tệp: không trùng bản đã ký, đã ban hành nào trong sổ và không có mã kiểm tra.",
    Answer.NOT_PDF: "Tệp không phải PDF nên không thể là bản đã ký, đã ban hành.",
}
_UNKEPT = "Sổ có {count} văn bản đã ghi số mà không lưu bản PDF, không so được."


def verdict_sentence(verdict: Verdict) -> str:
    """Say what a file is, beside the register."""
    said = _SENTENCES[verdict.answer].format(paper=_named(verdict.paper), code=verdict.code)
    if verdict.answer is Answer.UNKNOWN and verdict.unkept:
        return f"{said} {_UNKEPT.format(count=verdict.unkept)}"
    return said


def _named(paper: Document | None) -> str:
    if paper is None:
        return ""
    day = f" ngày {dates.short(paper.issued_on)}" if paper.issued_on else ""
    return f"{DOCUMENT_TYPE[paper.type]} {paper.symbol}{day}"
