"""The review report of a period: its words beside the paper, its versions above both."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coordapp.domain.figures.listing import ListedColumn, ListedPart, Listing
from coordapp.domain.figures.summary_difference import SummaryChange
from coordapp.domain.figures.summary_figures import SourcedFigure, all_figures
from coordapp.domain.figures.summary_period import SummaryPeriod, period_of
from coordapp.domain.summaries.summary import Summary, SummaryFigure
from coordapp.domain.words.summary_labels import SUMMARY_KIND
from coordapp.services.exports import status_reading
from coordapp.services.summaries import summary_actions, summary_differing, summary_reading
from coordapp.services.summaries.summary_reading import SummaryRequest
from coordapp.store.file.case_tables import SUMMARIES
from coordapp.store.past import summary_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.reports.summary_bar import SummaryBar
from coordapp.ui.reports.summary_difference_dialog import SummaryDifferenceDialog
from coordapp.ui.reports.summary_preview import SummaryPreview
from coordapp.ui.reports.summary_texts import SummaryTexts
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.split import Split

_SIZES = (520, 560)
_COLUMNS = (
    ListedColumn(title="Số liệu", width=5),
    ListedColumn(title="Giá trị", width=2, centred=True),
    ListedColumn(title="Nguồn", width=4),
)


class SummaryView(QWidget):
    """What is typed is saved at once; the paper follows a moment later."""

    def __init__(
        self, context: Context, strip: ProgressStrip, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._temporary = QTemporaryDir()
        self._wanted: int | None = None  # a version chosen by hand; else the last of the period
        self.bar = SummaryBar(context, self)
        self.texts = SummaryTexts(context, self)
        self.preview = SummaryPreview(context, Path(self._temporary.path()), strip, self)
        self.preview.flush_requested.connect(self.texts.flush)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.bar)
        column.addWidget(Split((self.texts, self.preview), _SIZES, wide=1, parent=self), 1)
        self.bar.period_chosen.connect(self._choose_period)
        self.bar.version_chosen.connect(self._choose_version)
        self.bar.start.clicked.connect(self.start_version)
        self.bar.keep.clicked.connect(self.keep_version)
        self.bar.delete.clicked.connect(self.delete_version)
        self.bar.compare.clicked.connect(self.compare)

    # --- reading

    def refresh(self) -> None:
        """Read the versions of the period again; what is being typed stays."""
        reader = self._context.store.connection
        held = [(one.since, one.until) for one in summary_queries.all_summaries(reader)]
        self.bar.offer_periods(held, status_reading.cutoff_day(reader))
        self._show()

    def show_record(self, record_id: int) -> None:
        """Show one version."""
        found = SUMMARIES.find(self._context.store.connection, record_id)
        if found is not None:
            self._wanted = record_id
            self.bar.set_days((found.since, found.until))
            self.refresh()

    def current(self) -> Summary | None:
        """Give the version that is shown."""
        versions = self._versions()
        chosen = next((one for one in versions if one.id == self._wanted), None)
        return chosen or next(iter(versions), None)

    def _versions(self) -> list[Summary]:
        days = self.bar.days()
        return (
            [] if days is None else summary_queries.of_period(self._context.store.connection, *days)
        )

    def _show(self) -> None:
        current = self.current()
        self.bar.show_versions(self._versions(), current)
        self.texts.show_version(current)
        self._context.run(lambda: self._show_paper(current))

    def _show_paper(self, current: Summary | None) -> None:
        """Show the paper of the period. Raises RuleViolation: summary_reversed, summary_not_begun."""
        period = self._period()
        if period is not None:
            name = f"Báo cáo {SUMMARY_KIND[period.kind].lower()} {period.name}"
            self.preview.show_summary(self._request(period, current), name)

    def _period(self) -> SummaryPeriod | None:
        days, reader = self.bar.days(), self._context.store.connection
        if days is None:
            return None
        return period_of(*days, self._context.today, status_reading.cutoff_day(reader))

    def _request(self, period: SummaryPeriod, current: Summary | None) -> SummaryRequest:
        return SummaryRequest(
            since=period.since,
            until=period.until,
            today=self._context.today,
            version=None if current is None else current.version,
        )

    # --- choosing

    @Slot()
    def _choose_period(self) -> None:
        self.texts.flush()
        self._wanted = None
        self._show()

    @Slot()
    def _choose_version(self) -> None:
        self.texts.flush()
        self._wanted = self.bar.chosen()
        self._show()

    # --- what is done with a version

    @Slot()
    def start_version(self) -> None:
        """Start a version of the period, and the keys go into its first part."""
        days = self.bar.days()
        if days is None:
            return
        context = self._context
        self._wanted = None
        if context.run(lambda: summary_actions.start(context.store, *days, context.today)):
            context.bus.deliver()
            self.texts.enter()

    @Slot()
    def keep_version(self) -> None:
        """Keep the version that is written, with its figures."""
        self.texts.flush()
        current, context = self.current(), self._context
        if current is None:
            return
        if context.run(lambda: summary_actions.keep(context.store, current.id, context.today)):
            context.messages.offer_undo(f"Đã lưu bản số {current.version} cùng số liệu")

    @Slot()
    def delete_version(self) -> None:
        """Delete the version that is shown."""
        current, context = self.current(), self._context
        if current is None:
            return
        self._wanted = None
        if context.run(lambda: summary_actions.delete(context.store, current.id)):
            context.messages.offer_undo(f"Đã xóa bản số {current.version} của báo cáo")

    @Slot()
    def compare(self) -> None:
        """Say what the version that is shown changed of the one before."""
        self.texts.flush()
        current = self.current()
        if current is None:
            return
        found = self._context.run(lambda: self._changes(current))
        if found and found.value is not None:
            title = f"Bản số {current.version} so với bản trước: {len(found.value)} chỗ khác"
            SummaryDifferenceDialog(self, title, found.value).open()

    def listing(self) -> Listing | None:
        """Give the figures of the version that is shown; those of now where none was kept."""
        found, current = self._context.run(self._period), self.current()
        if not found or found.value is None:
            return None
        period = found.value
        held = self._context.run(lambda: self._figures(period, current))
        if held is None:
            return None
        return Listing(
            title=f"Số liệu {self.preview.named().lower()}",
            columns=_COLUMNS,
            parts=(ListedPart(rows=[(one.name, one.value, one.source) for one in held.value]),),
            filtered="" if current is None else self.bar.version.currentText(),
        )

    def _figures(
        self, period: SummaryPeriod, current: Summary | None
    ) -> Sequence[SummaryFigure | SourcedFigure]:
        reader = self._context.store.connection
        if current is not None and current.kept_on is not None:
            return summary_queries.figures(reader, current.id)
        return all_figures(summary_reading.read(reader, self._request(period, current)))

    def _changes(self, current: Summary) -> list[SummaryChange] | None:
        reader, period = self._context.store.connection, self._period()
        if current.kept_on is not None or period is None:
            return summary_differing.changes(reader, current)
        report = summary_reading.read(reader, self._request(period, current))
        return summary_differing.changes(reader, current, all_figures(report))
