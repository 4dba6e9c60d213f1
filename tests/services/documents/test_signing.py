"""Signing seals a conference: its paper is kept, what it tells is locked, tampering is found."""

import hashlib
import sqlite3
import subprocess
import sys
import unicodedata
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from coordapp.domain.conferences.conference import ConferenceState
from coordapp.domain.documents.document import DocumentType, seal_code
from coordapp.domain.documents.verification import Answer
from coordapp.domain.kernel.changes import Op
from coordapp.domain.kernel.errors import DocumentError, RuleViolation, StoreError
from coordapp.domain.tasks.task import WorkState
from coordapp.domain.words.messages import sentence
from coordapp.domain.words.verdict_words import verdict_sentence
from coordapp.formats.pdf import pdf_paper
from coordapp.services.conclusions import conclusion_actions
from coordapp.services.conferences import conference_actions
from coordapp.services.documents import document_actions, signing
from coordapp.services.documents.verifying import verify
from coordapp.services.sample.sample_file import SAMPLE_DAY, write_sample
from coordapp.services.tasks import task_actions
from coordapp.store import Store, open_reader
from coordapp.store.file.tables import (
    AGENDA_ITEMS,
    ATTENDANCES,
    CONCLUSIONS,
    CONFERENCES,
    DOCUMENTS,
    SPEECHES,
    TASKS,
)
from coordapp.store.queries import (
    attachment_queries,
    conference_queries,
    document_queries,
    health,
    seals,
)

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def unsigned(tmp_path_factory) -> bytes:
    path = tmp_path_factory.mktemp("sample") / "mau.db"
    write_sample(path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def sealed(tmp_path_factory, unsigned) -> bytes:
    path = tmp_path_factory.mktemp("signed") / "mau.db"
    path.write_bytes(unsigned)
    with closing(Store.open(path)) as opened:
        signing.sign(opened, conference_of(opened).id)
    return path.read_bytes()


def opened_copy(path: Path, content: bytes) -> Store:
    path.write_bytes(content)
    return Store.open(path)


@pytest.fixture
def store(tmp_path, unsigned):
    with closing(opened_copy(tmp_path / "so.db", unsigned)) as opened:
        yield opened


@pytest.fixture
def signed(tmp_path, sealed):
    with closing(opened_copy(tmp_path / "so.db", sealed)) as opened:
        yield opened


def conference_of(store):
    found = conference_queries.by_code(store.connection, "HN-2017-01")
    assert found is not None
    return found


def paper_of(store):
    found = document_queries.signed_minutes(store.connection, conference_of(store).id)
    assert found is not None
    return found


def refusal(action) -> RuleViolation:
    with pytest.raises(RuleViolation) as refused:
        action()
    assert sentence(refused.value)
    return refused.value


def tamper(path, *statements, unlocked=False):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        if unlocked:
            rows = raw.execute("select name from sqlite_master where type = 'trigger'").fetchall()
            for (name,) in rows:
                raw.execute(f"drop trigger {name}")
        for statement in statements:
            raw.execute(statement)


def findings(path):
    with open_reader(path) as reader:
        return [finding.code for finding in health.findings(reader)]


# --- signing


def test_signing_keeps_the_paper_with_its_hash_and_locks_the_conference(signed):
    paper = paper_of(signed)
    content = attachment_queries.content_of(signed.connection, paper.sha256)

    assert conference_of(signed).state is ConferenceState.SIGNED
    assert (paper.type, paper.number, paper.symbol) == (DocumentType.MINUTES, 5, "05-BB/BCĐ")
    assert content is not None
    assert content.startswith(b"%PDF-")
    assert hashlib.sha256(content).hexdigest() == paper.sha256
    assert paper.signed_at is not None
    assert health.findings(signed.connection) == []


def test_every_page_bears_the_code_and_so_do_the_bytes(signed, tmp_path):
    paper = paper_of(signed)
    target = signing.save_as(signed.path, paper.id, tmp_path / "ký.pdf")
    code = seal_code(paper.sealed)

    pages = [page.extract_text() for page in PdfReader(target).pages]
    assert all(f"Mã kiểm tra: {code}" in unicodedata.normalize("NFC", text) for text in pages)
    assert f"CoordApp {code}".encode() in target.read_bytes()


def test_the_code_is_known_before_the_paper_is_made_and_after(store):
    before = seals.content_hash(store.connection, conference_of(store).id)

    paper = signing.sign(store, conference_of(store).id)

    assert paper.sealed == before
    assert seals.content_hash(store.connection, conference_of(store).id) == before


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        ({"held_on": None}, "ngày họp"),
        ({"chair_id": None}, "người chủ trì"),
        ({"recorder_id": None}, "người ghi biên bản"),
        ({"minutes_number": None}, "số biên bản"),
    ],
)
def test_minutes_that_lack_something_are_not_signed(store, change, lacks):
    conference_actions.edit(store, replace(conference_of(store), **change))
    error = refusal(lambda: signing.sign(store, conference_of(store).id))

    assert error.code == "not_ready_to_sign"
    assert error.params["missing"] == lacks
    assert conference_of(store).state is ConferenceState.HELD
    assert document_queries.signed_minutes(store.connection, conference_of(store).id) is None


