"""Who leads and who takes part, by the marks below the names of units."""

import pytest

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.parties import marked_parties
from tests.domain.importing.building import lines_of, the_table

TITLES = ["TT", "Nhiệm vụ", "Hạn", "HND", "Tỉnh Đoàn", "Ghi chú"]
PARTIES = {0: "HND", 1: "Tỉnh Đoàn", 2: "UBMTTQ tỉnh"}


def test_columns_called_after_units_are_known() -> None:
    row = [1, "Rà soát các hộ vay vốn", "30/6/2018", "P", "C", ""]

    table = the_table(TITLES, row, row)
    (line, _) = lines_of(TITLES, row, row)

    assert table.header.parties == {3: "HND", 4: "Tỉnh Đoàn"}
    assert line.view.given[ImportColumn.LEAD] == "Tỉnh Đoàn"
    assert line.view.given[ImportColumn.COORDINATING] == "HND"


def test_a_column_of_units_leaves_no_matrix() -> None:
    row = [1, "Rà soát các hộ vay vốn", "30/6/2018", "x", "", "", "HND"]

    assert the_table([*TITLES, "Đơn vị chủ trì"], row, row).header.parties == {}


@pytest.mark.parametrize(
    ("marks", "lead", "others"),
    [
        (["C", "P", "P"], "HND", "Tỉnh Đoàn; UBMTTQ tỉnh"),
        (["phối hợp", "Chủ trì", ""], "Tỉnh Đoàn", "HND"),
        (["", "x", ""], "Tỉnh Đoàn", None),
        (["x", "C", ""], "Tỉnh Đoàn", "HND"),
        (["x", "x", ""], "HND; Tỉnh Đoàn", None),
        (["-", "", ""], None, None),
    ],
)
def test_marks_say_who_leads(marks, lead, others) -> None:
    found = marked_parties(marks, PARTIES)

    assert (found.get(ImportColumn.LEAD), found.get(ImportColumn.COORDINATING)) == (lead, others)
