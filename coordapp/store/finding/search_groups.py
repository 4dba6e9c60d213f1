"""What the one search box shows: hits by kind, tasks and conclusions first, each kind counted.

Tasks and conclusions are those that the filters of their lists keep.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from coordapp.domain.kernel.changes import Kind
from coordapp.store.file import search
from coordapp.store.file.opening import Reader
from coordapp.store.finding.search_hits import RANK, SearchHit, hit_of
from coordapp.store.queries import conclusion_queries, task_queries

# found with the task they belong to
_OF_TASKS = frozenset((Kind.PROGRESS_REPORT, Kind.EXTENSION, Kind.COORDINATION))


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchGroup:
    """The first hits of a kind, and how many there are."""

    kind: Kind
    count: int
    hits: tuple[SearchHit, ...]


def groups(connection: Reader, typed: str, *, of_each: int = 5) -> list[SearchGroup]:
    """Find by words; of each kind its own words in exact tones come first, then the newest."""
    found: dict[Kind, Iterable[int]] = dict(search.ids_by_kind(connection, typed))
    if not found:
        return []
    found[Kind.TASK] = task_queries.ids_by_text(connection, typed)
    found[Kind.CONCLUSION] = conclusion_queries.ids_by_text(connection, typed)
    shown = [kind for kind in RANK if kind not in _OF_TASKS and found.get(kind)]
    made = (_group(connection, typed, kind, set(found[kind]), of_each) for kind in shown)
    return [group for group in made if group.hits]


def _group(connection: Reader, typed: str, kind: Kind, ids: set[int], of_each: int) -> SearchGroup:
    own = search.find(connection, typed, of_each, kind=kind)
    exact = {hit.record_id: hit.exact for hit in own}
    others = nlargest(of_each, ids - exact.keys()) if len(exact) < of_each else []
    first = [record_id for record_id in exact if record_id in ids] + others
    hits = (
        hit_of(connection, kind, record_id, exact=exact.get(record_id, False))
        for record_id in first[:of_each]
    )
    return SearchGroup(kind=kind, count=len(ids), hits=tuple(hit for hit in hits if hit))
