"""Sentences and clauses of a line."""

import pytest

from coordapp.domain.conclusions.reading.lines.sentences import clauses, sentences


def parts(text):
    return [text[clause.start : clause.end] for clause in clauses(text)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Giao Sở Y tế rà soát. Sở Nội vụ lập.", 2),
        ("Đạt 1.284 tỷ đồng, vượt 3,5 lần.", 1),
        ("Giao UBND TP. Hoa Sơn dọn.", 1),
        ("Trình q.III/2020 theo mục II.4 Nghị quyết.", 1),
        ("Xong trước ngày 15.11.2019. Sở Y tế làm.", 2),
        ("Họp lúc 8 giờ… rồi về.", 1),
    ],
)
def test_a_stop_ends_a_sentence_where_a_new_one_begins(text, count):
    assert len(list(sentences(text))) == count


def test_semicolons_part_clauses_but_not_inside_brackets():
    text = "Lập sổ (Sở Y tế; trước 5/3); gửi báo cáo; (chưa đóng ngoặc; xong."

    assert parts(text) == ["Lập sổ (Sở Y tế; trước 5/3)", "gửi báo cáo", "(chưa đóng ngoặc", "xong"]


def test_numbers_of_a_list_inside_a_line_part_it():
    text = "Đề nghị: (1) thay ống; (2) xét nghiệm nước. (3) Sở Y tế làm."

    assert parts(text) == ["Đề nghị", "thay ống", "xét nghiệm nước", "Sở Y tế làm"]
    assert [clause.listed for clause in clauses(text)] == [False, True, True, True]


def test_a_lone_number_in_brackets_is_no_list():
    assert parts("Theo khoản (1) Điều 5, Sở Y tế làm.") == ["Theo khoản (1) Điều 5, Sở Y tế làm"]


def test_words_that_count_part_a_line():
    text = "Yêu cầu: một là, không ký; hai là, lắp camera."

    assert parts(text) == ["Yêu cầu", "không ký", "lắp camera"]


def test_what_nobody_wrote_as_one_sentence_is_cut():
    assert all(end - start <= 2_000 for start, end in sentences("chữ " * 3_000))