def test_an_empty_conclusion_is_not_signed(store):
    first = conference_queries.conclusions(store.connection, SAMPLE_DAY)[0].conclusion
    conclusion_actions.edit(store, replace(first, text="  "))

    assert refusal(lambda: signing.sign(store, conference_of(store).id)).params["missing"] == (
        "nội dung của từng kết luận"
    )


def test_a_conference_still_to_come_is_not_signed(store):
    coming = conference_queries.by_code(store.connection, "HN-2018-01")
    assert coming is not None

    assert refusal(lambda: signing.sign(store, coming.id)).code == "not_held_yet"


def test_a_conference_is_signed_once(signed):
    error = refusal(lambda: signing.sign(signed, conference_of(signed).id))
    assert error.code == "conference_signed"


def test_signed_is_no_state_to_choose(store):
    chosen = replace(conference_of(store), state=ConferenceState.SIGNED)

    assert refusal(lambda: conference_actions.edit(store, chosen)).code == "state_by_moves"


def test_a_signed_conference_is_never_opened_again(signed):
    again = replace(conference_of(signed), state=ConferenceState.INVITED)

    assert refusal(lambda: conference_actions.edit(signed, again)).code == "conference_signed"


def test_a_number_of_minutes_given_twice_needs_agreement(store):
    coming = conference_queries.by_code(store.connection, "HN-2018-01")
    assert coming is not None
    conference_actions.edit(store, replace(coming, minutes_number=5))

    error = refusal(lambda: signing.sign(store, conference_of(store).id))
    assert error.code == "minutes_number_repeated"
    assert signing.sign(store, conference_of(store).id, repeat_agreed=True).number == 5


def test_a_signed_paper_is_not_edited_or_deleted(signed):
    paper = paper_of(signed)

    assert refusal(lambda: document_actions.delete(signed, paper.id)).code == "document_is_signed"
    edited = replace(paper, subject="khác")
    assert (
        refusal(lambda: document_actions.edit(signed, edited, SAMPLE_DAY)).code
        == "document_is_signed"
    )


def test_tasks_of_a_signed_conference_go_on(signed):
    task = next(
        task for task in TASKS.where(signed.connection) if task.work_state is WorkState.IN_PROGRESS
    )
    task_actions.set_percent(signed, task.id, 99)

    assert TASKS.get(signed.connection, task.id).percent == 99
    assert health.findings(signed.connection) == []


def test_why_a_conclusion_gave_no_task_may_still_be_said(signed):
    last = conference_queries.conclusions(signed.connection, SAMPLE_DAY)[-1].conclusion
    conclusion_actions.set_no_task_reason(signed, last.id, "Chỉ định hướng")

    assert health.findings(signed.connection) == []


