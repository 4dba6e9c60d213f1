"""What comparing a file with the signed and issued papers of the register says."""

from dataclasses import dataclass
from enum import Enum

from coordapp.domain.calendar import dates
from coordapp.domain.documents.document import Document


class Answer(Enum):
    """What a file is, beside the register."""

    SIGNED = "signed"
    ISSUED = "issued"
    REGISTER_CHANGED = "register_changed"
    ALTERED = "altered"
    UNKNOWN_CODE = "unknown_code"
    UNKNOWN = "unknown"
    NOT_PDF = "not_pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer, the paper it speaks of, the code found in the file, what could not be compared.

    `unkept` counts the papers of an earlier version, whose files are not kept.
    """

    answer: Answer
    paper: Document | None = None
    code: str = ""
    unkept: int = 0
    kind: str = "Biên bản"  # of the paper, in words

    @property
    def is_good(self) -> bool:
        """Tell whether the file is what was signed or issued."""
        return self.answer in (Answer.SIGNED, Answer.ISSUED)

    @property
    def sentence(self) -> str:
        """Say it in Vietnamese."""
        said = _SENTENCES[self.answer].format(paper=_named(self.paper, self.kind), code=self.code)
        more = _UNKEPT.format(count=self.unkept) if self.answer is Answer.UNKNOWN else ""
        return f"{said} {more}" if more and self.unkept else said


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


def _named(paper: Document | None, kind: str) -> str:
    if paper is None:
        return ""
    day = f" ngày {dates.short(paper.issued_on)}" if paper.issued_on else ""
    return f"{kind} {paper.symbol}{day}"
