"""Everything an import finds has words."""

import re
from pathlib import Path

import pytest

from coordapp.domain import importing
from coordapp.domain.calendar.deadline import Assumption
from coordapp.domain.importing import labels
from coordapp.domain.importing.layout import suitability
from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.lines import PassReason
from coordapp.domain.importing.plan import PassedOver
from coordapp.domain.importing.row import Assumed
from coordapp.domain.importing.workbook import RowOutcome, WorkbookNote

ROOT = Path(importing.__file__).parent


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ImportColumn, labels.IMPORT_COLUMN),
        (ImportColumn, labels.RECORD_FIELD),
        (PassReason, labels.PASS_REASON),
        (RowOutcome, labels.ROW_OUTCOME),
        (WorkbookNote, labels.WORKBOOK_NOTE),
    ],
)
def test_all_of_a_kind_have_words(kind, words) -> None:
    assert set(words) == set(kind)


def test_all_that_may_be_assumed_has_words() -> None:
    said = {assumption.value for assumption in Assumption}
    for path in ROOT.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        said |= set(re.findall(r"assume\(\s*[^,()]+,\s*[^,]+,\s*\"(\w+)\"", source))
        said |= set(re.findall(r"code=\"(\w+)\", params=\{\"row\"", source))

    assert said <= set(labels.ASSUMED)


def test_every_kind_of_other_table_has_words() -> None:
    assert set(labels.OTHER_TABLE) == set(suitability.KINDS)


@pytest.mark.parametrize(
    ("detail", "why"),
    [
        ("4|Sổ", "trùng hoàn toàn với dòng 4"),
        ("4|Khác", "trùng hoàn toàn với dòng 4 trang “Khác”"),
    ],
)
def test_where_a_row_stands_already_is_said(detail, why) -> None:
    row = PassedOver(sheet="Sổ", row=9, reason=PassReason.REPEATED, detail=detail)

    assert labels.why_passed(row) == why


def test_what_kind_of_table_a_sheet_holds_is_said() -> None:
    row = PassedOver(sheet="Sổ", row=1, reason=PassReason.NOT_A_REGISTER, detail="budget")

    assert labels.why_passed(row) == "trang không có sổ nhiệm vụ, có vẻ là dự toán kinh phí"


def test_what_was_typed_stands_in_the_reason() -> None:
    assumed = Assumed(
        column=ImportColumn.LEAD, value="HND", code="spelling", params={"typed": "Hội ND"}
    )

    assert labels.why_assumed(assumed) == "viết là “Hội ND”"
