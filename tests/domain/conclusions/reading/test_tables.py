"""Tables pasted with tabs, with and without titles."""

from datetime import date

from coordapp.domain.calendar.deadline import DeadlineContext
from coordapp.domain.conclusions.reading.actors.directory import of_units
from coordapp.domain.conclusions.reading.notice import NoticeReader
from tests.build import a_unit

UNITS = [
    a_unit(id=1, name="Sở Y tế", short_name="SYT"),
    a_unit(id=2, name="Công an tỉnh", short_name="CA"),
    a_unit(id=3, name="Tỉnh Đoàn", short_name="TĐ"),
]
ROWS = "1\tTrực cấp cứu\tSở Y tế\t\t15/02/2024\n2\tGiữ xe\tCông an tỉnh, Sở Ngoại vụ\tTỉnh Đoàn\tHằng ngày\n"


def read(text):
    reader = NoticeReader(of_units(UNITS))
    return reader.read(text, DeadlineContext(told_on=date(2024, 1, 16))).drafts


def facts(drafts):
    return [
        (
            one.quote.split("\t")[0],
            [party.label for party in one.leads],
            [party.label for party in one.coordinating],
            one.deadline.due,
            one.deadline.wording,
        )
        for one in drafts
    ]


EXPECTED = [
    ("Trực cấp cứu", ["SYT"], [], date(2024, 2, 15), "15/02/2024"),
    ("Giữ xe", ["CA", "Sở Ngoại vụ"], ["TĐ"], None, "Hằng ngày"),
]


def test_titles_say_what_the_columns_hold():
    assert facts(read("STT\tNội dung\tChủ trì\tPhối hợp\tThời hạn\n" + ROWS)) == EXPECTED


def test_columns_without_titles_are_told_by_what_they_hold():
    assert facts(read(ROWS)) == EXPECTED


def test_columns_in_another_order_are_found_by_their_titles():
    text = "Thời gian hoàn thành\tĐơn vị thực hiện\tCông việc\n15/02/2024\tSở Y tế\tTrực cấp cứu\n"

    ((_, leads, _, due, _),) = facts(read(text))

    assert (leads, due) == (["SYT"], date(2024, 2, 15))


def test_rows_without_work_are_no_tasks():
    (one,) = read("STT\tNội dung\tChủ trì\nI\t\t\n1\tTrực\tSở Y tế\n")

    assert one.words == "Trực Sở Y tế"


def test_a_row_of_work_alone_is_told_but_not_a_title():
    text = "STT\tNội dung\tChủ trì\nI\tVề y tế\n1\tTrực\tSở Y tế\n2\tDọn dẹp\t\n3\tHát\tTỉnh Đoàn\n"
    reader = NoticeReader(of_units(UNITS))

    reading = reader.read(text, DeadlineContext(told_on=date(2024, 1, 16)))

    assert len(reading.drafts) == 2
    assert [text[start:end] for start, end in reading.unhandled] == ["2\tDọn dẹp"]
