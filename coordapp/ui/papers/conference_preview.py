"""The papers of a conference beside what is being typed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from coordapp.domain.documents.form_finding import FormFinding
from coordapp.services.documents import form_checks, issued_papers
from coordapp.services.exports import paper_exports
from coordapp.store.queries import unit_queries
from coordapp.ui.kit.context import Context
from coordapp.ui.kit.jobs import Job
from coordapp.ui.papers.form_check_dialog import FormCheckDialog
from coordapp.ui.papers.paper_bar import PaperBar
from coordapp.ui.papers.preview import PaperPreview
from coordapp.ui.widgets.progress_strip import ProgressStrip
from coordapp.ui.widgets.save_as import PDF_OR_WORD

_DIFFERS = (
    "Nội dung trong sổ nay khác bản đã ban hành; muốn gửi nội dung mới hãy ban hành bản thay thế."
)


class ConferencePreview(PaperPreview):
    """Shows the paper chosen in its bar."""

    kinds = PDF_OR_WORD

    def __init__(
        self, context: Context, folder: Path, strip: ProgressStrip, parent: QWidget | None = None
    ) -> None:
        self.bar = PaperBar()
        self._verb = ""
        self._then: Callable[[], None] | None = None
        self._checking: Job | None = None
        super().__init__(context, folder, strip, parent)
        self.bar.check_requested.connect(self.check_form)
        self.bar.paper_changed.connect(self._choose_paper)
        self.bar.changed.connect(self._make)

    def head(self) -> QLayout:
        """Lay out the choices; the form is one of them."""
        self.bar.take_style(self.style_choice)
        column = QVBoxLayout()
        column.addWidget(self.bar)
        return column

    # --- the form, before anything is printed or saved

    @Slot()
    def check_form(self) -> None:
        """Check the paper and say what was found, or that nothing was."""
        self._check("", None)

    @Slot()
    def _ask_save(self) -> None:
        self._check("Lưu", super()._ask_save)

    @Slot()
    def _ask_print(self) -> None:
        self._check("In", super()._ask_print)

    def _check(self, verb: str, then: Callable[[], None] | None) -> None:
        # the paper must be checked with the last words typed
        self.flush_requested.emit()
        path = self._context.store.path
        request = self.bar.request(self._code, self._context.today, self.style_choice.value())
        self._verb, self._then = verb, then
        self._checking = self._context.jobs.start(
            lambda step: form_checks.check(path, request, step)
        )
        self._checking.succeeded.connect(self._tell_findings)
        self._checking.failed.connect(self._context.run.show)

    @Slot(object)
    def _tell_findings(self, findings: tuple[FormFinding, ...]) -> None:
        if self.sender() is not self._checking:
            return
        then, self._then = self._then, None
        if then is None:
            FormCheckDialog.ask(self, findings, "")
        elif not findings or FormCheckDialog.ask(self, findings, self._verb):
            then()

    def named(self) -> str:
        """Name a file after the paper, its unit and the conference."""
        return self.bar.name(self._code)

    def told(self) -> str:
        """Say that the pages are those that went out, and whether the records differ by now."""
        reader = self._context.store.connection
        request = self.bar.request(self._code, self._context.today, self.style_choice.value())
        issued = issued_papers.of_request(reader, request)
        if issued is None:
            return ""
        shown = f"Đúng bản {issued.symbol} đã ban hành, lưu trong sổ."
        return f"{shown} {_DIFFERS}" if issued_papers.differs(reader, issued) else shown

    def show_minutes(self, code: str) -> None:
        """Follow a conference, and the units an extract may be for."""
        self.bar.show_units(unit_queries.all_units(self._context.store.connection))
        super().show_minutes(code)

    @Slot()
    def _choose_paper(self) -> None:
        # the pages of another paper must not be printed or saved under this name
        self.document.close()
        self._allow()
        self._make()

    def _start(self, target: Path) -> Job:
        path = self._context.store.path
        request = self.bar.request(self._code, self._context.today, self.style_choice.value())
        return self._context.jobs.start(
            lambda step: paper_exports.export_paper(path, request, target, step)
        )
