"""Models with their years, their recognition, and where they were taken from and to."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from coordapp.domain.kernel.changes import Kind
from coordapp.domain.kernel.ids import PracticeId, PracticeYearId, RecognitionId
from coordapp.domain.practices.practice import (
    Practice,
    PracticeYear,
    Recognition,
    RecognitionStep,
    YearState,
)
from coordapp.domain.words.case_labels import (
    HOLDER,
    LEVEL,
    PRACTICE_KIND,
    RECOGNITION_STEP,
    YEAR_STATE,
)
from coordapp.services.practices import practice_actions
from coordapp.store.file.case_tables import PRACTICE_YEARS, PRACTICES, RECOGNITIONS
from coordapp.store.queries import practice_queries, unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.unsaved import NO_DRAFT
from coordapp.ui.practices.replication import ReplicationCard
from coordapp.ui.records.record_files import RecordFiles
from coordapp.ui.tables.cells import CellSaver
from coordapp.ui.tables.model import Column
from coordapp.ui.tables.record_list import Deletion, RecordList, RecordListEditor
from coordapp.ui.tables.years import read_some_year, read_year
from coordapp.ui.widgets.record_detail import DetailField
from coordapp.ui.widgets.saving_field import some_line

_NONE = PracticeId(0)
Choices = list[tuple[int | None, str]]
Held = dict[PracticeId, Practice]


class ModelsView(QWidget):
    """The models above, what belongs to the current one below."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.models = ModelsEditor(context)
        self.years = RecordListEditor(context, _year_list(context), _NONE)
        self.steps = RecordListEditor(context, _step_list(context.read_date), _NONE)
        self.chain = ReplicationCard()
        self.files = (
            RecordFiles(context, self.models, Kind.PRACTICE, "name"),
            RecordFiles(context, self.steps, Kind.RECOGNITION, "paper"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.models, 3)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.years, 3)
        below.addWidget(self.steps, 4)
        below.addWidget(self.chain, 4)
        column.addLayout(below, 2)
        self.models.table.selected.connect(self._show_parts)
        self.chain.open_requested.connect(self.show_record)

    def refresh(self) -> None:
        """Read everything again; the current rows and what is being typed stay."""
        self.models.refresh()
        self._show_parts()

    @Slot()
    def _show_parts(self) -> None:
        practice = self.models.table.current_record()
        for part in (self.years, self.steps):
            part.setEnabled(practice is not None)
            part.show_of(_NONE if practice is None else practice.id)
        self.chain.show_chain(practice, self.models.held)

    @Slot(int)
    def show_record(self, record_id: int) -> None:
        """Select a model, whatever is filtered out."""
        if self.models.model.row_of(record_id) is None:
            self.models.keep_in_sight(record_id)
            self.models.refresh()
        self.models.table.select_id(record_id)
        self.models.table.setFocus()

    def flush(self) -> None:
        """Save what was typed last."""
        for part in (self.models, self.years, self.steps):
            part.flush()


