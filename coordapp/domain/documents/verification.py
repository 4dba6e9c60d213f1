"""What comparing a file with the signed papers of the register says."""

from dataclasses import dataclass
from enum import Enum

from coordapp.domain.calendar import dates
from coordapp.domain.documents.document import Document


class Answer(Enum):
    """What a file is, beside the register."""

    SIGNED = "signed"
    REGISTER_CHANGED = "register_changed"
    ALTERED = "altered"
    UNKNOWN_CODE = "unknown_code"
    UNKNOWN = "unknown"
    NOT_PDF = "not_pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The answer, the signed paper it speaks of, and the code found in the file."""

    answer: Answer
    paper: Document | None = None
    code: str = ""

    @property
    def is_good(self) -> bool:
        """Tell whether the file is what was signed."""
        return self.answer is Answer.SIGNED

    @property
    def sentence(self) -> str:
        """Say it in Vietnamese."""
        return _SENTENCES[self.answer].format(paper=_named(self.paper), code=self.code)


_SENTENCES = {
    Answer.SIGNED: "Đúng bản đã ký: {paper}, mã {code}.",
    Answer.REGISTER_CHANGED: "Tệp đúng là bản đã ký: {paper}, mã {code}, nhưng nội dung hội nghị trong sổ đã bị sửa "
    "sau khi ký. Hãy chạy kiểm tra dữ liệu.",
    Answer.ALTERED: "Tệp có mã {code} của {paper} nhưng nội dung tệp khác bản đã ký.",
    Answer.UNKNOWN_CODE: "Tệp có mã {code} nhưng sổ này không có bản đã ký nào mang mã đó.",
    Answer.UNKNOWN: "Không nhận ra tệp: không trùng bản đã ký nào trong sổ và không có mã kiểm tra.",
    Answer.NOT_PDF: "Tệp không phải PDF nên không thể là bản đã ký.",
}


def _named(paper: Document | None) -> str:
    if paper is None:
        return ""
    day = f" ngày {dates.short(paper.issued_on)}" if paper.issued_on else ""
    return f"Biên bản {paper.symbol}{day}"
