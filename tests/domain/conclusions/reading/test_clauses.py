"""What one clause says: a task and whose, a part of the one before, or nothing."""

import pytest

from coordapp.domain.conclusions.reading.actors.actor_reader import ActorReader
from coordapp.domain.conclusions.reading.actors.directory import of_units
from coordapp.domain.conclusions.reading.actors.name_lists import NameLists
from coordapp.domain.conclusions.reading.clauses import ClauseKind, ClauseReader, Setting
from coordapp.domain.conclusions.reading.words import signs
from coordapp.domain.conclusions.reading.words.tokens import tokenize
from coordapp.domain.conclusions.reading.words.verbs import LONG_VERBS
from tests.build import a_unit

READER = ActorReader(
    of_units(
        [
            a_unit(id=1, name="Sở Nội vụ", short_name="SNV"),
            a_unit(id=2, name="Tỉnh Đoàn", short_name="TĐ"),
            a_unit(id=3, name="Công an tỉnh", short_name="CA"),
        ]
    )
)
ITEM = Setting(is_item=True, is_announced=True)
AFTER_TASK = Setting(is_item=True, is_announced=True, follows_task=True)


def read(text, setting=ITEM):
    return ClauseReader(NameLists(READER, tokenize(text))).read(0, len(text), setting)


def labels(actors):
    return None if actors is None else [actor.label for actor in actors]


@pytest.mark.parametrize(
    ("text", "leads", "joined"),
    [
        pytest.param("Giao Sở Nội vụ rà soát biên chế", ["SNV"], [], id="assigning word"),
        pytest.param("Yêu cầu đồng chí Giám đốc Sở Nội vụ kiểm tra", ["SNV"], [], id="its head"),
        pytest.param("đồng ý giao Sở Nội vụ thẩm định", ["SNV"], [], id="agreed and assigned"),
        pytest.param("Sở Nội vụ tham mưu kế hoạch", ["SNV"], [], id="actor first"),
        pytest.param("Sở Nội vụ, Công an tỉnh lập sổ", ["SNV", "CA"], [], id="two lead"),
        pytest.param("Sở Nội vụ và Công an tỉnh đồng chủ trì đợt kiểm tra", ["SNV", "CA"], [], id="both lead"),
        pytest.param("Sở Nội vụ cùng Công an tỉnh rà soát", ["SNV"], ["CA"], id="cùng"),
        pytest.param("Sở Nội vụ và Công an tỉnh cùng rà soát", ["SNV", "CA"], [], id="cùng, both"),
        pytest.param("Giao Sở Nội vụ chủ trì, phối hợp với Công an tỉnh, Tỉnh Đoàn lập tổ", ["SNV"], ["CA", "TĐ"], id="phối hợp với"),
        pytest.param("Sở Nội vụ là đầu mối, Tỉnh Đoàn và Công an tỉnh là thành viên tổ", ["SNV"], ["TĐ", "CA"], id="thành viên"),
        pytest.param("Sở Nội vụ lập chốt, với sự tham gia của Công an tỉnh", ["SNV"], ["CA"], id="với sự tham gia"),
        pytest.param("Kinh phí in giấy mời giao Sở Nội vụ bố trí", ["SNV"], [], id="work first"),
        pytest.param("Kế hoạch do Sở Nội vụ xây dựng", ["SNV"], [], id="do"),
        pytest.param("Việc xét nghiệm được giao cho Sở Nội vụ", ["SNV"], [], id="được giao cho"),
        pytest.param("Trách nhiệm đôn đốc thuộc về Sở Nội vụ", ["SNV"], [], id="thuộc về"),
        pytest.param("Thay ống nước cũ (Sở Nội vụ chủ trì, Công an tỉnh phối hợp; 31/10)", ["SNV"], ["CA"], id="bracket"),
        pytest.param("Trực cấp cứu - Sở Nội vụ", ["SNV"], [], id="dash"),
        pytest.param("Khi có sự cố, Sở Nội vụ phải báo cáo ngay Công an tỉnh", ["SNV"], [], id="condition; a receiver is neither"),
        pytest.param("Danh sách phải gửi về Sở Nội vụ", [], [], id="a thing, and a receiver"),
        pytest.param("Giao Sở Nội vụ chỉ đạo Công an tỉnh rà soát", ["SNV"], [], id="told through the lead"),
        pytest.param("Các đơn vị: Sở Nội vụ, Tỉnh Đoàn có trách nhiệm vận động", ["SNV", "TĐ"], [], id="after a colon"),
        pytest.param("Về kinh phí, giao Sở Nội vụ cân đối", ["SNV"], [], id="topic"),
        pytest.param("Rà soát các cơ sở", None, [], id="nobody"),
        pytest.param("Phải làm ngay việc rà soát", None, [], id="must, nobody"),
    ],
)  # fmt: skip
def test_a_task_is_read_with_those_who_lead_and_coordinate(text, leads, joined):
    found = read(text)

    assert found.kind is ClauseKind.TASK
    assert (labels(found.leads), labels(found.joined)) == (leads, joined)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sở Nội vụ đã giao chỉ tiêu sớm hơn mọi năm", id="past"),
        pytest.param("Tỉnh Đoàn được giao 100 triệu đồng", id="was given money"),
        pytest.param("Sở Nội vụ chủ trì, phối hợp với Công an tỉnh đã chuẩn bị chu đáo", id="past after partners"),
        pytest.param("Đến nay đạt 62% giá trị hợp đồng", id="figures"),
        pytest.param("Đánh giá cao Sở Nội vụ", id="praise"),
        pytest.param("Thống nhất cơ cấu giải thưởng do Sở Nội vụ đề nghị", id="decision"),
        pytest.param("Về giá nước, chấp thuận giữ nguyên", id="decision after a topic"),
        pytest.param("Chưa xem xét việc tăng phụ cấp", id="refusal"),
        pytest.param("Mong các đồng chí giữ sức khỏe", id="wish"),
        pytest.param("Ý kiến đề nghị mời Sở Nội vụ", id="an opinion"),
        pytest.param("Hôm trước tôi đã giao Sở Nội vụ tìm nguồn", id="told in passing"),
        pytest.param("Văn phòng thông báo để các cơ quan biết, thực hiện", id="closing"),
        pytest.param("Đề nghị các cơ quan, đơn vị nghiêm túc triển khai thực hiện", id="empty order"),
        pytest.param("Ban Chỉ đạo thống nhất chủ trương này", id="a superior decides"),
    ],
)  # fmt: skip
def test_what_asks_nothing_is_silent(text):
    assert read(text).kind is ClauseKind.SILENT


