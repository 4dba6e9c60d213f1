"""The programme as its table shows it: each point with its times, and what is at odds."""

from collections.abc import Sequence
from dataclasses import dataclass

from coordapp.domain.conferences.agenda import read_minutes, read_time, timetable
from coordapp.domain.conferences.conference import AgendaItem
from coordapp.domain.kernel.ids import ConferenceId
from coordapp.domain.words.conference_labels import clash_words
from coordapp.store import Reader
from coordapp.store.file.tables import CONFERENCES
from coordapp.store.queries import conference_queries
from coordapp.ui.look.theme import Tone
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaLine(AgendaItem):
    """A point with what follows from the points around it."""

    follows_at: str = ""  # its beginning, where nobody typed one
    ends_at: str = ""
    warning: str = ""


def lines(reader: Reader, owner: ConferenceId) -> list[AgendaLine]:
    """Read the programme of a conference with its timetable."""
    conference = CONFERENCES.find(reader, owner)
    if conference is None:
        return []
    items = conference_queries.agenda(reader, owner)
    return [
        AgendaLine(
            id=item.id,
            conference_id=item.conference_id,
            position=item.position,
            title=item.title,
            start_time=item.start_time,
            presenter=item.presenter,
            minutes=item.minutes,
            follows_at=slot.start,
            ends_at=slot.end,
            warning=clash_words(slot),
        )
        for item, slot in zip(items, timetable(conference, items), strict=True)
    ]


def columns(saver: CellSaver[AgendaItem]) -> Sequence[Column[AgendaItem]]:
    """Make the columns: what is typed, when it ends, and words where times are at odds."""
    return (
        saver.column(
            "start_time", "Giờ", width=66, tip="Để trống thì nối tiếp mục trước", read=read_time
        ),
        saver.column(
            "minutes", "Phút", width=54, tip="Mục này kéo dài bao nhiêu phút", read=read_minutes
        ),
        saver.column("title", "Nội dung", stretch=True),
        saver.person("presenter", "Trình bày", width=112),
        Column(
            key="ends_at",
            title="Thời gian, lưu ý",
            width=138,
            text=_time,
            tone=lambda item: Tone.OVERDUE if _warning(item) else None,
            tooltip=lambda item: _span(item) if _warning(item) else "",
        ),
    )


def _warning(item: AgendaItem) -> str:
    return item.warning if isinstance(item, AgendaLine) else ""


def _time(item: AgendaItem) -> str:
    return _warning(item) or _span(item)


def _span(item: AgendaItem) -> str:
    if not isinstance(item, AgendaLine):
        return ""
    if not item.ends_at:
        return item.follows_at
    return f"{item.follows_at} – {item.ends_at}"
