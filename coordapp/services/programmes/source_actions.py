"""What a conclusion rests on, chosen as a whole: directives, or some of their sections."""

from collections.abc import Iterable
from dataclasses import replace

from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import ConclusionId, ConclusionSourceId
from coordapp.domain.programmes.directive import ConclusionSource, SourcePlace
from coordapp.store import Store
from coordapp.store.file.case_tables import CONCLUSION_SOURCES, DIRECTIVE_SECTIONS, DIRECTIVES
from coordapp.store.file.tables import CONCLUSIONS
from coordapp.store.queries import programme_queries


def set_sources(store: Store, conclusion_id: ConclusionId, places: Iterable[SourcePlace]) -> None:
    """Let a conclusion rest on exactly these places; what it rested on already is not touched.

    Raises RuleViolation: record_gone.
    """
    with store.write(Op.SET_CONCLUSION_SOURCES) as work:
        work.get(CONCLUSIONS, conclusion_id)
        wanted = dict.fromkeys(places)
        for held in programme_queries.sources_of_conclusion(work.connection, conclusion_id):
            if held.place in wanted:
                wanted.pop(held.place)
            else:
                work.drop(CONCLUSION_SOURCES, held.id)
        for place in wanted:
            work.get(DIRECTIVES, place.directive_id)
            if place.section_id is not None:
                work.get(DIRECTIVE_SECTIONS, place.section_id)
            blank = ConclusionSource(
                id=ConclusionSourceId(0),
                conclusion_id=conclusion_id,
                directive_id=place.directive_id,
            )
            work.add(CONCLUSION_SOURCES, replace(blank, directive_section_id=place.section_id))
