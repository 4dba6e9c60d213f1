"""What is said of the tasks of a conclusion, at length and in a pill."""

from coordapp.domain.conclusions.conclusion import Coverage
from coordapp.domain.conclusions.rows import ConclusionRow
from coordapp.domain.words.labels import COVERAGE

SHORT = COVERAGE | {Coverage.NO_TASK: "Không phát sinh"}


def covered(row: ConclusionRow) -> str:
    """Say how many tasks there are and how many are done, or why there is none."""
    count, cancelled = len(row.task_codes), row.tasks_cancelled
    if not count:
        reason = row.conclusion.no_task_reason
        return f"{COVERAGE[Coverage.NO_TASK]}: {reason}" if reason else "Chưa giao nhiệm vụ"
    parts = [f"{count} nhiệm vụ", f"hoàn thành {row.tasks_done}/{count}"]
    return " · ".join([*parts, f"{cancelled} đã hủy"] if cancelled else parts)


def done_of(row: ConclusionRow) -> str:
    """Say how many of the tasks are done, beside the number of them; or that there is none."""
    count = len(row.task_codes)
    return f"hoàn thành {row.tasks_done}/{count}" if count else covered(row)


def in_short(row: ConclusionRow) -> str:
    """Say the same in a few words."""
    if row.coverage in (Coverage.UNCOVERED, Coverage.NO_TASK):
        return SHORT[row.coverage]
    done = f"hoàn thành {row.tasks_done}/{len(row.task_codes)}"
    late = f"{row.tasks_overdue} quá hạn · " if row.tasks_overdue else ""
    return late + done if late else done.capitalize()
