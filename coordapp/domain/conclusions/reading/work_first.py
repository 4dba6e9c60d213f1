"""Who is to do the work of a clause that begins with the work."""

from coordapp.domain.conclusions.reading.actors.name_lists import NameLists, Names
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.acting import acts


def find_worker(lists: NameLists, place: int, end: int, *, in_list: bool) -> Names | None:
    """Find whom a clause names after its work.

    The forms: do U chủ trì, được giao cho U, trách nhiệm thuộc về U, (U; ngày), and in a list
    also "work - U" and "work: U".
    """
    names = (
        _by_do(lists, place, end)
        or _by_belonging(lists, place, end)
        or _by_bracket(lists, place, end)
    )
    return names or (_by_end(lists, place, end) if in_list else None)


def _by_do(lists: NameLists, place: int, end: int) -> Names | None:
    tokens = lists.tokens
    limit = tokens.at(end)
    for first in range(tokens.at(place), limit - 1):
        if tokens.words[first] not in ("do", "giao", "cho"):
            continue
        names = lists.list_at(first + 1, limit)
        if names is None:
            continue
        if tokens.words[first] == "do":
            rest = tokens.plain_words(names.stop, limit).lstrip(" ,")
            if not signs.DONE_BY.match(rest) and acts(tokens.words, names.stop, limit):
                return names
        elif signs.HANDED.search(tokens.plain_words(tokens.at(place), first + 1)):
            return names
    return None


def _by_belonging(lists: NameLists, place: int, end: int) -> Names | None:
    match = signs.BELONGS.search(lists.tokens.plain_text(place, end))
    if match is None:
        return None
    return lists.list_at(lists.tokens.at(place + match.end()), lists.tokens.at(end))


def _by_bracket(lists: NameLists, place: int, end: int) -> Names | None:
    match = signs.LAST_BRACKET.search(lists.tokens.plain_text(place, end))
    if match is None:
        return None
    return lists.list_at(lists.tokens.at(place + match.end("open")), lists.tokens.at(end))


def _by_end(lists: NameLists, place: int, end: int) -> Names | None:
    tokens = lists.tokens
    limit = tokens.at(end)
    for match in signs.BEFORE_LAST.finditer(tokens.plain, place, end):
        names = lists.list_at(tokens.at(match.end()), limit)
        if names is None:
            continue
        rest = tokens.plain_words(names.stop, limit).strip()
        if not rest or rest[0] in ",;(" or signs.LEADS_ONLY.match(rest):
            return names
    return None
