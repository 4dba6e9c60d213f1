"""The chair's conclusions at a conference: numbered 1 to n, split and merged, covered by tasks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import ConclusionId, ConferenceId
from coordapp.domain.kernel.text import closed_sentence


class ConclusionKind(Enum):
    """What a conclusion does. Source: resources/docs/forms.md 3.5."""

    ASSESS = "assess"
    DIRECT = "direct"
    ASSIGN = "assign"
    APPROVE = "approve"


class Coverage(Enum):
    """How far the tasks of a conclusion are; one without tasks says why, or is uncovered."""

    UNCOVERED = "uncovered"
    GOING = "going"
    OVERDUE = "overdue"
    DONE = "done"
    NO_TASK = "no_task"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusion:
    """A numbered conclusion; tasks point at its id, so rewording breaks nothing."""

    id: ConclusionId
    conference_id: ConferenceId
    number: int
    kind: ConclusionKind
    text: str
    no_task_reason: str = ""


def numbered(ordered: Iterable[Conclusion]) -> list[Conclusion]:
    """Give conclusions the numbers from 1 in this order."""
    return [replace(item, number=number) for number, item in enumerate(ordered, start=1)]


def halves(conclusion: Conclusion, at: int) -> tuple[Conclusion, Conclusion]:
    """Cut a conclusion in two before the character `at`; the second is new and comes next.

    Both are sentences then, whatever mark stood where they were cut.
    Raises RuleViolation: split_leaves_nothing.
    """
    first, second = conclusion.text[:at], conclusion.text[at:]
    if not closed_sentence(first) or not closed_sentence(second):
        raise RuleViolation("split_leaves_nothing", number=conclusion.number)
    # a reason given for the whole holds for both halves
    return replace(conclusion, text=closed_sentence(first)), replace(
        conclusion, id=ConclusionId(0), number=conclusion.number + 1, text=closed_sentence(second)
    )


def merged(first: Conclusion, second: Conclusion) -> Conclusion:
    """Join two conclusions into the first, so that nothing of either is lost.

    Raises RuleViolation: merge_of_kinds, merge_of_reasons.
    """
    if first.kind is not second.kind:
        raise RuleViolation(
            "merge_of_kinds", first=first.number, second=second.number, old=first.kind,
            new=second.kind,
        )  # fmt: skip
    # "no task arises" said of one half only would be said of the whole, or be lost
    if bool(first.no_task_reason) != bool(second.no_task_reason):
        raise RuleViolation("merge_of_reasons", first=first.number, second=second.number)
    reasons = dict.fromkeys(filter(None, (first.no_task_reason, second.no_task_reason)))
    texts = filter(None, (first.text, second.text))
    return replace(first, text="\n".join(texts), no_task_reason="; ".join(reasons))


def coverage(*, reason: str, live: int, done: int, overdue: int) -> Coverage:
    """Say how far a conclusion is from its tasks, cancelled ones and gathering parents left out."""
    if not live:
        return Coverage.NO_TASK if reason else Coverage.UNCOVERED
    if overdue:
        return Coverage.OVERDUE
    return Coverage.DONE if done == live else Coverage.GOING
