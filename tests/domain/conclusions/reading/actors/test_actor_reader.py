"""Who is named: the longest name wins, in any spelling; others are kept as written."""

import pytest

from coordapp.domain.conclusions.reading.actors.actor_reader import ActorReader
from coordapp.domain.conclusions.reading.actors.directory import Addressee, of_units
from coordapp.domain.conclusions.reading.words.tokens import tokenize
from tests.build import a_unit

UNITS = [
    a_unit(id=1, name="Sở Giáo dục và Đào tạo", short_name="SGD"),
    a_unit(id=2, name="Sở Tài chính", short_name="STC"),
    a_unit(id=3, name="Công an tỉnh", short_name="CA"),
    a_unit(id=4, name="Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh", short_name="MTTQ"),
    a_unit(id=5, name="Ủy ban nhân dân tỉnh", short_name="UBND"),
    a_unit(id=6, name="Ban Dân vận Tỉnh ủy", short_name="BDV", aliases="Ban Dân vận; dân vận tỉnh"),
    a_unit(id=7, name="Sở Văn hóa, Thể thao và Du lịch", short_name="SVH"),
]
GROUP = Addressee(
    label="các sở, ban, ngành", names=("các sở, ban, ngành", "các sở, ngành"), is_group=True
)
READER = ActorReader([*of_units(UNITS), GROUP])


def named(text):
    tokens, found, place = tokenize(text), [], 0
    while place < len(tokens.items):
        here = READER.at(tokens, place)
        found += [actor.label for actor in here]
        place = here[-1].stop if here else place + 1
    return found


@pytest.mark.parametrize(
    "text",
    [
        "Sở GD&ĐT", "Sở GD-ĐT", "Sở GDĐT", "Sở GD và ĐT", "Sở Giáo dục & Đào tạo", "SỞ GIÁO DỤC VÀ ĐÀO TẠO",
        "Giám đốc Sở Giáo dục và Đào tạo", "đồng chí Giám đốc Sở GD&ĐT", "SGD",
    ],
)  # fmt: skip
def test_a_unit_is_found_in_every_usual_spelling(text):
    assert named(f"Giao {text} rà soát") == ["SGD"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Uỷ ban MTTQ tỉnh", ["MTTQ"]),
        ("Mặt trận Tổ quốc tỉnh", ["MTTQ"]),
        ("UBND tỉnh", ["UBND"]),
        ("Công an tỉnh Sơn Hà", ["CA"]),
        ("Sở VHTT&DL", ["SVH"]),
        ("các sở, ngành", ["các sở, ban, ngành"]),
        ("các Sở: Tài chính, Giáo dục và Đào tạo", ["STC", "SGD"]),
        ("Giám đốc các Sở Tài chính, Văn hóa, Thể thao và Du lịch", ["STC", "SVH"]),
    ],
)
def test_names_of_the_register_give_their_labels(text, labels):
    assert named(text) == labels


@pytest.mark.parametrize(
    "text",
    [
        "Ban cán sự đảng UBND tỉnh",
        "Ban Dân vận các huyện ủy",
        "UBND huyện Cát Lâm",
        "UBND các huyện, thành phố",
        "Công an xã Thạch Bình",
        "Ban Quản lý dự án công trình giao thông",
        "Chi cục Kiểm lâm vùng II",
        "Sở Nông nghiệp và Môi trường",
        "Phòng Kinh tế, Hạ tầng và Đô thị",
        "Đoàn Kinh tế - Quốc phòng 512",
        "Trường Cao đẳng nghề Sơn Hà",
        "các đảng ủy trực thuộc Tỉnh ủy",
        "nhà trường",
        "Bộ Văn hóa, Thể thao và Du lịch",
    ],
)
def test_other_bodies_are_kept_as_written_to_the_end_of_their_names(text):
    assert named(f"Yêu cầu {text} chủ trì rà soát") == [text]


def test_the_head_of_an_unknown_body_is_kept_with_his_post():
    assert named("Giám đốc Công ty Thủy lợi Sơn Hà trực") == ["Giám đốc Công ty Thủy lợi Sơn Hà"]


@pytest.mark.parametrize(
    "text", ["Trưởng Ban Chỉ đạo", "Phó Trưởng Ban Chỉ đạo tỉnh", "Trưởng Ban Tổ chức Huyện ủy"]
)
def test_a_post_ends_where_the_name_of_its_body_begins(text):
    assert named(f"{text} kết luận") == [text]


def test_a_name_followed_by_a_post_is_the_body_of_the_post():
    assert named("đồng chí Nguyễn Văn A, Giám đốc Sở Tài chính lập") == ["STC"]


def test_short_names_are_found_only_as_they_are_written():
    assert named("Giao ca sĩ hát, phát sóng") == []


def test_words_that_begin_like_bodies_name_nobody():
    assert named("Ban hành kế hoạch, tổ chức đoàn kết, phòng ngừa, báo cáo, hội họp") == []


def test_a_short_name_of_two_units_belongs_to_neither():
    units = [
        a_unit(id=1, name="Hội Nông dân tỉnh", short_name="HND", aliases=""),
        a_unit(id=2, name="Hội Nông dân thành phố", short_name="HNDTP", aliases=""),
    ]
    tokens = tokenize("Hội Nông dân")

    assert ActorReader(of_units(units)).at(tokens, 0)[0].unit_ids == ()
