"""The drafts of a notice while they are looked through: read, edited, split, merged, ticked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from coordapp.domain.calendar import grammar
from coordapp.domain.calendar.deadline import Deadline, DeadlineContext
from coordapp.domain.conclusions.reading.actors.directory import Addressee
from coordapp.domain.conclusions.reading.actors.named_parties import PartyReader
from coordapp.domain.conclusions.reading.draft import Draft, Party, as_sentence, unread_draft
from coordapp.domain.conclusions.reading.notice import NoticeReader
from coordapp.domain.kernel.text import nfc

_JOINT = " .;,"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntry:
    """One draft as it would be made; `sources` are the places of the text it came of.

    `is_unread` marks a place that was not understood, `is_edited` what a person has changed,
    `is_lost` an edited draft whose place is no longer in the text.
    """

    draft: Draft
    sources: tuple[str, ...]
    is_ticked: bool = True
    is_unread: bool = False
    is_edited: bool = False
    is_lost: bool = False


class NoticeSheet:
    """Reads again as the text changes; what was done by hand is kept through it."""

    def __init__(self, addressees: Sequence[Addressee], context: DeadlineContext) -> None:
        self.context = context
        self.entries: list[SheetEntry] = []
        self._text = ""
        self.know(addressees)

    def know(self, addressees: Sequence[Addressee]) -> None:
        """Read with these units and groups from now on; names typed before are looked up again."""
        self._reader = NoticeReader(addressees)
        self.parties = PartyReader(addressees)
        self.entries = [self._looked_up(one) for one in self.entries]

    def read(self, text: str) -> None:
        """Read a text; entries edited or left out by hand stay so."""
        self._text = nfc(text)
        reading = self._reader.read(self._text, self.context)
        unread = [unread_draft(self._text, *place) for place in reading.unhandled]
        fresh = [_entry(one) for one in reading.drafts] + [
            _entry(one, is_unread=True) for one in unread
        ]
        places = {one.sources[0]: one.draft for one in reversed(fresh)}
        kept = [_moved(one, places) for one in self.entries if one.is_edited]
        taken = {source for one in kept for source in one.sources}
        decided = {one.sources: one.is_ticked for one in self.entries if not one.is_edited}
        untouched = [
            replace(one, is_ticked=decided.get(one.sources, one.is_ticked))
            for one in fresh
            if one.sources[0] not in taken
        ]
        self.entries = sorted((*untouched, *kept), key=lambda one: (one.is_lost, one.draft.start))

    # --- by hand

    def tick(self, row: int, ticked: bool) -> None:
        """Take an entry, or leave it out."""
        self.entries[row] = replace(self.entries[row], is_ticked=ticked)

    def put(self, row: int, draft: Draft) -> None:
        """Keep an entry as a person has changed it."""
        if draft != self.entries[row].draft:
            self.entries[row] = replace(self.entries[row], draft=draft, is_edited=True)

    def due(self, typed: str, before: Deadline) -> Deadline:
        """Read a deadline as typed: words, or short forms as in any field of days."""
        if typed == before.wording:
            return before
        return grammar.read(typed, replace(self.context, typed=True))

    def split(self, row: int, at: int) -> bool:
        """Cut an entry before a letter of its words; False where nothing would be left."""
        one = self.entries[row]
        words = one.draft.words
        halves = as_sentence(words[:at]), as_sentence(words[at:])
        if not all(halves):
            return False
        middle = _place_in(one.draft, _letters(words[:at]))
        first = replace(one.draft, end=middle, quote=one.draft.quote[: middle - one.draft.start])
        second = replace(one.draft, start=middle, quote=one.draft.quote[middle - one.draft.start :])
        self.entries[row : row + 1] = [
            replace(one, draft=self._of_its_own(half, words), is_edited=True)
            for half, words in zip((first, second), halves, strict=True)
        ]
        return True

    def merge(self, row: int) -> bool:
        """Join an entry with the one below it; False for the last."""
        if not 0 <= row < len(self.entries) - 1:
            return False
        above, below = self.entries[row], self.entries[row + 1]
        first, second = above.draft, below.draft
        leads = _unique((*first.leads, *second.leads))
        draft = replace(
            first,
            end=max(first.end, second.end),
            quote=self._text[first.start : max(first.end, second.end)],
            words=as_sentence(f"{first.words.rstrip(_JOINT)}; {second.words}"),
            leads=leads,
            coordinating=_unique((*first.coordinating, *second.coordinating), without=leads),
            deadline=self._both(first.deadline, second.deadline),
            report=first.report or second.report,
        )
        self.entries[row : row + 2] = [
            replace(
                above,
                draft=draft,
                sources=tuple(dict.fromkeys((*above.sources, *below.sources))),
                is_ticked=above.is_ticked or below.is_ticked,
                is_unread=above.is_unread and below.is_unread,
                is_edited=True,
            )
        ]
        return True

    def name(self, label: str, party: Party) -> None:
        """Say who a name stands for, in every entry."""

        def named(one: Draft) -> Draft:
            return _with_parties(one, lambda held: party if held.label == label else held)

        for row, one in enumerate(self.entries):
            self.put(row, named(one.draft))

    def chosen(self) -> tuple[Draft, ...]:
        """Give the drafts that are ticked."""
        return tuple(one.draft for one in self.entries if one.is_ticked)

    def _of_its_own(self, half: Draft, words: str) -> Draft:
        """Give a half of a split draft what its own words say; what they leave out it keeps."""
        reading = self._reader.read_conclusion(words, self.context)
        found = grammar.chosen(grammar.find(words, self.context))
        own = reading.drafts[0] if len(reading.drafts) == 1 else None
        if own is not None and own.lead_ids:
            half = replace(half, leads=own.leads, coordinating=own.coordinating)
        return replace(
            half, words=words, deadline=half.deadline if found is None else found.deadline
        )

    def _both(self, first: Deadline, second: Deadline) -> Deadline:
        if not (first and second) or first.wording == second.wording:
            return first or second
        return grammar.read(f"{first.wording}; {second.wording}", self.context)

    def _looked_up(self, one: SheetEntry) -> SheetEntry:
        def found(party: Party) -> Party:
            if party.unit_ids:
                return party
            known = self.parties.read(party.label)
            return known[0] if len(known) == 1 else party

        return replace(one, draft=_with_parties(one.draft, found))


def _entry(draft: Draft, *, is_unread: bool = False) -> SheetEntry:
    shown = replace(draft, words=as_sentence(draft.words) or draft.words)
    return SheetEntry(
        draft=shown, sources=(draft.quote,), is_ticked=not is_unread, is_unread=is_unread
    )


def _moved(one: SheetEntry, places: dict[str, Draft]) -> SheetEntry:
    """Find the place of an edited entry again; one whose place is gone stays, without one."""
    found = [places[source] for source in one.sources if source in places]
    if len(found) < len(one.sources):
        return replace(one, is_lost=True, draft=replace(one.draft, start=0, end=0))
    whole = found[0].quote
    at = whole.find(one.draft.quote) if len(found) == 1 else -1
    start = found[0].start + max(at, 0)
    end = start + len(one.draft.quote) if at >= 0 else found[-1].end
    return replace(one, is_lost=False, draft=replace(one.draft, start=start, end=end))


def _letters(words: str) -> int:
    return sum(letter.isalnum() for letter in words)


def _place_in(draft: Draft, letters: int) -> int:
    """Find the place in the text after so many letters of a quote."""
    for place, letter in enumerate(draft.quote):
        if letters <= 0 and letter.isalnum():
            return draft.start + place
        letters -= letter.isalnum()
    return draft.end


def _with_parties(draft: Draft, change: Callable[[Party], Party]) -> Draft:
    leads = _unique(map(change, draft.leads))
    joined = _unique(map(change, draft.coordinating), without=leads)
    return replace(draft, leads=leads, coordinating=joined)


def _unique(parties: Iterable[Party], without: Sequence[Party] = ()) -> tuple[Party, ...]:
    gone = {one.label for one in without}
    return tuple({one.label: one for one in parties if one.label not in gone}.values())
