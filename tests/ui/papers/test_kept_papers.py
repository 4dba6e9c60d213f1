"""The window shows what went out, says when the records differ, and asks before going on."""

from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.documents.document import DocumentType
from coordapp.services.documents import document_actions
from coordapp.services.documents.document_actions import Proposal
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.queries import conference_queries
from coordapp.ui.papers.issue_dialog import IssueDialog
from coordapp.ui.papers.sign_dialog import SignDialog

DAY = date(2018, 3, 20)


@pytest.fixture
def store(tmp_path):
    write_sample(tmp_path / "mau.db")
    with closing(Store.open(tmp_path / "mau.db")) as opened:
        yield opened


@pytest.fixture
def blank(store):
    found = conference_queries.by_code(store.connection, "HN-2017-01")
    return document_actions.blank(store.connection, DocumentType.NOTICE, found.id)


def look(_paper) -> Proposal:
    return Proposal(number=8, symbol="08-TB/BCĐ", run="")


def shown(qtbot, dialog):
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_signing_over_findings_is_agreed_to_by_name(qtbot, blank):
    findings = [f"Kết luận {n}: để trống" for n in range(8)]
    dialog = shown(qtbot, SignDialog(None, blank, look, DAY, findings))

    assert "Kết luận 0: để trống" in dialog.open_points.words.text()
    assert "và 2 điểm khác" in dialog.open_points.words.text()
    assert [widget for widget, _ in dialog.mistakes()] == [dialog.open_points]
    dialog.open_points.box.click()
    assert dialog.mistakes() == []


def test_issuing_over_findings_is_agreed_to_by_name(qtbot, blank):
    def points(_paper, _further):
        return ("Địa điểm: để trống",)

    dialog = shown(qtbot, IssueDialog(None, {blank.type: blank}, [], look, DAY, points=points))

    assert "Địa điểm" in dialog.open_points.words.text()
    assert dialog.mistakes()
    dialog.open_points.box.click()
    assert dialog.mistakes() == []


def test_without_findings_nothing_is_asked(qtbot, blank):
    dialog = shown(qtbot, IssueDialog(None, {blank.type: blank}, [], look, DAY))

    assert not dialog.open_points.isVisible()
    assert dialog.mistakes() == []


def test_of_a_paper_that_went_out_only_number_and_day_are_open(qtbot, store, blank):
    paper, _ = document_actions.issue(store, replace(blank, number=8, issued_on=DAY), SAMPLE_DAY)
    dialog = shown(qtbot, IssueDialog(None, {paper.type: paper}, [], look, DAY, given=3))
    assert not dialog.carry.isVisible()

    dialog.issued_on.setText("22/03/2018")
    dialog.issued_on.editingFinished.emit()

    assert dialog.subject.isReadOnly()
    assert not dialog.signer.isEnabled()
    assert "3 nhiệm vụ" in dialog.carry.text()
    assert not dialog.draft().carry_day
    dialog.carry.click()
    assert dialog.draft().carry_day
    assert dialog.draft().paper == replace(paper, issued_on=date(2018, 3, 22))


def test_what_is_typed_meanwhile_is_no_longer_open(qtbot, blank):
    def points(paper, _further):
        return () if paper.recipients else ("Nơi nhận: để trống",)

    blank = replace(blank, recipients="")
    dialog = shown(qtbot, IssueDialog(None, {blank.type: blank}, [], look, DAY, points=points))
    asked = [widget for widget, _ in dialog.mistakes()]
    dialog.recipients.setPlainText("Thường trực Tỉnh ủy")

    assert asked == [dialog.open_points]
    assert dialog.mistakes() == []
    assert not dialog.open_points.isVisible()
