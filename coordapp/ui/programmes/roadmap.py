"""The roadmap of a directive or a programme, typed in place."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coordapp.domain.kernel.ids import DirectiveId, MilestoneId, ProgrammeId
from coordapp.domain.programmes.milestone import Milestone
from coordapp.domain.words.case_labels import JUDGEMENT
from coordapp.services.programmes import programme_actions
from coordapp.store import Reader
from coordapp.store.file.case_tables import MILESTONES
from coordapp.store.queries import programme_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.tables.years import read_year
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapOwner:
    """Whose roadmap it is: a directive's, a programme's, or nobody's yet."""

    directive_id: DirectiveId | None = None
    programme_id: ProgrammeId | None = None


class RoadmapEditor(RecordListEditor[Milestone, RoadmapOwner]):
    """What each year was to bring, what it brought, and the judgement."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, _roadmap(context), RoadmapOwner(), parent)

    def show_of_directive(self, directive_id: DirectiveId | None) -> None:
        """Show the roadmap of a directive; nothing without one."""
        self._show(RoadmapOwner(directive_id=directive_id))

    def show_of_programme(self, programme_id: ProgrammeId | None) -> None:
        """Show the roadmap of a programme; nothing without one."""
        self._show(RoadmapOwner(programme_id=programme_id))

    def _show(self, owner: RoadmapOwner) -> None:
        self.setEnabled(owner != RoadmapOwner())
        self.show_of(owner)


def _roadmap(context: Context) -> RecordList[Milestone, RoadmapOwner]:
    return RecordList(
        table=MILESTONES,
        name="Mục tiêu, lộ trình",
        empty=("Chưa có mốc lộ trình", "Ghi mục tiêu của từng năm để rà soát và đánh giá."),
        add_text="Thêm mốc",
        first="planned",
        columns=_columns,
        detail=(DetailField(name="proposal", title="Kiến nghị, giải pháp", row=0, column=0),),
        read=_read,
        blank=lambda owner, milestones: Milestone(
            id=MilestoneId(0),
            directive_id=owner.directive_id,
            programme_id=owner.programme_id,
            year=milestones[-1].year if milestones else context.today.year,
            planned="Mục tiêu mới",
        ),
        add=programme_actions.add_milestone,
        edit=lambda store, milestone, _: programme_actions.edit_milestone(store, milestone),
        delete=Deletion(
            action=lambda store, milestone: programme_actions.delete_milestone(store, milestone.id),
            message=lambda milestone: f"Đã xóa mốc năm {milestone.year}",
            key_words="Xóa mốc",
        ),
    )


def _columns(saver: CellSaver[Milestone]) -> Sequence[Column[Milestone]]:
    return (
        saver.column("year", "Năm", width=60, read=read_year),
        saver.column("planned", "Mục tiêu", stretch=True, read=some_line),
        saver.column("done", "Kết quả", width=160),
        saver.choice("judgement", "Đánh giá", tuple(JUDGEMENT.items()), width=116),
    )


def _read(reader: Reader, owner: RoadmapOwner) -> Sequence[Milestone]:
    if owner.directive_id is not None:
        return programme_queries.milestones_of_directive(reader, owner.directive_id)
    if owner.programme_id is not None:
        return programme_queries.milestones_of_programme(reader, owner.programme_id)
    return []
