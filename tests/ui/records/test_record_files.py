"""Files of what a list holds: one button counts them, and opens them for the current row."""

from datetime import date

import pytest

from coordapp.domain.kernel.changes import Kind
from coordapp.ui.indicators.page import IndicatorsPage
from coordapp.ui.practices.page import PracticesPage
from coordapp.ui.programmes.page import ProgrammesPage

TODAY = date(2018, 3, 31)


@pytest.fixture
def context(context_on, sample):
    return context_on(sample, TODAY)


def kept_on(page):
    """Give the lists of a page that keep files."""
    match page:
        case ProgrammesPage():
            return (page.directives.files, page.programmes.files)
        case IndicatorsPage():
            return (page.files,)
        case _:
            for part in ("movements", "reports_due", "models"):
                page.show_part(part)
            return (*page.models.files, *page.movements.files, *page.reports.files)


@pytest.mark.parametrize("made", [ProgrammesPage, IndicatorsPage, PracticesPage])
def test_each_list_counts_the_files_of_its_current_row(show_page, context, tmp_path, qtbot, made):
    page = show_page(made(context))
    paper = tmp_path / "Tờ trình.pdf"
    paper.write_bytes(b"%PDF-1.7")

    for files in kept_on(page):
        record = files._editor.table.current_record()
        if record is None:
            continue
        assert files.button.text() == "Tệp…"
        dialog = files.dialog_of(record.id, "")
        qtbot.addWidget(dialog)
        dialog.files.add([paper])
        context.bus.deliver()
        assert files.button.text() == "Tệp (1)…"
        assert [one.name for one in dialog.files.model.records()] == ["Tờ trình.pdf"]
        context.store.undo()
        context.bus.deliver()
        assert files.button.text() == "Tệp…"


def test_the_button_follows_the_current_row(show_page, context, tmp_path):
    page = show_page(PracticesPage(context))
    files = page.models.files[0]
    first, second = page.models.models.model.records()[:2]
    paper = tmp_path / "a.pdf"
    paper.write_bytes(b"%PDF-1.7")
    page.models.models.table.select_id(second.id)
    files.dialog_of(second.id, second.name).files.add([paper])
    context.bus.deliver()

    page.models.models.table.select_id(first.id)
    assert files.button.text() == "Tệp…"
    page.models.models.table.select_id(second.id)
    assert files.button.text() == "Tệp (1)…"
    assert files._kind is Kind.PRACTICE
