"""Every figure of a review report has a name, a source, and a key of its own."""

import pytest

from coordapp.domain.committee.committee import DocumentStyle
from coordapp.domain.figures.summary_figures import all_figures, done_share, out_of, share, told
from coordapp.domain.programmes.programme import DoneCount
from tests.formats.report_summary import a_summary


@pytest.mark.parametrize("style", DocumentStyle)
def test_every_figure_has_a_source_and_a_key_of_its_own(style: DocumentStyle) -> None:
    found = all_figures(a_summary(style))

    assert all(one.name and one.value and one.source for one in found)
    assert len({one.key for one in found}) == len(found)


def test_the_figures_do_not_depend_on_the_style() -> None:
    assert all_figures(a_summary(DocumentStyle.PARTY)) == all_figures(
        a_summary(DocumentStyle.STATE)
    )


def test_what_units_reported_stands_beside_the_list_with_the_gap() -> None:
    found = {one.key: one for one in all_figures(a_summary())}
    start = "practices.2017.Hội Nông dân tỉnh.new"

    assert [found[f"{start}.{end}"].value for end in ("told", "listed", "missing")] == [
        "155", "149", "6",
    ]  # fmt: skip
    assert found[f"{start}.told"].source == "Báo cáo của Hội, ngày 29/12/2017"


def test_a_share_of_nothing_is_a_dash() -> None:
    nothing = DoneCount()

    assert {share(None), out_of(nothing), done_share(nothing), told("")} == {"–"}
