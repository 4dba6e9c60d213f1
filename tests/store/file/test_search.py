"""The search is blind to tones and never trips over what is typed."""

import unicodedata
from dataclasses import replace

import pytest

from coordapp.domain.kernel.changes import Kind, Op
from coordapp.store import Store
from coordapp.store.file import search
from coordapp.store.file.tables import TASKS, UNITS
from tests.build import a_task, a_unit


@pytest.fixture
def filled(store: Store) -> Store:
    titles = ("Đẩy mạnh tuyên truyền", "Dây mảnh trong kho", "Báo cáo sơ kết quý I")
    with store.write(Op.WRITE_SAMPLE) as work:
        for number, title in enumerate(titles, 1):
            work.add(TASKS, a_task(code=f"NV-2018-{number:03d}", title=title))
        work.add(UNITS, a_unit(name="Mặt trận Tổ quốc", short_name="MTTQ"))
    return store


def found(store: Store, typed: str) -> list[int]:
    return [hit.record_id for hit in search.find(store.connection, typed) if hit.kind is Kind.TASK]


@pytest.mark.parametrize("typed", ["đẩy mạnh", "day manh", "ĐẨY MẠNH", "Day Mạnh", "manh đẩy"])
def test_tones_case_order_and_the_bar_of_d_do_not_matter(filled, typed):
    assert set(found(filled, typed)) == {1, 2}


def test_text_typed_decomposed_finds_text_stored_composed(filled):
    hits = search.find(filled.connection, unicodedata.normalize("NFD", "đẩy mạnh"))

    assert [(hit.record_id, hit.exact) for hit in hits] == [(1, True), (2, False)]


@pytest.mark.parametrize(("typed", "first"), [("đẩy mạnh", 1), ("dây mảnh", 2)])
def test_what_was_typed_with_the_same_tones_comes_first(filled, typed, first):
    assert found(filled, typed)[0] == first


@pytest.mark.parametrize("typed", ["tuyên tr", "tuye", "ba c"])
def test_the_beginning_of_a_word_is_enough(filled, typed):
    assert len(found(filled, typed)) == 1


@pytest.mark.parametrize("typed", ["NV-2018-001", "nv-2018-001", "2018-001"])
def test_a_code_finds_its_task(filled, typed):
    assert found(filled, typed) == [1]


def test_every_word_typed_must_be_there(filled):
    assert found(filled, "tuyên kho") == []


def test_units_are_found_by_short_name(filled):
    hits = search.find(filled.connection, "mttq")

    assert [(hit.kind, hit.record_id) for hit in hits] == [(Kind.UNIT, 1)]


@pytest.mark.parametrize(
    "typed",
    ['"; DROP', "'; drop table task; --", 'a" OR *', "NEAR(", "NEAR(a b, 2)", "folded : day",
     "AND", "NOT", "-", "*", '"', "_", "^xyz", "{a b}", "()", "\x00", "²", "", "   ", "😀", "a" * 5000],
)  # fmt: skip
def test_hostile_text_finds_nothing_and_breaks_nothing(filled, typed):
    hits = search.find(filled.connection, typed)
    ids = search.ids(filled.connection, typed, Kind.TASK)

    assert (hits, ids) == ([], [])
    assert len(TASKS.where(filled.connection)) == 3


def test_an_edited_record_is_found_by_its_new_text_only(filled):
    with filled.write(Op.EDIT_TASK) as work:
        work.put(TASKS, replace(work.get(TASKS, 1), title="Kiểm tra rừng"))

    assert (found(filled, "tuyên truyền"), found(filled, "kiem tra")) == ([], [1])


def test_a_deleted_record_is_not_found(filled):
    with filled.write(Op.DELETE_TASKS) as work:
        work.drop(TASKS, 1)

    assert found(filled, "tuyên truyền") == []


def test_the_ids_for_a_filter_are_of_one_kind_only(filled):
    assert search.ids(filled.connection, "t", Kind.UNIT) == [1]


def test_exact_tones_come_first_however_many_other_matches_there_are(store: Store) -> None:
    with store.write(Op.WRITE_SAMPLE) as work:
        for number in range(1, 300):
            work.add(TASKS, a_task(code=f"NV-2018-{number:03d}", title="Dây mảnh trong kho"))
        work.add(TASKS, a_task(code="NV-2018-300", title="Đẩy mạnh tuyên truyền"))

    assert (len(found(store, "đẩy mạnh")), found(store, "đẩy mạnh")[0]) == (200, 300)
