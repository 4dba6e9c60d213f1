"""Who is named in a line: units and groups of the register, and other bodies as written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from coordapp.domain.conclusions.reading.actors.bodies import Bodies
from coordapp.domain.conclusions.reading.actors.body_words import ALL_OF, AREAS, HEADS, TITLES
from coordapp.domain.conclusions.reading.actors.directory import Addressee, Directory
from coordapp.domain.conclusions.reading.words.tokens import Tokens
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import one_line


class ActorKind(Enum):
    """What somebody named is."""

    KNOWN = "known"  # of the register
    BODY = "body"  # a body that is not in the register
    GROUP = "group"  # several bodies: các sở, ban, ngành
    PERSON = "person"  # a title, or a title and a name
    AREA = "area"  # xã Đồng Nải: a place, or who governs it


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody named in a line, from the word `first` to before the word `stop`.

    `label` is the short name of a unit or the name as written; `unit_ids` is empty for those
    that are not in the register.
    """

    first: int
    stop: int
    label: str
    kind: ActorKind
    unit_ids: tuple[UnitId, ...] = ()
    is_head: bool = False  # named by the post of its head

    @classmethod
    def as_written(cls, text: str) -> "Actor":
        """Name somebody by the whole of a text, such as a cell of a table."""
        return cls(first=0, stop=0, label=one_line(text), kind=ActorKind.BODY)


# heads of plurals that are said once: các Sở Nội vụ, Tài chính
_ONCE = tuple(
    tuple(head.split())
    for head in ("sở", "ban", "phòng", "hội", "công ty", "huyện", "xã", "phường", "chi cục", "trường", "bệnh viện", "ủy ban nhân dân", "ubnd", "huyện ủy",
         "đảng ủy", "ngành", "thị xã", "thành phố")
)  # fmt: skip
_GOING_ON = (",", "và", "-", "–", "&", "trực", "thuộc", "của")
_LEADERSHIP = ["lãnh", "đạo"]
_MOST_TITLES = 4
_MOST_CAPITALS = 8
_MOST_LISTED = 40


