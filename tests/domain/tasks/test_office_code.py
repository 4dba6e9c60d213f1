"""The code of another register, kept in the note."""

import pytest

from coordapp.domain.tasks.office_code import office_code, with_office_code


@pytest.mark.parametrize("note", ["", "Gấp", "Một\nhai"])
def test_a_kept_code_is_found_again_beside_any_note(note) -> None:
    kept = with_office_code(note, "TT-05/2017")

    assert office_code(kept) == "TT-05/2017"
    assert kept.endswith(note)


def test_other_notes_keep_none() -> None:
    assert office_code("Gấp; mã cũ: 7") == ""
