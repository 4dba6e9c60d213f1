"""What a heading says of the lines below it: whose they are, by when, that they are work."""

from collections.abc import Sequence
from dataclasses import dataclass

from coordapp.domain.calendar.deadline import DayRole, FoundDeadline
from coordapp.domain.conclusions.reading.actors.actor_reader import Actor
from coordapp.domain.conclusions.reading.actors.name_lists import NameLists, Names, unique
from coordapp.domain.conclusions.reading.assigning import find_assigning
from coordapp.domain.conclusions.reading.lines.blocks import NoticeBlock
from coordapp.domain.conclusions.reading.lines.numbering import MarkKind
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.letters import is_all_capital


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskHeading:
    """What holds for the lines of a deeper rank.

    `has_work` is set where the heading itself asks for more than the lines below it tell.
    """

    depth: int = -1
    leads: tuple[Actor, ...] = ()
    joined: tuple[Actor, ...] = ()
    deadline: FoundDeadline | None = None
    is_ordered: bool = False
    below_units: bool = False
    is_section: bool = False
    is_bare: bool = False  # no number before it: lines without a number are below it too
    has_work: bool = False


_SECTIONS = (MarkKind.ROMAN, MarkKind.UPPER, MarkKind.ARTICLE)


def read_heading(
    block: NoticeBlock, lists: NameLists, found: Sequence[FoundDeadline], outer: TaskHeading
) -> TaskHeading:
    """Read a heading; what it does not say goes on from the heading around it."""
    line = block.line
    end = len(line.text.rstrip(" :"))
    start = _after_opening(lists, end)
    limit = lists.tokens.at(end)
    assigning = find_assigning(lists, start, end)
    names = (
        assigning.names
        if assigning is not None and assigning.names is not None
        else lists.list_at(lists.tokens.at(start), limit)
    )
    if names is not None and (after := _after_colon(lists, names, limit)) is not None:
        names = after
    bound = [one for one in found if one.role in (DayRole.DEADLINE, DayRole.REPORT)]
    is_due = bool(bound) and signs.DUE_HEADING.search(lists.tokens.plain)
    deadline = bound[0] if is_due else outer.deadline
    is_section = is_all_capital(line.text) or (
        line.mark is not None and line.mark.kind in _SECTIONS
    )
    leads, joined, rest = outer.leads, outer.joined, ""
    if names is not None and not (
        assigning is not None and (assigning.is_told or assigning.is_wish)
    ):
        rest = _rest(lists, names.stop, limit)
        is_whole = (
            not rest
            or bool(signs.LEADS_ONLY.match(rest))
            or line.text.endswith(":")
            or assigning is not None
        )
        speaks = bool(signs.SPEAKS_IN_HEADING.match(rest)) and assigning is None
        if is_whole and not speaks:
            leads = names.actors
            joined = unique(names.joined + lists.joining(names.first, limit, leads), leads)
        else:
            names = None
    return TaskHeading(
        depth=line.depth,
        leads=leads,
        joined=joined,
        deadline=deadline,
        is_ordered=block.opens_tasks or outer.is_ordered or names is not None or assigning is not None,
        below_units=names is not None or outer.below_units,
        is_section=is_section,
        is_bare=line.mark is None,
        has_work=bool(rest) and not signs.INTRODUCES.search(rest) and not signs.EMPTY_WORK.match(rest)
        and len(rest) > _LITTLE,
    )  # fmt: skip


_LITTLE = 30


def _after_colon(lists: NameLists, names: Names, limit: int) -> Names | None:
    """Read "Tiểu ban Hậu cần: Văn phòng chủ trì": a body outside the register, then a unit."""
    if any(actor.unit_ids for actor in names.actors) or names.stop + 1 >= limit:
        return None
    if lists.tokens.words[names.stop] != ":":
        return None
    return lists.list_at(names.stop + 1, limit)


def _after_opening(lists: NameLists, end: int) -> int:
    match = signs.CONNECTS.match(lists.tokens.plain, 0, end)
    return match.end() if match is not None and match.end() < end else 0


def _rest(lists: NameLists, first: int, limit: int) -> str:
    if first >= limit:
        return ""
    items = lists.tokens.items
    return lists.tokens.plain[items[first].start : items[limit - 1].end].strip(" :,.()")
