"""Papers from above that give work: their sections, and how far each is."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.kernel.ids import (
    ConclusionId,
    ConclusionSourceId,
    DirectiveId,
    DirectiveSectionId,
)

DEEPEST = 3


class DirectiveKind(Enum):
    """Kinds of paper that come down to a committee."""

    RESOLUTION = "resolution"
    INSTRUCTION = "instruction"
    CONCLUSION = "conclusion"
    DECISION = "decision"
    PLAN = "plan"
    PROGRAMME = "programme"
    GUIDANCE = "guidance"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive:
    """A paper from above: `number` is number and symbol as printed."""

    id: DirectiveId
    code: str
    number: str
    kind: DirectiveKind = DirectiveKind.RESOLUTION
    issuer: str = ""
    signed_on: date | None = None
    subject: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectiveSection:
    """A numbered part of a directive, in reading order; tasks and conclusions point at it."""

    id: DirectiveSectionId
    directive_id: DirectiveId
    position: int
    level: int = 1
    number: str = ""
    title: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePlace:
    """Where work comes from: a directive as a whole, or one of its sections."""

    directive_id: DirectiveId
    section_id: DirectiveSectionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionSource:
    """What a conclusion rests on: a directive, or one section of it."""

    id: ConclusionSourceId
    conclusion_id: ConclusionId
    directive_id: DirectiveId
    directive_section_id: DirectiveSectionId | None = None

    @property
    def place(self) -> SourcePlace:
        """The directive or the section."""
        return SourcePlace(directive_id=self.directive_id, section_id=self.directive_section_id)


def ensure_directive(directive: Directive) -> None:
    """Refuse a paper nobody could find. Raises RuleViolation: directive_number_missing, subject_missing."""
    if not directive.number.strip():
        raise RuleViolation("directive_number_missing")
    if not directive.subject.strip():
        raise RuleViolation("subject_missing", number=directive.number)


def ensure_section(section: DirectiveSection) -> None:
    """Refuse a section without words. Raises RuleViolation: section_title_missing, section_level."""
    if not section.title.strip():
        raise RuleViolation("section_title_missing")
    if not 1 <= section.level <= DEEPEST:
        raise RuleViolation("section_level", level=section.level, deepest=DEEPEST)


def section_number(section: DirectiveSection) -> str:
    """Give the number of a section as it is spoken of, without the mark that ends it."""
    return section.number.rstrip(".) ")
