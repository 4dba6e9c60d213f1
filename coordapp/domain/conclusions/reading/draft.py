"""What the text of a notice gives: drafts of tasks, and places that were not read."""

from dataclasses import dataclass

from coordapp.domain.calendar.deadline import NO_DEADLINE, Deadline
from coordapp.domain.kernel.ids import UnitId
from coordapp.domain.kernel.text import closed_sentence


@dataclass(frozen=True, slots=True)
class Party:
    """A unit, a group or a body as a draft names it; `unit_ids` is empty outside the register."""

    label: str
    unit_ids: tuple[UnitId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One task as it was read; `start` and `end` say where it stands in the composed text.

    `words` is the quote on one line, without page numbers. `report` is the deadline of a report
    where it differs from that of the work.
    """

    start: int
    end: int
    quote: str
    words: str
    leads: tuple[Party, ...] = ()
    coordinating: tuple[Party, ...] = ()
    deadline: Deadline = NO_DEADLINE
    report: Deadline = NO_DEADLINE

    @property
    def lead_ids(self) -> tuple[UnitId, ...]:
        """Give the units of the register that lead, members of groups too."""
        return _ids(self.leads)

    @property
    def coordinating_ids(self) -> tuple[UnitId, ...]:
        """Give the units of the register that coordinate; who leads does not."""
        leads = set(self.lead_ids)
        return tuple(unit for unit in _ids(self.coordinating) if unit not in leads)


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeReading:
    """What a text gives: drafts, and the places that may ask something but were not read."""

    drafts: tuple[Draft, ...] = ()
    unhandled: tuple[tuple[int, int], ...] = ()


def unread_draft(text: str, start: int, end: int) -> Draft:
    """Offer a place that was not understood as a draft of nobody."""
    quote = text[start:end]
    return Draft(start=start, end=end, quote=quote, words=" ".join(quote.split()))


def as_sentence(words: str) -> str:
    """Write the words of a draft as a sentence of the record: a capital first, a mark last."""
    return closed_sentence(" ".join(words.split()))


def _ids(parties: tuple[Party, ...]) -> tuple[UnitId, ...]:
    return tuple(dict.fromkeys(unit for party in parties for unit in party.unit_ids))
