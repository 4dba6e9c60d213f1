"""The names of the units and groups of the register, found in the text in any usual spelling."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import GroupOfUnits
from coordapp.domain.conclusions.reading.words.letters import plain
from coordapp.domain.conclusions.reading.words.phrases import Phrases
from coordapp.domain.conclusions.reading.words.tokens import Tokens, tokenize
from coordapp.domain.kernel.ids import UnitId

_SHORT_NAME = 4  # letters; up to this many the case must agree too
_MOST_SPELLINGS = 48

# a name and the ways it is cut short, the longest first; every pair works both ways
_CUT_SHORT = tuple(sorted(forms, key=len, reverse=True) for forms in (
    ("ủy ban nhân dân", "ubnd"),
    ("hội đồng nhân dân", "hđnd"),
    ("ủy ban mặt trận tổ quốc việt nam", "ủy ban mttq việt nam", "ủy ban mttq", "ubmttq việt nam", "ubmttq", "ubmttqvn",
     "ủy ban mặt trận tổ quốc", "mặt trận tổ quốc việt nam", "mặt trận tổ quốc", "mttq việt nam", "mttq"),
    ("liên hiệp phụ nữ", "lhpn", "phụ nữ"),
    ("cựu chiến binh", "ccb"),
    ("nông dân", "nd"),
    ("liên đoàn lao động", "lđlđ"),
    ("chỉ huy quân sự", "chqs", "chỉ huy qs"),
    ("bộ đội biên phòng", "bđbp", "biên phòng"),
    ("ủy ban kiểm tra", "ubkt"),
    ("văn phòng", "vp"),
    ("phát thanh & truyền hình", "pt & th", "ptth"),
    ("phát triển nông thôn", "ptnt"),
    ("tỉnh đoàn", "đoàn thanh niên tỉnh", "đoàn tncs hồ chí minh tỉnh", "đoàn thanh niên cộng sản hồ chí minh tỉnh"),
    ("kiểm sát nhân dân", "ksnd"),
    ("tòa án nhân dân", "tand"),
    ("bảo hiểm xã hội", "bhxh"),
    ("quản lý dự án", "qlda"),
))  # fmt: skip
# bodies whose names are cut to the first letters of their parts: Sở GD&ĐT
_INITIALS = ("sở", "bộ", "phòng", "ban quản lý", "ban")
_LEVELS = ("tỉnh", "thành phố", "tỉnh ủy", "thành ủy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A unit or a group of units as the reader knows it.

    `label` is what is shown: the short name of a unit, the name of a group. `unit_ids` holds the
    unit, or the members of the group where the register names them.
    """

    label: str
    names: tuple[str, ...]
    unit_ids: tuple[UnitId, ...] = ()
    is_group: bool = False


def of_units(units: Iterable[Unit]) -> list[Addressee]:
    """Give the addressees that the units of the register are."""
    return [
        Addressee(
            label=unit.short_name,
            names=(unit.name, unit.short_name, *unit.other_names),
            unit_ids=(unit.id,),
        )
        for unit in units
    ]


def of_groups(groups: Iterable[GroupOfUnits]) -> list[Addressee]:
    """Give the addressees that the groups of the register are; one without units is none."""
    return [
        Addressee(label=one.group.name, names=one.group.names, unit_ids=one.unit_ids, is_group=True)
        for one in groups
        if one.units
    ]


@dataclass(frozen=True, slots=True)
class _Known:
    addressee: Addressee
    exact: str  # how a short name must be written; empty for a long one


class Directory:
    """Finds the addressees of the register by their names."""

    def __init__(self, addressees: Iterable[Addressee]) -> None:
        given = list(addressees)
        taken: dict[tuple[str, ...], _Known] = {}
        spelt: dict[tuple[str, ...], list[Addressee]] = {}
        for one in given:
            for name in filter(None, (name.strip() for name in one.names)):
                exact = name if len(name) <= _SHORT_NAME else ""
                taken.setdefault(_key(name), _Known(one, exact))
                for spelling in () if exact else _spellings(name):
                    spelt.setdefault(spelling, []).append(one)
        for key, owners in spelt.items():
            if key not in taken and all(owner is owners[0] for owner in owners):
                taken[key] = _Known(owners[0], "")
        self._known = Phrases((key, known) for key, known in taken.items() if key)

    def longest(self, tokens: Tokens, first: int) -> tuple[int, Addressee] | None:
        """Give the number of words and the owner of the longest name at a word."""
        found = None
        for count, known in self._known.all_at(_joined(tokens.words, first), 0):
            start, end = tokens.items[first].start, tokens.items[first + count - 1].end
            if not known.exact or (
                tokens.text[start:end] == known.exact
                and not (tokens.in_capitals and len(known.exact) < _SHORT_NAME)
            ):
                found = count, known.addressee
        return found

    @property
    def first_words(self) -> frozenset[str]:
        """Give the words with which names begin."""
        return self._known.first_words

    def longest_after(
        self, head: Sequence[str], tokens: Tokens, place: int
    ) -> tuple[int, Addressee] | None:
        """Find a name whose first words were said before: "Tài chính" of "các Sở: Nội vụ, Tài chính".

        Unit: the words after those of the head.
        """
        words = [*head, *tokens.words[place : place + _MOST_WORDS]]
        found = None
        for count, known in self._known.all_at(_joined(words, 0), 0):
            if count > len(head) and not known.exact:
                found = count - len(head), known.addressee
        return found


