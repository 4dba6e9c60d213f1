"""Papers, forms and lists are written where the name says how, and nowhere else."""

from dataclasses import replace
from pathlib import Path

import pytest

from coordapp.domain.documents.papers import Paper, PaperRequest
from coordapp.domain.figures.listing import ListedColumn, ListedPart, Listing
from coordapp.domain.kernel.errors import DocumentError
from coordapp.domain.tasks.queries import TaskQuery
from coordapp.services.exports import form_exports, list_exports, paper_exports
from coordapp.services.exports.form_reading import FormRequest
from coordapp.services.exports.list_exports import ListingRequest
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample

ASKED = FormRequest(as_of=SAMPLE_DAY)
MINUTES = PaperRequest(paper=Paper.MINUTES, conference_code="HN-2017-01", today=SAMPLE_DAY)
LISTING = Listing(
    title="Danh sách",
    columns=(ListedColumn(title="Mã", width=1),),
    parts=(ListedPart(rows=[("NV-1",)]),),
)


def step(_done: int, _total: int) -> None:
    """Say nothing of how far it is."""


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(target)
    return target


EXPORTS = {
    "register": lambda path, to: paper_exports.export_register(
        path, TaskQuery(), SAMPLE_DAY, to, step=step
    ),
    "paper": lambda path, to: paper_exports.export_paper(path, MINUTES, to, step),
    "list": lambda path, to: list_exports.export_listing(
        path, ListingRequest(listing=LISTING, asked=ASKED), to, step
    ),
    "status": lambda path, to: form_exports.export_status(path, ASKED, to, step),
    "late": lambda path, to: form_exports.export_late(path, ASKED, to, step),
    "conclusions": lambda path, to: form_exports.export_conclusions(path, ASKED, to, step),
    "attendance": lambda path, to: form_exports.export_attendance(path, ASKED, to, step),
    "grouped": lambda path, to: form_exports.export_grouped(path, ASKED, to, step),
    "task": lambda path, to: form_exports.export_task(path, "NV-2018-017", ASKED, to, step),
}
ENDINGS = {"paper": (".pdf", ".docx"), "list": (".xlsx", ".pdf")}
MARKS = {".pdf": b"%PDF-", ".docx": b"PK", ".xlsx": b"PK"}


@pytest.mark.parametrize(
    ("what", "ending"),
    [(what, ending) for what in EXPORTS for ending in ENDINGS.get(what, (".xlsx",))],
)
def test_what_is_written_is_what_its_name_says(path, tmp_path, what, ending):
    target = tmp_path / f"ra{ending.upper()}"

    written = EXPORTS[what](path, target)

    assert written == target
    assert target.read_bytes().startswith(MARKS[ending])


@pytest.mark.parametrize("what", EXPORTS)
@pytest.mark.parametrize("name", ["ra.txt", "ra", "ra.xlsx.bak"])
def test_a_name_that_would_not_open_again_is_refused(path, tmp_path, what, name):
    with pytest.raises(DocumentError, match="bad_extension"):
        EXPORTS[what](path, tmp_path / name)

    assert list(tmp_path.iterdir()) == []


def test_a_register_of_a_past_day_is_written_too(path, tmp_path):
    target = paper_exports.export_register(
        path, TaskQuery(), SAMPLE_DAY, tmp_path / "ra.xlsx", past=True, step=step
    )

    assert target.exists()


def test_only_some_conclusions_are_written_when_asked(path, tmp_path):
    every, some = tmp_path / "a.xlsx", tmp_path / "b.xlsx"

    form_exports.export_conclusions(path, ASKED, every, step)
    form_exports.export_conclusions(path, replace(ASKED), some, step, only=[1])

    assert some.stat().st_size < every.stat().st_size
