"""Actions that take a conference from its plan to its end, and start one from an earlier one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coordapp.domain.committee.person import CommitteeRole, Person, in_office, is_member
from coordapp.domain.conferences.agenda import REVIEW_MINUTES, REVIEW_TITLE, place_of_review
from coordapp.domain.conferences.conference import (
    AgendaItem,
    Attendance,
    AttendanceState,
    Conference,
    ConferenceState,
    ensure_open,
)
from coordapp.domain.conferences.lifecycle import BY_HAND, moved
from coordapp.domain.kernel import codes
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import AgendaItemId, AttendanceId, ConferenceId, PersonId
from coordapp.domain.kernel.text import one_line
from coordapp.store import Store, Work
from coordapp.store.file.tables import AGENDA_ITEMS, ATTENDANCES, CONFERENCES
from coordapp.store.queries import conference_queries, unit_queries


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowingDraft:
    """A conference to be made after the pattern of an earlier one."""

    source_id: ConferenceId
    title: str
    held_on: date | None = None
    start_time: str = ""
    copies_agenda: bool = True
    reviews_conclusions: bool = True  # of the earlier one, as the first point of the programme


def set_state(
    store: Store,
    conference_id: ConferenceId,
    to: ConferenceState,
    *,
    reason: str = "",
    held_on: date | None = None,
) -> None:
    """Take a conference to another state; `held_on` is the new date of one postponed.

    Raises RuleViolation: conference_move_not_allowed, conference_not_ready.
    """
    with store.write(Op.SET_CONFERENCE_STATE) as work:
        conference = work.get(CONFERENCES, conference_id)
        if to not in BY_HAND:
            raise RuleViolation(
                "conference_move_not_allowed", code=conference.code, old=conference.state, new=to
            )
        attending = conference_queries.attendances(work.connection, conference_id)
        work.put(
            CONFERENCES, moved(conference, to, attending, reason=one_line(reason), held_on=held_on)
        )


def take_members(store: Store, conference_id: ConferenceId, today: date) -> int:
    """Invite the members of the committee in office on the day, in the order of protocol.

    Those invited already stay as they are; gives how many are new.
    Raises RuleViolation: conference_signed.
    """
    with store.write(Op.TAKE_MEMBERS) as work:
        conference = work.get(CONFERENCES, conference_id)
        ensure_open(conference)
        added = invite_members(work, conference, conference.held_on or today)
        if added:
            _put_in_protocol_order(work, conference_id)
    return added


def clone(store: Store, draft: FollowingDraft, today: date) -> Conference:
    """Plan a conference like an earlier one: kind, place, chair, programme and participants.

    Who holds no post any more on the day is left out; what was said and concluded stays behind.
    Raises RuleViolation: text_missing.
    """
    if not draft.title.strip():
        raise RuleViolation("text_missing")
    day = draft.held_on or today
    with store.write(Op.CLONE_CONFERENCE) as work:
        source = work.get(CONFERENCES, draft.source_id)
        people = {person.id: person for person in unit_queries.all_persons(work.connection)}
        chair = _holder(people, source.chair_id, day)
        recorder = _holder(people, source.recorder_id, day)
        made = work.add(
            CONFERENCES,
            Conference(
                id=ConferenceId(0),
                code=next_code(work, day),
                kind=source.kind,
                title=one_line(draft.title),
                held_on=draft.held_on,
                start_time=draft.start_time,
                place=source.place,
                chair_id=chair.id if chair else None,
                recorder_id=recorder.id if recorder else None,
                previous_id=source.id if draft.reviews_conclusions else None,
            ),
        )
        _copy_agenda(work, source, made, draft)
        _copy_participants(work, source.id, made.id, people, day)
    return made


def next_code(work: Work, day: date) -> str:
    """Take the next code of the year of a day."""
    return work.next_code(codes.CONFERENCE, day.year)


def with_usual(work: Work, conference: Conference, day: date) -> Conference:
    """Fill in chair, recorder and place where none is given: as last time, else by their roles."""
    reader = work.connection
    people = {person.id: person for person in unit_queries.all_persons(reader)}
    held = [item for item in conference_queries.find(reader) if item.id != conference.id]
    last = max(held, key=lambda item: (item.held_on or date.min, item.code), default=None)
    chair = _holder(people, last.chair_id, day) if last else None
    recorder = _holder(people, last.recorder_id, day) if last else None
    chair = chair or _in_role(people, CommitteeRole.HEAD, day)
    recorder = recorder or _in_role(people, CommitteeRole.SECRETARY, day)
    return replace(
        conference,
        chair_id=conference.chair_id or (chair.id if chair else None),
        recorder_id=conference.recorder_id or (recorder.id if recorder else None),
        place=conference.place or (last.place if last else ""),
    )


def _in_role(people: dict[PersonId, Person], role: CommitteeRole, day: date) -> Person | None:
    held = (one for one in people.values() if one.role is role and in_office(one, day))
    return next(held, None)


def invite_members(work: Work, conference: Conference, day: date) -> int:
    """Add the members in office on a day who are not invited yet; gives how many."""
    there = conference_queries.attendances(work.connection, conference.id)
    invited = {item.person_id for item in there}
    position = max((item.position for item in there), default=0)
    new = [
        person
        for person in unit_queries.all_persons(work.connection)
        if is_member(person) and in_office(person, day) and person.id not in invited
    ]
    for place, person in enumerate(new, start=position + 1):
        work.add(ATTENDANCES, participant(conference.id, person, place))
    return len(new)


def participant(conference_id: ConferenceId, person: Person, position: int) -> Attendance:
    """Make the invitation of a person in their post."""
    return Attendance(
        id=AttendanceId(0),
        conference_id=conference_id,
        position=position,
        name=person.full_name,
        post=person.post,
        person_id=person.id,
        unit_id=person.unit_id,
    )


def _put_in_protocol_order(work: Work, conference_id: ConferenceId) -> None:
    """People of the committee by their order, then the others as they stood."""
    order = {
        person.id: place for place, person in enumerate(unit_queries.all_persons(work.connection))
    }
    there = conference_queries.attendances(work.connection, conference_id)
    known = [item for item in there if item.person_id in order]
    others = [item for item in there if item.person_id not in order]
    known.sort(key=lambda item: order[item.person_id or PersonId(0)])
    for position, item in enumerate((*known, *others), start=1):
        work.put(ATTENDANCES, replace(item, position=position))


def _copy_agenda(work: Work, source: Conference, made: Conference, draft: FollowingDraft) -> None:
    copied = conference_queries.agenda(work.connection, source.id) if draft.copies_agenda else []
    items: list[AgendaItem] = [
        item for item in copied if not (draft.reviews_conclusions and item.title == REVIEW_TITLE)
    ]
    if draft.start_time != source.start_time:
        # other hours: only the order and the lengths still hold
        items = [replace(item, start_time="") for item in items]
    if draft.reviews_conclusions:
        review = AgendaItem(
            id=AgendaItemId(0),
            conference_id=made.id,
            position=0,
            title=REVIEW_TITLE,
            minutes=REVIEW_MINUTES,
        )
        items.insert(place_of_review(items), review)
    for position, item in enumerate(items, start=1):
        fresh = replace(item, id=AgendaItemId(0), conference_id=made.id, position=position)
        work.add(AGENDA_ITEMS, fresh)


def _copy_participants(
    work: Work,
    source_id: ConferenceId,
    made_id: ConferenceId,
    people: dict[PersonId, Person],
    day: date,
) -> None:
    taken: set[PersonId] = set()
    position = 0
    for item in conference_queries.attendances(work.connection, source_id):
        holder = _holder(people, item.person_id, day)
        if item.person_id is not None and (holder is None or holder.id in taken):
            continue
        position += 1
        fresh = replace(
            item, id=AttendanceId(0), conference_id=made_id, position=position,
            state=AttendanceState.INVITED, substitute_name="", substitute_post="", reason="",
        )  # fmt: skip
        if holder is not None:
            taken.add(holder.id)
            fresh = replace(participant(made_id, holder, position), is_guest=item.is_guest)
        work.add(ATTENDANCES, fresh)


def _holder(people: dict[PersonId, Person], person_id: PersonId | None, day: date) -> Person | None:
    """Find a person in the post held on a day: the same line, or a later one of the same name."""
    person = None if person_id is None else people.get(person_id)
    if person is None or in_office(person, day):
        return person
    same: Sequence[Person] = [
        other
        for other in people.values()
        if other.full_name and other.full_name == person.full_name and in_office(other, day)
    ]
    return same[0] if same else None
