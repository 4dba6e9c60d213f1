"""The tasks behind a number of the status table, each as it stood then."""

from dataclasses import dataclass
from datetime import date

from coordapp.domain.figures.status import Bucket
from coordapp.domain.kernel.ids import TaskId
from coordapp.domain.tasks.task import WorkState


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """One task; `due` is the deadline it is judged by, days late count to the finish or the day."""

    id: TaskId
    code: str
    title: str
    unit: str
    unit_name: str
    source: str
    original_due: date | None
    due: date | None
    finished_on: date | None
    work_state: WorkState
    bucket: Bucket
    group: str = ""
    days_late: int = 0
    working_days_late: int = 0
    result: str = ""
    difficulty: str = ""
