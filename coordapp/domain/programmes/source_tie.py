"""Where work comes from, as a list that shows it names it."""

from dataclasses import dataclass

from coordapp.domain.kernel.changes import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTie:
    """A place that something comes from, as lists name it, and the record it leads to."""

    kind: Kind
    record_id: int
    words: str
    title: str
    code: str = ""  # where a page is led to by codes