class ActorReader:
    """Reads who is named at a word, the longest name first."""

    def __init__(self, addressees: Sequence[Addressee]) -> None:
        self._directory = Directory(addressees)
        self._bodies = Bodies(self._directory)
        self._first_words = self._directory.first_words.union(
            *(phrases.first_words for phrases in (HEADS, ALL_OF, TITLES, AREAS))
        )

    def at(self, tokens: Tokens, first: int) -> tuple[Actor, ...]:
        """Give whom the words from `first` on name; several where a plural is said once."""
        if first >= len(tokens.items) or tokens.words[first] not in self._first_words:
            return ()
        place = self._after_titles(tokens, first)
        if place == first:
            return self._listed(tokens, first) or self._one(tokens, first)
        titled = self._with_title(tokens, first, place)
        # "các đồng chí thành viên" is a group, no title
        group = self._bodies.group(tokens, first)
        if first + group > (titled[-1].stop if titled else first):
            return self._one(tokens, first)
        return titled

    def _one(self, tokens: Tokens, first: int) -> tuple[Actor, ...]:
        known = self._directory.longest(tokens, first)
        body = self._bodies.body(tokens, first)
        group = self._bodies.group(tokens, first)
        longest = max(body, group)
        if known is not None and (count := self._same(tokens, first, known[0], longest)):
            return (self._known(first, first + count, known[1]),)
        if longest:
            kind = ActorKind.GROUP if group >= body else ActorKind.BODY
            return (self._written(tokens, first, first + longest, kind),)
        area = self._bodies.area(tokens, first)
        if area:
            return (self._written(tokens, first, first + area, ActorKind.AREA),)
        return ()

    def _same(self, tokens: Tokens, first: int, known: int, longest: int) -> int:
        """Count the words of a known name, its province after it too; 0 for a longer name."""
        if longest <= known:
            return known
        words = tokens.words[first + known : first + longest]
        following = tokens.items[first + known]
        goes_on = (
            following.is_capital
            or words[0] in _GOING_ON
            or AREAS.longest(words, 0)
            or ALL_OF.longest(words, 0)
        )
        if not goes_on and not tokens.in_capitals:
            # "Sở Tài chính công bố": a small word after a known name is no part of it
            return known
        last = tokens.words[first + known - 1]
        rest = words[1:] if words[0] == "tỉnh" else words if last == "tỉnh" else None
        if rest is None:
            return 0
        start = first + longest - len(rest)
        is_province = all(item.is_capital for item in tokens.items[start : first + longest])
        return longest if is_province else 0

    def _known(self, first: int, stop: int, addressee: Addressee) -> Actor:
        return Actor(
            first=first,
            stop=stop,
            label=addressee.label,
            kind=ActorKind.KNOWN,
            unit_ids=addressee.unit_ids,
        )

    def _written(self, tokens: Tokens, first: int, stop: int, kind: ActorKind) -> Actor:
        written = tokens.text[tokens.items[first].start : tokens.items[stop - 1].end]
        return Actor(first=first, stop=stop, label=one_line(written), kind=kind)

    # --- heads of bodies

    def _after_titles(self, tokens: Tokens, first: int) -> int:
        place = first
        opening = ALL_OF.longest(tokens.words, place)
        if opening is not None and TITLES.longest(tokens.words, place + opening[0]):
            place += opening[0]
        start = place
        for _ in range(_MOST_TITLES):
            title = self._title(tokens, place)
            if title is None:
                break
            body = self._bodies.body(tokens, place)
            known = self._directory.longest(tokens, place)
            if max(body, known[0] if known else 0) > title[0]:
                # "Thường trực Tỉnh ủy" is a body of its own
                break
            place += title[0]
            if place < len(tokens.items) and tokens.words[place] in (",", "và", "-"):
                after = TITLES.longest(tokens.words, place + 1)
                if after and place + 1 + after[0] < len(tokens.items):
                    place += 1
        return place if place > start else first

    def _title(self, tokens: Tokens, place: int) -> tuple[int, bool] | None:
        """Give the title at a word: "Trưởng" before "Ban Chỉ đạo", else "Trưởng Ban"."""
        found = list(TITLES.all_at(tokens.words, place))
        longest = found[-1][0] if found else 0
        for count, value in found:
            stop = place + count
            if stop >= len(tokens.items):
                break
            if self._directory.longest(tokens, stop):
                return count, value
            if count < longest < count + self._bodies.body(tokens, stop):
                return count, value
        return found[-1] if found else None

    def _with_title(self, tokens: Tokens, first: int, place: int) -> tuple[Actor, ...]:
        if place < len(tokens.items) and tokens.words[place] == "của":
            led = self._listed(tokens, place + 1) or self._one(tokens, place + 1)
        else:
            led = self._listed(tokens, place) or self._one(tokens, place)
        if led:
            return self._heads(tokens, first, led)
        end = self._after_capitals(tokens, place)
        if end == place and tokens.words[first:place] == _LEADERSHIP:
            # "Lãnh đạo tổ chức đại hội" is work, not somebody
            return ()
        if end > place and (post := self._post_of(tokens, end)):
            return self._heads(tokens, first, post)
        if (
            end == place
            and len(tokens.words[first:place]) == 1
            and not tokens.items[first].is_capital
        ):
            return ()
        return (self._written(tokens, first, end, ActorKind.PERSON),)

    def _heads(self, tokens: Tokens, first: int, led: tuple[Actor, ...]) -> tuple[Actor, ...]:
        """Name bodies by their heads; one that is not in the register stays as it is written."""
        if len(led) == 1 and not led[0].unit_ids and led[0].kind is not ActorKind.KNOWN:
            written = self._written(tokens, first, led[0].stop, led[0].kind)
            return (replace(written, is_head=True),)
        return tuple(
            replace(one, first=first if number == 0 else one.first, is_head=True)
            for number, one in enumerate(led)
        )

    def _post_of(self, tokens: Tokens, place: int) -> tuple[Actor, ...]:
        """Read the post that stands after a name: đồng chí Nguyễn Văn A, Giám đốc Sở Nội vụ."""
        if place >= len(tokens.items) or tokens.words[place] not in (",", "-", "–", "("):
            return ()
        after = self._after_titles(tokens, place + 1)
        if after == place + 1:
            return ()
        return self._one(tokens, after)

    # --- plurals said once

    def _listed(self, tokens: Tokens, first: int) -> tuple[Actor, ...]:
        """Read "các Sở: Nội vụ, Tài chính" as Sở Nội vụ and Sở Tài chính."""
        opening = ALL_OF.longest(tokens.words, first)
        place = first + (opening[0] if opening else 0)
        if opening is None and not (place < len(tokens.items) and tokens.items[place].is_capital):
            return ()
        for head in _ONCE:
            start = place + len(head)
            if tuple(tokens.words[place:start]) == head:
                has_colon = start < len(tokens.items) and tokens.words[start] == ":"
                found = tuple(self._parts(tokens, first, head, start + has_colon))
                if len(found) > 1 and (opening is not None or self._all_known(found)):
                    return found
        return ()

    @staticmethod
    def _all_known(found: Sequence[Actor]) -> bool:
        return all(one.kind is ActorKind.KNOWN for one in found)

    def _parts(
        self, tokens: Tokens, first: int, head: tuple[str, ...], place: int
    ) -> Iterator[Actor]:
        for _ in range(_MOST_LISTED):
            if place >= len(tokens.items) or not tokens.items[place].is_capital:
                return
            stop, owner = self._part(tokens, head, place)
            if stop == place:
                return
            start = first if first >= 0 else place
            if owner is not None:
                yield self._known(start, stop, owner)
            else:
                said = " ".join(head)
                name = f"{said[0].upper()}{said[1:]} {self._between(tokens, place, stop)}"
                kind = ActorKind.AREA if AREAS.longest(head, 0) else ActorKind.BODY
                yield Actor(first=start, stop=stop, label=name, kind=kind)
            first = -1
            if stop >= len(tokens.items) or tokens.words[stop] not in (",", "và"):
                return
            place = stop + 1

    def _part(
        self, tokens: Tokens, head: tuple[str, ...], place: int
    ) -> tuple[int, Addressee | None]:
        """Give the end of one name whose head was said before, and whose it is."""
        known = self._directory.longest_after(head, tokens, place)
        if known is not None:
            return place + known[0], known[1]
        if self._one(tokens, place):
            return place, None
        return self._after_capitals(tokens, place), None

    @staticmethod
    def _after_capitals(tokens: Tokens, place: int) -> int:
        last = min(len(tokens.items), place + _MOST_CAPITALS)
        while place < last and tokens.items[place].is_capital:
            place += 1
        return place

    def _between(self, tokens: Tokens, place: int, stop: int) -> str:
        return tokens.text[tokens.items[place].start : tokens.items[stop - 1].end]
