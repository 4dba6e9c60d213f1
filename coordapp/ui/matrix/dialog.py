"""Choosing in a matrix which units lead and coordinate in which conclusions."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from coordapp.domain.calendar.working_days import Calendar
from coordapp.domain.committee.unit import Unit
from coordapp.domain.committee.unit_group import GroupOfUnits, on_day
from coordapp.domain.conclusions.assignment import CellChange, MatrixRow, MatterId, Role, Terms
from coordapp.domain.conclusions.reading.proposals import ConclusionProposals
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words.messages import sentence
from coordapp.ui.kit import shortcuts
from coordapp.ui.look import theme
from coordapp.ui.matrix.draft import MatrixDraft, Place
from coordapp.ui.matrix.grid import MatrixGrid, MatrixModel
from coordapp.ui.matrix.group_menu import GroupMenu
from coordapp.ui.matrix.terms import TermsPanel
from coordapp.ui.widgets.card import button, label
from coordapp.ui.widgets.question import agrees
from coordapp.ui.widgets.reading_order import Dialog

_SIZE = (1320, 680)  # what a window of 1366 x 768 has room for
_PANEL = 316
_KEYS = "C: chủ trì · P: phối hợp · Space, Enter: đổi lần lượt · Delete: bỏ · A: mọi đơn vị chủ trì · D: lấy đề xuất · ô đậm: mới chọn, nét đứt: đề xuất"
_GROUP_KEYS = " · 1–9: nhóm đơn vị"
_LATER = "Nhiệm vụ mới là dự thảo đến khi ban hành thông báo kết luận."


class MatrixDialog(Dialog):
    """Says before the click what will be made; what is in the file is shown and stays."""

    def __init__(
        self,
        parent: QWidget | None,
        rows: Sequence[MatrixRow],
        units: Sequence[Unit],
        *,
        today: date,
        calendar: Calendar | None = None,
        start: int = 0,
        withheld: bool = False,
        proposals: Mapping[MatterId, ConclusionProposals] | None = None,
        noun: str = "Kết luận",
        groups: Sequence[GroupOfUnits] = (),
    ) -> None:
        super().__init__(parent)
        self._withheld = withheld  # until the notice: new tasks are drafts till then
        # the columns bear short names
        short = [
            replace(one, units=tuple(replace(u, name=u.short_name) for u in one.units))
            for one in groups
        ]
        self.draft = MatrixDraft(rows, units, proposals, noun=noun, groups=on_day(short, today))
        self.model = MatrixModel(self.draft, self)
        self.grid = MatrixGrid(self.model, self)
        self.panel = TermsPanel(today, calendar, self, noun=noun)
        self.groups = GroupMenu(groups, self)
        self._build()
        self._connect()
        first = next((n for n, row in enumerate(rows) if row.matter.id == start), 0)
        self.grid.setCurrentIndex(self.model.index(first, 0))
        self.grid.setFocus()
        self._say()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        rows: Sequence[MatrixRow],
        units: Sequence[Unit],
        *,
        today: date,
        calendar: Calendar | None = None,
        start: int = 0,
        withheld: bool = False,
        proposals: Mapping[MatterId, ConclusionProposals] | None = None,
        noun: str = "Kết luận",
        groups: Sequence[GroupOfUnits] = (),
    ) -> tuple[CellChange, ...] | None:
        """Show the dialog; None when it was closed without giving anything."""
        dialog = cls(
            parent,
            rows,
            units,
            today=today,
            calendar=calendar,
            start=start,
            withheld=withheld,
            proposals=proposals,
            noun=noun,
            groups=groups,
        )
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return dialog.draft.changes() if accepted else None

    # --- building

    def _build(self) -> None:
        self.setWindowTitle("Ma trận phân công")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*(theme.scaled(size) for size in _SIZE))
        self.panel.setFixedWidth(theme.scaled(_PANEL))
        self.refusal = label("", "error")
        self.refusal.hide()
        self.preview = label("")
        self.addressed = label("", "secondary")
        self.buttons = QDialogButtonBox()
        self.make = self.buttons.addButton("Giao", QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setProperty("role", "primary")
        leave = self.buttons.addButton("Không giao", QDialogButtonBox.ButtonRole.RejectRole)
        for one in (self.make, leave):
            # Enter belongs to the grid
            one.setAutoDefault(False)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.grid, 1)
        body.addWidget(self.panel)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        self.take_all = button("Lấy mọi đề xuất", tip="Shift+D")
        self.take_all.setAutoDefault(False)
        foot.addWidget(self.preview, 1)
        foot.addWidget(self.groups)
        foot.addWidget(self.take_all)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        keys = _KEYS + (_GROUP_KEYS if self.groups.groups else "")
        column.addWidget(label(keys, "secondary"))
        column.addLayout(body, 1)
        column.addWidget(self.addressed)
        column.addWidget(self.refusal)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.grid.moved.connect(self._show_cell)
        self.grid.cycled.connect(self._cycle)
        self.grid.role_chosen.connect(self._choose)
        self.grid.proposal_taken.connect(self._take_proposals)
        self.take_all.clicked.connect(self._take_every)
        self.groups.chosen.connect(self._choose_group)
        self.grid.group_cycled.connect(self._cycle_group)
        self.grid.lead_all_requested.connect(self._lead_all)
        self.panel.edited.connect(self._take_terms)
        self.panel.scope_chosen.connect(self._take_scope)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        shortcuts.action(self, "Giao nhiệm vụ đã chọn", "Ctrl+Return", self.make.click)

    # --- the current cell

    @property
    def place(self) -> Place:
        """The cell where the keyboard is."""
        return self.model.place(self.grid.currentIndex())

    @Slot()
    def _show_cell(self) -> None:
        if self.panel.wrong:
            self._refuse(self.panel.wrong)
        place, draft = self.place, self.draft
        unit = draft.units[self.grid.currentIndex().column()]
        said = draft.addressed(place.matter_id)
        number = f"{draft.noun} {draft.row(place).matter.number}"
        self.addressed.setText(f"{number} – {said}" if said else f"{number} chưa giao đơn vị nào.")
        self.panel.show_cell(draft.row(place).matter, unit, draft.role(place))
        proposals = draft.proposals_of(place.matter_id)
        self.panel.show_proposal(draft.proposal(place), proposals.outside)
        is_given = draft.given(place) is not None
        self.panel.show_held(draft.row(place).of_unit(place.unit_id) if is_given else ())
        self.panel.show_terms(
            draft.terms(place),
            own=draft.has_own_terms(place),
            editable=not is_given or (draft.is_changed(place) and draft.role(place) is not None),
        )

    @Slot()
    def _cycle(self) -> None:
        self._try(lambda: self.draft.cycle(self.place))

    @Slot(object)
    def _choose(self, role: Role | None) -> None:
        self._try(lambda: self.draft.decide(self.place, role))

    @Slot()
    def _take_every(self) -> None:
        self._take_proposals(every=True)

    @Slot(bool)
    def _take_proposals(self, every: bool) -> None:
        """Take the proposal of the cell, of its row where the cell has none, or every one."""
        draft, place = self.draft, self.place
        here = [place] if draft.proposal(place) is not None else None
        row = draft.open_proposals([draft.row(place)])
        self._try(lambda: draft.take(draft.open_proposals() if every else here or row))
        if every:
            for number in range(len(draft.rows)):
                self.model.tell(number)

    @Slot(object, object)
    def _choose_group(self, group: GroupOfUnits, role: Role | None) -> None:
        """Give the units of a group a role in the row where the keyboard is."""
        self._try(lambda: self.draft.choose_units(self.place.matter_id, group.unit_ids, role))
        self.grid.setFocus()

    @Slot(int)
    def _cycle_group(self, number: int) -> None:
        """Give the units of a group their next role together."""
        if number < len(self.groups.groups):
            units = self.groups.groups[number].unit_ids
            self._try(lambda: self.draft.cycle_units(self.place.matter_id, units))

    @Slot()
    def _lead_all(self) -> None:
        self._try(lambda: self.draft.lead_all(self.place.matter_id))

    def _try(self, step: Callable[[], None]) -> None:
        try:
            step()
            self._refuse("")
        except RuleViolation as error:
            self._refuse(sentence(error))
        self.model.tell(self.grid.currentIndex().row())
        self._show_cell()
        self._say()

    @Slot(object)
    def _take_terms(self, terms: Terms) -> None:
        self.draft.set_terms(self.place, terms, own=self.draft.has_own_terms(self.place))
        self._say()

    @Slot(bool)
    def _take_scope(self, own: bool) -> None:
        place, draft = self.place, self.draft
        terms = draft.terms(place) if own else draft.shared_terms(place.matter_id)
        draft.set_terms(place, terms, own=own)
        self._show_cell()

    # --- what comes of it

    def _refuse(self, reason: str) -> None:
        self.refusal.setText(reason)
        self.refusal.setVisible(bool(reason))

    def _say(self) -> None:
        problem = self.panel.wrong or self.draft.problem()
        self.make.setEnabled(not problem)
        self.make.setToolTip(problem or "Ctrl+Enter")
        left = len(self.draft.open_proposals())
        self.take_all.setVisible(bool(left))
        later = f" {_LATER}" if self._withheld else ""
        offered = f" Còn {left} đề xuất chưa lấy." if left else ""
        self.preview.setText(f"{problem or f'{self.draft.in_words()}{later}'}{offered}")

    def reject(self) -> None:
        """Close; what was chosen and not given is asked about first."""
        if not self.draft.changes() or self._agrees_to_leave():
            super().reject()

    def _agrees_to_leave(self) -> bool:
        return agrees(
            self,
            title="Ma trận phân công",
            text="Bỏ những gì vừa chọn?",
            more=self.draft.in_words(),
            yes="Bỏ, không giao",
            no="Ở lại",
        )
