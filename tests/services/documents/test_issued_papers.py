"""A paper that went out is kept as it went out: shown again, compared, locked, put right by another."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from coordapp.cli import main
from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.document import TO_ONE_UNIT, UNDER_NOTICE, DocumentType
from coordapp.domain.documents.papers import Paper, PaperRequest
from coordapp.domain.documents.verification import Answer
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import RuleViolation, StoreError
from coordapp.domain.words.messages import sentence
from coordapp.domain.words.verdict_words import verdict_sentence
from coordapp.services.committee import committee_actions
from coordapp.services.documents import document_actions, issued_papers, paper_files, urging
from coordapp.services.documents.verifying import verify
from coordapp.services.exports.paper_exports import export_paper
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.store import Store
from coordapp.store.file import backup, salvage
from coordapp.store.file.tables import CONFERENCES, DOCUMENTS, TASKS
from coordapp.store.queries import (
    attachment_queries,
    conference_queries,
    document_queries,
    health,
    unit_queries,
)
from tests.formats import read_pdf

CODE = "HN-2017-01"
UNIT = "Hội Nông dân tỉnh"
DAY = date(2018, 3, 20)
KINDS = (
    DocumentType.NOTICE,
    DocumentType.INVITATION,
    DocumentType.EXTRACT,
    DocumentType.ASSIGNMENT,
    DocumentType.LETTER,
)


@pytest.fixture
def store(tmp_path):
    write_sample(tmp_path / "mau.db")
    with closing(Store.open(tmp_path / "mau.db")) as opened:
        yield opened


def conference(store):
    found = conference_queries.by_code(store.connection, CODE)
    assert found is not None
    return found


def issue(store, type_=DocumentType.NOTICE, number: int = 8):
    blank = document_actions.blank(store.connection, type_, conference(store).id)
    if type_ in TO_ONE_UNIT:
        unit = next(one for one in unit_queries.all_units(store.connection) if one.name == UNIT)
        blank = replace(blank, unit_id=unit.id)
    if type_ is DocumentType.LETTER:
        blank = urging.worded(store.connection, blank, SAMPLE_DAY)
    return document_actions.issue(store, replace(blank, number=number, issued_on=DAY), SAMPLE_DAY)[
        0
    ]


def change(store) -> None:
    with store.write(Op.EDIT_CONFERENCE) as work:
        work.put(CONFERENCES, replace(conference(store), title="Hội nghị khác", place="Nơi khác"))


def refused(action) -> str:
    with pytest.raises(RuleViolation) as refusal:
        action()
    assert sentence(refusal.value)
    return refusal.value.code


def held(store, paper) -> bytes | None:
    return attachment_queries.content_of(store.connection, paper.sha256)


@pytest.mark.parametrize("type_", issued_papers.LETTERS)
def test_what_went_out_is_given_again_after_the_records_changed(store, tmp_path, type_):
    paper = issue(store, type_)
    change(store)

    asked = PaperRequest(
        paper=issued_papers.LETTERS[type_],
        today=SAMPLE_DAY,
        conference_code=CODE,
        unit="HND" if type_ is DocumentType.EXTRACT else "",
    )
    shown = export_paper(store.path, asked, tmp_path / "xem.pdf", lambda *_: None)
    saved = paper_files.save_as(store.path, paper, tmp_path / "lưu.pdf")

    assert held(store, paper)
    assert shown.read_bytes() == saved.read_bytes() == held(store, paper)
    assert issued_papers.differs(store.connection, paper)


@pytest.mark.parametrize("type_", KINDS)
def test_a_paper_says_what_the_records_say_until_they_change(store, type_):
    paper = issue(store, type_)

    assert not issued_papers.differs(store.connection, paper)


def test_a_letter_that_went_out_is_given_again_and_its_words_are_those_typed(store, tmp_path):
    paper = issue(store, DocumentType.LETTER)
    saved = paper_files.save_as(store.path, paper, tmp_path / "thư.pdf")
    said = " ".join(one.text for one in read_pdf.lines(saved.read_bytes()))

    assert saved.read_bytes() == held(store, paper)
    assert f"Kính gửi: {UNIT}" in said
    assert "nhiệm vụ chưa hoàn thành" in said
    assert paper.text.splitlines()[0].split(",")[0] in said


def test_a_letter_written_elsewhere_has_its_number_and_no_file(store):
    blank = document_actions.blank(store.connection, DocumentType.LETTER, conference(store).id)
    paper, _ = document_actions.issue(store, replace(blank, number=3, issued_on=DAY), SAMPLE_DAY)

    assert not issued_papers.is_kept(paper)
    assert issued_papers.report_of(store.connection, paper) is None


def test_a_unit_is_given_its_own_extract_and_not_that_of_another(store, tmp_path):
    first = issue(store, DocumentType.EXTRACT)
    asked = PaperRequest(paper=Paper.EXTRACT, today=SAMPLE_DAY, conference_code=CODE, unit="BDVTU")

    shown = export_paper(store.path, asked, tmp_path / "khác.pdf", lambda *_: None)

    assert shown.read_bytes() != held(store, first)
    assert issued_papers.of_request(store.connection, replace(asked, unit="hnd")) == first


@pytest.mark.parametrize("type_", sorted(UNDER_NOTICE, key=str))
def test_a_part_of_a_notice_bears_its_number_and_day_and_follows_them(store, type_):
    notice, part = issue(store), issue(store, type_)
    steps, later = len(store.undo_steps), date(2018, 3, 22)
    moved = replace(notice, number=12, symbol="12-TB/BCĐ", issued_on=later)

    document_actions.edit(store, moved, SAMPLE_DAY)

    now = DOCUMENTS.get(store.connection, part.id)
    assert (part.number, part.symbol, part.issued_on) == (8, "08-TB/BCĐ", DAY)
    assert (now.number, now.symbol, now.issued_on) == (12, "12-TB/BCĐ", later)
    assert issued_papers.differs(store.connection, now)
    assert len(store.undo_steps) == steps + 1
    other = replace(now, number=13)
    assert refused(partial(document_actions.edit, store, other, SAMPLE_DAY)) == "numbered_by_notice"


@pytest.mark.parametrize("type_", sorted(UNDER_NOTICE, key=str))
def test_a_part_of_a_notice_waits_for_the_notice(store, type_):
    with store.write(Op.DELETE_DOCUMENT) as work:
        for paper in DOCUMENTS.where(work.connection, "type = 'notice'"):
            work.drop(DOCUMENTS, paper.id)

    assert refused(partial(issue, store, type_)) == "notice_before_its_parts"
    blank = document_actions.blank(store.connection, type_, conference(store).id)
    assert (
        "ban hành thông báo trước"
        in document_actions.propose(store.connection, blank, SAMPLE_DAY).warning
    )


def test_a_task_given_another_deadline_makes_extract_and_appendix_differ(store):
    papers = [issue(store, type_) for type_ in sorted(UNDER_NOTICE, key=str)]
    with store.write(Op.EDIT_TASK) as work:
        for task in TASKS.where(work.connection, "conclusion_id is not null"):
            work.put(TASKS, replace(task, product="Sản phẩm khác"))

    assert [issued_papers.differs(store.connection, one) for one in papers] == [True, True]


@pytest.mark.parametrize("type_", KINDS)
def test_a_replacement_takes_the_words_and_the_unit_of_what_it_replaces(store, type_):
    paper = issue(store, type_)
    fresh = document_actions.replacement(store.connection, paper)

    assert (fresh.text, fresh.unit_id, fresh.id) == (paper.text, paper.unit_id, 0)
    assert fresh.sha256 == ""
    assert paper.type in issued_papers.REPLACED


@pytest.mark.parametrize("type_", [DocumentType.EXTRACT, DocumentType.LETTER])
def test_a_paper_for_a_unit_needs_its_unit(store, type_):
    blank = document_actions.blank(store.connection, type_, conference(store).id)
    given = replace(blank, number=3, issued_on=DAY, text="Đề nghị báo cáo.")

    assert refused(lambda: document_actions.issue(store, given, SAMPLE_DAY)) == "unit_not_chosen"


def test_an_earlier_paper_stays_printable_beside_a_later_one(store, tmp_path):
    first, last = issue(store), issue(store, number=9)
    papers = document_queries.of_conference(store.connection, conference(store).id)

    saved = paper_files.save_as(store.path, first, tmp_path / "một.pdf")

    assert paper_files.can_print(first, papers)
    assert saved.read_bytes() == held(store, first) != held(store, last)


def test_another_style_is_laid_out_anew(store, tmp_path):
    paper = issue(store)
    asked = PaperRequest(
        paper=Paper.NOTICE, today=DAY, conference_code=CODE, style=DocumentStyle.STATE
    )

    written = export_paper(store.path, asked, tmp_path / "khác.pdf", lambda *_: None)

    assert written.read_bytes() != held(store, paper)


@pytest.mark.parametrize("type_", KINDS)
def test_a_paper_that_went_out_is_not_deleted_taken_back_or_reworded(store, type_):
    paper = issue(store, type_)

    assert refused(lambda: document_actions.delete(store, paper.id)) == "issued_is_locked"
    assert refused(store.undo) == "issued_is_locked"
    for other in (
        replace(paper, subject="khác"),
        replace(paper, recipients="khác"),
        replace(paper, style=DocumentStyle.STATE),
    ):
        assert refused(partial(document_actions.edit, store, other, SAMPLE_DAY)) == (
            "issued_is_locked"
        )
    assert DOCUMENTS.get(store.connection, paper.id) == paper


@pytest.mark.parametrize(
    "sql",
    [
        "delete from document where id = {id}",
        "update document set subject = 'khác' where id = {id}",
        "update document set sha256 = '' where id = {id}",
        "update document set sealed = '' where id = {id}",
        "update document set unit_id = 1 where id = {id}",
        "update document set id = id + 100 where id = {id}",
        "update document set signed_at = '2018-01-01T00:00:00' where id = {id}",
        "insert or replace into document select * from document where id = {id}",
        "update or replace document set id = {id} where id = (select min(id) from document)",
        "delete from attachment_content where sha256 = '{sha256}'",
    ],
)
def test_another_program_cannot_change_it_either(store, sql):
    paper = issue(store)

    with (
        closing(sqlite3.connect(store.path)) as other,
        pytest.raises(sqlite3.IntegrityError, match="issued_is_locked"),
    ):
        other.execute(sql.format(id=paper.id, sha256=paper.sha256))


@pytest.mark.parametrize(
    "name",
    [
        "issued_document_is_not_edited",
        "issued_document_is_not_deleted",
        "issued_document_is_not_replaced",
        "issued_content_is_not_deleted",
    ],
)
def test_a_lock_that_is_gone_or_hollow_is_named(store, name):
    def found() -> set[str]:
        return {one.code for one in health.findings(store.connection) if name in one.where}

    (sql,) = store.connection.execute(
        "select sql from sqlite_master where name = ?", (name,)
    ).fetchone()
    store.connection.execute(f"drop trigger {name}")
    assert {"lock_missing", "schema_missing"} <= found()
    store.connection.execute(sql.replace("abort, 'issued_is_locked'", "ignore"))
    assert "schema_changed" in found()


def test_a_kept_file_that_is_damaged_is_named_and_not_given(store, tmp_path):
    paper = issue(store)
    store.connection.execute(
        "update attachment_content set content = x'00' where sha256 = ?", (paper.sha256,)
    )

    codes = [one.code for one in health.findings(store.connection)]
    assert codes == ["issued_paper_damaged"]
    with pytest.raises(StoreError, match="issued_paper_damaged"):
        paper_files.save_as(store.path, paper, tmp_path / "a.pdf")


def test_copies_and_what_is_saved_of_a_damaged_file_hold_the_paper(store, tmp_path):
    paper = issue(store)
    backup.copy(store.path, tmp_path / "sao.db")
    salvage.save_readable(store.path, tmp_path / "cứu.db")

    for name in ("sao.db", "cứu.db"):
        with closing(Store.open(tmp_path / name)) as other:
            assert DOCUMENTS.get(other.connection, paper.id) == paper
            assert held(other, paper) == held(store, paper)
            assert refused(lambda other=other: document_actions.delete(other, paper.id))


@pytest.mark.parametrize("type_", KINDS)
def test_every_kind_that_went_out_is_known_again(store, tmp_path, type_):
    paper = issue(store, type_)
    target = paper_files.save_as(store.path, paper, tmp_path / "gửi.pdf")

    known = verify(store.path, target)
    assert (known.answer, known.paper) == (Answer.ISSUED, paper)
    store.connection.execute(
        "update attachment_content set content = x'00' where sha256 = ?", (paper.sha256,)
    )
    assert [one.code for one in health.findings(store.connection)] == ["issued_paper_damaged"]


def test_a_file_that_went_out_is_known_again(store, tmp_path):
    paper = issue(store)
    target = paper_files.save_as(store.path, paper, tmp_path / "gửi.pdf")
    change(store)

    known = verify(store.path, target)
    target.write_bytes(target.read_bytes() + b"\n")
    other = verify(store.path, target)

    assert (known.answer, known.is_good) == (Answer.ISSUED, True)
    assert "08-TB/BCĐ ngày 20/3/2018" in verdict_sentence(known).replace("20/03", "20/3")
    assert (other.answer, other.is_good) == (Answer.UNKNOWN, False)
    # the notices of the sample were issued without a file
    assert "không lưu bản PDF, không so được" in verdict_sentence(other)


def test_a_new_day_goes_to_the_tasks_when_it_is_asked_for_in_one_step(store):
    paper = issue(store)
    with store.write(Op.EDIT_TASK) as work:
        concluded = conference_queries.conclusions_of(work.connection, conference(store).id)
        numbers = tuple(one.id for one in concluded)
        for task in TASKS.where(work.connection, "work_state <> 'draft'"):
            if task.conclusion_id in numbers:
                work.put(TASKS, replace(task, assigned_on=DAY))
    given = document_queries.given_by(store.connection, paper)
    steps, later = len(store.undo_steps), date(2018, 3, 22)

    moved = replace(paper, number=10, symbol="10-TB/BCĐ", issued_on=later)
    document_actions.edit(store, moved, SAMPLE_DAY, carry_day=True)

    assert given
    assert {TASKS.get(store.connection, one.id).assigned_on for one in given} == {later}
    assert issued_papers.differs(store.connection, moved)
    assert len(store.undo_steps) == steps + 1
    store.undo()
    assert DOCUMENTS.get(store.connection, paper.id) == paper
    assert {TASKS.get(store.connection, one.id).assigned_on for one in given} == {DAY}


def test_a_new_day_leaves_the_tasks_when_it_is_not_asked_for(store):
    paper = issue(store)
    before = TASKS.where(store.connection)

    document_actions.edit(store, replace(paper, issued_on=date(2018, 3, 22)), SAMPLE_DAY)

    assert TASKS.where(store.connection) == before


def test_names_that_change_later_do_not_change_what_went_out(store, tmp_path):
    paper = issue(store)
    person = unit_queries.all_persons(store.connection)[0]
    before = held(store, paper)
    committee_actions.edit_person(store, replace(person, full_name="Người Khác"))

    assert paper_files.save_as(store.path, paper, tmp_path / "a.pdf").read_bytes() == before


def test_the_command_line_says_that_it_gives_what_went_out(store, tmp_path, capsys):
    paper = issue(store)
    change(store)

    def said(name: str) -> str:
        asked = ["export", "notice", str(store.path), CODE, str(tmp_path / name)]
        assert main.run(asked, SAMPLE_DAY) == main.DONE
        shown = capsys.readouterr()
        return shown.out + shown.err

    assert "đúng bản 08-TB/BCĐ đã ban hành. Nội dung trong sổ nay khác" in said("a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == held(store, paper)
    assert "không phải bản 08-TB/BCĐ đã ban hành" in said("a.docx")
    assert main.run(["verify", str(store.path), str(tmp_path / "a.pdf")], SAMPLE_DAY) == main.DONE
