"""States by the whole phrase: what only begins like an end is none."""

import pytest

from coordapp.domain.importing.values import states
from coordapp.domain.tasks.task import WorkState

DONE, BEGUN, OPEN = WorkState.DONE, WorkState.IN_PROGRESS, WorkState.NOT_STARTED


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Hoàn thành", DONE),
        ("Đã hoàn thành quá hạn", DONE),
        ("Hoàn thành đúng tiến độ", DONE),
        ("Đã xong ngày 12/3", DONE),
        ("xong", DONE),
        ("ĐANG THỰC HIỆN", BEGUN),
        ("Đang thực hiện, trong hạn", BEGUN),
        ("Chưa hoàn thành", BEGUN),
        ("CHƯA TRIỂN KHAI", OPEN),
        ("Chưa thực hiện", OPEN),
        ("Tạm hoãn", WorkState.ON_HOLD),
        ("Hủy", WorkState.CANCELLED),
        ("Chờ xác nhận", WorkState.AWAITING_CONFIRMATION),
    ],
)
def test_states_are_read_in_the_words_of_papers_and_of_people(text, state) -> None:
    assert states.read(text).state is state


@pytest.mark.parametrize(
    "text",
    [
        "Cơ bản xong",
        "Cơ bản hoàn thành",
        "Hoàn thành một phần",
        "Hoàn thành dự thảo",
        "Đã hoàn thành việc thu hồ sơ của 12 xã, còn 3 xã",
        "Gần xong",
        "Xong bước 1",
    ],
)
def test_what_only_begins_like_an_end_is_begun(text) -> None:
    found = states.read(text)

    assert (found.state, found.is_certain) == (BEGUN, False)


@pytest.mark.parametrize(
    ("text", "state", "percent"),
    [
        ("Hoàn thành 80 %", BEGUN, 80),
        ("Đạt 45%", BEGUN, 45),
        ("100%", DONE, 100),
        ("0 %", OPEN, 0),
    ],
)
def test_a_share_beside_the_words_counts(text, state, percent) -> None:
    found = states.read(text)

    assert (found.state, found.percent, found.is_phrase) == (state, percent, True)


@pytest.mark.parametrize("text", ["Chậm", "Quá hạn", "Trong hạn", "Đúng hạn"])
def test_words_of_time_say_no_state(text) -> None:
    found = states.read(text)

    assert (found.state, found.is_phrase) == (None, True)


@pytest.mark.parametrize("text", ["", "Báo cáo số 12/BC-HND", "450 %"])
def test_other_words_say_nothing(text) -> None:
    assert states.read(text).state is None


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("Hoàn thành", True), ("Đã tổ chức 5 lớp tập huấn cho hội viên", False), ("Chậm", True)],
)
def test_a_phrase_is_told_from_an_account(text, is_so) -> None:
    assert states.is_phrase(text) is is_so


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("Đã hòa giải thành", False), ("Đã làm 3 xã, còn 2 xã", True), ("Cơ bản xong", True)],
)
def test_an_account_of_what_is_left_is_told_from_one_of_what_was_done(text, is_so) -> None:
    assert states.read(text).leaves_open is is_so


@pytest.mark.parametrize(
    ("text", "state", "percent"),
    [
        ("Đã hoàn thành 100%, báo cáo số 12/BC ngày 10/2/2018", WorkState.DONE, 100),
        ("Đã thực hiện được 45% khối lượng công việc của năm", WorkState.IN_PROGRESS, 45),
        ("Đã hoàn thành 100% phần hồ sơ, còn 2 xã chưa ký", WorkState.IN_PROGRESS, 100),
    ],
)
def test_an_account_that_begins_with_its_share_is_read_by_it_and_shown(
    text, state, percent
) -> None:
    found = states.read(text)

    assert (found.state, found.percent) == (state, percent)
    assert not found.is_certain


def test_work_done_beyond_its_plan_is_done() -> None:
    assert states.read("Hoàn thành vượt kế hoạch").state is WorkState.DONE
