"""What differs between two versions of a review report: figures, and lines of typed words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from coordapp.domain.figures.summary_figures import SourcedFigure
from coordapp.domain.summaries.summary import Summary, SummaryFigure
from coordapp.domain.words.summary_labels import SUMMARY_PART

_NONE = "không có"


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryChange:
    """One difference; empty where one of the versions has nothing there."""

    name: str
    before: str
    after: str

    @property
    def sentence(self) -> str:
        """Say it on one line."""
        return f"{self.name}: {self.before or _NONE} → {self.after or _NONE}"


def figure_changes(
    before: Iterable[SummaryFigure], after: Iterable[SummaryFigure | SourcedFigure]
) -> list[SummaryChange]:
    """Give the figures that differ, in the order of the later version; those gone come last."""
    old = {one.key: one for one in before}
    new = {one.key: one for one in after}
    found = [
        SummaryChange(name=one.name, before=old[key].value if key in old else "", after=one.value)
        for key, one in new.items()
        if key not in old or old[key].value != one.value
    ]
    gone = (one for key, one in old.items() if key not in new)
    return [*found, *(SummaryChange(name=one.name, before=one.value, after="") for one in gone)]


def text_changes(before: Summary, after: Summary) -> list[SummaryChange]:
    """Give the lines of typed words that differ, part by part."""
    old = dict(before.texts)
    found = list(_lines("Trích yếu", before.subject, after.subject))
    for part, text in after.texts:
        found += _lines(SUMMARY_PART[part], old[part], text)
    return found


def _lines(name: str, before: str, after: str) -> Iterator[SummaryChange]:
    old, new = before.strip().splitlines(), after.strip().splitlines()
    matched = SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes()
    for what, first, last, start, end in matched:
        if what != "equal":
            yield SummaryChange(
                name=name, before=" ".join(old[first:last]), after=" ".join(new[start:end])
            )
