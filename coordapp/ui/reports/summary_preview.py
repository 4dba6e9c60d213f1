"""The review report as it will be printed, beside the words that are typed for it."""

from dataclasses import replace
from pathlib import Path

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.services.summaries.summary_exports import export_summary
from coordapp.services.summaries.summary_reading import SummaryRequest
from coordapp.ui.kit.jobs import Job
from coordapp.ui.papers.preview import PaperPreview
from coordapp.ui.widgets.save_as import PDF_OR_WORD


class SummaryPreview(PaperPreview):
    """Follows a period and a version, and makes the paper anew when a word or a figure changes."""

    noun = "Báo cáo"
    kinds = PDF_OR_WORD
    _asked: SummaryRequest | None = None
    _name = ""

    def show_summary(self, asked: SummaryRequest, name: str) -> None:
        """Show a version of the report of a period, which is named."""
        self._asked, self._name = asked, name
        self.show_minutes(f"{asked.since}·{asked.until}·{asked.version}")

    def named(self) -> str:
        """Propose the name of the report."""
        return self._name.replace("/", ".")

    def _start(self, target: Path) -> Job:
        if self._asked is None:
            raise RuntimeError("no period is shown")
        style: DocumentStyle = self.style_choice.value()
        asked = replace(self._asked, style=style)
        path = self._context.store.path
        return self._context.jobs.start(lambda step: export_summary(path, asked, target, step))
