"""Saying what a conclusion rests on, and going there."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from coordapp.domain.conclusions.conclusion import Conclusion
from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import ConclusionId, DirectiveId, DirectiveSectionId
from coordapp.domain.programmes.directive import SourcePlace
from coordapp.domain.programmes.source_tie import SourceTie
from coordapp.services.programmes import source_actions
from coordapp.store import Reader
from coordapp.store.file.case_tables import DIRECTIVE_SECTIONS
from coordapp.store.file.tables import CONCLUSIONS
from coordapp.store.queries import programme_queries
from coordapp.ui.conclusions.source_dialog import Place, SourceDialog
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.navigation import route_of


class SourceActions(QObject):
    """Answers whoever shows conclusions; `parent` is what the dialog stands above."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent

    @Slot(int)
    def ask(self, conclusion_id: int) -> None:
        """Ask what a conclusion rests on."""
        reader = self._context.store.connection
        conclusion = CONCLUSIONS.find(reader, conclusion_id)
        if conclusion is None:
            return
        chosen = SourceDialog.ask(
            self._parent.window(),
            reader,
            _held(reader, conclusion),
            title=f"Căn cứ của kết luận {conclusion.number}",
        )
        if chosen is not None:
            self.set_sources(ConclusionId(conclusion_id), chosen)

    def set_sources(self, conclusion_id: ConclusionId, chosen: Iterable[Place]) -> None:
        """Let a conclusion rest on these places."""
        store = self._context.store
        places = [_place(store.connection, one) for one in chosen]
        if self._context.run(lambda: source_actions.set_sources(store, conclusion_id, places)):
            self._context.messages.offer_undo(
                f"Đã ghi {len(places)} căn cứ" if places else "Đã bỏ căn cứ"
            )

    @Slot(object)
    def open(self, tie: SourceTie) -> None:
        """Lead to the directive or the section."""
        self._context.navigate(route_of(tie.kind, tie.record_id, tie.code))


def _held(reader: Reader, conclusion: Conclusion) -> list[Place]:
    return [
        (Kind.DIRECTIVE, one.directive_id)
        if one.directive_section_id is None
        else (Kind.DIRECTIVE_SECTION, one.directive_section_id)
        for one in programme_queries.sources_of_conclusion(reader, conclusion.id)
    ]


def _place(reader: Reader, chosen: Place) -> SourcePlace:
    kind, record_id = chosen
    if kind is Kind.DIRECTIVE:
        return SourcePlace(directive_id=DirectiveId(record_id))
    section = DIRECTIVE_SECTIONS.get(reader, record_id)
    return SourcePlace(directive_id=section.directive_id, section_id=DirectiveSectionId(section.id))
