"""What else speaks of a record that goes, or becomes another: inside an action."""

from dataclasses import replace

from coordapp.domain.kernel.ids import ConclusionId, TaskId
from coordapp.store import Work
from coordapp.store.file.case_tables import CONCLUSION_SOURCES, INDICATORS
from coordapp.store.queries import indicator_queries, programme_queries


def free_of_conclusion(
    work: Work, conclusion_id: ConclusionId, heir: ConclusionId | None = None
) -> None:
    """Let indicators and sources of a conclusion speak of its heir; without one of nothing."""
    for indicator in indicator_queries.of_conclusion(work.connection, conclusion_id):
        work.put(INDICATORS, replace(indicator, conclusion_id=heir))
    held = [] if heir is None else programme_queries.sources_of_conclusion(work.connection, heir)
    known = {(one.directive_id, one.directive_section_id) for one in held}
    for source in programme_queries.sources_of_conclusion(work.connection, conclusion_id):
        if heir is None or (source.directive_id, source.directive_section_id) in known:
            work.drop(CONCLUSION_SOURCES, source.id)
        else:
            work.put(CONCLUSION_SOURCES, replace(source, conclusion_id=heir))


def free_of_task(work: Work, task_id: TaskId) -> None:
    """Let no indicator speak of a task."""
    for indicator in indicator_queries.of_task(work.connection, task_id):
        work.put(INDICATORS, replace(indicator, task_id=None))
