"""The drafted sentence, and the units a draft stands for."""

import pytest

from coordapp.domain.conclusions.reading.draft import Draft, Party, as_sentence, unread_draft


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("giao Sở Y tế rà soát", "Giao Sở Y tế rà soát."),
        ("đề nghị  các xã\nlàm tốt;", "Đề nghị các xã làm tốt."),
        ("Đã đủ chưa?", "Đã đủ chưa?"),
        ("làm “tốt.”", "Làm “tốt.”"),
        ("lập sổ (Sở Y tế)", "Lập sổ (Sở Y tế)."),
        ("  ", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_and_ends_with_its_mark(words, sentence):
    assert as_sentence(words) == sentence


def test_members_of_groups_lead_and_whoever_leads_does_not_coordinate():
    draft = Draft(
        start=0,
        end=1,
        quote="a",
        words="a",
        leads=(Party("các hội", (1, 2)), Party("Báo Sơn Hà")),
        coordinating=(Party("HND", (2,)), Party("CA", (3,))),
    )

    assert (draft.lead_ids, draft.coordinating_ids) == ((1, 2), (3,))


def test_a_place_that_was_not_read_is_offered_as_a_draft_of_nobody():
    assert unread_draft("Việc\nxe đưa đón", 0, 12).words == "Việc xe đưa"