@pytest.mark.parametrize(
    "text",
    [
        "báo cáo Ban Chỉ đạo trước ngày 5/4",
        "kết quả gửi Thường trực Tỉnh ủy",
        "Thời hạn hoàn thành: trong tháng Mười",
        "khi có sự cố phải báo cáo ngay",
        "Tỉnh Đoàn phối hợp",
        "Chủ trì: Sở Nội vụ",
        "phần còn lại quyết toán sau",
    ],
)
def test_what_only_reports_or_tells_the_time_belongs_to_the_task_before(text):
    assert read(text, AFTER_TASK).kind is ClauseKind.JOINS


def test_who_only_helps_is_added_to_the_task_before():
    assert labels(read("Tỉnh Đoàn phối hợp", AFTER_TASK).joined) == ["TĐ"]


def test_work_below_a_heading_of_units_is_theirs_whatever_it_says():
    below = Setting(is_item=True, is_announced=True, below_units=True)

    assert read("Thống nhất phương án huy động lực lượng", below).kind is ClauseKind.TASK
    assert read("Chỉ đạo Tỉnh Đoàn trực", below).leads is None


def test_what_may_ask_something_is_doubtful():
    assert read("Vấn đề xe đưa đón").kind is ClauseKind.DOUBTFUL


def test_what_joins_two_clauses_takes_no_word_from_a_verb():
    assert [verb for verb in LONG_VERBS if signs.CONNECTS.match(verb)] == []


@pytest.mark.parametrize("text", ["xin ý kiến Thường trực", "xin gia hạn dự án", "xin chủ trương"])
def test_asking_for_leave_is_a_task_and_no_courtesy(text):
    assert signs.CONNECTS.match(text) is None
    assert signs.CONNECTS.match("xin đề nghị").end() == len("xin ")


@pytest.mark.parametrize("text", ["đánh giá và đề xuất giải pháp", "đánh giá, kiến nghị cách làm"])
def test_to_judge_and_to_do_more_is_asked_and_no_praise(text):
    assert signs.PRAISES.match(text) is None


@pytest.mark.parametrize("text", ["đánh giá cao Tỉnh Đoàn", "đánh giá và ghi nhận kết quả"])
def test_to_judge_and_nothing_beside_is_praise(text):
    assert signs.PRAISES.match(text)
