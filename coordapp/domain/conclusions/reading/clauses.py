"""What one clause says: a task and whose, a part of the task before, or nothing to be done."""

import re
from dataclasses import dataclass, replace
from enum import Enum

from coordapp.domain.conclusions.reading.actors.actor_reader import Actor, ActorKind
from coordapp.domain.conclusions.reading.actors.name_lists import (
    NameLists,
    Names,
    is_superior,
    unique,
)
from coordapp.domain.conclusions.reading.assigning import Assigning, find_assigning
from coordapp.domain.conclusions.reading.openings import after_time, first_actor
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.acting import acts
from coordapp.domain.conclusions.reading.words.verbs import long_verb_at
from coordapp.domain.conclusions.reading.work_first import find_worker


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
    has_day: bool = False
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
        place = self._after_connection(start, end)
        body = self._tokens.plain_text(place, end)
        if signs.CLOSES.search(body):
            return self._silent(place, end, "closing")
        topic = signs.TOPIC.match(self._tokens.plain, place, end)
        if topic is not None and self._opens_here(topic, end):
            place, body = topic.end(), self._tokens.plain_text(topic.end(), end)
        saying = signs.SAYING.match(self._tokens.plain, place, end)
        if saying is not None and (said := self._said(place, saying.end(), end, setting)):
            return said
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

    def _opens_here(self, topic: re.Match[str], end: int) -> bool:
        """Tell whether what a clause says begins after its topic: a colon, or a decision."""
        if topic[0].rstrip().endswith(":"):
            return True
        rest = self._tokens.plain_text(topic.end(), end)
        return any(
            form.match(rest) for form in (signs.STRONG_DECISION, signs.PRAISES, signs.REFUSES)
        )

    # --- somebody is asked by name

    def _said(self, place: int, after: int, end: int, setting: Setting) -> ClauseReading | None:
        """Read "đồng chí nhấn mạnh, U phải …": what the chair says of somebody assigns."""
        is_named = self._lists.at(self._tokens.at(after))
        if not is_named or find_assigning(self._lists, place, after) is not None:
            return None
        said = self._of_actor(after, end, replace(setting, is_announced=True))
        return None if said is None else replace(said, is_assigned=True)

    def _assigned(self, found: Assigning, place: int, end: int, setting: Setting) -> ClauseReading:
        if found.is_wish:
            # an item of the conclusions is no place for the wishes of others
            is_odd = setting.is_item and setting.is_announced
            return self._doubtful(place, end, None) if is_odd else self._silent(place, end, "wish")
        if found.is_told:
            # "hôm trước đã giao …, nay nhắc lại" asks again
            asks_again = setting.is_item and signs.NOW.search(self._tokens.plain_text(place, end))
            return (
                self._doubtful(place, end, None) if asks_again else self._silent(place, end, "told")
            )
        start = found.start if found.opens else place
        limit = self._tokens.at(end)
        if found.names is None:
            return self._task(start, end, None)
        work = self._tokens.plain_words(found.names.stop, limit)
        if not work.strip(" .,:") and found.opens:
            return self._opens(start, end, found.names.actors)
        is_empty = found.opens and signs.EMPTY_WORK.match(work.strip())
        if is_empty and not setting.has_deadline:
            return self._silent(start, end, "closing")
        leads, joined = self._parties(found.names, limit)
        return replace(self._task(start, end, leads, joined), is_assigned=True)

    def _of_actor(self, place: int, end: int, setting: Setting) -> ClauseReading | None:
        """Read a clause that begins with somebody: U does it."""
        start, first = first_actor(self._lists, place, end, setting.time_end)
        limit = self._tokens.at(end)
        names = self._lists.list_at(first, limit)
        if names is None:
            return None
        if (listed := self._named_after_colon(names, limit)) is not None:
            names = listed
        rest = self._tokens.plain_words(names.stop, limit).strip()
        if rest.startswith(":"):
            leads, joined = self._parties(names, limit)
            return self._task(start, end, leads, joined)
        if not rest:
            return self._opens(start, end, names.actors)
        if setting.follows_task and signs.PARTNER_ONLY.fullmatch(rest):
            return ClauseReading(kind=ClauseKind.JOINS, start=start, end=end, joined=names.actors)
        rest = rest.lstrip(", ")
        if signs.FACT_PREDICATE.match(rest) or self._has_done(names, limit):
            return self._fact(start, end, setting)
        works = bool(
            long_verb_at(self._tokens.words[names.stop : min(limit, names.stop + 4)])
        ) and not signs.STRONG_DECISION.match(rest)
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
        return bool(signs.DONE.match(self._tokens.plain_words(last, limit)))

    def _does(
        self, names: Names, start: int, end: int, limit: int, setting: Setting
    ) -> ClauseReading | None:
        """Judge a clause that says what somebody named does."""
        leads, joined = self._parties(names, limit)
        does = acts(self._tokens.words, names.stop, limit)
        if names.actors[0].kind is ActorKind.AREA and not does:
            return None
        expected = (
            setting.is_item or setting.is_ordered or setting.follows_task or setting.is_listed
        )
        if expected or setting.is_announced:
            if does or setting.is_item or setting.is_listed or setting.has_deadline:
                return self._task(start, end, leads, joined)
            return self._doubtful(start, end, leads)
        if does and (setting.has_day or signs.MUST.search(self._tokens.plain_text(start, end))):
            return self._task(start, end, leads, joined)
        return self._doubtful(start, end, leads)

    def _of_work(self, place: int, end: int, setting: Setting) -> ClauseReading | None:
        """Read a clause that begins with the work and names somebody after it."""
        body = self._tokens.plain_text(place, end)
        if signs.STRONG_DECISION.match(body) or signs.PRAISES.match(body):
            return None
        limit = self._tokens.at(end)
        in_list = setting.is_item or setting.is_listed
        names = find_worker(self._lists, place, end, in_list=in_list)
        if names is None:
            return None
        leads, joined = self._parties(names, limit, since=self._tokens.at(place))
        return self._task(place, end, leads, joined)

    def _labelled(self, place: int, end: int, setting: Setting) -> ClauseReading | None:
        """Read what only fills in the task before, such as "Chủ trì: U"."""
        match = signs.LABELS.match(self._tokens.plain_text(place, end))
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
        body = self._tokens.plain_text(place, end)
        if signs.PRAISES.match(body):
            return self._silent(place, end, "praise")
        if signs.REFUSES.match(body) and not setting.below_units:
            return self._silent(place, end, "refusal")
        later = self._tokens.plain_text(after_time(self._tokens, place, end, setting.time_end), end)
        reports = signs.REPORT_ONLY.match(body) or signs.REPORT_ONLY.match(later)
        if setting.follows_task and not setting.is_listed and reports:
            return ClauseReading(kind=ClauseKind.JOINS, start=place, end=end)
        if signs.DECIDES.match(body) and not setting.below_units:
            if signs.STRONG_DECISION.match(body):
                return self._silent(place, end, "decision")
            if not setting.is_ordered and not setting.leads:
                return self._doubtful(place, end, None)
        start = after_time(self._tokens, place, end, setting.time_end)
        first = self._tokens.at(start)
        limit = self._tokens.at(end)
        if setting.after_decision and not setting.follows_task:
            return self._doubtful(place, end, None)
        if acts(self._tokens.words, first, limit):
            return self._work_alone(place, end, setting)
        return self._thing(place, end, setting)

    def _work_alone(self, place: int, end: int, setting: Setting) -> ClauseReading:
        """Judge a clause that begins with a verb."""
        body = self._tokens.plain_text(place, end)
        if signs.FACT_OPENING.match(body) and not setting.below_units:
            return self._silent(place, end, "fact")
        limit, first = self._tokens.at(end), self._tokens.at(place)
        joined = unique(self._lists.joining(first, limit, ()))
        if setting.leads or setting.below_units or setting.is_ordered or setting.is_listed:
            return self._task(place, end, None, joined)
        is_plain = bool(long_verb_at(self._tokens.words[first : first + 4]))
        is_plain = is_plain or bool(signs.MUST.match(body))
        if (setting.is_item and is_plain) or setting.has_deadline:
            return self._task(place, end, None, joined)
        return self._doubtful(place, end, None)

    def _thing(self, place: int, end: int, setting: Setting) -> ClauseReading:
        """Judge a clause that begins with neither somebody nor a verb."""
        body = self._tokens.plain_text(place, end)
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
        does = then is not None and acts(
            self._tokens.words, self._tokens.at(then.end()), self._tokens.at(end)
        )
        if does and expected and not signs.FACT_OPENING.match(body):
            return self._task(place, end, None)
        if setting.below_units and not is_past:
            first, limit = self._tokens.at(place), self._tokens.at(end)
            return self._task(place, end, None, unique(self._lists.joining(first, limit, ())))
        if (
            must
            and (expected or setting.has_deadline)
            and not signs.PAST.search(body[: must.start()])
        ):
            return self._task(place, end, ())
        if setting.has_deadline and expected and not is_past:
            return self._task(place, end, None if setting.follows_task else ())
        if signs.THANKS.search(body):
            return self._silent(place, end, "praise")
        if is_past or not expected:
            return self._fact(place, end, setting)
        return self._doubtful(place, end, None)

    def _only_fills_in(self, body: str, place: int, setting: Setting) -> bool:
        """Tell whether a clause gives only the time or the quantity of the task before."""
        if signs.is_time_only(body, setting.times, place):
            return True
        return not setting.is_listed and bool(signs.QUANTITY_ONLY.match(body))

    # --- small questions

    def _after_connection(self, start: int, end: int) -> int:
        match = signs.CONNECTS.match(self._tokens.plain, start, end)
        return match.end() if match is not None and match.end() < end else start

    def _parties(
        self, names: Names, limit: int, since: int | None = None
    ) -> tuple[tuple[Actor, ...], tuple[Actor, ...]]:
        """Tell who leads from who coordinates."""
        first = names.first if since is None else since
        joined = names.joined + self._lists.joining(first, limit, names.actors)
        leads = unique(names.actors)
        return leads, unique(joined, leads)

    # --- what comes of it

    def _task(
        self,
        start: int,
        end: int,
        leads: tuple[Actor, ...] | None,
        joined: tuple[Actor, ...] = (),
    ) -> ClauseReading:
        return ClauseReading(kind=ClauseKind.TASK, start=start, end=end, leads=leads, joined=joined)

    def _opens(self, start: int, end: int, leads: tuple[Actor, ...]) -> ClauseReading:
        return ClauseReading(kind=ClauseKind.OPENS, start=start, end=end, leads=leads)

    def _doubtful(self, start: int, end: int, leads: tuple[Actor, ...] | None) -> ClauseReading:
        return ClauseReading(kind=ClauseKind.DOUBTFUL, start=start, end=end, leads=leads)

    def _fact(self, start: int, end: int, setting: Setting) -> ClauseReading:
        """Leave out what tells of the past; one with a day to come may ask something."""
        if setting.has_deadline and setting.is_announced:
            return self._doubtful(start, end, None)
        return self._silent(start, end, "fact")

    def _silent(self, start: int, end: int, reason: str) -> ClauseReading:
        return ClauseReading(kind=ClauseKind.SILENT, start=start, end=end, reason=reason)
