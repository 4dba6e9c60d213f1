"""Emptying the trash for ever, after a copy: what is left says only that something was there."""

from collections import Counter
from collections.abc import Mapping, Sequence

from coordapp.domain.files.copies import CopyReason
from coordapp.domain.kernel.changes import Kind, Op
from coordapp.domain.kernel.errors import RuleViolation, StoreError
from coordapp.services.file import backups
from coordapp.store import Store
from coordapp.store.past import trash_queries
from coordapp.store.past.trash_queries import TrashedRecord
from coordapp.store.queries import attachment_queries


def purge(store: Store, chosen: Sequence[TrashedRecord]) -> Mapping[Kind, int]:
    """Remove records from the trash for ever, with what hung on them; give how many of each kind.

    A copy is made and read back first. Nothing takes this back. Raises RuleViolation:
    purge_nothing, purge_paper_rests; StoreError, when the copy cannot be made.
    """
    if store.is_view:
        raise StoreError("view_only", path=store.path)
    _ensure_free(store, chosen)
    backups.make(store.path, store.now, CopyReason.PURGE)
    with store.write(Op.PURGE) as work:
        # asked again: another window may have brought something back meanwhile
        found = _ensure_free(store, chosen)
        gone = sorted(
            {record for one in found for record in one.whole},
            key=lambda record: (record[0].value, record[1]),
        )
        work.purge(gone)
        attachment_queries.let_go(work.connection)
    return Counter(kind for kind, _ in gone)


def _ensure_free(store: Store, chosen: Sequence[TrashedRecord]) -> list[TrashedRecord]:
    wanted = {one.record for one in chosen}
    ops = sorted({one.op_id for one in chosen})
    held = [one for op_id in ops for one in trash_queries.of_op(store.connection, op_id)]
    found = [one for one in held if one.record in wanted]
    if not found or len(found) < len(wanted):
        raise RuleViolation("purge_nothing")
    for one in found:
        if one.paper:
            raise RuleViolation(
                "purge_paper_rests", kind=one.kind, title=one.title, paper=one.paper
            )
    return found
