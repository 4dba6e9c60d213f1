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
    limit = lists.tokens.at(len(line.text.rstrip(" :")))
    names, is_asked = _named(lists, limit)
    rest = "" if names is None else _rest(lists, names.stop, limit)
    if names is not None and not _is_whole(
        rest, is_asked=is_asked, has_colon=line.text.endswith(":")
    ):
        names, rest = None, ""
    leads, joined = outer.leads, outer.joined
    if names is not None:
        leads = names.actors
        joined = unique(names.joined + lists.joining(names.first, limit, leads), leads)
    is_numbered = line.mark is not None and line.mark.kind in _SECTIONS
    return TaskHeading(
        depth=line.depth,
        leads=leads,
        joined=joined,
        deadline=_deadline(lists, found) or outer.deadline,
        is_ordered=block.opens_tasks or outer.is_ordered or names is not None or is_asked,
        below_units=names is not None or outer.below_units,
        is_section=is_all_capital(line.text) or is_numbered,
        is_bare=line.mark is None,
        has_work=_asks_more(rest),
    )


def _named(lists: NameLists, limit: int) -> tuple[Names | None, bool]:
    """Give those whom a heading names, and whether a word of it assigns."""
    end = lists.tokens.items[limit - 1].end if limit else 0
    start = _after_opening(lists, end)
    assigning = find_assigning(lists, start, end)
    if assigning is not None and assigning.names is not None:
        is_other = assigning.is_told or assigning.is_wish
        return (None if is_other else assigning.names), True
    names = lists.list_at(lists.tokens.at(start), limit)
    after = None if names is None else _after_colon(lists, names, limit)
    return after or names, assigning is not None


def _is_whole(rest: str, *, is_asked: bool, has_colon: bool) -> bool:
    """Tell whether a heading is about those whom it names: it says no more, or ends in a colon."""
    if signs.SPEAKS_IN_HEADING.match(rest) and not is_asked:
        return False
    return not rest or is_asked or has_colon or bool(signs.LEADS_ONLY.match(rest))


def _deadline(lists: NameLists, found: Sequence[FoundDeadline]) -> FoundDeadline | None:
    """Give the deadline to which a heading binds; "Nhiệm vụ tháng 9" binds nobody."""
    if not signs.DUE_HEADING.search(lists.tokens.plain):
        return None
    return next((one for one in found if one.role in (DayRole.DEADLINE, DayRole.REPORT)), None)


def _asks_more(rest: str) -> bool:
    """Tell whether a heading asks for work that the lines below it may not tell."""
    if len(rest) <= _LITTLE or signs.EMPTY_WORK.match(rest):
        return False
    return not signs.INTRODUCES.search(rest)


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