_MOST_WORDS = 12


def _key(name: str) -> tuple[str, ...]:
    return tuple(_joined(tokenize(name).words, 0))


def _joined(words: Sequence[str], first: int) -> list[str]:
    """Write "và", "&" and dashes alike: an office uses each for the other."""
    return ["&" if word in ("và", "-", "–") else word for word in words[first : first + 24]]


def _spellings(name: str) -> Iterator[tuple[str, ...]]:
    """Give the other ways a name is written."""
    bases = {f" {' '.join(_key(name))} "}
    for forms in _CUT_SHORT:
        for base in list(bases):
            longest = next((form for form in forms if f" {form} " in base), None)
            if longest is not None:
                bases |= {base.replace(f" {longest} ", f" {form} ") for form in forms}
    bases = {base.strip() for base in bases}
    bases |= {short for base in list(bases) for short in _by_initials(base)}
    bases |= {short for base in list(bases) for short in _without_level(base)}
    for base in itertools.islice(sorted(bases), _MOST_SPELLINGS):
        yield tuple(base.split())


def _by_initials(name: str) -> Iterator[str]:
    """Cut parts of a name to their first letters: `sở giáo dục & đào tạo` → `sở gd & đt`."""
    head = next((head for head in _INITIALS if name.startswith(f"{head} ")), "")
    if not head:
        return
    rest = name[len(head) + 1 :]
    level = next((level for level in _LEVELS if rest.endswith(f" {level}")), "")
    rest = rest.removesuffix(level).strip()
    parts = [part.strip() for part in re.split(r"[&,]", rest)]
    if not all(len(part.split()) > 1 or part.isalpha() for part in parts):
        return
    ways = [(part, "".join(word[0] for word in part.split())) for part in parts]
    tail = f" {level}" if level else ""
    for chosen in itertools.product(*ways) if len(parts) <= _MOST_PARTS else ():
        if len(parts) == 1 and chosen[0] != parts[0] and len(chosen[0]) < _LEAST_INITIALS:
            continue
        for mark in (" & ", " , ", ""):
            joined = mark.join(chosen) if mark else _run_together(chosen, ways)
            yield f"{head} {joined}{tail}"
        if len(parts) > _TWO:
            yield f"{head} {''.join(chosen[:-1])} & {chosen[-1]}{tail}"
            yield f"{head} {' , '.join(chosen[:-1])} & {chosen[-1]}{tail}"
            yield f"{head} {chosen[0]} & {''.join(chosen[1:])}{tail}"


_MOST_PARTS, _TWO, _LEAST_INITIALS = 4, 2, 3


def _run_together(chosen: Sequence[str], ways: Sequence[tuple[str, str]]) -> str:
    """Write initials as one word; parts written out keep their blanks."""
    is_short = all(part == short for part, (_, short) in zip(chosen, ways, strict=True))
    return "".join(chosen) if is_short else " & ".join(chosen)


def _without_level(name: str) -> Iterator[str]:
    """Leave out "tỉnh" at the end where enough of a name is left."""
    for level in _LEVELS:
        rest = name.removesuffix(f" {level}")
        if rest != name and len(rest.split()) > 1 and rest not in _HEADS_ALONE:
            yield rest


_HEADS_ALONE = frozenset(
    plain(word)
    for word in (
        "ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd", "văn phòng", "vp", "công an", "ban chỉ đạo",
        "ủy ban mttq", "ủy ban", "hội đồng", "ban tổ chức", "ban thường vụ", "thường trực", "ban chấp hành",
        "đoàn thanh niên", "ủy ban kiểm tra", "ubkt", "các sở", "cơ quan", "đoàn đại biểu quốc hội", "tòa án", "thanh tra",
        "kho bạc", "viện kiểm sát", "hội đồng nghĩa vụ quân sự", "đảng ủy", "ban quản lý", "ngành", "đoàn", "đảng đoàn",
    )
)  # fmt: skip
