"""Reading the papers of a conference: what each says, and when there is nothing to print."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.committee.person import CommitteeRole
from coordapp.domain.conferences.conference import Attendance, AttendanceState
from coordapp.domain.documents.document import Authority, DocumentType
from coordapp.domain.documents.letter_contents import (
    ExtractReport,
    InvitationReport,
    NoticeReport,
    ParticipantsReport,
)
from coordapp.domain.documents.minutes_contents import AssignmentReport, MinutesReport
from coordapp.domain.documents.papers import USUAL, Paper, PaperRequest, Section
from coordapp.domain.kernel.errors import DocumentError, RuleViolation
from coordapp.domain.kernel.ids import AttendanceId
from coordapp.services.committee import committee_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions, letter_reading
from coordapp.services.exports import paper_exports
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.queries import conference_queries, unit_queries

CODE = "HN-2017-01"


@pytest.fixture
def sample(tmp_path):
    path = tmp_path / "mau.db"
    write_sample(path)
    store = Store.open(path)
    yield store
    store.close()


def read(store, paper, **more):
    request = PaperRequest(
        paper=paper, today=SAMPLE_DAY, conference_code=more.pop("code", CODE), **more
    )
    return letter_reading.read(store.connection, request)


def test_a_notice_has_the_number_and_the_date_it_was_issued_with(sample):
    report = read(sample, Paper.NOTICE)

    assert isinstance(report, NoticeReport)
    assert (report.symbol, report.issued_on) == ("05-TB/BCĐ", date(2018, 1, 5))
    assert report.signer.role is CommitteeRole.HEAD
    assert report.signer.authority is Authority.DIRECT
    assert [line.number for line in report.conclusions] == list(range(1, 8))
    assert report.assignment is None


def test_a_notice_in_the_other_style_has_its_number_in_that_style(sample):
    report = read(sample, Paper.NOTICE, style=DocumentStyle.STATE)
    assert report.symbol == "05/TB-BCĐ"


def test_a_conference_without_conclusions_has_no_notice(sample):
    planned = next(c for c in conference_queries.find(sample.connection) if c.code != CODE)
    for paper in (Paper.NOTICE, Paper.ASSIGNMENT):
        with pytest.raises(RuleViolation, match="nothing_concluded"):
            read(sample, paper, code=planned.code)
    assert isinstance(read(sample, Paper.MINUTES, code=planned.code), MinutesReport)
    assert isinstance(read(sample, Paper.INVITATION, code=planned.code), InvitationReport)


def test_the_deputy_who_chairs_signs_for_the_head(sample):
    deputy = next(
        p for p in unit_queries.all_persons(sample.connection) if p.role is CommitteeRole.DEPUTY
    )
    planned = next(c for c in conference_queries.find(sample.connection) if c.code != CODE)
    conference_actions.edit(sample, replace(planned, chair_id=deputy.id))

    signer = read(sample, Paper.INVITATION, code=planned.code).signer

    assert (signer.role, signer.authority) == (CommitteeRole.DEPUTY, Authority.FOR_HEAD)


def test_without_a_chair_the_head_signs(sample):
    planned = next(c for c in conference_queries.find(sample.connection) if c.code != CODE)
    conference_actions.edit(sample, replace(planned, chair_id=None))
    assert read(sample, Paper.INVITATION, code=planned.code).signer.role is CommitteeRole.HEAD


def test_an_invitation_goes_to_those_invited_unless_others_are_named(sample):
    planned = next(c for c in conference_queries.find(sample.connection) if c.code != CODE)
    assert read(sample, Paper.INVITATION).recipients == ("Như thành phần mời",)

    paper = document_actions.blank(sample.connection, DocumentType.INVITATION, planned.id)
    day = date(2018, 3, 31)
    paper = replace(paper, number=3, issued_on=day, recipients="Sở Nội vụ")
    document_actions.issue(sample, paper, day)

    report = read(sample, Paper.INVITATION, code=planned.code)
    assert (report.recipients, report.symbol) == (("Sở Nội vụ",), "03-GM/BCĐ")


@pytest.mark.parametrize("typed", ["HND", "hnd", " HND "])
def test_an_extract_holds_the_tasks_of_its_unit_alone(sample, typed):
    report = read(sample, Paper.EXTRACT, unit=typed)

    assert isinstance(report, ExtractReport)
    assert report.recipients == ("Hội Nông dân tỉnh",)
    assert {share.number for share in report.shares} == {line.number for line in report.conclusions}
    assert 0 < len(report.conclusions) < 7


@pytest.mark.parametrize("typed", ["ABC", "", "Hội"])
def test_an_unknown_unit_is_refused(sample, typed):
    with pytest.raises(RuleViolation, match="unknown_unit"):
        read(sample, Paper.EXTRACT, unit=typed)


def test_a_unit_that_was_given_nothing_has_no_extract(sample):
    unit = unit_queries.all_units(sample.connection)[0]
    committee_actions.add_unit(sample, replace(unit, id=0, name="Sở Y tế", short_name="SYT"))
    with pytest.raises(RuleViolation, match="unit_without_share"):
        read(sample, Paper.EXTRACT, unit="SYT")


def test_the_table_of_tasks_names_the_paper_it_goes_with(sample):
    report = read(sample, Paper.ASSIGNMENT)
    assert isinstance(report, AssignmentReport)
    assert report.carrier == "Thông báo số 05-TB/BCĐ, ngày 05/01/2018 của Ban Chỉ đạo"

    minutes = read(sample, Paper.MINUTES, sections=USUAL | {Section.ASSIGNMENT})
    assert isinstance(minutes, MinutesReport)
    assert minutes.assignment is not None
    assert minutes.assignment.carrier.startswith("Biên bản số 05-BB/BCĐ, ngày 29/12/2017")


@pytest.mark.parametrize(("paper", "to_sign"), [(Paper.PARTICIPANTS, False), (Paper.SIGN_IN, True)])
def test_lists_have_everybody_with_the_unit(sample, paper, to_sign):
    report = read(sample, paper)
    assert isinstance(report, ParticipantsReport)
    assert report.to_sign is to_sign
    assert len(report.participants) == 18
    assert report.participants[0].unit == "Ban Dân vận Tỉnh ủy"
    assert report.participants[7].state == "Vắng có phép: đi công tác"


@pytest.mark.parametrize("paper", list(Paper))
def test_an_unknown_conference_is_refused(sample, paper):
    with pytest.raises(RuleViolation, match="unknown_conference"):
        read(sample, paper, code="HN-1")


@pytest.mark.parametrize("paper", list(Paper))
def test_every_paper_is_written(sample, tmp_path, paper):
    target = tmp_path / "giay.pdf"
    # what reviews an earlier conference is of the next one
    code = planned_code(sample) if paper is Paper.REVIEW else CODE
    request = PaperRequest(paper=paper, today=SAMPLE_DAY, conference_code=code, unit="HND")
    paper_exports.export_paper(sample.path, request, target, lambda _done, _total: None)
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("paper", [Paper.MINUTES, Paper.NOTICE])
def test_a_name_that_ends_in_docx_asks_for_word(sample, tmp_path, paper):
    target = tmp_path / "giay.DOCX"
    request = PaperRequest(paper=paper, today=SAMPLE_DAY, conference_code=CODE)
    paper_exports.export_paper(sample.path, request, target, lambda _done, _total: None)
    assert target.read_bytes().startswith(b"PK")


def test_another_ending_is_refused(sample, tmp_path):
    request = PaperRequest(paper=Paper.NOTICE, today=SAMPLE_DAY, conference_code=CODE)
    with pytest.raises(DocumentError, match="bad_extension"):
        paper_exports.export_paper(sample.path, request, Path(tmp_path / "a.odt"), lambda *_: None)


def test_the_next_conference_prints_what_became_of_the_conclusions_before(sample) -> None:
    report = read(sample, Paper.REVIEW, code=planned_code(sample))

    assert report.review.previous_title.startswith("Hội nghị tổng kết")
    assert [row.conclusion.number for row in report.review.rows] == list(range(1, 8))


def test_a_conference_without_one_before_says_so(sample) -> None:
    with pytest.raises(RuleViolation, match="nothing_to_review"):
        read(sample, Paper.REVIEW)


def planned_code(store) -> str:
    found = next(
        item for item in conference_queries.find(store.connection) if item.previous_id is not None
    )
    return found.code


def test_nobody_is_absent_from_minutes_before_attendance_is_taken(sample):
    before = read(sample, Paper.MINUTES, code="HN-2018-01")
    conference = conference_queries.by_code(sample.connection, "HN-2018-01")
    first, second, *others = conference_queries.attendances(sample.connection, conference.id)
    conference_actions.edit_attendance(sample, replace(first, state=AttendanceState.PRESENT))
    conference_actions.edit_attendance(sample, replace(second, state=AttendanceState.EXCUSED))
    after = read(sample, Paper.MINUTES, code="HN-2018-01")

    assert (before.present, before.absent, before.is_roll_taken) == ((), (), False)
    # those whom the roll passed over are neither present nor absent
    assert (len(after.present), len(after.absent), len(after.unnoted)) == (1, 1, len(others))


@pytest.mark.parametrize(
    ("state", "came", "missed"),
    [
        (AttendanceState.PRESENT, 1, 0),
        (AttendanceState.SUBSTITUTED, 1, 0),
        (AttendanceState.EXCUSED, 0, 1),
        (AttendanceState.ABSENT, 0, 1),
        (AttendanceState.INVITED, 0, 0),
    ],
)
def test_a_guest_stands_in_the_minutes_as_the_roll_says(sample, state, came, missed):
    conference = conference_queries.by_code(sample.connection, "HN-2018-01")
    first, *_ = conference_queries.attendances(sample.connection, conference.id)
    conference_actions.edit_attendance(sample, replace(first, state=AttendanceState.PRESENT))
    guest = conference_actions.add_attendance(
        sample, Attendance(
            id=AttendanceId(0), conference_id=conference.id, position=99,
            name="Nhà báo", is_guest=True,
        ),
    )  # fmt: skip
    conference_actions.edit_attendance(sample, replace(guest, state=state))

    minutes = read(sample, Paper.MINUTES, code="HN-2018-01")

    assert (len(minutes.guests), len(minutes.guests_absent)) == (came, missed)


def test_a_state_paper_does_not_speak_of_the_chair_as_the_party_paper_was_typed(sample):
    party, state = (read(sample, Paper.NOTICE, style=style).subject for style in DocumentStyle)

    assert "đồng chí" in party
    assert "đồng chí" not in state
    assert state == party.replace("đồng chí ", "")


def test_the_review_names_units_in_full(sample):
    report = read(sample, Paper.REVIEW, code="HN-2018-01")
    named = {name for row in report.review.rows for name in row.units}

    assert named <= {unit.name for unit in unit_queries.all_units(sample.connection)}
    assert "Ban Dân vận Tỉnh ủy" in named
