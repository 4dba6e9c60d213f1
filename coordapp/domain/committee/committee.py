"""The steering committee: letterhead, number run and texts used on its papers."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.calendar.due_soon import USUAL_DAYS
from coordapp.domain.committee.short_forms import USUAL
from coordapp.domain.kernel.ids import CommitteeId

# Source: resources/docs/forms.md 4.4
USUAL_CLARITY = """rõ người: đơn vị chủ trì
rõ việc: nội dung việc
rõ thời gian: thời hạn
rõ kết quả: sản phẩm
rõ trách nhiệm: căn cứ"""


class DocumentStyle(Enum):
    """Which letterhead rules apply. Source: resources/docs/forms.md 1.1."""

    PARTY = "party"
    STATE = "state"


class QuorumRule(Enum):
    """Which share of the members must be there; NONE where no rule was made."""

    NONE = "none"
    OVER_HALF = "over_half"
    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"


class ExtractForm(Enum):
    """How an extract of a notice goes out. Source: resources/docs/forms.md 3.6."""

    PART = "part"  # under the number and the day of the notice
    COPY = "copy"  # as a copy with a number and a day of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Committee:
    """The one row about the committee itself."""

    id: CommitteeId
    name: str
    superior_body: str
    document_code: str
    place: str
    document_style: DocumentStyle
    term: str = ""
    due_soon_days: int = USUAL_DAYS
    report_cutoff_day: int = 14
    recipients: str = ""  # one recipient a line, as printed under "Nơi nhận"
    is_sample: bool = False
    working_day: date | None = None  # the day a sample file lives on; None means the real day
    quorum_rule: QuorumRule = QuorumRule.TWO_THIRDS
    substitutes_count: bool = True  # in the quorum
    clarity: str = ""  # what a task must make clear, one a line; empty for the usual list
    extract_form: ExtractForm = ExtractForm.PART
    short_forms: str = USUAL  # of the office, one a line, known to the search both ways
