"""Where the name of a body ends that is not in the register, and what groups are called."""

from coordapp.domain.conclusions.reading.actors.body_words import (
    ALL_OF,
    ALONE,
    AREAS,
    BODY,
    CAPITAL,
    GROUP_NOUNS,
    HEADS,
    PARTS,
    TITLES,
    WHICH,
)
from coordapp.domain.conclusions.reading.actors.directory import Directory
from coordapp.domain.conclusions.reading.words.phrases import Phrases
from coordapp.domain.conclusions.reading.words.tokens import Tokens
from coordapp.domain.conclusions.reading.words.verbs import long_verb_at, verb_at

_JOINING = ("&", "-", "–")
_OF = ("trực thuộc", "thuộc", "của")
_MOST_WORDS = 22
# what a body says in a heading of capitals is no part of its name
_SPEAKING = frozenset(
    (("kết", "luận"), ("yêu", "cầu"), ("phát", "biểu"), ("ý", "kiến"), ("nhấn", "mạnh"))
)
_PREDICATES = Phrases(
    (words.split(), True)
    for words in (
        "là thành viên",
        "là đầu mối",
        "có trách nhiệm",
        "phải",
        "chịu trách nhiệm",
        "chủ trì",
        "làm đầu mối",
        "cần phải",
    )
)