def test_an_earlier_step_that_would_change_signed_minutes_is_refused_in_words(store):
    speech = SPEECHES.where(store.connection)[0]
    conference_actions.edit_speech(store, replace(speech, gist="Nhất trí"))
    op_id, _ = store.undo_steps[-1]
    signing.sign(store, conference_of(store).id)
    # as another window would, whose own stack holds the step before the signing
    store.undo_steps.append((op_id, Op.EDIT_SPEECH))

    assert refusal(store.undo).code == "signed_is_locked"
    assert SPEECHES.get(store.connection, speech.id).gist == "Nhất trí"


def test_a_failure_while_the_paper_is_made_leaves_nothing(store, monkeypatch):
    def fail(*_):
        raise DocumentError("write_failed", Path("x.pdf"))

    monkeypatch.setattr(pdf_paper, "build", fail)
    before = store.connection.execute("select count(*) from change_log").fetchone()
    with pytest.raises(DocumentError):
        signing.sign(store, conference_of(store).id)

    assert conference_of(store).state is ConferenceState.HELD
    assert document_queries.signed_minutes(store.connection, conference_of(store).id) is None
    assert store.connection.execute("select count(*) from change_log").fetchone() == before


# --- supplementary minutes


def test_signed_minutes_are_put_right_by_supplementary_ones(signed):
    blank = document_actions.blank(
        signed.connection, DocumentType.SUPPLEMENT, conference_of(signed).id
    )
    number = document_actions.propose(signed.connection, blank, SAMPLE_DAY).number
    ready = replace(blank, number=number, issued_on=SAMPLE_DAY, text="Sửa số học sinh: 135.")

    paper, _ = document_actions.issue(signed, ready, SAMPLE_DAY)

    assert paper.symbol == "06-BB/BCĐ"
    assert (
        refusal(
            lambda: document_actions.issue(signed, replace(ready, number=7, text=" "), SAMPLE_DAY)
        ).code
        == "text_missing"
    )


# --- locks, tried past the program

CONFERENCE = "(select id from conference where code = 'HN-2017-01')"
SIGNED = "(select id from document where signed_at is not null)"
LOCKED = [
    "update conference set place = 'x' where code = 'HN-2017-01'",
    "update conference set state = 'held' where code = 'HN-2017-01'",
    "delete from conference where code = 'HN-2017-01'",
    "insert or replace into conference select * from conference where code = 'HN-2017-01'",
    f"update or replace conference set id = {CONFERENCE} where code = 'HN-2018-01'",
    "update or replace conference set code = 'HN-2017-01' where code = 'HN-2018-01'",
    f"insert into conclusion values (null, {CONFERENCE}, 8, 'direct', 'x', '')",
    "update document set subject = 'x' where signed_at is not null",
    "update document set signed_at = null where signed_at is not null",
    "delete from document where signed_at is not null",
    "insert or replace into document select * from document where signed_at is not null",
    f"update or replace document set id = {SIGNED} where signed_at is null",
    "delete from attachment_content",
]
LOCKED += [
    statement.format(table=table, of=f"conference_id = {CONFERENCE}")
    for table in ("agenda_item", "attendance", "speech", "conclusion")
    for statement in (
        "delete from {table} where {of}",
        "update {table} set conference_id = conference_id where {of}",
        "insert or replace into {table} select * from {table} where {of}",
    )
]
LOCKED += [
    f"update {table} set conference_id = {CONFERENCE} where conference_id <> {CONFERENCE}"
    for table in ("agenda_item", "attendance")
]
LOCKED += [
    f"update or replace {table} set id = (select min(id) from {table} where conference_id = "
    f"{CONFERENCE}) where conference_id <> {CONFERENCE}"
    for table in ("agenda_item", "attendance")
]
LOCKED += [
    f"update conclusion set {column} = {column} where conference_id = {CONFERENCE}"
    for column in ("number", "kind", "text", "id")
]


@pytest.mark.parametrize("statement", LOCKED)
def test_signed_minutes_are_locked_for_any_program(signed, statement):
    signed.close()
    with (
        closing(sqlite3.connect(signed.path, isolation_level=None)) as raw,
        pytest.raises(sqlite3.IntegrityError, match="signed_is_locked"),
    ):
        raw.execute(statement)

    assert findings(signed.path) == []


