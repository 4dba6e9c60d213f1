"""What is empty or contradictory in a paper is named: each thing that may be, in its place."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.conclusions.conclusion import ConclusionKind
from coordapp.domain.documents.fingerprint import fingerprint
from coordapp.domain.documents.form_check import check
from coordapp.domain.documents.letter_contents import LetterConclusion, Signer
from coordapp.domain.documents.minutes_contents import AssignmentRow, Attendee, SpeechLine
from tests.domain.documents.test_form_check import MINUTES, NOTICE, PEOPLE
from tests.formats.report_papers import a_letter, a_supplement, an_assignment, an_invitation

HELD = date(2017, 12, 29)


def found(report, place: str, today: date | None = None) -> list[str]:
    return [one.found for one in check(report, today) if one.place == place]


@pytest.mark.parametrize(
    ("change", "place", "words"),
    [
        ({"documents": " "}, "Tài liệu", "để trống"),
        ({"agenda": (), "proceedings": "", "speeches": ()}, "Diễn biến", "để trống"),
        (
            {"speeches": (SpeechLine(speaker="", post="", gist="Nhất trí"),)},
            "Diễn biến",
            "để trống",
        ),
        ({"speeches": (SpeechLine(speaker="A", post="", gist=" "),)}, "Diễn biến", "để trống"),
        ({"absent": (Attendee(name="Vắng", post=""),)}, "Vắng mặt", "chưa ghi cho Vắng"),
        (
            {"absent": (Attendee(name="", post="", excused=True),)},
            "Vắng mặt",
            "1 người chưa ghi",
        ),
        ({"conclusions": ((1, " "),)}, "Kết luận 1", "để trống"),
        ({"end_time": "07:00", "start_time": "8 giờ 00"}, "Giờ kết thúc", "07:00"),
        ({"ended_on": HELD - timedelta(1)}, "Giờ kết thúc", "kết thúc"),
        ({"purpose": "Ý kiến của UBND các xã"}, "Chữ viết tắt", "UBND"),
    ],
)
def test_minutes_name_what_is_open(change, place, words):
    (said,) = found(replace(MINUTES, **change), place)

    assert words in said


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân (UBND) các xã; UBND báo cáo",
        "Theo Thông báo số 05-TB/BCĐ và mã NV-2018-001",
        "Chương IV, mục XI",
        "HỘI NGHỊ TỔNG KẾT",
        "Kết luận 3A",
    ],
)
def test_what_is_explained_or_no_abbreviation_is_left_alone(text):
    assert found(replace(MINUTES, purpose=text), "Chữ viết tắt") == []


def test_people_without_a_form_of_address_are_named_once_in_a_state_paper():
    people = tuple(Attendee(name=f"Khách {n}", post="") for n in range(7))
    state = replace(MINUTES, style=DocumentStyle.STATE, guests=people)

    assert "chưa ghi cho Khách 0, Khách 1, Khách 2, Khách 3, Khách 4 và 2 người khác" in found(
        state, "Xưng hô"
    )
    assert found(replace(state, style=DocumentStyle.PARTY), "Xưng hô") == []


@pytest.mark.parametrize("report", [MINUTES, NOTICE], ids=["minutes", "notice"])
def test_a_conference_to_come_is_not_told_of_as_past(report):
    assert found(report, "Ngày họp", HELD - timedelta(1))
    assert found(report, "Ngày họp", HELD) == []


def test_a_paper_of_a_later_day_is_asked_about():
    assert found(NOTICE, "Ngày ban hành", date(2018, 1, 4)) == ["ngày 05/01/2018"]
    assert found(NOTICE, "Ngày ban hành", date(2018, 1, 5)) == []


def test_an_invitation_goes_out_before_its_conference_and_names_whom_it_asks():
    sent = an_invitation(issued_on=date(2030, 1, 1))
    blank = replace(sent, invited=(*PEOPLE, Attendee(name=" ", post="")), issued_on=HELD)

    assert found(sent, "Ngày ban hành")
    assert found(blank, "Kính gửi") == ["1 người chưa ghi"]


@pytest.mark.parametrize(("words", "said"), [("cuối nhiệm kỳ", "chưa tính"), ("", "để trống")])
def test_a_deadline_without_a_day_is_named(words, said):
    row = AssignmentRow(
        number=2, conclusion="Giao", kind=ConclusionKind.ASSIGN, code="NV-1", deadline=words
    )

    (told,) = found(replace(an_assignment(), rows=(row,)), "Kết luận 2")
    assert said in told


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"number": None}, "Số, ký hiệu"),
        ({"text": " "}, "Nội dung bổ sung"),
        ({"signed_symbol": ""}, "Biên bản đã ký"),
        ({"chair_name": ""}, "Chữ ký"),
        ({"issued_on": date(2000, 1, 1)}, "Ngày ban hành"),
    ],
)
def test_supplementary_minutes_name_what_is_open(change, place):
    assert found(replace(a_supplement(), **change), place)


def test_an_empty_conclusion_of_a_notice_is_named():
    empty = LetterConclusion(number=3, kind=ConclusionKind.ASSIGN, text="")

    assert found(replace(NOTICE, conclusions=(empty,)), "Kết luận 3") == ["để trống"]


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"text": " "}, "Nội dung"),
        ({"addressees": ("",)}, "Kính gửi"),
        ({"subject": ""}, "Trích yếu"),
        ({"symbol": ""}, "Số, ký hiệu"),
        ({"issued_on": None}, "Ngày ban hành"),
        ({"signer": Signer()}, "Người ký"),
        ({"recipients": ()}, "Nơi nhận"),
    ],
)
def test_a_letter_names_what_is_open(change, place):
    assert found(replace(a_letter(), **change), place)
    assert found(a_letter(), place) == []


# --- what a paper tells, as one hash


def test_the_same_words_have_the_same_hash_and_others_another():
    other = replace(NOTICE, title="Hội nghị khác")

    assert fingerprint(NOTICE) == fingerprint(replace(NOTICE))
    assert fingerprint(other) != fingerprint(NOTICE)


@pytest.mark.parametrize("setting", [{"due_soon_days": 9}, {"working_day": HELD}])
def test_what_no_paper_prints_changes_no_hash(setting):
    told = replace(NOTICE, committee=replace(NOTICE.committee, **setting))

    assert fingerprint(told) == fingerprint(NOTICE)
    assert fingerprint(MINUTES) == fingerprint(replace(MINUTES, sections=frozenset()))


def test_a_value_that_is_empty_changes_no_hash():
    assert fingerprint(replace(NOTICE, place="")) == fingerprint(NOTICE)
