"""Emulation movements and their proposals to commend, typed in place."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import CommendationId, MovementId
from coordapp.domain.practices.movement import Commendation, Movement
from coordapp.domain.words.case_labels import HOLDER
from coordapp.services.practices import movement_actions
from coordapp.store.file.case_tables import COMMENDATIONS, MOVEMENTS
from coordapp.store.queries import practice_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.records.record_files import RecordFiles
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.tables.years import read_year
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line
from coordapp.ui.widgets.split import Split

_LIST = 330  # wide at first; in pixels
_NONE = MovementId(0)
Choices = list[tuple[int | None, str]]


class MovementsView(QWidget):
    """The movements at the left, the proposals of one at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.movements = RecordListEditor(context, _movement_list(context), None)
        # movements are added by the button of the page
        self.movements.add.hide()
        self.proposals = ProposalsEditor(context)
        self.files = (
            RecordFiles(context, self.movements, Kind.MOVEMENT, "name"),
            RecordFiles(context, self.proposals, Kind.COMMENDATION, "name"),
        )
        split = Split((self.movements, self.proposals), (_LIST, 2 * _LIST), wide=1, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(split)
        self.movements.table.selected.connect(self._show_proposals)

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.movements.refresh()
        self._show_proposals()

    @Slot()
    def _show_proposals(self) -> None:
        movement = self.movements.table.current_record()
        self.proposals.setEnabled(movement is not None)
        self.proposals.show_of(_NONE if movement is None else movement.id)

    def show_record(self, record_id: int) -> None:
        """Select a movement."""
        self.movements.table.select_id(record_id)
        self.movements.table.setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        self.movements.flush()
        self.proposals.flush()


class ProposalsEditor(RecordListEditor[Commendation, MovementId]):
    """Who is proposed for what, and what was decided."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._units: Choices = []
        self._practices: Choices = []
        records = _proposal_list(context.read_date, self._units, self._practices)
        super().__init__(context, records, _NONE, parent)

    @Slot()
    def refresh(self) -> None:
        """Read the proposals, and what their choices offer, again."""
        reader = self._context.store.connection
        # the columns keep these very lists, so they are filled and not replaced
        self._units[:] = [
            (None, ""),
            *((unit.id, unit.to_choose) for unit in unit_queries.all_units(reader)),
        ]
        self._practices[:] = [
            (None, ""),
            *((one.id, f"{one.code} {one.name}") for one in practice_queries.all_practices(reader)),
        ]
        super().refresh()


def _movement_list(context: Context) -> RecordList[Movement, None]:
    return RecordList(
        table=MOVEMENTS,
        name="Phong trào thi đua",
        empty=("Chưa có phong trào", "Thêm phong trào, rồi ghi tập thể, cá nhân được đề nghị."),
        add_text="Thêm phong trào",
        first="name",
        columns=lambda saver: (
            saver.column("year", "Năm", width=60, read=read_year),
            saver.column("name", "Tên phong trào", stretch=True, read=some_line),
            saver.day("launched_on", "Phát động", context.read_date, width=92),
        ),
        detail=(
            DetailField(name="launched_by", title="Cơ quan phát động", row=0, column=0),
            DetailField(name="paper", title="Văn bản phát động", row=1, column=0),
            DetailField(name="content", title="Nội dung", row=2, column=0, lines=3),
        ),
        read=lambda reader, _: practice_queries.all_movements(reader),
        blank=lambda _owner, _movements: Movement(
            id=_NONE, code="", name="Phong trào mới", year=context.today.year
        ),
        add=movement_actions.add,
        edit=lambda store, movement, _: movement_actions.edit(store, movement),
        delete=Deletion(
            action=lambda store, movement: movement_actions.delete(store, movement.id),
            message=lambda movement: f"Đã xóa phong trào {movement.code}",
            key_words="Xóa phong trào",
        ),
    )


def _proposal_list(
    read_date: Callable[[str], date | None], units: Choices, practices: Choices
) -> RecordList[Commendation, MovementId]:
    return RecordList(
        table=COMMENDATIONS,
        name="Đề nghị, quyết định khen thưởng",
        empty=("Chưa có đề nghị khen thưởng", "Thêm tập thể, cá nhân được đề nghị."),
        add_text="Thêm đề nghị",
        first="name",
        columns=partial(_proposal_columns, read_date, units, practices),
        read=practice_queries.commendations,
        blank=lambda movement_id, _proposals: Commendation(
            id=CommendationId(0),
            movement_id=movement_id,
            position=0,
            name="Tập thể, cá nhân mới",
        ),
        add=movement_actions.add_commendation,
        edit=lambda store, proposal, _: movement_actions.edit_commendation(store, proposal),
        delete=Deletion(
            action=lambda store, proposal: movement_actions.delete_commendation(store, proposal.id),
            message=lambda proposal: f"Đã xóa đề nghị cho {proposal.name}",
            key_words="Xóa đề nghị",
        ),
    )


def _proposal_columns(
    read_date: Callable[[str], date | None],
    units: Choices,
    practices: Choices,
    saver: CellSaver[Commendation],
) -> Sequence[Column[Commendation]]:
    return (
        saver.person("name", "Tập thể, cá nhân", stretch=True, read=some_line),
        saver.choice("holder", "Loại", tuple(HOLDER.items()), width=76),
        saver.choice("unit_id", "Đơn vị", units, width=90),
        saver.choice("practice_id", "Mô hình", practices, width=120),
        saver.column("form", "Hình thức", width=90),
        saver.day("proposed_on", "Ngày đề nghị", read_date, width=98),
        saver.column("decision", "Số quyết định", width=100),
        saver.day("decided_on", "Ngày quyết định", read_date, width=112),
    )