@pytest.mark.parametrize(
    "statement",
    [
        "update conference set place = 'x' where code = 'HN-2018-01'",
        "update conclusion set no_task_reason = 'x' where number = 7",
        "update task set note = 'x'",
        "delete from agenda_item where conference_id <> " + CONFERENCE,
        "update document set subject = 'x' where signed_at is null",
    ],
)
def test_what_is_not_signed_is_not_locked(signed, statement):
    signed.close()
    tamper(signed.path, statement)


def test_the_program_says_it_in_words(signed):
    for table in (AGENDA_ITEMS, ATTENDANCES, SPEECHES, CONCLUSIONS):
        first = table.where(signed.connection, f"conference_id = {CONFERENCE}")[0]

        def drop(table=table, first=first):
            with signed.write(Op.EDIT_CONFERENCE) as work:
                work.drop(table, first.id)

        assert refusal(drop).code == "signed_is_locked"


# --- tampering


@pytest.mark.parametrize(
    "statement",
    [
        "update conclusion set text = text || ' x' where number = 2",
        "update conference set place = 'x' where code = 'HN-2017-01'",
        "update conference set state = 'held' where code = 'HN-2017-01'",
        "delete from speech where position = 1",
        (
            "insert into agenda_item (conference_id, position, title, start_time, presenter) "
            f"values ({CONFERENCE}, 9, 'x', '', '')"
        ),
        "update attendance set state = 'absent' where id = (select min(id) from attendance)",
        "update document set sealed = '00' where signed_at is not null",
    ],
)
def test_tampering_with_the_locks_off_is_found(signed, statement):
    signed.close()
    tamper(signed.path, statement, unlocked=True)

    found = findings(signed.path)
    assert "seal_broken" in found
    assert "behind_the_log" in found
    assert "lock_missing" in found


def test_a_kept_paper_that_was_changed_is_found(signed, tmp_path):
    signed.close()
    tamper(signed.path, "update attachment_content set content = x'255044462d'")

    assert findings(signed.path) == ["signed_paper_damaged"]
    with pytest.raises(StoreError, match="signed_paper_damaged"):
        signing.save_as(signed.path, paper_of_closed(signed).id, tmp_path / "a.pdf")


def paper_of_closed(store):
    with open_reader(store.path) as reader:
        return seals.signed(reader)[0]


# --- comparing files


@pytest.fixture
def pdf(signed, tmp_path):
    return signing.save_as(signed.path, paper_of(signed).id, tmp_path / "Biên bản.pdf")


def test_the_signed_paper_is_known_again(signed, pdf):
    found = verify(signed.path, pdf)

    assert found.answer is Answer.SIGNED
    assert verdict_sentence(found) == (
        f"Đúng bản đã ký: Biên bản 05-BB/BCĐ ngày 29/12/2017, mã {found.code}."
    )


def test_a_paper_changed_by_one_letter_is_told_apart(signed, pdf):
    content = pdf.read_bytes()
    pdf.write_bytes(content + b"\n")

    found = verify(signed.path, pdf)

    assert (found.answer, found.is_good) == (Answer.ALTERED, False)
    assert "khác bản đã ký" in verdict_sentence(found)


def test_the_paper_of_a_register_changed_later_says_so(signed, pdf):
    signed.close()
    tamper(signed.path, "update conclusion set text = 'x' where number = 2", unlocked=True)

    assert verify(signed.path, pdf).answer is Answer.REGISTER_CHANGED


def test_a_paper_of_another_register_has_a_code_nobody_knows(store, tmp_path):
    other = tmp_path / "khác.pdf"
    other.write_bytes(b"%PDF-1.4\n<</Keywords (CoordApp 3F9A2-1C07B)>>")

    assert verify(store.path, other).answer is Answer.UNKNOWN_CODE