class ModelsEditor(RecordListEditor[Practice, None]):
    """The register of models, typed in place."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        self._units: Choices = []
        self._origins: Choices = []
        self.held: Held = {}
        self.chosen = QCheckBox("Chỉ mô hình chọn nhân rộng")
        self.chosen.setProperty(NO_DRAFT, True)
        records = _model_list(context, self._units, self._origins, self.held)
        super().__init__(context, records, None, parent)
        # models are added by the button of the page
        self.add.hide()
        self.head.insertWidget(1, self.chosen)
        self.chosen.toggled.connect(self.refresh)

    @property
    def list_name(self) -> str:
        """Name the list as it is filtered, for paper."""
        return "Mô hình chọn để nhân rộng" if self.chosen.isChecked() else self.title.text()

    def _read(self) -> Sequence[Practice]:
        return list(self.held.values())

    def _let_through(self, records: Sequence[Practice]) -> Sequence[Practice]:
        found = super()._let_through(records)
        return [one for one in found if one.is_chosen or not self.chosen.isChecked()]

    def keep_in_sight(self, record_id: int) -> None:
        """Show all models again when one that is not chosen was added or changed."""
        super().keep_in_sight(record_id)
        made = PRACTICES.find(self._context.store.connection, record_id)
        if made is not None and not made.is_chosen:
            self.chosen.setChecked(False)

    @Slot()
    def refresh(self) -> None:
        """Read the models, and what their choices offer, again."""
        reader = self._context.store.connection
        self.held.clear()
        self.held.update((one.id, one) for one in practice_queries.all_practices(reader))
        # the columns keep these very collections, so they are filled and not replaced
        self._units[:] = [
            (None, ""),
            *((unit.id, unit.to_choose) for unit in unit_queries.all_units(reader)),
        ]
        self._origins[:] = [
            (None, ""),
            *((one.id, f"{one.code} {one.name}") for one in self.held.values()),
        ]
        super().refresh()


def _model_list(
    context: Context, units: Choices, origins: Choices, held: Held
) -> RecordList[Practice, None]:
    return RecordList(
        table=PRACTICES,
        name="Mô hình, điển hình “dân vận khéo”",
        empty=("Chưa có mô hình nào", "Thêm mô hình, hoặc nhập danh sách đã có."),
        add_text="Thêm mô hình",
        first="name",
        columns=partial(_model_columns, units, origins, held),
        detail=(
            DetailField(name="result", title="Kết quả nổi bật", row=0, column=0),
            DetailField(name="note", title="Ghi chú", row=0, column=1),
            DetailField(name="is_chosen", title="Chọn để nhân rộng", row=0, column=2),
        ),
        read=lambda reader, _: practice_queries.all_practices(reader),
        blank=lambda _owner, _practices: Practice(id=_NONE, code="", name="Mô hình mới"),
        add=lambda store, practice: practice_actions.add(store, practice, context.today),
        edit=lambda store, practice, _: practice_actions.edit(store, practice),
        delete=Deletion(
            action=lambda store, practice: practice_actions.delete(store, practice.id),
            message=lambda practice: f"Đã xóa mô hình {practice.code}",
            key_words="Xóa mô hình",
        ),
    )


def _model_columns(
    units: Choices, origins: Choices, held: Held, saver: CellSaver[Practice]
) -> Sequence[Column[Practice]]:
    def origin(practice: Practice) -> str:
        found = held.get(practice.replicated_from_id or _NONE)
        return "" if found is None else f"{found.code} {found.name}"

    return (
        Column(key="code", title="Mã", width=112, text=lambda practice: practice.code, quiet=True),
        saver.column("name", "Tên mô hình, điển hình", stretch=True, read=some_line),
        saver.choice("kind", "Loại", tuple(PRACTICE_KIND.items()), width=78),
        saver.person("held_by", "Người thực hiện", width=118),
        saver.choice("holder", "Đối tượng", tuple(HOLDER.items()), width=82),
        saver.choice("unit_id", "Phụ trách", units, width=88),
        saver.column("field", "Lĩnh vực", width=90),
        saver.choice("level", "Cấp", tuple(LEVEL.items()), width=66),
        saver.column("place", "Địa bàn", width=76),
        saver.column("started", "Từ năm", width=70, read=read_some_year),
        saver.choice("replicated_from_id", "Nhân rộng từ", origins, width=108, words=origin),
    )


def _year_list(context: Context) -> RecordList[PracticeYear, PracticeId]:
    return RecordList(
        table=PRACTICE_YEARS,
        name="Các năm",
        empty=("Chưa ghi năm nào", "Ghi năm xây dựng mới và các năm duy trì."),
        add_text="Thêm năm",
        first="year",
        columns=lambda saver: (
            saver.column("year", "Năm", width=70, read=read_year),
            saver.choice("state", "Tình trạng", tuple(YEAR_STATE.items()), width=160),
        ),
        read=practice_queries.years,
        blank=lambda practice_id, years: PracticeYear(
            id=PracticeYearId(0),
            practice_id=practice_id,
            year=years[-1].year + 1 if years else context.today.year,
            state=YearState.KEPT,
        ),
        add=practice_actions.add_year,
        edit=lambda store, year, _: practice_actions.edit_year(store, year),
        delete=Deletion(
            action=lambda store, year: practice_actions.delete_year(store, year.id),
            message=lambda year: f"Đã xóa năm {year.year}",
            key_words="Xóa năm",
        ),
    )


def _step_list(
    read_date: Callable[[str], date | None],
) -> RecordList[Recognition, PracticeId]:
    return RecordList(
        table=RECOGNITIONS,
        name="Công nhận",
        empty=("Chưa ghi bước công nhận", "Ghi từng bước: đăng ký, bình xét, công nhận …"),
        add_text="Thêm bước",
        first="paper",
        columns=lambda saver: (
            saver.choice("step", "Mức", tuple(RECOGNITION_STEP.items()), width=150),
            saver.day("happened_on", "Ngày", read_date, width=92),
            saver.column("paper", "Văn bản", stretch=True),
        ),
        read=practice_queries.recognitions,
        blank=lambda practice_id, steps: Recognition(
            id=RecognitionId(0), practice_id=practice_id, step=_next_step(steps)
        ),
        add=practice_actions.add_recognition,
        edit=lambda store, step, _: practice_actions.edit_recognition(store, step),
        delete=Deletion(
            action=lambda store, step: practice_actions.delete_recognition(store, step.id),
            message=lambda _: "Đã xóa bước công nhận",
            key_words="Xóa bước",
        ),
    )


def _next_step(steps: Sequence[Recognition]) -> RecognitionStep:
    order = list(RecognitionStep)
    reached = max((order.index(step.step) for step in steps), default=-1)
    return order[min(reached + 1, len(order) - 1)]
