"""What one clause says: a task and whose, a part of the task before, or nothing to be done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from coordapp.domain.conclusions.reading import signs
from coordapp.domain.conclusions.reading.actors import Actor, ActorKind
from coordapp.domain.conclusions.reading.assigning import Assigning, find_assigning
from coordapp.domain.conclusions.reading.naming import NameLists, Names, is_superior, unique
from coordapp.domain.conclusions.reading.tokens import Tokens
from coordapp.domain.conclusions.reading.verbs import leaning_at, long_verb_at, verb_at


class ClauseKind(Enum):
    """What is to be done with a clause."""

    TASK = "task"
    JOINS = "joins"  # belongs to the task before
    OPENS = "opens"  # names those whose tasks follow
    SILENT = "silent"  # asks nothing
    DOUBTFUL = "doubtful"  # may ask something


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of a clause before it is read.

    `leads` are those that a heading or the clause before names; `below_units` when a heading
    names them; `is_ordered` when a heading or an introduction says that work follows.
    """

    leads: tuple[Actor, ...] = ()
    below_units: bool = False
    is_ordered: bool = False
    is_item: bool = False
    is_listed: bool = False
    follows_task: bool = False
    is_announced: bool = False
    time_end: int | None = None  # where a leading deadline ends, in the line
    has_deadline: bool = False
    after_decision: bool = False
    times: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseReading:
    """What a clause says; `leads` None: nobody is named, those of before go on."""

    kind: ClauseKind
    start: int
    end: int
    leads: tuple[Actor, ...] | None = None
    joined: tuple[Actor, ...] = ()
    is_assigned: bool = False
    reason: str = ""




