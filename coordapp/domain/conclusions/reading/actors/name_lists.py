"""Who leads and who coordinates: lists of names, and the words that give each its part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coordapp.domain.conclusions.reading.actors.actor_reader import Actor, ActorReader
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.phrases import Phrases, split
from coordapp.domain.conclusions.reading.words.tokens import Tokens

_BETWEEN = (",", "và", "/", "&", "+", "-", "–")
_TOGETHER = Phrases((words.split(), True) for words in split("cùng với, cùng, với"))
_JOINED_BY = Phrases(
    (words.split(), True)
    for words in split(
        "phối hợp chặt chẽ với, phối hợp chặt chẽ cùng, phối hợp với, phối hợp cùng với, phối hợp cùng, phối hợp chặt chẽ, phối hợp giữa, phối hợp, phối kết hợp với, "
        "phối hợp tốt với, phối hợp thường xuyên với, phối hợp đồng bộ với, phối hợp kịp thời với, phối hợp chặt với, phối hợp : , đơn vị phối hợp :, cơ quan phối hợp :, "
        "với sự tham gia của, với sự hỗ trợ của, với sự phối hợp của, với sự giúp đỡ của, với sự đồng hành của, với sự vào cuộc của, có sự tham gia của, có sự phối hợp của, có sự hỗ trợ của, "
        "sự tham gia của, sự hỗ trợ của, sự phối hợp của, cùng sự tham gia của, cùng sự hỗ trợ của, cùng sự phối hợp của, cùng với, cùng, kết hợp với, liên hệ với, đồng thời phối hợp với, đồng thời phối hợp"
    )
    if "liên hệ" not in words
)
_JOINS = Phrases(
    (words.split(), True)
    for words in split(
        "là thành viên, làm thành viên, là các thành viên, là đơn vị phối hợp, là cơ quan phối hợp, phối hợp, cùng phối hợp, tham gia phối hợp, có trách nhiệm phối hợp, tham gia, cùng tham gia, hỗ trợ, cùng hỗ trợ, phối thuộc, ( phối hợp ), cùng làm, cử người cùng, cử người phối hợp, cử người tham gia, cử cán bộ phối hợp, cử cán bộ tham gia, cử lực lượng phối hợp, cử lực lượng tham gia, bố trí lực lượng phối hợp"
    )
)
# whoever follows these is told through the one who leads
_TELLS = Phrases(
    (words.split(), True)
    for words in split(
        "chỉ đạo, hướng dẫn, đôn đốc, yêu cầu, đề nghị, giao, phân công, huy động, vận động, chỉ đạo và hướng dẫn, hướng dẫn và đôn đốc, lãnh đạo, tham mưu cho, tham mưu, giúp, nhắc, kiểm tra, giám sát, cho, của, tại, ở, về, gửi, trình, báo cáo, xin ý kiến, đến, từ, qua"
    )
)


@dataclass(frozen=True, slots=True)
class Names:
    """Names that stand together: those before "cùng" and those after it, up to a word."""

    first: int
    stop: int
    actors: tuple[Actor, ...]
    joined: tuple[Actor, ...] = ()


class NameLists:
    """Reads lists of names in one line; each word is asked for once.

    `issuer` holds the capitals of the letterhead: whoever is named there speaks in the paper.
    """

    def __init__(self, reader: ActorReader, tokens: Tokens, issuer: str = "") -> None:
        self._reader = reader
        self.tokens = tokens
        self.issuer = issuer
        self._found: dict[int, tuple[Actor, ...]] = {}

    def at(self, first: int) -> tuple[Actor, ...]:
        """Give whom the words from `first` on name."""
        if first not in self._found:
            self._found[first] = self._reader.at(self.tokens, first)
        return self._found[first]

    def list_at(self, first: int, limit: int) -> Names | None:
        """Read the names that stand together from a word on, with those after "cùng"."""
        led = self._names(first, limit)
        if led is None:
            return None
        together = _TOGETHER.longest(self.tokens.words, led.stop)
        if together is not None and led.stop + together[0] < limit:
            after = self._names(led.stop + together[0], limit)
            if after is not None:
                return Names(first, after.stop, led.actors, after.actors)
        return led

    def _names(self, first: int, limit: int) -> Names | None:
        found: list[Actor] = []
        place = stop = first
        while place < limit:
            here = self.at(place)
            if not here or here[-1].stop > limit:
                break
            stop = place = self._after_brackets(here[-1].stop, limit)
            found += self._meant(here, place)
            while place < limit and self.tokens.words[place] in _BETWEEN:
                place += 1
            if place == stop:
                break
        return Names(first, stop, tuple(found)) if found else None

    def _meant(self, here: tuple[Actor, ...], stop: int) -> tuple[Actor, ...]:
        """Take "Tiểu ban Nội dung (Sở Văn hóa)" as the unit of the register in brackets."""
        last = here[-1]
        if last.unit_ids or stop <= last.stop + 1:
            return here
        inside = self._names(last.stop + 1, stop - 1)
        if (
            inside is None
            or inside.stop != stop - 1
            or not all(one.unit_ids for one in inside.actors)
        ):
            return here
        return (*here[:-1], *inside.actors)

    def _after_brackets(self, place: int, limit: int) -> int:
        """Pass over a note in brackets after a name, unless it gives the name its part."""
        if place < limit and self.tokens.words[place] == "(":
            for stop in range(place + 1, min(limit, place + 14)):
                if self.tokens.words[stop] == ")":
                    inside = self.tokens.words[place + 1 : stop]
                    is_part = any(
                        word in ("hợp", "trì", ";", "trước") or word.isdigit() for word in inside
                    )
                    return place if is_part else stop + 1
        return place

    def joining(self, first: int, limit: int, leads: Sequence[Actor]) -> tuple[Actor, ...]:
        """Give whom a clause asks to coordinate, in its order."""
        words = self.tokens.words
        found: list[Actor] = []
        place = first
        led = {actor.first for actor in leads}
        told = False
        while place < limit:
            opening = _JOINED_BY.longest(words, place)
            if opening is not None and place + opening[0] < limit:
                names = self._names(place + opening[0], limit)
                if names is not None:
                    if not told:
                        found += names.actors
                    place = names.stop
                    continue
            here = self.at(place)
            if here and place not in led:
                names = self._names(place, limit) or Names(place, here[-1].stop, here)
                if self._is_joining(names, first, limit):
                    found += names.actors
                told = self._follows_tell(place)
                place = names.stop
                continue
            if here:
                place = here[-1].stop
                continue
            if words[place] in (",", ";"):
                told = False
            place += 1
        return tuple(found)

    def _is_joining(self, names: Names, first: int, limit: int) -> bool:
        """Names before "là thành viên", "phối hợp", which open a part of the clause."""
        before = self.tokens.words[names.first - 1] if names.first > first else ","
        if before not in (",", ";", "và", "(", ":", "do", "còn", "bên", "phía"):
            return False
        joins = _JOINS.longest(self.tokens.words, names.stop)
        if joins is None or names.stop + joins[0] > limit:
            return False
        if "thành" in self.tokens.words[names.stop : names.stop + joins[0]]:
            return True
        after = names.stop + joins[0]
        word = self.tokens.words[after] if after < limit else ""
        # "Hội Nông dân phối hợp với …" leads a part of its own
        return not self.at(after) if word not in ("với", "cùng") else False

    def _follows_tell(self, place: int) -> bool:
        return any(
            _TELLS.longest(self.tokens.words, start) == (place - start, True)
            for start in range(max(0, place - 4), place)
        )


def is_superior(lists: NameLists, actor: Actor) -> bool:
    """Tell whether somebody named speaks for the meeting: its chair, its body, whoever issues."""
    items = lists.tokens.items
    start = items[actor.first].start
    if lists.tokens.plain[start : items[actor.stop - 1].end] in lists.issuer:
        return True
    for stop in range(actor.stop, actor.first, -1):
        # a name after the post: "Chủ tịch UBND tỉnh Trần Văn A"
        is_named = stop == actor.stop or (not actor.unit_ids and actor.stop - stop > 1)
        if is_named and signs.SUPERIOR.fullmatch(lists.tokens.plain, start, items[stop - 1].end):
            return True
        if not items[stop - 1].is_capital:
            return False
    return False


def unique(actors: Iterable[Actor], without: Iterable[Actor] = ()) -> tuple[Actor, ...]:
    """Name everybody once, leaving out those named already."""
    seen = {actor.label for actor in without}
    kept: list[Actor] = []
    for actor in actors:
        if actor.label not in seen:
            seen.add(actor.label)
            kept.append(actor)
    return tuple(kept)
