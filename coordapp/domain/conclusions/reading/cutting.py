"""The clauses of a line cut further: at introductions, and where somebody else is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from coordapp.domain.conclusions.reading.actors.name_lists import NameLists
from coordapp.domain.conclusions.reading.assigning import find_assigning
from coordapp.domain.conclusions.reading.lines.sentences import Clause, clauses
from coordapp.domain.conclusions.reading.words import signs

_AGAIN = re.compile(
    r"(?:,\s*|,?\s+)(?:(?:và|đồng thời|còn|rồi)\s+)*(?=(?:giao|yêu cầu|đề nghị|phân công|ủy quyền)\b)"
)
_COLON = re.compile(r":\s+(?=\S)|:(?=[^\W\d])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A clause, or a part of one that can be read by itself."""

    start: int
    end: int
    opens_sentence: bool
    is_listed: bool = False
    is_introduction: bool = False


def cut(lists: NameLists) -> list[Piece]:
    """Cut a line into the parts that are read one by one."""
    found: list[Piece] = []
    whole = clauses(lists.tokens.text)
    for number, clause in enumerate(whole):
        following = whole[number + 1] if number + 1 < len(whole) else None
        for piece in _parts(lists, clause, following):
            found += [piece] if piece.is_introduction else _assigned_again(lists, piece)
    return found


def _parts(lists: NameLists, clause: Clause, following: Clause | None) -> Iterator[Piece]:
    """Cut a clause after its introduction: "đề nghị các đơn vị làm các việc sau: …"."""
    plain = lists.tokens.plain
    first = Piece(
        start=clause.start,
        end=clause.end,
        opens_sentence=clause.opens_sentence,
        is_listed=clause.listed,
    )
    if following is not None and following.listed and not following.opens_sentence:
        between = plain[clause.end : following.start]
        yield replace(first, is_introduction=":" in between and not clause.listed)
        return
    ends_line = following is None and plain[clause.end :].strip() == ":"
    if ends_line and _introduces(lists, clause.start, clause.end):
        yield replace(first, is_introduction=True)
        return
    match = _COLON.search(plain, clause.start, clause.end)
    if match is not None and _introduces(lists, clause.start, match.start()):
        yield replace(first, end=match.start(), is_introduction=True)
        yield Piece(start=match.end(), end=clause.end, opens_sentence=False, is_listed=True)
        return
    yield first


def _introduces(lists: NameLists, start: int, end: int) -> bool:
    head = lists.tokens.plain[start:end]
    if signs.LABELS.match(f"{head}:") or signs.TIME_ONLY.match(head):
        return False
    assigning = find_assigning(lists, start, end)
    if assigning is not None and assigning.names is not None:
        rest = lists.tokens.at(end) - assigning.names.stop
        return rest <= _FEW_WORDS or bool(signs.INTRODUCES.search(head))
    return bool(signs.INTRODUCES.search(head)) and not signs.STRONG_DECISION.match(head)


_FEW_WORDS = 4


def _assigned_again(lists: NameLists, piece: Piece) -> Iterator[Piece]:
    """Cut before a second assigning word: "giao A soạn thảo, giao B thẩm định"."""
    start = piece.start
    is_first = True
    for match in _AGAIN.finditer(lists.tokens.plain, piece.start, piece.end):
        before = find_assigning(lists, start, match.start())
        after = find_assigning(lists, match.end(), piece.end)
        if before is None or before.names is None or after is None or after.names is None:
            continue
        if after.start != match.end() or before.is_told or before.is_wish:
            continue
        yield Piece(
            start=start,
            end=match.start(),
            opens_sentence=piece.opens_sentence and is_first,
            is_listed=piece.is_listed,
        )
        start, is_first = match.end(), False
    yield Piece(
        start=start,
        end=piece.end,
        opens_sentence=piece.opens_sentence and is_first,
        is_listed=piece.is_listed,
    )
