"""A paper is checked before it is printed: also its number among those of its run."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.documents.document import Document, DocumentType
from coordapp.domain.documents.papers import Paper, PaperRequest
from coordapp.domain.kernel.changes import Op
from coordapp.services.committee import committee_actions
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.documents import document_actions, form_checks
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.file.tables import CONFERENCES, DOCUMENTS
from coordapp.store.queries import committee_queries, conference_queries, document_queries
from tests.build import a_conclusion

CODE = "HN-2017-01"


@pytest.fixture
def store(tmp_path):
    write_sample(tmp_path / "so.db")
    opened = Store.open(tmp_path / "so.db")
    yield opened
    opened.close()


def numbering(store, paper: Paper) -> list[tuple[str, bool]]:
    request = PaperRequest(paper=paper, today=SAMPLE_DAY, conference_code=CODE, unit="HND")
    findings = form_checks.check(store.path, request, lambda _done, _total: None)
    return [
        (finding.found, finding.must)
        for finding in findings
        if finding.required.startswith("Liên tục")
    ]


def issue_another(store, number: int) -> None:
    """Record a notice of another conference with a number of the same run."""
    other = conference_queries.by_code(store.connection, "HN-2018-01")
    blank = document_actions.blank(store.connection, DocumentType.NOTICE, other.id)
    given = replace(blank, number=number, issued_on=date(2018, 3, 1))
    document_actions.issue(store, given, date(2018, 3, 31), repeat_agreed=True)


@pytest.mark.parametrize("paper", [Paper.MINUTES, Paper.NOTICE, Paper.EXTRACT, Paper.INVITATION])
def test_numbers_in_order_are_no_finding(store, paper: Paper) -> None:
    assert numbering(store, paper) == []


@pytest.mark.parametrize("paper", [Paper.NOTICE, Paper.EXTRACT])
def test_a_number_used_twice_must_be_put_right(store, paper: Paper) -> None:
    issue_another(store, 5)

    ((found, must),) = numbering(store, paper)
    assert found.startswith("Số 05 đã dùng cho ")
    assert must


def test_a_number_left_out_in_the_run_is_said(store) -> None:
    issue_another(store, 3)

    ((found, must),) = numbering(store, Paper.NOTICE)
    assert "số 04" in found.lower()
    assert not must


def test_a_number_of_minutes_used_twice_must_be_put_right(store) -> None:
    other = conference_queries.by_code(store.connection, "HN-2018-01")
    with store.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(other, held_on=date(2017, 12, 5), minutes_number=5))

    ((found, must),) = numbering(store, Paper.MINUTES)
    assert found.startswith("Số 05 đã dùng cho ")
    assert must


def test_a_paper_not_issued_yet_has_no_number_to_judge(store) -> None:
    held = conference_queries.by_code(store.connection, CODE)
    with store.write(Op.DELETE_DOCUMENT) as work:
        for paper in document_queries.of_conference(work.connection, held.id):
            work.drop(DOCUMENTS, paper.id)
    issue_another(store, 5)

    assert numbering(store, Paper.NOTICE) == []


def test_a_letter_that_no_font_has_is_a_finding_of_preview_and_of_issuing(store) -> None:
    held = conference_queries.by_code(store.connection, CODE)
    with store.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(held, place="Phòng 漢 ☐ họp"))
    request = PaperRequest(paper=Paper.NOTICE, today=SAMPLE_DAY, conference_code=CODE)

    found = form_checks.check(store.path, request, lambda _done, _total: None)
    blank = document_actions.blank(store.connection, DocumentType.NOTICE, held.id)
    points = form_checks.open_points(store.connection, blank, SAMPLE_DAY)

    assert [one.place for one in found if "漢" in one.found] == ["Địa điểm"]
    assert not [one for one in found if "☐" in one.found]
    assert [point for point in points if "漢" in point and point.startswith("Địa điểm")]


@pytest.mark.parametrize(
    ("type_", "text", "said"),
    [
        (DocumentType.LETTER, "Đề nghị báo cáo 漢.", "Nội dung"),
        (DocumentType.SUPPLEMENT, "Bổ sung 漢.", "ký"),
    ],
)
def test_what_is_typed_for_a_paper_is_checked_before_it_is_issued(store, type_, text, said) -> None:
    held = conference_queries.by_code(store.connection, CODE)
    blank = document_actions.blank(store.connection, type_, held.id)

    points = form_checks.open_points(store.connection, replace(blank, text=text), SAMPLE_DAY)

    assert [point for point in points if said in point]


def test_recipients_and_signer_typed_for_a_notice_are_no_longer_missing(store) -> None:
    conference = conference_queries.by_code(store.connection, "HN-2018-01")
    conclusion_actions.add(store, a_conclusion(conference_id=conference.id))
    body = committee_queries.get(store.connection)
    committee_actions.edit_committee(store, replace(body, recipients=""))
    paper = document_actions.blank(store.connection, DocumentType.NOTICE, conference.id)

    def places(of: Document) -> set[str]:
        found = form_checks.open_points(store.connection, of, SAMPLE_DAY)
        return {one.partition(":")[0] for one in found}

    assert "Nơi nhận" in places(replace(paper, recipients=""))
    assert "Nơi nhận" not in places(replace(paper, recipients="- Như trên;\n- Lưu VT."))


def test_recipients_cleared_on_a_recorded_paper_are_missing_as_if_never_typed(store) -> None:
    body = committee_queries.get(store.connection)
    committee_actions.edit_committee(store, replace(body, recipients=""))
    held = conference_queries.by_code(store.connection, CODE)
    papers = document_queries.of_conference(store.connection, held.id)
    notice = next(one for one in papers if one.type is DocumentType.NOTICE)
    assert notice.recipients

    def open_points(recipients: str) -> list[str]:
        typed = replace(notice, recipients=recipients)
        found = form_checks.open_points(store.connection, typed, SAMPLE_DAY)
        return [one for one in found if one.startswith("Nơi nhận")]

    assert open_points(notice.recipients) == []
    assert len(open_points("")) == 1
