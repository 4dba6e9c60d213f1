"""A seal vouches for everything the minutes tell, and for nothing that may still be said."""

from dataclasses import replace

import pytest

from coordapp.domain.conferences.conference import AgendaItem
from coordapp.domain.documents.document import Document, DocumentType
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.ids import AgendaItemId, DocumentId
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions
from coordapp.store.file.tables import DOCUMENTS
from coordapp.store.queries import attachment_queries, seals
from tests.build import sign
from tests.store.queries.conftest import TODAY


def sealed(office) -> str:
    return seals.content_hash(office.store.connection, office.conference.id)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            lambda o: conference_actions.edit(o.store, replace(o.conference, place="Hội trường")),
            id="the conference",
        ),
        pytest.param(
            lambda o: conclusion_actions.edit(o.store, replace(o.first, text="Khác")),
            id="a conclusion",
        ),
        pytest.param(
            lambda o: conference_actions.add_agenda_item(
                o.store,
                AgendaItem(
                    id=AgendaItemId(0), conference_id=o.conference.id, position=0, title="Bế mạc"
                ),
            ),
            id="a new part",
        ),
    ],
)
def test_a_seal_breaks_with(office, change):
    before = sealed(office)

    change(office)

    assert sealed(office) != before


def test_why_a_conclusion_gave_no_task_may_be_said_after_signing(office):
    before = sealed(office)

    conclusion_actions.set_no_task_reason(office.store, office.second.id, "Chỉ ghi nhận")

    assert sealed(office) == before


def a_signed_paper(office, **given) -> Document:
    blank = document_actions.blank(
        office.store.connection, DocumentType.MINUTES, office.conference.id
    )
    with office.store.write(Op.SIGN_MINUTES) as work:
        content = attachment_queries.keep(work.connection, b"%PDF")
        paper = replace(
            blank, id=DocumentId(0), number=1, symbol="01-BB/BCĐ", issued_on=TODAY,
            sha256=content, sealed=sealed(office), signed_at=work.at.replace(microsecond=0),
        )  # fmt: skip
        added = work.add(DOCUMENTS, replace(paper, **given))
    sign(office.store, office.conference)
    return added


def test_what_was_signed_holds(office):
    paper = a_signed_paper(office)

    assert seals.signed(office.store.connection) == [paper]
    assert seals.holds(office.store.connection, paper)
    assert seals.of_file(office.store.connection, paper.sha256) == paper
    assert seals.of_file(office.store.connection, "0" * 64) is None
    assert list(seals.broken(office.store.connection)) == []


def test_a_paper_of_no_conference_vouches_for_none(office):
    paper = replace(a_signed_paper(office), conference_id=None)

    assert not seals.holds(office.store.connection, paper)


def test_a_broken_seal_a_lost_paper_and_a_missing_lock_are_named(office):
    a_signed_paper(office, sealed="0" * 64, sha256="1" * 64)
    office.store.connection.execute("drop trigger signed_speech_is_not_added")

    assert dict(seals.broken(office.store.connection)) == {
        "seal_broken": "01-BB/BCĐ (00000-00000)",
        "signed_paper_damaged": "01-BB/BCĐ (00000-00000)",
        "lock_missing": "signed_speech_is_not_added",
    }
