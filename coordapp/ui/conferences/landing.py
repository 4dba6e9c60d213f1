"""Where a link leads within a conference: to the very conclusion, speech or paper it names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot

from coordapp.domain.kernel.changes import Kind
from coordapp.ui.conclusions.conclusion_cards import ConclusionList
from coordapp.ui.conferences.conference_list import ConferenceList
from coordapp.ui.conferences.conference_tables import ConferenceTable
from coordapp.ui.kit.context import Context
from coordapp.ui.papers.conference_papers import PapersEditor
from coordapp.ui.tables.view import TableView

_PARTS = {
    Kind.AGENDA_ITEM: "agenda",
    Kind.ATTENDANCE: "attendance",
    Kind.SPEECH: "speeches",
}


@dataclass(frozen=True, slots=True)
class LandingParts:
    """What a link may lead to."""

    conferences: ConferenceList
    parts: Sequence[ConferenceTable[Any]]
    conclusions: ConclusionList
    papers: PapersEditor


class ConferenceLanding(QObject):
    """Shows the editor of a part and puts the keys on it."""

    def __init__(
        self,
        context: Context,
        shown: LandingParts,
        show_editor: Callable[[str], None],
        flush: Callable[[], None],
    ) -> None:
        super().__init__(shown.papers)
        self._context = context
        self._shown = shown
        self._tables = dict(zip(_PARTS, (part.table for part in shown.parts), strict=True))
        self._show_editor = show_editor
        self._flush = flush

    @Slot()
    def sign(self) -> None:
        """Go to the papers, and sign there, or hear what is missing."""
        self._flush()
        self._context.bus.deliver()
        self._show_editor("papers")
        self._shown.papers.ask_sign()

    def land(self, kind: Kind | None, record_id: int) -> None:
        """Lead to a part of the conference shown, or to the conference in its list."""
        if kind is Kind.CONCLUSION:
            self._show_editor("conclusions")
            self._shown.conclusions.land(record_id)
        elif kind in _PARTS:
            self._select(_PARTS[kind], self._tables[kind], record_id)
        elif kind is Kind.DOCUMENT:
            self._select("papers", self._shown.papers.table, record_id)
        else:
            self._shown.conferences.lines.setFocus(Qt.FocusReason.OtherFocusReason)

    def _select(self, editor: str, table: TableView[Any], record_id: int) -> None:
        self._show_editor(editor)
        table.select_id(record_id)
        table.setFocus(Qt.FocusReason.OtherFocusReason)