def packed(text: bytes) -> bytes:
    import zlib

    body = zlib.compress(text)
    return b"%PDF-1.7\n1 0 obj <</Type /ObjStm>>\nstream\r\n" + body + b"\nendstream\n"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"packed", id="packed"),
        pytest.param(b"%PDF-1.7\n" + b"x" * (1 << 20) + b"CoordApp {code}", id="over pieces"),
    ],
)
def test_the_code_is_found_wherever_a_program_puts_it(signed, tmp_path, content):
    code = seal_code(paper_of(signed).sealed).encode()
    if b"{code}" in content:
        content = content.replace(b"{code}", code)
    else:
        content = packed(b"(CoordApp " + code + b")")
    other = tmp_path / "lưu lại.pdf"
    other.write_bytes(content)

    assert verify(signed.path, other).answer is Answer.ALTERED


def test_the_code_in_wide_letters_is_found(signed, tmp_path):
    code = seal_code(paper_of(signed).sealed)
    other = tmp_path / "rộng.pdf"
    other.write_bytes(b"%PDF-1.7 " + f"CoordApp {code}".encode("utf-16-be"))

    assert verify(signed.path, other).answer is Answer.ALTERED


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        pytest.param(b"", Answer.NOT_PDF, id="empty"),
        pytest.param(b"MZ" + bytes(5000), Answer.NOT_PDF, id="a program"),
        pytest.param(b"%PDF-1.4", Answer.UNKNOWN, id="only a head"),
        pytest.param(b"%PDF-1.4\nstream\n" * 9000, Answer.UNKNOWN, id="endless streams"),
        pytest.param(packed(bytes(50_000_000)), Answer.UNKNOWN, id="a bomb"),
        pytest.param(b"%PDF-" + b"CoordApp 3F9A2-" * 50_000, Answer.UNKNOWN, id="almost a code"),
    ],
)
def test_hostile_files_get_an_answer(signed, tmp_path, content, answer):
    other = tmp_path / "lạ.pdf"
    other.write_bytes(content)

    assert verify(signed.path, other).answer is answer


def test_half_a_signed_paper_is_not_the_signed_paper(signed, pdf):
    content = pdf.read_bytes()
    pdf.write_bytes(content[: len(content) // 2])

    assert verify(signed.path, pdf).answer is Answer.UNKNOWN


def test_what_is_no_file_is_refused_in_words(signed, tmp_path):
    assert refusal(lambda: verify(signed.path, tmp_path / "không có.pdf")).code == "paper_missing"
    assert refusal(lambda: verify(signed.path, tmp_path)).code == "paper_is_folder"
    assert refusal(lambda: verify(signed.path, Path("a\0b.pdf"))).code == "paper_unreadable"


# --- killed while signing

SIGN_AND_DIE = """
import os, sys
from pathlib import Path
from coordapp.services.documents import signing
from coordapp.store import Store
from coordapp.store.file.work import Work
from coordapp.store.queries import attachment_queries, conference_queries
name = sys.argv[2]
owner = attachment_queries if name == "keep" else Work
known = getattr(owner, name)
def die(*given, **more):
    known(*given, **more)
    os._exit(9)
setattr(owner, name, die)
store = Store.open(Path(sys.argv[1]))
signing.sign(store, conference_queries.by_code(store.connection, "HN-2017-01").id)
"""


@pytest.mark.crash
@pytest.mark.parametrize("moment", ["keep", "add", "put"])
def test_a_crash_while_signing_leaves_nothing_half_done(store, moment):
    store.close()
    before = findings(store.path)
    done = subprocess.run(
        [sys.executable, "-c", SIGN_AND_DIE, str(store.path), moment], cwd=ROOT, check=False
    )

    assert done.returncode == 9
    with closing(Store.open(store.path)) as again:
        assert conference_of(again).state is ConferenceState.HELD
        assert DOCUMENTS.where(again.connection, "signed_at is not null") == []
        assert again.connection.execute("select count(*) from attachment_content").fetchone() == (
            0,
        )
        assert CONFERENCES.where(again.connection)
        assert signing.sign(again, conference_of(again).id).number == 5
    assert before == findings(store.path) == []
