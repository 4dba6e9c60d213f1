"""Drafts are withheld until the notice, and each run of numbers knows what bears them."""

from dataclasses import replace
from datetime import date

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import DocumentType
from coordapp.domain.documents.numbering import run_of
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions
from coordapp.store.file.tables import TASKS
from coordapp.store.queries import document_queries
from tests.build import issue_notice
from tests.store.queries.conftest import TODAY


def now(office):
    return TASKS.get(office.store.connection, office.task.id)


def test_a_draft_is_withheld_until_the_notice_of_its_conference(office):
    connection = office.store.connection
    before = (
        document_queries.is_issued(connection, office.conference.id),
        document_queries.is_withheld(connection, office.task),
        document_queries.all_withheld(connection),
        document_queries.withheld(connection, office.conference.id),
    )

    issue_notice(office.store, office.conference, TODAY)

    assert before == (False, True, {office.task.id}, [office.task])
    assert document_queries.is_issued(connection, office.conference.id)
    assert not document_queries.is_withheld(connection, now(office))
    assert document_queries.all_withheld(connection) == frozenset()


def test_a_paper_that_carries_no_conclusions_withholds_on(office):
    blank = document_actions.blank(
        office.store.connection, DocumentType.INVITATION, office.conference.id
    )
    document_actions.issue(office.store, replace(blank, number=1, issued_on=TODAY), TODAY)

    assert document_queries.is_withheld(office.store.connection, office.task)


def test_a_conclusion_worded_anew_is_found_with_its_drafts(office):
    connection = office.store.connection
    assert document_queries.reworded(connection, office.conference.id) == []

    conclusion_actions.edit(office.store, replace(office.first, text="Rà soát kỹ"))

    ((conclusion, tasks),) = document_queries.reworded(connection, office.conference.id)
    assert (conclusion.text, tasks) == ("Rà soát kỹ", (office.task,))


def test_papers_come_oldest_first(office):
    issue_notice(office.store, office.conference, TODAY, number=6)
    issue_notice(office.store, office.conference, date(2018, 3, 1), number=5)

    found = document_queries.find(office.store.connection)

    assert [paper.number for paper in found] == [5, 6]
    assert document_queries.of_conference(office.store.connection, office.conference.id) == found
    assert document_queries.signed_minutes(office.store.connection, office.conference.id) is None


def test_each_number_of_a_run_is_given_with_what_bears_it(office):
    issue_notice(office.store, office.conference, TODAY, number=5)
    (paper,) = document_queries.find(office.store.connection)
    run = run_of(DocumentType.NOTICE, DocumentStyle.PARTY, paper.term, TODAY)

    used = document_queries.used_numbers(office.store.connection, run, besides=(None, None))
    besides = document_queries.used_numbers(office.store.connection, run, besides=(paper.id, None))

    assert (used, besides) == ({5: paper.symbol}, {})


def test_minutes_that_are_not_signed_take_their_number_too(office):
    held = replace(office.conference, minutes_number=4)
    conference_actions.edit(office.store, held)
    run = run_of(DocumentType.MINUTES, DocumentStyle.PARTY, "", TODAY)
    connection = office.store.connection

    used = document_queries.used_numbers(connection, run, besides=(None, None))
    besides = document_queries.used_numbers(connection, run, besides=(None, held.id))

    assert (used, besides) == ({4: f"biên bản {held.code}"}, {})
