"""What a clause opens with before it names somebody: a topic, a basis, a time."""

from coordapp.domain.conclusions.reading.actors.name_lists import NameLists, Names
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.tokens import Tokens


def after_time(tokens: Tokens, place: int, end: int, time_end: int | None) -> int:
    """Pass over a deadline or another time with which a clause begins."""
    if time_end is not None and place < time_end < end:
        stop = time_end
    else:
        match = signs.TIME_OPENING.match(tokens.plain, place, end)
        stop = match.end() if match else place
    while stop < end and tokens.plain[stop] in " ,:)":
        stop += 1
    return stop


def first_actor(lists: NameLists, place: int, end: int, time_end: int | None) -> tuple[int, int]:
    """Give where the quote begins and the word with which the clause may name somebody.

    A condition stays in the quote; a topic and a basis stay outside.
    """
    tokens, start = lists.tokens, place
    topic = signs.TOPIC.match(tokens.plain, place, end)
    if topic is not None and lists.at(tokens.at(topic.end())):
        start = place = topic.end()
    then = signs.THEN_TOPIC.match(tokens.plain, place, end)
    if then is not None and lists.at(tokens.at(then.end())):
        return start, tokens.at(then.end())
    basis = signs.BASIS.match(tokens.plain, place, end)
    if basis is not None and lists.at(tokens.at(basis.end())):
        is_condition = signs.CONDITION.match(tokens.plain, place, end)
        return (place if is_condition else basis.end()), tokens.at(basis.end())
    return start, tokens.at(after_time(tokens, place, end, time_end))


def named_first(lists: NameLists, first: int, limit: int, *, after_topic: bool) -> Names | None:
    """Give those whom a clause begins with, or who follow its topic: "Cầu Bến Gỗ: U nộp hồ sơ"."""
    names = lists.list_at(first, limit)
    if names is not None or not after_topic:
        return names
    words = lists.tokens.words
    colon = next(
        (n for n in range(first, min(limit, first + _LONGEST_TOPIC)) if words[n] == ":"), None
    )
    is_work = colon is not None and colon - first > _SHORT_TOPIC
    if colon is None or (
        is_work and signs.long_verb_within(lists.tokens.plain_words(first, colon))
    ):
        return None
    return lists.list_at(colon + 1, limit)


_LONGEST_TOPIC = 12  # words
_SHORT_TOPIC = 3  # may be a verb too: "Khai giảng:"
