"""The list of the *rõ* as the office writes it: a name a line, and after a colon what it needs."""

from collections.abc import Sequence
from functools import cache

from coordapp.domain.committee.committee import USUAL_CLARITY
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.text import fold, one_line
from coordapp.domain.tasks.clarity import ClearPoint, Gap, gaps, unclear
from coordapp.domain.tasks.task import Task
from coordapp.domain.words.labels import GAP

_OTHER_WORDS = {"nội dung": Gap.WORK, "hạn": Gap.DEADLINE, "văn bản giao": Gap.ORIGIN}
_MEANT = {fold(words): gap for gap, words in GAP.items()} | {
    fold(words): gap for words, gap in _OTHER_WORDS.items()
}
_NAMED = 8  # codes of tasks in a line


def clear_points(text: str) -> tuple[ClearPoint, ...]:
    """Read the list; a file in which it was never written has the usual one.

    Raises RuleViolation: clarity_unknown, clarity_without_need.
    """
    return _read(text if text.strip() else USUAL_CLARITY)


def held_points(text: str) -> tuple[ClearPoint, ...]:
    """Read a list that is stored already; one that cannot be read is the usual one."""
    try:
        return clear_points(text)
    except RuleViolation:
        return _read(USUAL_CLARITY)


@cache
def _read(text: str) -> tuple[ClearPoint, ...]:
    points: dict[str, ClearPoint] = {}
    for line in filter(None, map(one_line, text.splitlines())):
        name, _, needed = line.partition(":")
        words = [word.strip(" .") for word in needed.replace(";", ",").split(",")]
        needs = frozenset(_meant(word) for word in words if word)
        if not needs or not name.strip():
            raise RuleViolation("clarity_without_need", line=line, known=_known())
        points[fold(name)] = ClearPoint(name=name.strip(), needs=needs)
    return tuple(points.values())


def _meant(word: str) -> Gap:
    if (gap := _MEANT.get(fold(word))) is None:
        raise RuleViolation("clarity_unknown", word=word, known=_known())
    return gap


def _known() -> str:
    return ", ".join(GAP.values())


def all_clear(points: Sequence[ClearPoint]) -> str:
    """Name the whole list by its number: `5 rõ`."""
    return f"{len(points)} rõ"


def still_missing(task: Task, points: Sequence[ClearPoint]) -> str:
    """Say what a task lacks to be clear; empty when it lacks nothing."""
    lacking = gaps(task, points)
    return f"Còn thiếu: {', '.join(GAP[gap] for gap in lacking)}" if lacking else ""


def unclear_lines(tasks: Sequence[Task], points: Sequence[ClearPoint]) -> list[str]:
    """Say for a notice how many of its tasks are clear, and which are not, point by point."""
    if not tasks:
        return []
    found = [(point.name, unclear(tasks, point)) for point in points]
    lacking = {task.code for _, some in found for task in some}
    lines = [f"Đủ {all_clear(points)}: {len(tasks) - len(lacking)}/{len(tasks)} nhiệm vụ."]
    for name, some in found:
        if some:
            more = f" và {len(some) - _NAMED} nhiệm vụ nữa" if len(some) > _NAMED else ""
            codes = ", ".join(task.code for task in some[:_NAMED])
            lines.append(f"Chưa {name}: {codes}{more}.")
    return lines
