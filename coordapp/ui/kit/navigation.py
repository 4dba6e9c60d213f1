"""Where a person can be led: each route says which page it opens and what that page is to show."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from PySide6.QtCore import QObject, Signal

from coordapp.domain.documents.papers import Paper
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import UnitId


class PageKey(StrEnum):
    """The pages of the window, by the names their shapes are kept under."""

    TODAY = "today"
    TASKS = "tasks"
    CONFERENCES = "conferences"
    CONCLUSIONS = "conclusions"
    PROGRAMMES = "programmes"
    INDICATORS = "indicators"
    PRACTICES = "practices"
    TEMPLATES = "templates"
    UNITS = "units"
    REPORTS = "reports"
    HISTORY = "history"


class TaskChip(StrEnum):
    """The chips above the register: which rows a person may want to see."""

    ALL = "all"
    OVERDUE = "overdue"
    TODAY = "today"
    SOON = "soon"
    WAITING = "waiting"
    OPEN = "open"
    DONE = "done"
    NONE = "none"
    DRAFT = "draft"
    GATHERING = "gathering"


# what several routes say: a class of its own costs a start a thousandth, a name of it nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToPage:
    """Say nothing but the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToRecord:
    """Say which record of a page."""

    record_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToRecordOfKind:
    """Say which record of a page that shows records of several kinds."""

    kind: Kind
    record_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPage:
    """Lead to a page as it was left."""

    page: PageKey


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTask:
    """Lead to one task in the register, whatever it was filtered by."""

    page: ClassVar[PageKey] = PageKey.TASKS
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTasks:
    """Lead to the rows of the register under a chip, and to no other filter."""

    page: ClassVar[PageKey] = PageKey.TASKS
    chip: TaskChip
    unit_id: UnitId | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowTasks:
    """Lead to exactly these tasks, selected in the register."""

    page: ClassVar[PageKey] = PageKey.TASKS
    ids: frozenset[int]


class NewTask(_ToPage):
    """Lead to the register and ask there for a new task."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.TASKS


class NewTasksFromTemplate(_ToPage):
    """Lead to the register and ask there which template to make tasks of."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.TASKS


class ExportRegister(_ToPage):
    """Lead to the register and ask where to write it in the office's form."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.TASKS


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenConference:
    """Lead to a conference, and there to one of its parts: a conclusion, a speech, …."""

    page: ClassVar[PageKey] = PageKey.CONFERENCES
    code: str
    kind: Kind | None = None
    record_id: int = 0


class NewConference(_ToPage):
    """Lead to the conferences and start a new one."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.CONFERENCES


class AskForFile(_ToPage):
    """Ask for a table of others to bring in; what comes of it stands in the register."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.TASKS


class OpenSample(_ToPage):
    """Open the sample in a window of its own; the page that is seen stays."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.TODAY


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPaper:
    """Lead to a paper of the conference that is chosen, ready to be checked and printed."""

    page: ClassVar[PageKey] = PageKey.CONFERENCES
    paper: Paper


class OpenTemplate(_ToRecordOfKind):
    """Lead to a template, or to an item within it."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.TEMPLATES


class OpenMember(_ToRecordOfKind):
    """Lead to a unit or a person of the committee."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.UNITS


class OpenProgramme(_ToRecordOfKind):
    """Lead to a directive or a programme, or to a section or an item within it."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.PROGRAMMES


class OpenIndicator(_ToRecord):
    """Lead to an indicator."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.INDICATORS


class OpenPractice(_ToRecordOfKind):
    """Lead to a model, the numbers told of models, a movement or a report due."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.PRACTICES


class OpenSummary(_ToRecord):
    """Lead to a version of a review report."""

    __slots__ = ()
    page: ClassVar[PageKey] = PageKey.REPORTS


Route = (
    OpenPage
    | OpenTask
    | OpenTasks
    | ShowTasks
    | NewTask
    | NewTasksFromTemplate
    | ExportRegister
    | OpenConference
    | NewConference
    | AskForFile
    | OpenSample
    | OpenPaper
    | OpenTemplate
    | OpenMember
    | OpenProgramme
    | OpenIndicator
    | OpenPractice
    | OpenSummary
)


def route_of(kind: Kind, record_id: int, code: str) -> Route:
    """Lead to a record that another one is tied to; `code` where its page goes by codes."""
    match kind:
        case Kind.TASK:
            return OpenTask(code=code)
        case Kind.CONCLUSION | Kind.CONFERENCE:
            return OpenConference(code=code)
        case Kind.INDICATOR:
            return OpenIndicator(record_id=record_id)
        case _:
            return OpenProgramme(kind=kind, record_id=record_id)


class Navigator(QObject):
    """Called with a route; the window opens its page, which follows it."""

    requested = Signal(object)

    def __call__(self, route: Route) -> None:
        """Ask to be led somewhere."""
        self.requested.emit(route)
