"""Stamps of secrecy are known, ordinary words that look like them are not."""

import unicodedata

import pytest

from coordapp.domain.documents.secrecy import Secrecy, ensure_ordinary, stamp_in, stamp_of_paper
from coordapp.domain.kernel.errors import RuleViolation
from coordapp.domain.words.labels import secrecy_warning
from coordapp.domain.words.messages import sentence


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("MẬT", Secrecy.SECRET),
        ("Kế hoạch diễn tập\nMẬT\nTrang 1", Secrecy.SECRET),
        ("12/KH-BCĐ (Mật)", Secrecy.SECRET),
        ("Kế hoạch 12 – MẬT", Secrecy.SECRET),
        ("Độ mật: Mật", Secrecy.SECRET),
        ("văn bản đóng dấu Mật", Secrecy.SECRET),
        ("Báo cáo TỐI MẬT", Secrecy.TOP_SECRET),
        ("công văn tối mật số 3", Secrecy.TOP_SECRET),
        ("Tuyệt mật", Secrecy.ABSOLUTE),
        ("MẬT, TUYỆT MẬT", Secrecy.ABSOLUTE),
        (unicodedata.normalize("NFD", "TUYỆT MẬT"), Secrecy.ABSOLUTE),
    ],
)
def test_a_stamp_is_found(text, degree):
    assert stamp_in("Nhiệm vụ", text) is degree


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tuyên truyền bảo vệ bí mật nhà nước",
        "HỘI NGHỊ VỀ BẢO VỆ BÍ MẬT NHÀ NƯỚC",
        "Công tác bảo mật, cơ yếu",
        "Sản xuất mật ong, MẬT ONG RỪNG",
        "giữ mật độ giao thông, buổi tối mật độ cao",
        "Quan hệ mật thiết với nhân dân",
        "Mật khẩu",
        "dấu mật mã",
    ],
)
def test_ordinary_words_are_no_stamp(text):
    assert stamp_in(text) is Secrecy.ORDINARY
    assert secrecy_warning(stamp_in(text)) == ""


def test_the_warning_names_the_stamp():
    assert "“TỐI MẬT”" in secrecy_warning(Secrecy.TOP_SECRET)


@pytest.mark.parametrize("secrecy", set(Secrecy) - {Secrecy.ORDINARY})
def test_nothing_above_ordinary_may_be_kept(secrecy):
    with pytest.raises(RuleViolation) as refused:
        ensure_ordinary(secrecy)

    assert "Luật Bảo vệ bí mật nhà nước" in sentence(refused.value)


def test_what_is_ordinary_may_be_kept():
    ensure_ordinary(Secrecy.ORDINARY)


@pytest.mark.parametrize("line", ["MẬT", "  (MẬT) ", "MẬT\r"])
def test_a_paper_is_stamped_on_a_line_of_its_own(line):
    assert stamp_of_paper(f"TỈNH ỦY\n{line}\nKẾ HOẠCH") is Secrecy.SECRET


@pytest.mark.parametrize("text", ["Bảo vệ tài liệu tối mật", "Theo kế hoạch số 12 (Mật)", ""])
def test_a_paper_that_speaks_of_secrets_is_not_stamped(text):
    assert stamp_of_paper(text) is Secrecy.ORDINARY
