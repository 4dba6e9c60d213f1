"""Which words of a line belong together, and where a heading breaks into even lines.

Source: resources/docs/forms.md 2.4.
"""

import re
from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import pairwise

from coordapp.formats.papers import compounds

NO_BREAK = "\u00a0"
_LONGEST = 4  # syllables of a word or of a person's name
# what stands before a number and is read with it
_COUNTED = frozenset((
    "số", "ngày", "tháng", "năm", "quý", "điều", "khoản", "điểm", "khóa", "khoá", "lần", "thứ", "kỳ",
    "trang", "mục", "phần", "chương", "tuần", "giờ", "quyển", "tập", "mức", "nhóm", "đợt", "cấp",
))  # fmt: skip
_NUMBER = re.compile(r"[(“\"]?(?:\d|…|[IVXLC]+(?:[/.,;:)]|$))")
_AFTER_NUMBER = frozenset(("%", "giờ", "phút", "giờ,", "phút,"))
_CLOSED = re.compile(r"[.,;:!?)”\"]$")
# a line that ends with one of these leaves the reader waiting
_LEANING = frozenset((
    "của", "và", "tại", "về", "cho", "các", "những", "với", "trong", "từ", "đến", "theo", "do", "bằng",
    "là", "để", "được", "ở", "vào", "trên", "dưới", "giữa", "cùng", "hoặc", "việc", "sự", "một", "chí",
))  # fmt: skip
_ADDRESS = frozenset(("ông", "bà"))
_MOST_WORDS = 400


class Tie(IntEnum):
    """How strongly two words hold together: what it costs to part them."""

    NONE = 0
    FREE = 2
    LEANS = 12
    TERM = 100  # words that make up one term
    ONE = 1000  # one word, one name, a number with what it counts


def ties(words: Sequence[str]) -> list[Tie]:
    """Tell for each gap between the words how strongly these hold together."""
    found = [_tie(one, other) for one, other in pairwise(words)]
    place = 0
    while place < len(words):
        length = _length_of_word(words, place)
        for gap in range(place, place + length - 1):
            found[gap] = max(found[gap], _tie_inside(words, gap, length))
        place += length
    return found


def held_together(text: str) -> str:
    """Keep numbers with what they count, and the names of persons, on one line of running text."""
    if " " not in text:
        return text
    words = text.split(" ")
    joined = [_is_counted(one, other) for one, other in pairwise(words)]
    place = 0
    while place < len(words):
        length = _length_of_name(words, place) or 1
        joined[place : place + length - 1] = [True] * (length - 1)
        place += length
    gaps = (NO_BREAK if one else " " for one in joined)
    return words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))


def even_lines(
    words: Sequence[str], limit: float, width_of: Callable[[str], float]
) -> list[list[str]]:
    """Break into as few lines as the limit allows, of about equal length, no word parted.

    A line more is taken where a word would be parted otherwise. Unit: that of `width_of`.
    """
    if not words or len(words) > _MOST_WORDS:
        return _filled(words, limit, width_of)
    blank = width_of(" ")
    widths = [width_of(word) for word in words]
    held = ties(words)
    filled = _filled(words, limit, width_of)
    if len(filled) == 1:
        return filled
    tried = [_evenly(widths, blank, held, limit, len(filled) + more) for more in (0, 1)]
    known = [one for one in tried if one is not None]
    if not known:
        return filled
    whole = next((one for one in known if all(held[n - 1] < Tie.TERM for n in one[1:-1])), known[0])
    return [list(words[a:b]) for a, b in pairwise(whole)]


def _evenly(
    widths: Sequence[float], blank: float, held: Sequence[Tie], limit: float, lines: int
) -> list[int] | None:
    """Find the cheapest breaks into so many lines; None where that cannot be."""
    ends = [0.0]
    for width in widths:
        ends.append(ends[-1] + width + blank)
    count = len(widths)
    mean = ends[-1] / lines
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [0])}
    for line in range(1, lines + 1):
        found: dict[int, tuple[float, list[int]]] = {}
        for start, (spent, breaks) in best.items():
            for end in range(start + 1, count + 1):
                width = ends[end] - ends[start] - blank
                if width > limit and end > start + 1:
                    break
                if (line == lines) != (end == count):
                    continue
                cost = spent + 100 * ((width - mean) / limit) ** 2
                cost += 0 if end == count else held[end - 1]
                cost += 5 * Tie.LEANS if end == start + 1 else 0
                if end not in found or cost < found[end][0]:
                    found[end] = (cost, [*breaks, end])
        best = found
    return best[count][1] if count in best else None


def _filled(
    words: Sequence[str], limit: float, width_of: Callable[[str], float]
) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    for word in words:
        if lines[-1] and width_of(" ".join([*lines[-1], word])) > limit:
            lines.append([])
        lines[-1].append(word)
    return lines


def _tie(one: str, other: str) -> Tie:
    addressed = one.lower() in _ADDRESS and other.istitle()
    if addressed or _is_counted(one, other) or other in ("-", "–"):
        return Tie.ONE
    if _CLOSED.search(one):
        return Tie.NONE
    if one.lower() in _LEANING or one in ("-", "–"):
        return Tie.LEANS
    if one[:1].isdigit() or (one.istitle() and other.istitle()):
        return Tie.LEANS
    return Tie.FREE


def _tie_inside(words: Sequence[str], gap: int, length: int) -> Tie:
    """Tell how two syllables of a word hold together: least where it is made of two words."""
    pair = _bare(words[gap]), _bare(words[gap + 1])
    is_made_up = length > 2 and words[gap].lower() not in compounds.families()
    return Tie.TERM if is_made_up and pair not in compounds.words() else Tie.ONE


def _is_counted(one: str, other: str) -> bool:
    if other in _AFTER_NUMBER:
        return one[-1:].isdigit()
    return _bare(one) in _COUNTED and _NUMBER.match(other) is not None


def _length_of_word(words: Sequence[str], place: int) -> int:
    known = compounds.words()
    for length in range(min(_LONGEST, len(words) - place), 1, -1):
        found = words[place : place + length]
        parted = any(_CLOSED.search(one) for one in found[:-1])
        if not parted and tuple(_bare(one) for one in found) in known:
            return length
    return _length_of_name(words, place) or 1


def _length_of_name(words: Sequence[str], place: int) -> int:
    """Count the words of a person's name that begins here; nought where none does."""
    first = words[place].lstrip('(“"')
    if not first.istitle() or first.lower() not in compounds.families():
        return 0
    length = 1
    while length < _LONGEST and place + length < len(words):
        word = words[place + length]
        if _CLOSED.search(words[place + length - 1]) or not _bare(word).isalpha():
            break
        if not word.istitle():
            break
        length += 1
    return length if length > 1 else 0


def _bare(word: str) -> str:
    return word.strip('.,;:!?()“”"').lower()
