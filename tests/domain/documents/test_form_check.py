"""The form of papers: a right one has no findings, each mistake has its own."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import CommitteeRole, FormOfAddress
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.documents.document import Authority
from coordapp.domain.documents.form_check import check
from coordapp.domain.documents.letter_contents import LetterConclusion, NoticeReport, Signer
from coordapp.domain.documents.minutes_contents import Attendee, SpeechLine
from tests.formats.report_minutes import COMMITTEE, a_minutes

NOTICE = NoticeReport(
    committee=COMMITTEE,
    style=DocumentStyle.PARTY,
    conference_code="HN-2017-01",
    title="Hội nghị tổng kết năm 2017",
    held_on=date(2017, 12, 29),
    chair_name="Nguyễn Văn Hưởng",
    chair_post="Trưởng ban",
    chair_address=FormOfAddress.MR,
    symbol="05-TB/BCĐ",
    issued_on=date(2018, 1, 5),
    signer=Signer(name="Nguyễn Văn Hưởng", post="Trưởng ban", role=CommitteeRole.HEAD),
    recipients=("Thường trực Tỉnh ủy",),
    conclusions=(LetterConclusion(number=1, kind=ConclusionKind.ASSIGN, text="Giao các đơn vị"),),
)
MR, MRS = FormOfAddress.MR, FormOfAddress.MRS
PEOPLE = tuple(Attendee(name=f"Người thứ {n}", post="Ủy viên", address=MR) for n in range(1, 4))
MINUTES = a_minutes(number=5, present=PEOPLE, guests=(), recorder_name="Người ghi")
DEPUTY = Signer(name="A", post="Phó Trưởng ban", role=CommitteeRole.DEPUTY)


def places(report) -> list[str]:
    return [finding.place for finding in check(report)]


@pytest.mark.parametrize("style", DocumentStyle)
def test_a_right_paper_has_no_findings(style) -> None:
    notice = replace(NOTICE, style=style, chair_name="Người chủ trì", chair_address=MR)
    minutes = replace(MINUTES, style=style, chair_address=MR, recorder_address=MRS)

    assert check(notice) == ()
    assert check(minutes) == ()


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"symbol": ""}, "Số, ký hiệu"),
        ({"issued_on": None}, "Ngày ban hành"),
        ({"title": " "}, "Tên hội nghị"),
        ({"signer": Signer()}, "Người ký"),
        ({"recipients": ()}, "Nơi nhận"),
        ({"conclusions": ()}, "Kết luận"),
        ({"committee": replace(COMMITTEE, document_code="")}, "Ký hiệu của Ban Chỉ đạo"),
        ({"committee": replace(COMMITTEE, place="")}, "Địa danh"),
        ({"subject": "về Nghị quyết ngày 5 tháng 3"}, "Trích yếu"),
    ],
)
def test_what_is_missing_in_a_notice_is_named(change, place) -> None:
    assert places(replace(NOTICE, **change)) == [place]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"number": None}, "Số, ký hiệu"),
        ({"chair_name": ""}, "Chữ ký"),
        ({"recorder_name": ""}, "Chữ ký"),
        ({"present": ()}, "Thành phần"),
        ({"conclusions": ()}, "Kết luận"),
        ({"place": ""}, "Địa điểm"),
        ({"end_time": ""}, "Giờ kết thúc"),
    ],
)
def test_what_is_missing_in_minutes_is_named(change, place) -> None:
    assert places(replace(MINUTES, **change)) == [place]


def test_who_is_neither_named_nor_known_by_post_is_missing_twice():
    nobody = replace(MINUTES, chair_name="", chair_post="")

    assert places(nobody) == ["Người chủ trì", "Chữ ký"]


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        pytest.param(
            {"unnoted": PEOPLE[:2]}, "Thành phần", "chưa điểm danh 2 người", id="passed over"
        ),
        pytest.param(
            {"speeches": (SpeechLine(speaker="A", post="", gist="Ý kiến", was_absent=True),)},
            "Diễn biến", "A được ghi là vắng mặt", id="absent speaker",
        ),
        pytest.param(
            {"present": (*PEOPLE, Attendee(name="", post="Chủ tịch"))},
            "Thành phần", "1 người chỉ có chức vụ", id="nameless",
        ),
    ],
)  # fmt: skip
def test_what_the_minutes_say_against_the_roll_is_named(change, place, words):
    (finding,) = check(replace(MINUTES, **change))

    assert finding.place == place
    assert words in finding.found


def test_a_state_paper_asks_how_to_speak_of_those_it_names():
    minutes = replace(MINUTES, style=DocumentStyle.STATE, chair_address=MR)

    assert places(minutes) == ["Xưng hô"]


def test_a_notice_older_than_its_conference_is_wrong():
    (finding,) = check(replace(NOTICE, issued_on=date(2017, 12, 28)))

    assert (finding.place, finding.must) == ("Ngày ban hành", True)


@pytest.mark.parametrize(
    ("style", "signer", "required"),
    [
        (DocumentStyle.PARTY, DEPUTY, "K/T (ký thay Trưởng ban)"),
        (DocumentStyle.STATE, DEPUTY, "KT. (ký thay Trưởng ban)"),
        (
            DocumentStyle.PARTY,
            replace(NOTICE.signer, authority=Authority.FOR_HEAD),
            "ký trực tiếp",
        ),
        (
            DocumentStyle.PARTY,
            replace(NOTICE.signer, authority=Authority.FOR_BODY),
            "Trưởng ban ký trực tiếp, phó ký thay",
        ),
    ],
)
def test_the_right_to_sign_follows_the_role(style, signer, required) -> None:
    (finding,) = check(replace(NOTICE, style=style, signer=signer))
    assert (finding.place, finding.required, finding.must) == ("Quyền ký", required, True)


def test_a_deputy_who_signs_for_the_head_is_right() -> None:
    assert check(replace(NOTICE, signer=replace(DEPUTY, authority=Authority.FOR_HEAD))) == ()


@pytest.mark.parametrize(
    ("text", "required"),
    [
        ("ngày 5 tháng 03 năm 2018", "ngày 05 tháng 3"),
        ("ngày 15 tháng 2 năm 2018", "ngày 15 tháng 02"),
        ("Ngày  5  tháng 12", "ngày 05 tháng 12"),
    ],
)
def test_days_are_padded_as_papers_want(text, required) -> None:
    line = replace(NOTICE.conclusions[0], text=f"Thực hiện trước {text}.")
    (finding,) = check(replace(NOTICE, conclusions=(line,)))
    assert (finding.place, finding.required, finding.must) == ("Kết luận 1", required, False)


@pytest.mark.parametrize("text", ["ngày 05 tháng 3", "ngày 29 tháng 12", "ngày 15 tháng 02"])
def test_days_written_right_are_left_alone(text) -> None:
    line = replace(NOTICE.conclusions[0], text=text)
    assert check(replace(NOTICE, conclusions=(line,))) == ()


def test_the_same_fault_twice_in_one_place_is_told_once() -> None:
    text = "Xong ngày 5 tháng 12, báo cáo ngày 5 tháng 12."
    line = replace(NOTICE.conclusions[0], text=text)
    assert len(check(replace(NOTICE, conclusions=(line,)))) == 1
