"""Which rows name the columns, and what they name."""

from coordapp.domain.importing.layout.columns import ImportColumn
from coordapp.domain.importing.layout.header import header_at, remembered
from coordapp.domain.tasks.task import WorkState
from tests.domain.importing.building import a_sheet, header_of

NUMBER, WORK, LEAD, DUE = (
    ImportColumn.NUMBER, ImportColumn.WORK, ImportColumn.LEAD, ImportColumn.DUE,
)  # fmt: skip


def test_titles_in_one_row() -> None:
    header = header_of(["TT", "Nội dung", "Đơn vị", "Hạn"], [1, "Việc", "HND", "30/6"])

    assert header.fields == {0: NUMBER, 1: WORK, 2: LEAD, 3: DUE}
    assert (header.first, header.last, header.is_usable) == (1, 1, True)


def test_parts_below_a_title_split_it() -> None:
    header = header_of(
        ["TT", "Nhiệm vụ", "Thời gian", None, "Kết quả", None],
        [None, None, "Bắt đầu", "Kết thúc", "Nội dung", "%"],
        [1, "Việc", "1/1", "30/6", "Đã làm", 50],
    )

    assert header.fields == {
        0: NUMBER, 1: WORK, 2: ImportColumn.ASSIGNED, 3: DUE,
        4: ImportColumn.PROGRESS, 5: ImportColumn.PERCENT,
    }  # fmt: skip
    assert (header.last, header.titles[3]) == (2, "Thời gian Kết thúc")


def test_a_merged_title_stands_over_its_columns_and_no_further() -> None:
    header = header_of(
        ["TT", "Nhiệm vụ", "Thời hạn", None, None],
        [None, None, "Ban đầu", "Gia hạn", "Ghi chú"],
        [1, "Việc", "1/1", "30/6", None],
        merged=((1, 3, 1, 4),),
    )

    assert header.fields[2] is DUE
    assert header.fields[3] is ImportColumn.EXTENDED
    assert header.fields[4] is ImportColumn.NOTE


def test_the_surer_of_two_titles_has_the_field() -> None:
    header = header_of(["Thời hạn theo kết luận số 5", "Thời hạn", "Việc"], ["x", "30/6", "Việc"])

    assert header.fields == {1: DUE, 2: WORK}


def test_marked_columns_are_states() -> None:
    header = header_of(
        ["TT", "Nhiệm vụ", "Tình hình", None, None],
        [None, None, "Đã xong", "Đang làm", "Chưa làm"],
        [1, "Việc", "x", None, None],
        [2, "Việc", None, "X", None],
    )

    assert header.ticks == {
        2: WorkState.DONE, 3: WorkState.IN_PROGRESS, 4: WorkState.NOT_STARTED,
    }  # fmt: skip


def test_hidden_columns_name_nothing_even_where_they_stand_first() -> None:
    header = header_of(["Thời hạn", "Nhiệm vụ", "Hạn"], ["1/1", "Việc", "30/6"], hidden_columns={1})

    assert header.fields == {1: WORK, 2: DUE}


def test_the_remark_of_our_list_is_no_deadline() -> None:
    header = header_of(["Nhiệm vụ", "Thời hạn", "Hạn"], ["Việc", "còn 3 ngày", "30/6"])

    assert header.fields == {0: WORK, 2: DUE}


def test_a_mapping_chosen_earlier_goes_before() -> None:
    sheet = a_sheet(["Việc", "Ai", "Hạn"], ["Một", "HND", "30/6"])

    header = remembered(header_at(sheet, 1), {"viec": "content", "ai": "lead", "han": "nothing"})

    assert header.fields == {0: ImportColumn.CONTENT, 1: LEAD}


def test_tables_of_the_same_titles_have_one_signature() -> None:
    first = header_of(["TT", "Nhiệm vụ", None, "Hạn"], [1, "Việc", "", "30/6"])
    second = header_of(["tt", "NHIỆM VỤ", None, "hạn", None], [1, "Khác", "", "1/7", ""])

    assert first.signature == second.signature == "tt|nhiem vu||han"
