"""What comparing a file with the signed and issued papers of the register says."""

from dataclasses import dataclass
from enum import Enum

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

    @property
    def is_good(self) -> bool:
        """Tell whether the file is what was signed or issued."""
        return self.answer in (Answer.SIGNED, Answer.ISSUED)
