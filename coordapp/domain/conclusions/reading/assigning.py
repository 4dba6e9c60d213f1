"""Words that assign, and whom they address: giao U, yêu cầu U, phân công U."""

from dataclasses import dataclass

from coordapp.domain.conclusions.reading.actors.actor_reader import Actor, ActorKind
from coordapp.domain.conclusions.reading.actors.name_lists import NameLists, Names, is_superior
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.tokens import Tokens
from coordapp.domain.conclusions.reading.words.verbs import leaning_at, verb_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigning:
    """An assigning word of a clause; `opens` when the quote begins with it.

    `names` is None where it asks nobody by name: "yêu cầu khẩn trương rà soát".
    """

    start: int
    names: Names | None
    opens: bool
    is_wish: bool = False
    is_told: bool = False


def find_assigning(
    lists: NameLists, start: int, end: int, *, below_units: bool = False
) -> Assigning | None:
    """Find the word that assigns in a clause; None when nothing is assigned by such a word."""
    tokens = lists.tokens
    limit = tokens.at(end)
    for match in signs.ASSIGNS.finditer(tokens.plain, start, end):
        names = lists.list_at(tokens.at(match.end()), limit)
        if names is None and signs.OTHER_SENSE.match(tokens.plain, match.start("verb"), end):
            continue
        found = _judged(lists, match.start(), match["verb"], names, (start, end), below_units)
        if found is not None:
            return found
    return None


def _judged(
    lists: NameLists,
    place: int,
    verb: str,
    names: Names | None,
    clause: tuple[int, int],
    below_units: bool,
) -> Assigning | None:
    tokens = lists.tokens
    start, end = clause
    before = tokens.plain[start:place].replace("\t", " ")
    opens = not before.strip(" ,:")
    strong = verb not in signs.WEAK
    if names is None:
        return _unnamed(tokens, place, verb, end, opens=opens and strong and not below_units)
    if signs.TOLD.search(before):
        if signs.HANDED.search(before) and not signs.HAD_BEEN.search(before):
            return Assigning(start=place, names=names, opens=False)
        return (
            Assigning(start=place, names=names, opens=False, is_told=True)
            if opens_told(before)
            else None
        )
    if below_units and opens and (not strong or not _is_outside(names)):
        # under a heading of units "chỉ đạo các phòng …" is work of these units
        return None
    if signs.PAST_TOLD.search(before) and not signs.NOW.search(before):
        return Assigning(start=place, names=names, opens=False, is_told=True)
    if opens:
        return Assigning(start=place, names=names, opens=True)
    speaker = _speaker(lists, start, place)
    if speaker is not None:
        return _spoken(lists, speaker, place, names, verb)
    if not strong:
        return None
    is_topic = before.rstrip().endswith(":")
    if not is_topic and signs.WISHER.search(before) and not signs.CHAIR.search(before):
        return Assigning(start=place, names=names, opens=False, is_wish=True)
    return Assigning(start=place, names=names, opens=_is_spoken(before))


def opens_told(before: str) -> bool:
    """Tell whether the words before say that it was assigned in the past."""
    return bool(signs.PAST_TOLD.search(before))


def _unnamed(tokens: Tokens, place: int, verb: str, end: int, *, opens: bool) -> Assigning | None:
    """Take "yêu cầu khẩn trương rà soát", which asks whoever was named before."""
    if not opens or verb.startswith("giao"):
        return None
    first = tokens.at(place + len(verb))
    limit = tokens.at(end)
    words = tokens.words[first : min(limit, first + 4)]
    if verb_at(words) or leaning_at(words):
        return Assigning(start=place, names=None, opens=True)
    return None


def _is_outside(names: Names) -> bool:
    """Tell whether somebody of the register is addressed."""
    return any(actor.kind is ActorKind.KNOWN for actor in names.actors)


def _speaker(lists: NameLists, start: int, place: int) -> Actor | None:
    """Give who stands right before the assigning word."""
    tokens = lists.tokens
    limit = tokens.at(place)
    first = max(tokens.at(start), limit - _SPEECH)
    while first < limit:
        names = lists.list_at(first, limit)
        if names is None:
            first += 1
            continue
        between = tokens.plain[tokens.items[names.stop - 1].end : place]
        if signs.SAYS.fullmatch(between.replace("\t", " ")):
            return names.actors[-1]
        first = names.stop
    return None


def _spoken(
    lists: NameLists, speaker: Actor, place: int, names: Names, verb: str
) -> Assigning | None:
    tokens = lists.tokens
    start = tokens.items[speaker.first].start
    before = tokens.plain[max(0, start - _TITLE) : start]
    if is_superior(lists, speaker) or (
        speaker.kind is ActorKind.PERSON and not _stands_for(before)
    ):
        return Assigning(start=place, names=names, opens=True)
    if verb in ("đề nghị", "đề xuất"):
        return Assigning(start=place, names=names, opens=True, is_wish=True)
    # "U giao các phòng …": U does it
    return None


_SPEECH = 60  # words between who speaks and what is assigned
_TITLE = 12  # letters that hold "đại diện"


def _stands_for(before: str) -> bool:
    return before.rstrip().endswith(("đại diện", "thay mặt"))


def _is_spoken(before: str) -> bool:
    """Tell whether the words before are those of a speaker or a decision, not the work."""
    return bool(signs.SPEAKS.search(before) or signs.STRONG_DECISION.match(before.lstrip()))
