"""Drafts are mended by hand, and what was mended stays while the text is read again."""

from dataclasses import replace
from datetime import date

import pytest

from coordapp.domain.calendar.deadline import Assumption, DeadlineContext, Untold
from coordapp.domain.conclusions.reading.actors.directory import of_units
from coordapp.domain.conclusions.reading.draft import Party
from coordapp.ui.notices.sheet import NoticeSheet
from tests.build import a_unit

UNITS = [
    a_unit(id=1, name="Sở Y tế", short_name="SYT"),
    a_unit(id=2, name="Sở Nội vụ", short_name="SNV"),
]
TEXT = (
    "Hội nghị kết luận:\n"
    "1. Giao Sở Y tế rà soát các trạm trước ngày 15/4/2018; lập danh sách máy thở cần mua.\n"
    "2. Giao Sở Nội vụ tuyển bác sĩ, hoàn thành trong tháng 5/2018.\n"
    "3. Vấn đề xe cứu thương.\n"
)


@pytest.fixture
def sheet():
    made = NoticeSheet(of_units(UNITS), DeadlineContext(told_on=date(2018, 3, 31)))
    made.read(TEXT)
    return made


def words(sheet):
    return [entry.draft.words for entry in sheet.entries]


def quoted(sheet, row):
    draft = sheet.entries[row].draft
    return TEXT[draft.start : draft.end]


def test_every_draft_is_a_sentence_and_what_was_not_read_is_there_unticked(sheet):
    assert all(one[0].isupper() and one.endswith(".") for one in words(sheet))
    assert sheet.entries[-1].is_unread
    assert not sheet.entries[-1].is_ticked
    assert words(sheet)[-1] == "Vấn đề xe cứu thương."


def test_a_draft_is_split_where_a_person_says(sheet):
    row = next(n for n, one in enumerate(words(sheet)) if "máy thở" in one)
    whole = words(sheet)[row]
    before = len(sheet.entries)

    assert sheet.split(row, whole.index("cần mua"))

    assert len(sheet.entries) == before + 1
    assert words(sheet)[row].endswith("máy thở.")
    assert words(sheet)[row + 1] == "Cần mua."
    assert quoted(sheet, row).endswith("máy thở ")
    assert quoted(sheet, row + 1).startswith("cần mua")
    assert [one.label for one in sheet.entries[row + 1].draft.leads] == ["SYT"]


@pytest.mark.parametrize("at", [0, 10_000])
def test_nothing_is_split_off_that_has_no_words(sheet, at):
    before = list(sheet.entries)

    assert not sheet.split(0, at)
    assert sheet.entries == before


def test_merged_drafts_keep_both_units_and_tell_of_two_days(sheet):
    row = next(n for n, one in enumerate(words(sheet)) if "tuyển bác sĩ" in one) - 1
    sheet.put(row, replace(sheet.entries[row].draft, deadline=sheet.due("15/4/2018", _none())))

    assert sheet.merge(row)

    draft = sheet.entries[row].draft
    assert [one.label for one in draft.leads] == ["SYT", "SNV"]
    assert "; Giao Sở Nội vụ tuyển bác sĩ" in draft.words
    assert draft.deadline.due == date(2018, 5, 31)
    assert Assumption.SEVERAL in draft.deadline.assumed


def test_the_last_draft_has_none_to_be_merged_with(sheet):
    assert not sheet.merge(len(sheet.entries) - 1)


def test_what_was_mended_by_hand_outlives_a_change_of_the_text(sheet):
    draft = replace(sheet.entries[0].draft, words="Rà soát hết.", leads=(Party("SNV", (2,)),))
    sheet.put(0, draft)
    sheet.tick(1, ticked=False)
    left_out = words(sheet)[1]

    sheet.read("Phần mở đầu dài hơn.\n" + TEXT)

    kept = next(one for one in sheet.entries if one.is_edited)
    assert kept.draft.words == "Rà soát hết."
    assert kept.draft.leads == (Party("SNV", (2,)),)
    assert ("Phần mở đầu dài hơn.\n" + TEXT)[kept.draft.start :].startswith("Giao Sở Y tế")
    assert not next(one for one in sheet.entries if one.draft.words == left_out).is_ticked


def test_what_was_mended_is_kept_and_told_when_its_place_is_gone(sheet):
    sheet.put(0, replace(sheet.entries[0].draft, words="Rà soát hết."))

    sheet.read("1. Giao Sở Nội vụ họp.")

    lost = sheet.entries[-1]
    assert (lost.draft.words, lost.is_lost) == ("Rà soát hết.", True)
    assert (lost.draft.start, lost.draft.end) == (0, 0)


def test_halves_of_a_split_draft_come_back_to_their_places(sheet):
    row = next(n for n, one in enumerate(words(sheet)) if "tuyển bác sĩ" in one)
    sheet.split(row, words(sheet)[row].index("hoàn thành"))

    sheet.read("\n\n" + TEXT)

    halves = [one.draft for one in sheet.entries if one.is_edited]
    text = "\n\n" + TEXT
    assert text[halves[0].start :].startswith("Giao Sở Nội vụ")
    assert text[halves[1].start :].startswith("hoàn thành")
    assert not any(
        one.draft.words.startswith("Giao Sở Nội vụ tuyển bác sĩ, hoàn") for one in sheet.entries
    )


def test_a_name_is_looked_up_again_when_the_register_learns_it(sheet):
    sheet.put(0, replace(sheet.entries[0].draft, leads=sheet.parties.read("Trường Chính trị")))
    assert sheet.entries[0].draft.lead_ids == ()

    sheet.know(of_units([*UNITS, a_unit(id=3, name="Trường Chính trị", short_name="TCT")]))

    assert sheet.entries[0].draft.leads == (Party("TCT", (3,)),)


@pytest.mark.parametrize(
    ("typed", "due", "untold"),
    [
        ("+7", date(2018, 4, 7), None),
        ("trước ngày 20/4", date(2018, 4, 20), None),
        ("sau khi có vốn", None, Untold.EVENT),
    ],
)
def test_a_deadline_is_read_as_it_is_typed(sheet, typed, due, untold):
    said = sheet.due(typed, _none())

    assert (said.due, said.untold, said.wording) == (due, untold, typed)


def _none():
    from coordapp.domain.calendar.deadline import NO_DEADLINE

    return NO_DEADLINE