class ClauseReader:
    """Reads the clauses of one line."""

    def __init__(self, lists: NameLists) -> None:
        self._lists = lists
        self._tokens = lists.tokens

    def read(self, start: int, end: int, setting: Setting) -> ClauseReading:
        """Say what a clause asks, and of whom."""
        place = self._after(signs.CONNECTS, start, end)
        body = self._plain(place, end)
        if signs.CLOSES.search(body):
            return self._silent(place, end, "closing")
        topic = signs.TOPIC.match(self._tokens.plain, place, end)
        if topic is not None and topic[0].rstrip().endswith(":"):
            place, body = topic.end(), self._plain(topic.end(), end)
        saying = signs.SAYING.match(self._tokens.plain, place, end)
        if saying is not None and self._lists.at(self._tokens.at(saying.end())):
            if find_assigning(self._lists, place, saying.end()) is None:
                said = self._of_actor(saying.end(), end, replace(setting, is_announced=True))
                if said is not None:
                    return replace(said, is_assigned=True)
        if setting.follows_task and self._only_fills_in(body, place, setting):
            return ClauseReading(kind=ClauseKind.JOINS, start=place, end=end)
        assigning = find_assigning(self._lists, place, end, below_units=setting.below_units)
        if assigning is not None:
            return self._assigned(assigning, place, end, setting)
        reading = (
            self._labelled(place, end, setting)
            or self._of_actor(place, end, setting)
            or self._of_work(place, end, setting)
        )
        if reading is not None:
            return reading
        return self._without_actor(place, end, setting)

    # --- somebody is asked by name

    def _assigned(
        self, found: Assigning, place: int, end: int, setting: Setting
    ) -> ClauseReading:
        if found.is_wish:
            # an item of the conclusions is no place for the wishes of others
            is_odd = setting.is_item and setting.is_announced
            return self._doubtful(place, end, None) if is_odd else self._silent(place, end, "wish")
        if found.is_told:
            return self._silent(place, end, "told")
        start = found.start if found.opens else place
        limit = self._tokens.at(end)
        if found.names is None:
            return self._task(start, end, setting, None)
        work = self._plain_of(found.names.stop, limit)
        if not work.strip(" .,:") :
            kind = ClauseKind.OPENS if found.opens else ClauseKind.DOUBTFUL
            return ClauseReading(kind=kind, start=start, end=end, leads=found.names.actors)
        is_empty = found.opens and signs.EMPTY_WORK.match(work.strip())
        if is_empty and not setting.has_deadline:
            return self._silent(start, end, "closing")
        leads, joined = self._parties(found.names, limit)
        return replace(self._task(start, end, setting, leads, joined), is_assigned=True)

    def _of_actor(self, place: int, end: int, setting: Setting) -> ClauseReading | None:
        """Read a clause that begins with somebody: U does it."""
        start, first = self._first_actor(place, end, setting)
        limit = self._tokens.at(end)
        names = self._lists.list_at(first, limit)
        if names is None:
            return None
        if (listed := self._named_after_colon(names, limit)) is not None:
            names = listed
        rest = self._plain_of(names.stop, limit).strip()
        if rest.startswith(":"):
            leads, joined = self._parties(names, limit)
            return self._task(start, end, setting, leads, joined)
        if not rest:
            return ClauseReading(kind=ClauseKind.OPENS, start=start, end=end, leads=names.actors)
        if setting.follows_task and signs.PARTNER_ONLY.fullmatch(rest):
            return ClauseReading(kind=ClauseKind.JOINS, start=start, end=end, joined=names.actors)
        rest = rest.lstrip(", ")
        if signs.FACT_PREDICATE.match(rest) or self._has_done(names, limit):
            return self._silent(start, end, "fact")
        works = self._is_plain_work(names.stop, limit) and not signs.STRONG_DECISION.match(rest)
        if is_superior(self._lists, names.actors[-1]) and not works:
            return self._silent(start, end, "superior")
        if signs.DECIDES.match(rest) and signs.STRONG_DECISION.match(rest) and not setting.is_item:
            return self._silent(start, end, "decision")
        return self._does(names, start, end, limit, setting)

    def _named_after_colon(self, names: Names, limit: int) -> Names | None:
        """Read "Các đơn vị: A, B, C có trách nhiệm …": those after the colon are meant."""
        words = self._tokens.words
        if names.stop + 1 >= limit or words[names.stop] != ":":
            return None
        if any(actor.unit_ids for actor in names.actors):
            return None
        listed = self._lists.list_at(names.stop + 1, limit)
        is_list = listed is not None and (len(listed.actors) > 1 or listed.stop < limit)
        return listed if is_list else None

    def _has_done(self, names: Names, limit: int) -> bool:
        """Tell whether "đã" stands after those who lead and coordinate."""
        last = max(
            (actor.stop for actor in self._lists.joining(names.first, limit, names.actors)),
            default=names.stop,
        )
        return bool(signs.DONE.match(self._plain_of(last, limit)))

    def _does(
        self, names: Names, start: int, end: int, limit: int, setting: Setting
    ) -> ClauseReading | None:
        """Judge a clause that says what somebody named does."""
        leads, joined = self._parties(names, limit)
        acts = self._acts(names.stop, limit)
        if names.actors[0].kind is ActorKind.AREA and not acts:
            return None
        expected = setting.is_item or setting.is_ordered or setting.follows_task or setting.is_listed
        if expected or setting.is_announced:
            if acts or setting.is_item or setting.is_listed or setting.has_deadline:
                return self._task(start, end, setting, leads, joined)
            return self._doubtful(start, end, leads)
        if acts and (setting.has_deadline or signs.MUST.search(self._plain(start, end))):
            return self._task(start, end, setting, leads, joined)
        return self._doubtful(start, end, leads)

    def _of_work(self, place: int, end: int, setting: Setting) -> ClauseReading | None:
        """Read a clause that begins with the work: … do U chủ trì; … thuộc về U; … (U; ngày)."""
        body = self._plain(place, end)
        if signs.STRONG_DECISION.match(body) or signs.PRAISES.match(body):
            return None
        limit = self._tokens.at(end)
        finders = [self._by_do, self._by_belonging, self._by_bracket]
        if setting.is_item or setting.is_listed:
            finders.append(self._by_end)
        for finder in finders:
            names = finder(place, end)
            if names is not None:
                leads, joined = self._parties(names, limit, since=self._tokens.at(place))
                return self._task(place, end, setting, leads, joined)
        return None

    def _labelled(self, place: int, end: int, setting: Setting) -> ClauseReading | None:
        """Read what only fills in the task before: Chủ trì: U; Thời gian: …"""
        match = signs.LABELS.match(self._plain(place, end))
        if match is None or not setting.follows_task:
            return None
        limit = self._tokens.at(end)
        names = self._lists.list_at(self._tokens.at(place + match.end()), limit)
        if match["due"]:
            return ClauseReading(kind=ClauseKind.JOINS, start=place, end=end)
        if names is None:
            return None
        if match["joining"]:
            return ClauseReading(
                kind=ClauseKind.JOINS, start=place, end=end, joined=names.actors + names.joined
            )
        return ClauseReading(
            kind=ClauseKind.JOINS, start=place, end=end, leads=names.actors, joined=names.joined
        )

    # --- nobody is named

    def _without_actor(self, place: int, end: int, setting: Setting) -> ClauseReading:
        body = self._plain(place, end)
        if signs.PRAISES.match(body):
            return self._silent(place, end, "praise")
        if signs.REFUSES.match(body) and not setting.below_units:
            return self._silent(place, end, "refusal")
        later = self._plain(self._after_time(place, end, setting), end)
        reports = signs.REPORT_ONLY.match(body) or signs.REPORT_ONLY.match(later)
        if setting.follows_task and not setting.is_listed and reports:
            return ClauseReading(kind=ClauseKind.JOINS, start=place, end=end)
        if signs.DECIDES.match(body) and not setting.below_units:
            if signs.STRONG_DECISION.match(body):
                return self._silent(place, end, "decision")
            if not setting.is_ordered and not setting.leads:
                return self._doubtful(place, end, None)
        start = self._after_time(place, end, setting)
        first = self._tokens.at(start)
        limit = self._tokens.at(end)
        if setting.after_decision and not setting.follows_task:
            return self._doubtful(place, end, None)
        if self._acts(first, limit):
            return self._work_alone(place, end, setting)
        return self._thing(place, end, setting)

    def _work_alone(self, place: int, end: int, setting: Setting) -> ClauseReading:
        """Judge a clause that begins with a verb."""
        body = self._plain(place, end)
        if signs.FACT_OPENING.match(body) and not setting.below_units:
            return self._silent(place, end, "fact")
        limit, first = self._tokens.at(end), self._tokens.at(place)
        joined = unique(self._lists.joining(first, limit, ()))
        if setting.leads or setting.below_units or setting.is_ordered or setting.is_listed:
            return self._task(place, end, setting, None, joined)
        is_plain = bool(long_verb_at(self._tokens.words[first : first + 4]))
        is_plain = is_plain or bool(signs.MUST.match(body))
        if (setting.is_item and is_plain) or setting.has_deadline:
            return self._task(place, end, setting, None, joined)
        return self._doubtful(place, end, None)

    def _thing(self, place: int, end: int, setting: Setting) -> ClauseReading:
        """Judge a clause that begins with neither somebody nor a verb."""
        body = self._plain(place, end)
        if signs.WISHES.search(body[:60]) or signs.OPINION.match(body):
            return self._silent(place, end, "wish")
        expected = (
            setting.is_item
            or setting.is_listed
            or setting.is_ordered
            or setting.follows_task
            or setting.is_announced
        )
        is_past = bool(signs.FACT_OPENING.match(body) or signs.PAST.search(body))
        must = signs.MUST.search(body)
        then = signs.THEN_TOPIC.match(self._tokens.plain, place, end)
        acts = then is not None and self._acts(self._tokens.at(then.end()), self._tokens.at(end))
        if acts and expected and not signs.FACT_OPENING.match(body):
            return self._task(place, end, setting, None)
        if setting.below_units and not is_past:
            return self._task(place, end, setting, None)
        if must and (expected or setting.has_deadline) and not signs.PAST.search(body[: must.start()]):
            return self._task(place, end, setting, ())
        if setting.has_deadline and expected and not is_past:
            return self._task(place, end, setting, None if setting.follows_task else ())
        if signs.THANKS.search(body):
            return self._silent(place, end, "praise")
        if is_past or not expected:
            return self._silent(place, end, "fact")
        return self._doubtful(place, end, None)

    def _only_fills_in(self, body: str, place: int, setting: Setting) -> bool:
        """Tell whether a clause gives only the time or the quantity of the task before."""
        if signs.is_time_only(body, setting.times, place):
            return True
        return not setting.is_listed and bool(signs.QUANTITY_ONLY.match(body))

    # --- finders

    def _first_actor(self, place: int, end: int, setting: Setting) -> tuple[int, int]:
        """Give where the quote begins and the word with which the clause names somebody."""
        start = place
        topic = signs.TOPIC.match(self._tokens.plain, place, end)
        if topic is not None and self._lists.at(self._tokens.at(topic.end())):
            start = place = topic.end()
        then = signs.THEN_TOPIC.match(self._tokens.plain, place, end)
        if then is not None and self._lists.at(self._tokens.at(then.end())):
            return start, self._tokens.at(then.end())
        basis = signs.BASIS.match(self._tokens.plain, place, end)
        if basis is not None and self._lists.at(self._tokens.at(basis.end())):
            is_condition = signs.CONDITION.match(self._tokens.plain, place, end)
            start = place if is_condition else basis.end()
            return start, self._tokens.at(basis.end())
        return start, self._tokens.at(self._after_time(place, end, setting))

    def _after_time(self, place: int, end: int, setting: Setting) -> int:
        """Pass over a deadline or another time with which a clause begins."""
        stop = place
        if setting.time_end is not None and place < setting.time_end < end:
            stop = setting.time_end
        else:
            match = signs.TIME_OPENING.match(self._tokens.plain, place, end)
            stop = match.end() if match else place
        while stop < end and self._tokens.plain[stop] in " ,:)":
            stop += 1
        return stop

    def _by_do(self, place: int, end: int) -> Names | None:
        limit = self._tokens.at(end)
        for first in range(self._tokens.at(place), limit):
            if self._tokens.words[first] in ("do", "giao", "cho") and first + 1 < limit:
                names = self._lists.list_at(first + 1, limit)
                if names is None:
                    continue
                rest = self._plain_of(names.stop, limit).lstrip(" ,")
                if self._tokens.words[first] == "do":
                    if signs.DONE_BY.match(rest) or not self._acts(names.stop, limit):
                        continue
                    return names
                before = self._plain_of(self._tokens.at(place), first + 1)
                if signs.HANDED.search(before):
                    return names
        return None

    def _by_belonging(self, place: int, end: int) -> Names | None:
        body = self._plain(place, end)
        match = signs.BELONGS.search(body)
        if match is None:
            return None
        return self._lists.list_at(self._tokens.at(place + match.end()), self._tokens.at(end))

    def _by_bracket(self, place: int, end: int) -> Names | None:
        """Read (U chủ trì, V phối hợp; date) at the end of a clause."""
        body = self._plain(place, end)
        match = signs.LAST_BRACKET.search(body)
        if match is None:
            return None
        return self._lists.list_at(self._tokens.at(place + match.end("open")), self._tokens.at(end))

    def _by_end(self, place: int, end: int) -> Names | None:
        """Read "work - U" and "work: U, date", as lists in a hurry are written."""
        limit = self._tokens.at(end)
        for match in signs.BEFORE_LAST.finditer(self._tokens.plain, place, end):
            names = self._lists.list_at(self._tokens.at(match.end()), limit)
            if names is None:
                continue
            rest = self._plain_of(names.stop, limit).strip()
            if not rest or rest[0] in ",;(" or signs.LEADS_ONLY.match(rest):
                return names
        return None

    # --- small questions

    def _parties(
        self, names: Names, limit: int, since: int | None = None
    ) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """Tell who leads from who coordinates."""
        first = names.first if since is None else since
        joined = names.joined + self._lists.joining(first, limit, names.actors)
        leads = unique(names.actors)
        return leads, unique(joined, leads)

    def _acts(self, first: int, limit: int) -> bool:
        """Tell whether a verb begins at a word, after the words that lean on one."""
        words = self._tokens.words
        place = first
        if place < limit and words[place] in ("không", "đừng", "chớ") and place + 1 < limit:
            return words[place + 1] not in ("cần", "phải", "có")
        while place < limit and (words[place] == "," or leaning_at(words[place : place + 4])):
            if verb_at(words[place : place + 4]) >= max(1, leaning_at(words[place : place + 4])):
                return True
            place += max(1, leaning_at(words[place : place + 4]))
            if place - first > _MOST_LEANING:
                return False
        if place > first and place >= limit:
            return False
        return bool(place < limit and verb_at(words[place : place + 4]))

    def _is_plain_work(self, first: int, limit: int) -> bool:
        return bool(long_verb_at(self._tokens.words[first : min(limit, first + 4)]))

    def _plain(self, start: int, end: int) -> str:
        return self._tokens.plain[start:end].replace("\t", " ")

    def _plain_of(self, first: int, limit: int) -> str:
        if first >= limit:
            return ""
        return self._plain(self._tokens.items[first].start, self._tokens.items[limit - 1].end)

    def _after(self, pattern: re.Pattern[str], start: int, end: int) -> int:
        match = pattern.match(self._tokens.plain, start, end)
        return match.end() if match is not None and match.end() < end else start

    # --- what comes of it

    def _task(
        self,
        start: int,
        end: int,
        setting: Setting,
        leads: tuple[Actor, ...] | None,
        joined: tuple[Actor, ...] = (),
    ) -> ClauseReading:
        return ClauseReading(
            kind=ClauseKind.TASK, start=start, end=end, leads=leads, joined=joined
        )

    def _doubtful(
        self, start: int, end: int, leads: tuple[Actor, ...] | None
    ) -> ClauseReading:
        return ClauseReading(kind=ClauseKind.DOUBTFUL, start=start, end=end, leads=leads)

    def _silent(self, start: int, end: int, reason: str) -> ClauseReading:
        return ClauseReading(kind=ClauseKind.SILENT, start=start, end=end, reason=reason)


_MOST_LEANING = 12
