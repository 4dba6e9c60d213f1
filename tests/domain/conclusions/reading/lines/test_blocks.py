"""Parts of a paper: head, account, speeches, conclusions, foot."""

from coordapp.domain.conclusions.reading.lines.blocks import Part, read_blocks
from coordapp.domain.conclusions.reading.lines.written_lines import read_lines

NOTICE = """UBND TỈNH SƠN HÀ
Số: 12/TB-UBND
Sơn Hà, ngày 05 tháng 3 năm 2024
THÔNG BÁO
Kết luận của Chủ tịch UBND tỉnh

Đến nay toàn tỉnh đạt 40%. Chủ tịch UBND tỉnh kết luận:
I. ĐÁNH GIÁ
Sở Y tế làm tốt.
II. NHIỆM VỤ
1. Sở Y tế rà soát.
Nơi nhận:
- Sở Y tế;
- Lưu: VT."""


def parts(text):
    return [block.part for block in read_blocks(read_lines(text))]


def test_a_notice_has_all_its_parts():
    head, before, account, tasks, foot = (
        Part.HEAD, Part.PREAMBLE, Part.ACCOUNT, Part.CONCLUSIONS, Part.FOOT,
    )  # fmt: skip

    assert parts(NOTICE) == [*[head] * 5, before, account, account, tasks, tasks, *[foot] * 3]


def test_speeches_of_minutes_end_where_the_conclusions_begin():
    text = "BIÊN BẢN\nHọp giao ban\n\nI. Ý KIẾN PHÁT BIỂU\n- Sở Y tế: thiếu máy.\nII. KẾT LUẬN\n1) Sở Y tế mua."

    assert parts(text)[2:] == [Part.SPEECHES, Part.SPEECHES, Part.CONCLUSIONS, Part.CONCLUSIONS]


def test_those_whom_a_wire_is_sent_to_are_no_conclusions():
    text = "CÔNG ĐIỆN\n\nĐIỆN:\n- Sở Y tế;\n- Công an tỉnh.\n\nChủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế trực."

    assert parts(text)[1:4] == [Part.ADDRESSEES] * 3


def test_a_heading_says_whether_work_follows():
    blocks = read_blocks(read_lines("II. CÁC VIỆC PHẢI LÀM\n1. Sở Y tế rà soát."))

    assert (blocks[0].is_heading, blocks[0].opens_tasks) == (True, True)


def test_an_annex_after_the_recipients_is_read_again():
    text = NOTICE + "\nPHỤ LỤC\n1. Giao Sở Y tế lập danh sách gửi về Sở Nội vụ."

    assert parts(text)[-1] is Part.CONCLUSIONS


def test_a_second_paper_after_the_foot_is_a_paper_of_its_own():
    assert (
        parts(NOTICE + "\nTHÔNG BÁO\nvề việc khác\n\n1. Giao Sở Y tế trực.")[-1] is Part.CONCLUSIONS
    )
