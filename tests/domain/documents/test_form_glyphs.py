"""A letter that no font has is named with the place where it stands, in every paper."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.documents.form_glyphs import glyphs
from tests.formats.report_minutes import a_minutes
from tests.formats.report_papers import ALL, a_letter, a_notice, an_extract

STRANGE = "漢"
PAPERS: dict[str, Any] = {**ALL, "minutes": lambda _style: a_minutes()}


def without(text: str) -> tuple[str, ...]:
    return (STRANGE,) if STRANGE in text else ()


def places(report: Any) -> list[str]:
    return [one.place for one in glyphs(report, without)]


def spoilt(value: Any) -> Any:
    """Put a strange letter into the first text of a value; None where there is no text."""
    if isinstance(value, str):
        return value + STRANGE if value else None
    if isinstance(value, tuple):
        for place, one in enumerate(value):
            if (changed := spoilt(one)) is not None:
                return (*value[:place], changed, *value[place + 1 :])
    elif is_dataclass(value):
        for one in fields(value):
            changed = spoilt(getattr(value, one.name))
            if changed is not None:
                return replace(value, **{one.name: changed})  # type: ignore[type-var]
    return None


@pytest.mark.parametrize("paper", PAPERS)
def test_a_strange_letter_anywhere_is_a_finding_with_its_place(paper: str) -> None:
    report = PAPERS[paper](DocumentStyle.PARTY)
    for one in fields(report):
        changed = spoilt(getattr(report, one.name))
        if changed is not None:
            assert places(replace(report, **{one.name: changed})), one.name
    assert places(report) == []


def test_the_place_is_named_as_the_form_names_it() -> None:
    minutes, extract = a_minutes(), an_extract()
    number, text = minutes.conclusions[1]
    ends = (minutes.conclusions[0], (number, text + STRANGE))
    share = replace(extract.shares[1], title=STRANGE)

    assert places(replace(minutes, conclusions=ends)) == [f"Kết luận {number}"]
    assert places(replace(a_letter(), text=STRANGE)) == ["Nội dung"]
    assert places(replace(a_notice(), subject=STRANGE, place=STRANGE)) == ["Địa điểm", "Trích yếu"]
    assert places(replace(extract, shares=(share,))) == [f"Nhiệm vụ {share.number}"]


def test_each_letter_is_told_once_in_its_place() -> None:
    (told,) = glyphs(replace(a_letter(), text=f"{STRANGE} và {STRANGE}"), without)

    assert told.found == f"“{STRANGE}” (U+6F22) in ra ô trống"
    assert told.must
