"""Names of units in any spelling: with the province or without, shortened, a letter off.

What the book itself says is certain. What only looks like a name of the book is proposed, shown,
and remembered once a person has let it stand.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from coordapp.domain.kernel.text import fold, words

Tokens = tuple[str, ...]
_OF_PROVINCE = "tinh"
# words of an official name that people leave out, and of a fuller name that they add
_LEFT_OUT = frozenset(
    ("tinh", "uy", "ban", "viet", "nam", "to", "quoc", "lien", "hiep", "hoi", "cua")
)
_ADDED: Mapping[Tokens, tuple[Tokens, ...]] = {
    ("doan", "thanh", "nien"): (("cong", "san", "ho", "chi", "minh"), ("cong", "san")),
    ("mat", "tran"): (("to", "quoc", "viet", "nam"), ("to", "quoc")),
    ("phu", "nu"): (("viet", "nam"),),
    ("nong", "dan"): (("viet", "nam"),),
    ("cuu", "chien", "binh"): (("viet", "nam"),),
}
# other units than those of the province bear these
_OF_OTHERS = frozenset(
    ("huyen", "xa", "phuong", "quan", "tp", "thon", "khoi", "cum", "tw", "doanh", "so",
     "truong", "khu")
)  # fmt: skip
_OTHER_LEVELS = ("thanh pho", "thi xa", "trung uong", "co so", "thi tran", "dac khu")
_COUNTRY = ("viet", "nam")
_SHORTEST = 8  # letters of a name in which one may be wrong
_FEWEST = 2


def key(name: str) -> str:
    """Write a name in folded words with single blanks."""
    return " ".join(words(fold(name)))


def without_province(name: str, provinces: Iterable[str]) -> str:
    """Leave the name of the province, or its initials, off the end of folded words."""
    for province in provinces:
        letters = [word[0] for word in province.split()]
        for ending in (province, "".join(letters), " ".join(letters)):
            rest = name.removesuffix(f" {ending}")
            if rest != name:
                return rest
    return name


class UnitSpellings:
    """Tells which known name another spelling means, when exactly one fits."""

    def __init__(self, names: Mapping[str, int], provinces: Iterable[str] = ()) -> None:
        self._names = {name: unit for name, unit in names.items() if name}
        self._provinces = tuple(provinces)
        self._tokens = {name: tuple(name.split()) for name in self._names}

    def proposed(self, typed: str) -> int | None:
        """Give the one unit whose name `typed` may be; folded words are compared."""
        said = tuple(key(typed).split())
        own = tuple(without_province(" ".join(said), self._provinces).split())
        if not own or self._is_of_others(own):
            return None
        is_ours = own != said or _OF_PROVINCE in said
        return self._only(self._shortened(own, is_ours=is_ours)) or self._only(
            self._misspelt(" ".join(own))
        )

    def _only(self, units: Iterable[int]) -> int | None:
        found = set(units)
        return found.pop() if len(found) == 1 else None

    def _is_of_others(self, said: Tokens) -> bool:
        text = f" {' '.join(said)} "
        if any(f" {level} " in text for level in _OTHER_LEVELS):
            return True
        own = {word for tokens in self._tokens.values() for word in tokens}
        return any(word in _OF_OTHERS and word not in own for word in said)

    def _shortened(self, said: Tokens, *, is_ours: bool) -> Iterable[int]:
        return (
            unit
            for name, unit in self._names.items()
            if any(
                _covers(said, full) for full in self._fuller(self._tokens[name], is_ours=is_ours)
            )
        )

    def _fuller(self, tokens: Tokens, *, is_ours: bool) -> Iterable[Tokens]:
        yield tokens
        for start, additions in _ADDED.items():
            for place in range(len(tokens) - len(start) + 1):
                if tokens[place : place + len(start)] == start:
                    end = place + len(start)
                    for added in additions:
                        if added[-2:] == _COUNTRY and not is_ours:
                            # the unit of the whole country is not that of the province
                            continue
                        yield (*tokens[:end], *added, *tokens[end:])

    def _misspelt(self, said: str) -> Iterable[int]:
        if len(said) < _SHORTEST:
            return ()
        squeezed = said.replace(" ", "")
        return (
            unit
            for name, unit in self._names.items()
            if len(name) >= _SHORTEST
            and (name.replace(" ", "") == squeezed or _is_one_off(name, said))
        )


def _covers(said: Tokens, full: Tokens) -> bool:
    """Tell that each word said is a word or the initials of words of the name, in its order.

    What is left out of the name must be words that say little.
    """
    if len(full) < _FEWEST or len(said) > len(full) + 1:
        return False
    return _matches(said, full) and _says_enough(said, full)


@lru_cache(maxsize=4096)
def _matches(said: Tokens, full: Tokens) -> bool:
    if not said:
        return all(word in _LEFT_OUT for word in full)
    if not full:
        return False
    word = said[0]
    if word == full[0] and _matches(said[1:], full[1:]):
        return True
    length = len(word)
    if length > 1 and length <= len(full):
        initials = "".join(part[0] for part in full[:length])
        if initials == word and _matches(said[1:], full[length:]):
            return True
    # "UBND" and the like leave words out within their initials
    return full[0] in _LEFT_OUT and _matches(said, full[1:])


def _says_enough(said: Tokens, full: Tokens) -> bool:
    """Ask for a word or initials that tell this unit from others."""
    telling = [word for word in said if word not in _LEFT_OUT]
    return bool(telling) and sum(map(len, telling)) >= _FEWEST


def _is_one_off(name: str, said: str) -> bool:
    """Tell that one letter is wrong, missing or too many; never the one that makes a number."""
    if name == said or abs(len(name) - len(said)) > 1:
        return False
    start = 0
    while start < min(len(name), len(said)) and name[start] == said[start]:
        start += 1
    rest, other = name[start:], said[start:]
    off = {rest[:1], other[:1]}
    if any(letter.isdigit() for letter in off):
        return False
    return (
        rest[1:] == other[1:] or rest[1:] == other or rest == other[1:] or _is_swapped(rest, other)
    )


def _is_swapped(rest: str, other: str) -> bool:
    return rest[:2] == other[:2][::-1] and rest[2:] == other[2:]


_GROUP = re.compile(
    r"(?:va |cung |voi )*(?:(?:cac|moi|(?:toan the|tat ca)(?: cac)?|mot so|nhung) "
    r"(?:don vi|co quan|nganh|so|ban|doan the|to chuc|huyen|thi|thanh pho|dia phuong|cap|thanh vien|xa|phuong|"
    r"hoi|lien quan|phong|bo phan|co so|uy vien|dong chi|ben|noi|doi)\b.*"
    r"|(?:don vi|co quan|nganh|to chuc)(?: co)? lien quan|\S+(?: \S+){0,5} cac cap)"
)


def is_group(name: str) -> bool:
    """Tell words for many units, none of them named: `các đơn vị liên quan`."""
    return _GROUP.fullmatch(key(name)) is not None


def known_names(
    units: Sequence[tuple[int, Sequence[str], Sequence[str]]],
) -> dict[str, int]:
    """Give each folded name its unit: `(unit, other names, own names)`; own names go first."""
    found: dict[str, int] = {}
    for unit, others, _ in units:
        for name in others:
            found.setdefault(key(name), unit)
    for unit, _, own in units:
        for name in own:
            found[key(name)] = unit
    for name, unit in tuple(found.items()):
        # "Hội Nông dân" is said of "Hội Nông dân tỉnh", and the other way round
        found.setdefault(name.removesuffix(f" {_OF_PROVINCE}"), unit)
    found.pop("", None)
    return found


_LIKE_A_UNIT = re.compile(
    r"(?:so|ban(?! hanh)|hoi(?! nghi| thi| thao| dam)|lien doan|lien minh|uy ban|ubnd|hdnd|cong an|van phong(?! pham)|"
    r"doan (?:thanh|khoi|dbqh)|tinh doan|huyen|thi xa|thanh pho|cuc|chi cuc|truong|vien|dang uy|thuong truc|bo chi huy|"
    r"bo doi|phong|trung tam|cong doan|toa an|kho bac|ngan hang|dai|bao|mttq|mat tran|cac huyen|bo tu lenh)\b"
)
_LONGEST_NAME = 10  # words


def looks_like_unit(text: str) -> bool:
    """Tell the name of some unit by how it begins, whether or not the book knows it."""
    return len(text.split()) <= _LONGEST_NAME and _LIKE_A_UNIT.match(fold(text)) is not None