class Bodies:
    """Tells how many words a name takes, from its first word on."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def body(self, tokens: Tokens, first: int, depth: int = 0) -> int:
        """Count the words of the name of a body; 0 where none begins."""
        best = 0
        for count, flags in HEADS.all_at(tokens.words, first):
            if CAPITAL in flags and not self._is_name(tokens, first, count):
                continue
            end = self._end_of_name(tokens, first + count, flags, depth)
            if end > first + count or ALONE in flags:
                best = max(best, end - first)
        return min(best, _MOST_WORDS)

    def group(self, tokens: Tokens, first: int, depth: int = 0) -> int:
        """Count the words of a group of bodies: các sở, ban, ngành tỉnh."""
        opening = ALL_OF.longest(tokens.words, first)
        if opening is None:
            return 0
        place = first + opening[0]
        noun = GROUP_NOUNS.longest(tokens.words, place)
        title = TITLES.longest(tokens.words, place)
        if noun is None or (title is not None and title[0] >= noun[0]):
            return 0
        place += noun[0]
        while place - first < _MOST_WORDS and (goes_on := self._next_noun(tokens, place)):
            place = goes_on
        return self._which(tokens, place, depth) - first

    def area(self, tokens: Tokens, first: int) -> int:
        """Count the words of a place with its name: huyện Cát Lâm."""
        level = AREAS.longest(tokens.words, first)
        if level is None:
            return 0
        end = self._proper_name(tokens, first + level[0])
        return end - first if end > first + level[0] else 0

    # --- parts of a name

    def _is_name(self, tokens: Tokens, first: int, count: int) -> bool:
        """Tell whether a word such as "ban" opens a name: only with two capitals, "Ban Tổ chức"."""
        if tokens.in_capitals:
            return not verb_at(tokens.words[first : first + 2])
        following = first + count
        return tokens.items[first].is_capital and (
            following < len(tokens.items)
            and (
                tokens.items[following].is_capital
                or AREAS.longest(tokens.words, following) is not None
            )
        )

    def _end_of_name(self, tokens: Tokens, place: int, flags: str, depth: int) -> int:
        start = place
        while place < min(len(tokens.items), start + _MOST_WORDS):
            end = self._one_more(tokens, place, flags, depth, is_first=place == start)
            if end == place:
                break
            place = end
        return place

    def _one_more(
        self, tokens: Tokens, place: int, flags: str, depth: int, *, is_first: bool
    ) -> int:
        word = tokens.words[place]
        following = tokens.items[place + 1] if place + 1 < len(tokens.items) else None
        if BODY in flags and depth < 2 and (inner := self._inner(tokens, place, depth)):
            return place + inner
        if areas := self._areas(tokens, place, depth):
            return place + areas
        if tokens.in_capitals:
            return self._one_more_of_capitals(tokens, place)
        if tokens.items[place].is_capital:
            # "Kiểm lâm", "Giao thông vận tải": only the first word of a part has its capital
            part = PARTS.longest(tokens.words, place)
            verb = long_verb_at(tokens.words[place : place + 2])
            return place + max(part[0] if part else 1, verb)
        if (
            word.isdigit()
            and len(word) >= _LONG_NUMBER
            and tokens.words[place - 1] not in ("tỉnh",)
        ):
            return (
                place + 1 if following is None or not following.word.startswith(_AMOUNTS) else place
            )
        if word in _JOINING and not is_first and following is not None:
            return place + 1 if following.is_capital else place
        if word == "và" and not is_first and following is not None and following.is_capital:
            return place + 1 if not self._begins_another(tokens, place + 1) else place
        if word == "," and not is_first and self._is_list_within(tokens, place):
            return place + 1
        if area := self._area_of(tokens, place):
            return place + area
        if self._is_second_syllable(tokens, place):
            return place + 1
        # "Sở Nội vụ tỉnh" is whole: what follows is what it does
        is_whole = not is_first and AREAS.longest(tokens.words, place - 1) is not None
        if not is_whole and (part := PARTS.longest(tokens.words, place)):
            count = part[0]
            if long_verb_at(tokens.words[place : place + count]) == count and not is_first:
                # "Sở Nội vụ tổng hợp": a part that is a verb too goes on only after these
                return place + count if tokens.words[place - 1] in _BEFORE_VERBS else place
            return place + count
        if not is_whole and not is_first and self._is_between(tokens, place):
            return place + 1
        return place

    def _is_between(self, tokens: Tokens, place: int) -> bool:
        """Tell whether a small word stands inside a name: "Cao đẳng nghề Sơn Hà"."""
        following = place + 1
        word = tokens.words[place]
        return (
            following < len(tokens.items)
            and tokens.items[following].is_capital
            and not self._begins_another(tokens, following)
            and word.isalpha()
            and word not in _ENDING
            and not verb_at([word])
            and not ALL_OF.longest(tokens.words, place)
        )

    def _is_second_syllable(self, tokens: Tokens, place: int) -> bool:
        """Tell whether a small word completes the one before: "Ngoại vụ", "Ngân sách"."""
        before = tokens.items[place - 1]
        opens_part = place < 2 or not tokens.items[place - 2].is_capital
        opens_part = opens_part or HEADS.longest(tokens.words, place - 2) is not None
        word = tokens.words[place]
        return (
            opens_part
            and before.is_capital
            and not tokens.text[before.start : before.end].isupper()
            and word.isalpha()
            and (word not in _ENDING or self._ends(tokens, place + 1))
            and not long_verb_at(tokens.words[place : place + 4])
            and not any(stop == 1 for stop, _ in HEADS.all_at(tokens.words, place - 1))
        )

    @staticmethod
    def _ends(tokens: Tokens, place: int) -> bool:
        """Tell whether no word follows: "Tiểu ban Hậu cần:" leaves "cần" to the name."""
        return place >= len(tokens.items) or tokens.words[place] in (":", ")", ";")

    def _one_more_of_capitals(self, tokens: Tokens, place: int) -> int:
        word = tokens.words[place]
        if not word[0].isalnum() and word not in _JOINING:
            return place
        if word == "và":
            is_end = place + 1 >= len(tokens.items) or self._begins_another(tokens, place + 1)
            return place if is_end else place + 2
        if tuple(tokens.words[place : place + 2]) in _SPEAKING:
            return place
        if word in _ENDING or long_verb_at(tokens.words[place : place + 4]):
            part = PARTS.longest(tokens.words, place)
            return place + part[0] if part else place
        return place + 1

    def _inner(self, tokens: Tokens, place: int, depth: int) -> int:
        """Count the words of a body that completes the name of another."""
        known = self._directory.longest(tokens, place)
        return max(
            self.body(tokens, place, depth + 1),
            self.group(tokens, place, depth + 1),
            known[0] if known else 0,
        )

    def _areas(self, tokens: Tokens, place: int, depth: int) -> int:
        """Count the words of "các huyện, thành phố", which may end any name."""
        opening = ALL_OF.longest(tokens.words, place)
        after = place + (opening[0] if opening else 0)
        if opening is None or after >= len(tokens.items) or tokens.words[after] not in _LEVELS:
            return 0
        return self.group(tokens, place, depth + 1)

    def _area_of(self, tokens: Tokens, place: int) -> int:
        level = AREAS.longest(tokens.words, place)
        if level is None:
            return 0
        end = self._proper_name(tokens, place + level[0])
        return end - place

    def _proper_name(self, tokens: Tokens, place: int) -> int:
        """Give the end of the name of a place; quarters have numbers: Khu phố 3."""
        is_numbered = tokens.words[place - 1] in _NUMBERED and place < len(tokens.items)
        if is_numbered and tokens.words[place].isdigit():
            return place + 1
        return self._capitals(tokens, place)

    def _capitals(self, tokens: Tokens, place: int) -> int:
        last = min(len(tokens.items), place + _MOST_WORDS)
        while place < last and tokens.items[place].is_capital:
            if self._begins_another(tokens, place):
                break
            place += 1
        return place

    def _begins_another(self, tokens: Tokens, place: int) -> bool:
        if self._directory.longest(tokens, place):
            return True
        return any(
            CAPITAL not in flags or self._is_name(tokens, place, count)
            for count, flags in HEADS.all_at(tokens.words, place)
        )

    def _is_list_within(self, tokens: Tokens, place: int) -> bool:
        """Tell "Văn hóa, Thể thao và Du lịch" from the names of two bodies."""
        if self._begins_another(tokens, place + 1):
            return False
        stop = place + 1
        if not tokens.items[stop].is_capital if stop < len(tokens.items) else True:
            return False
        while (
            stop < min(len(tokens.items), place + _LONGEST_PART)
            and tokens.words[stop].isalpha()
            and tokens.words[stop] not in _ENDING
        ):
            stop += 1
        return (
            place + 1 < stop < len(tokens.items) - 1
            and tokens.words[stop] == "và"
            and tokens.items[stop + 1].is_capital
            and not self._begins_another(tokens, stop + 1)
        )

    # --- groups

    def _next_noun(self, tokens: Tokens, place: int) -> int:
        """Give the end of the next noun of a group, 0 when the list is over."""
        if place >= len(tokens.items):
            return 0
        if tokens.words[place] in (",", "và", "-", "–", "/"):
            place += 1
            if ALL_OF.longest(tokens.words, place) is not None:
                return 0
            if place < len(tokens.items) and tokens.items[place].is_capital:
                return 0
            noun = GROUP_NOUNS.longest(tokens.words, place)
            return place + noun[0] if noun else 0
        return 0

    def _which(self, tokens: Tokens, place: int, depth: int) -> int:
        """Take in what says which of a group are meant."""
        last = min(len(tokens.items), place + _MOST_WORDS)
        while place < last:
            of = next(
                (of for of in _OF if tokens.words[place : place + len(of.split())] == of.split()),
                "",
            )
            if of and depth < 2:
                after = place + len(of.split())
                inner = self._inner(tokens, after, depth) if after < len(tokens.items) else 0
                if inner:
                    place = after + inner
                    continue
            if which := WHICH.longest(tokens.words, place):
                place += which[0]
                continue
            if tokens.items[place].is_capital and not self._begins_another(tokens, place):
                place += 1
                continue
            if tokens.words[place] in (",", "và") and (end := self._capital_list(tokens, place)):
                place = end
                continue
            place = self._before_predicate(tokens, place)
            break
        return place

    def _before_predicate(self, tokens: Tokens, place: int) -> int:
        """Take in up to four words that stand before "phải", "là thành viên" and the like."""
        for stop in range(place, min(len(tokens.items), place + 5)):
            if _PREDICATES.longest(tokens.words, stop) is not None:
                return stop
            if not tokens.words[stop][0].isalnum() or tokens.words[stop] in _ENDING:
                break
        return place

    def _capital_list(self, tokens: Tokens, place: int) -> int:
        """Go on with a list of proper names: các xã Đồng Nải, Suối Vàng."""
        if not tokens.items[place - 1].is_capital:
            return 0
        end = self._capitals(tokens, place + 1)
        return end if end > place + 1 else 0


_LONGEST_PART = 6
_BEFORE_VERBS = ("án", "quỹ", "tâm", "và", "&", "-", "–", "ban", "lý")
_LEVELS = ("huyện", "xã", "phường", "thành", "thị", "quận", "đặc", "cấp", "khối", "thôn")
_LONG_NUMBER = 3  # digits of the number of a regiment
_AMOUNTS = (
    "tỷ",
    "triệu",
    "nghìn",
    "ngàn",
    "đồng",
    "ngày",
    "%",
    "người",
    "hộ",
    "ha",
    "km",
    "m",
    "suất",
    "thanh",
    "tân",
    "xã",
    "thôn",
)
_NUMBERED = ("phường", "quận", "phố", "thôn", "khu", "vực")
_ENDING = frozenset(
    [
        "là",
        "và",
        "với",
        "cùng",
        "phải",
        "cần",
        "có",
        "được",
        "do",
        "để",
        "về",
        "tại",
        "trong",
        "theo",
        "khi",
        "nếu",
        "sẽ",
        "đã",
        "đang",
        "các",
        "những",
        "từ",
        "đến",
        "trước",
        "giao",
        "yêu",
        "đề",
        "không",
        "thì",
        "mà",
        "lo",
        "nên",
        "cũng",
        "đều",
        "sẽ",
        "vẫn",
        "đang",
        "này",
        "đó",
        "kia",
        "rồi",
        "như",
        "bằng",
    ]
)
